import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentioned } from '../../src/find/mentioned.ts'
import { Passage } from '../../src/text/passage.ts'

const lists = (text: string) => findMentioned(Passage.of('b1', text)).map((p) => p.text)

describe('bodies that running text gives a duty to', () => {
  it.each<[string, ...string[]]>([
    ['县政务公开办将针对日常监测情况进行通报。', '县政务公开办'],
    ['市级试点单位县住建局、房管局要严格按照标准执行。', '县住建局、房管局'],
    ['由市司法局会同市财政局制定办法。', '市司法局会同市财政局'],
    ['各级政府部门要高度重视。', '各级政府部门'],
    ['省政府办公厅负责统筹协调。', '省政府办公厅'],
    ['由省生态环境厅商省水利厅研究确定。', '省生态环境厅', '省水利厅'],
    ['试点地区政府办公厅（室）负责统筹。', '试点地区政府办公厅（室）'],
    ['市教育局牵头，制定实施方案。', '市教育局'],
    ['请各县（市、区）人民政府于6月底前报送总结。', '各县（市、区）人民政府'],
    ['各地区、各部门要结合实际抓好落实。', '各地区、各部门'],
    ['各省、自治区、直辖市人民政府要切实履行责任。', '各省、自治区、直辖市人民政府'],
    ['2020年起，国家卫生健康委每年3月底前完成上述工作。', '国家卫生健康委'],
    ['6月底前市财政局牵头制定办法。', '市财政局'],
    ['发展改革委、农业农村部、财政部等部门要加强统筹。', '发展改革委、农业农村部、财政部'],
    ['科技部、财政部等有关部门要加强督促。', '科技部、财政部等有关部门'],
    ['由联合采购办公室负责拟定。', '联合采购办公室'],
    ['综合管理部要对页面进行检查。', '综合管理部'],
    ['产业发展部(招商部)、财金部要按要求完成。', '产业发展部(招商部)、财金部'],
    ['司法部负责制定统一的文书格式。', '司法部'],
    ['特别是县应急局应定期公布。', '县应急局'],
    ['市委宣传部、市委网信办按职责分工做好宣传。', '市委宣传部、市委网信办'],
    ['分别由机构编制部门和民政部门依法办理登记。', '机构编制部门', '民政部门'],
    ['教育行政部门要参与规划，自然资源部门要依法划拨。', '教育行政部门', '自然资源部门'],
    ['各有關部門要認真落實。', '各有關部門'],
    ['市发展改革委（市物价局）负责价格监测。', '市发展改革委（市物价局）'],
    // A place alone acts for its government; a zone needs the place or level that it belongs to.
    ['德令哈市、格尔木市要切实落实整改责任。', '德令哈市、格尔木市'],
    ['含山县应于年底前完成。', '含山县'],
    ['海西州德令哈市、阿左旗须按期报送。', '海西州德令哈市、阿左旗'],
    ['由舒城县牵头组织。', '舒城县'],
    ['合肥高新区、县经开区要加快推进。', '合肥高新区、县经开区'],
    // An office of a department, also before a verb that is no strong word of duty.
    ['县住建局房管中心应做好登记。', '县住建局房管中心'],
    ['县农水局水利股定期公布水质。', '县农水局水利股'],
    ['应急部负责制定办法。', '应急部'],
    ['①县教育局负责。', '县教育局'],
    // Behind 由, 请 and 会同 the verb may be any.
    ['由公安机关交通管理部门依据《道路交通安全法》处理。', '公安机关交通管理部门'],
    ['由教育行政部门办成公办园。', '教育行政部门'],
    ['请科技部、财政部等部门在2月底前完成。', '科技部、财政部'],
    ['请财政部在相关规定中明确。', '财政部'],
    ['市场监管总局要会同有关部门制定清单。', '市场监管总局', '有关部门'],
    // What 各 began goes on without it.
    ['各高校、科研院所要按规定执行。', '各高校、科研院所'],
    ['各有关部门和医疗机构不得以控费为由拒用。', '各有关部门', '医疗机构'],
    ['有关省、自治区、直辖市及军区也要指定部门。', '有关省、自治区、直辖市及军区'],
    ['各镇（街道）要落实责任。', '各镇（街道）'],
    ['各省份要出台方案。', '各省份'],
    ['各地以县（市、区）为单位，全面排查。', '各地'],
    ['各级各部门配齐配强工作人员。', '各级各部门'],
    // A noun that is said once for all of them.
    ['财政、发展改革、教育等部门要建立机制。', '财政、发展改革、教育'],
    ['市场监管、海关、税务等市场监管领域有关部门要统一思想。', '市场监管、海关、税务'],
    ['财政和医保部门结合考核结果调整政策。', '财政', '医保部门'],
    ['大数据工作推进小组负责总体指导。', '大数据工作推进小组'],
    ['综合管理部对年度报告进行排查。', '综合管理部'],
    // How the text goes on to call them is no part of the name.
    ['相关区政府（以下统称监管部门）落实各项决策。', '相关区政府'],
    ['各单位在制定方案时要征求意见。', '各单位'],
  ])('%s', (text, ...expected) => {
    expect(lists(text)).toEqual(expected)
  })

  it.each([
    '向市财政局报送材料。',
    '对市教育局进行考核。',
    '经县政府同意后实施。',
    '根据市委要求，抓好落实。',
    '在市政府网站公开。',
    '按照《国务院办公厅关于推进工作的通知》要求执行。',
    '国务院办公厅印发的《工作要点》明确了任务。',
    '省政府要求全面公开。',
    '申请市财政局安排资金。',
    '提请市政府审定。',
    '自由贸易试验区要先行先试。',
    '干部要带头学习。',
    '企业要加强管理。',
    '政府要加强监管。',
    '各单位主要负责同志要亲自抓。',
    '教育部、财政部等部门负责同志为成员。',
    '市应急管理体系要完善。',
    '由同级人民政府审核机构进行审核。',
    '市场要更加活跃，社会要和谐。',
    '县政府出台了办法。',
    '推动建立市教育局主管的学校。',
    '“县住建局要负责”的说法。',
    '保障行政执法机关依法履职所需的经费。',
    '允许银行将资金汇出。',
    '市区要整洁，城区应美观。',
    '全县要做好准备，我市要推进。',
    '资源县要素保障。',
    '德令哈市建设了学校。',
    '向德令哈市、格尔木市要数据。',
    '请市政府审批，请县政府予以批准。',
    '由市财政局、市教育局组成联合检查组。',
    '由市教育局局长担任组长。',
    '由市政府印发的文件要公开。',
    '由省下放到市的事项。',
    '由各市场主体自行申报。',
    '财政、教育、卫生健康支出要公开。',
    '教育、科技、人才要一体推进。',
    '失业保险基金要专款专用。',
    '各地区发展不平衡，各市场更加活跃。',
    '各单位主要负责同志、分管负责同志要亲自抓。',
    '开发区要先行先试。',
  ])('none in %s', (text) => {
    expect(lists(text)).toEqual([])
  })

  it('keeps the places of its text', () => {
    const [list] = findMentioned(Passage.of('b7', '，由市司法局负责。'))
    expect(list!.spans()).toEqual([{ node: 'b7', start: 2, end: 6 }])
  })

  const pieces =
    '市 县 各 有关 部门 单位 教育局 财政局 政府 人民政府 办公室 县（市、区） 、 ， 。 和 及 会同 由 请 等 等部门 等有关部门 要 将 负责 牵头 定期 的 了 制定 印发 《 》 “ ” （ ） 6月底前 按职责分工 公开 管理部 各省 自治区 试点单位'.split(
      ' ',
    )
  it('are lists in order, apart from each other, within the text', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((p) => p.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
        let at = 0
        for (const list of findMentioned(Passage.of('b1', source))) {
          const spans = list.spans()
          expect(spans.map((s) => source.slice(s.start, s.end)).join('')).toBe(list.text)
          expect(spans[0]!.start).toBeGreaterThanOrEqual(at)
          expect(list.text.length).toBeGreaterThan(1)
          at = spans.at(-1)!.end
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    '由',
    '，',
    '市教育局、',
    '，各部门',
    '各',
    '（',
    '市',
    '一是',
    '由市',
    '，市教育局',
    '各县（',
    '由市教育局和',
    '德令哈市、',
    '，德令哈市要',
    '会同县',
    '请各有关部门，',
    '，财政、教育',
  ])('are found in a text of 300,000 characters of %s', (piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length))
    const before = process.cpuUsage()
    const found = findMentioned(Passage.of('b1', text)).length
    const { user } = process.cpuUsage(before)
    expect(found === 0 || piece.endsWith('要')).toBe(true)
    // Each takes half a second at most on an idle machine.
    expect(user / 1e6).toBeLessThan(4)
  })
})
