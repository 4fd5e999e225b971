import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityAbbreviations } from '../../src/data/city-abbreviations.ts'
import { divisions } from '../../src/data/divisions.ts'
import { commonStems, nounNames, shortNames } from '../../src/data/place-words.ts'
import { provinceAbbreviations } from '../../src/data/province-abbreviations.ts'
import { namesPlace, type RegionInput, resolveRegion } from '../../src/resolve/region.ts'
import { fold } from '../../src/text/fold.ts'

const nothing: RegionInput = {
  title: null,
  planTitle: null,
  issuer: null,
  addressees: [],
  documentNumber: null,
  year: 2020,
}

/** `code name` of the region; else the name in no list after `?`, or the candidates in brackets. */
function region(input: Partial<RegionInput>): string {
  const found = resolveRegion({ ...nothing, ...input })
  if (found.unlisted !== null) {
    expect(found).toMatchObject({ region: null, candidates: [] })
    return `?${found.unlisted}`
  }
  if (found.region) {
    expect(found.candidates).toEqual([])
    return `${found.region.code} ${found.region.name}`
  }
  return `[${found.candidates.map((c) => c.name).join(' ')}]`
}

const cases: Record<string, readonly (readonly [Partial<RegionInput>, string])[]> = {
  'from the issuer': [
    [{ issuer: '含山县人民政府办公室' }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '舒城县重点工程处' }, '341523 安徽省六安市舒城县'],
    [{ issuer: '芜湖市政务公开办公室' }, '340200 安徽省芜湖市'],
    [{ issuer: '湖北省人民防空办公室秘书处' }, '420000 湖北省'],
    [{ issuer: '安徽省马鞍山市含山县人民政府' }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '中共含山县委 含山县人民政府' }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '国家税务总局含山县税务局' }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '含 山 县 人 民 政 府' }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '安徽省人民政府驻北京市办事处' }, '340000 安徽省'],
    [{ issuer: '仙桃市人民政府' }, '429004 湖北省仙桃市'],
    [{ issuer: '浦东新区人民政府' }, '310115 上海市浦东新区'],
    [{ issuer: '北京市人民政府办公厅' }, '110000 北京市'],
    [{ issuer: '城口县人民政府' }, '500229 重庆市城口县'],
    [{ issuer: '和县人民政府' }, '340523 安徽省马鞍山市和县'],
  ],
  'from the title': [
    [{ title: '2021年保山市政务公开工作任务分解方案' }, '530500 云南省保山市'],
    [{ title: '关于印发《昆山市2020年政务公开要点》的通知' }, '320583 江苏省苏州市昆山市'],
    [{ title: '关于印发2020年要点的通知', planTitle: '昆山市2020年要点' }, '320583 江苏省苏州市昆山市'],
    [{ title: '和县2020年要点' }, '340523 安徽省马鞍山市和县'],
    [{ title: '含山县贯彻落实《安徽省2020年要点》实施方案' }, '340522 安徽省马鞍山市含山县'],
    [{ title: '含山县人民政府办公室转发芜湖市要点的通知' }, '340522 安徽省马鞍山市含山县'],
  ],
  'not from what is cited, forwarded or served': [
    [{ title: '转发《安徽省人民政府办公厅关于印发要点》的通知', planTitle: '安徽省2020年要点' }, '[]'],
    [{ title: '关于转发芜湖市工作方案的通知', planTitle: '芜湖市工作方案' }, '[]'],
    [{ title: '关于贯彻落实浙江省要点的实施意见' }, '[]'],
    [{ title: '关于做好《湖北省条例》宣传的通知' }, '[]'],
    [{ title: '关于对口支援和田地区工作的通知' }, '[]'],
    [{ title: '关于加强与上海市合作的通知' }, '[]'],
  ],
  'from those addressed': [
    [{ addressees: ['合肥市各有关单位', '合肥市直各部门'] }, '340100 安徽省合肥市'],
    [{ addressees: ['合肥市人民政府', '芜湖市人民政府'] }, '[安徽省合肥市 安徽省芜湖市]'],
    [{ issuer: '省政府办公厅', addressees: ['合肥市人民政府', '芜湖市人民政府'] }, '340000 安徽省'],
    [{ issuer: '市政府办公室', addressees: ['包河区人民政府'] }, '340100 安徽省合肥市'],
    [{ issuer: '县政府办公室', addressees: ['马鞍山市人民政府'] }, '[]'],
    [{ issuer: '市政府办公室', addressees: ['各县(市、区)人民政府', '市直及驻保有关单位'] }, '[]'],
  ],
  'national bodies': [
    [
      { issuer: '国务院办公厅', title: '国务院办公厅关于湖北省工作的通知', addressees: ['湖北省人民政府'] },
      '[]',
    ],
    [{ title: '国务院关于同意乌鲁木齐市建设示范区的批复', addressees: ['新疆维吾尔自治区人民政府'] }, '[]'],
    [{ issuer: '教育部', addressees: ['北京市教育委员会'] }, '[]'],
    [{ issuer: '中共中央办公厅 国务院办公厅', title: '关于印发方案的通知' }, '[]'],
    [{ title: '关于做好就业工作的意见', addressees: ['各省、自治区、直辖市人民政府'] }, '[]'],
  ],
  'names that several places bear': [
    [
      { issuer: '鼓楼区人民政府' },
      '[江苏省南京市鼓楼区 江苏省徐州市鼓楼区 福建省福州市鼓楼区 河南省开封市鼓楼区]',
    ],
    [{ issuer: '鼓楼区人民政府', documentNumber: '闽政办函〔2020〕1号' }, '350102 福建省福州市鼓楼区'],
    [{ issuer: '鼓楼区人民政府', addressees: ['徐州市鼓楼区各单位'] }, '320302 江苏省徐州市鼓楼区'],
    [{ issuer: '徐州市鼓楼区人民政府' }, '320302 江苏省徐州市鼓楼区'],
    [{ issuer: '朝阳区人民政府', title: '北京市朝阳区2020年要点' }, '110105 北京市朝阳区'],
    [
      { issuer: '鼓楼区人民政府', documentNumber: '皖政办〔2020〕1号' },
      '[江苏省南京市鼓楼区 江苏省徐州市鼓楼区 福建省福州市鼓楼区 河南省开封市鼓楼区]',
    ],
    [{ documentNumber: '皖政办〔2020〕1号' }, '[]'],
    [{ issuer: '北京市教育委员会 天津市教育委员会' }, '[北京市 天津市]'],
    [{ issuer: '吉林市人民政府' }, '220200 吉林省吉林市'],
    [{ issuer: '海南州人民政府' }, '632500 青海省海南藏族自治州'],
  ],
  'names that nothing decides': [
    [{ issuer: '朝阳区人民政府' }, '[北京市朝阳区 吉林省长春市朝阳区]'],
    [{ issuer: '长安区人民政府' }, '[河北省石家庄市长安区 陕西省西安市长安区]'],
    [{ issuer: '城关区人民政府' }, '[西藏自治区拉萨市城关区 甘肃省兰州市城关区]'],
    [{ issuer: '向阳区人民政府' }, '[黑龙江省鹤岗市向阳区 黑龙江省佳木斯市向阳区]'],
    [{ issuer: '新华区人民政府' }, '[河北省石家庄市新华区 河北省沧州市新华区 河南省平顶山市新华区]'],
    [
      { issuer: '桥西区人民政府', year: 2018 },
      '[河北省石家庄市桥西区 河北省张家口市桥西区 河北省邢台市桥西区]',
    ],
    [{ issuer: '桥西区人民政府', year: 2022 }, '[河北省石家庄市桥西区 河北省张家口市桥西区]'],
    [{ issuer: '宝山区教育局', documentNumber: '宝教〔2020〕1号' }, '[黑龙江省双鸭山市宝山区 上海市宝山区]'],
    [
      { issuer: '市中区人民政府' },
      '[山东省济南市市中区 山东省枣庄市市中区 四川省内江市市中区 四川省乐山市市中区]',
    ],
    [{ title: '朝阳2020年政务公开工作要点' }, '[]'],
    [{ title: '长安区2020年政务公开工作要点' }, '[河北省石家庄市长安区 陕西省西安市长安区]'],
  ],
  'names that the notice decides': [
    [{ issuer: '朝阳市人民政府' }, '211300 辽宁省朝阳市'],
    [{ issuer: '朝阳县人民政府' }, '211321 辽宁省朝阳市朝阳县'],
    [{ issuer: '长春市朝阳区人民政府' }, '220104 吉林省长春市朝阳区'],
    [{ issuer: '城关区人民政府', title: '兰州市城关区2020年要点' }, '620102 甘肃省兰州市城关区'],
    [{ issuer: '长安区人民政府', documentNumber: '冀长政办〔2020〕1号' }, '130102 河北省石家庄市长安区'],
    [{ issuer: '长安区人民政府', documentNumber: '陕长政办〔2020〕1号' }, '610116 陕西省西安市长安区'],
    [{ issuer: '向阳区人民政府', addressees: ['鹤岗市向阳区各街道办事处'] }, '230402 黑龙江省鹤岗市向阳区'],
    [
      { issuer: '新华区人民政府', title: '转发平顶山市新华区…的通知' },
      '[河北省石家庄市新华区 河北省沧州市新华区 河南省平顶山市新华区]',
    ],
    [
      { issuer: '桥西区人民政府', planTitle: '张家口市桥西区2020年要点', title: '关于印发要点的通知' },
      '130703 河北省张家口市桥西区',
    ],
    [{ issuer: '宝山区教育局', addressees: ['上海市宝山区各中小学'] }, '310113 上海市宝山区'],
    [{ issuer: '枣庄市市中区人民政府' }, '370402 山东省枣庄市市中区'],
  ],
  'names that the number of a document decides by its city': [
    [{ issuer: '鼓楼区人民政府', documentNumber: '徐鼓政办发〔2020〕1号' }, '320302 江苏省徐州市鼓楼区'],
    [{ issuer: '鼓楼区人民政府', documentNumber: '榕鼓政办〔2020〕1号' }, '350102 福建省福州市鼓楼区'],
    [{ issuer: '鼓楼区人民政府', documentNumber: '汴鼓政办〔2020〕1号' }, '410204 河南省开封市鼓楼区'],
    [{ issuer: '鼓楼区人民政府', documentNumber: '宁鼓政办〔2020〕1号' }, '320106 江苏省南京市鼓楼区'],
    [{ issuer: '鼓楼区人民政府', documentNumber: '徐政办发〔2020〕1号' }, '320302 江苏省徐州市鼓楼区'],
    [{ issuer: '和平区人民政府', documentNumber: '沈和政办〔2020〕1号' }, '210102 辽宁省沈阳市和平区'],
    [{ issuer: '和平区人民政府', documentNumber: '津和政办〔2020〕1号' }, '120101 天津市和平区'],
    [{ issuer: '朝阳区教育局', documentNumber: '长朝教〔2020〕1号' }, '220104 吉林省长春市朝阳区'],
    [
      { issuer: '桥东区人民政府', year: 2020, documentNumber: '邢东政〔2020〕1号' },
      '130502 河北省邢台市桥东区',
    ],
    // The place's own character, a province's, and other words say nothing of a city; nor is a city named by it alone.
    [{ issuer: '朝阳区人民政府', documentNumber: '朝政办〔2020〕1号' }, '[北京市朝阳区 吉林省长春市朝阳区]'],
    [{ issuer: '朝阳区教育局', documentNumber: '长期办〔2020〕1号' }, '[北京市朝阳区 吉林省长春市朝阳区]'],
    [
      { issuer: '新华区人民政府', documentNumber: '平安办〔2020〕1号' },
      '[河北省石家庄市新华区 河北省沧州市新华区 河南省平顶山市新华区]',
    ],
    [
      { issuer: '鼓楼区人民政府', documentNumber: '苏鼓政办〔2020〕1号' },
      '[江苏省南京市鼓楼区 江苏省徐州市鼓楼区]',
    ],
    [
      { issuer: '鼓楼区人民政府', documentNumber: '南京鼓政办〔2020〕1号' },
      '[江苏省南京市鼓楼区 江苏省徐州市鼓楼区 福建省福州市鼓楼区 河南省开封市鼓楼区]',
    ],
    [{ documentNumber: '榕鼓政办〔2020〕1号' }, '[]'],
    [{ issuer: '含山县人民政府', documentNumber: '徐政办发〔2020〕1号' }, '340522 安徽省马鞍山市含山县'],
  ],
  'titles of another place than the body that signs': [
    [
      { issuer: '泾县人民政府', title: '2022年南陵县政务公开工作要点' },
      '[安徽省宣城市泾县 安徽省芜湖市南陵县]',
    ],
    [
      { issuer: '泾县人民政府', title: '关于印发要点的通知', planTitle: '南陵县2020年要点' },
      '[安徽省宣城市泾县 安徽省芜湖市南陵县]',
    ],
    [
      { issuer: '泾县人民政府', title: '南陵县人民政府关于印发要点的通知' },
      '[安徽省宣城市泾县 安徽省芜湖市南陵县]',
    ],
    [{ issuer: '泾县人民政府', title: '2022年宣城市泾县政务公开工作要点' }, '341823 安徽省宣城市泾县'],
    [{ issuer: '泾县人民政府', title: '2022年宣城市政务公开工作要点' }, '341823 安徽省宣城市泾县'],
    [{ issuer: '宣城市人民政府', title: '2022年泾县政务公开工作要点' }, '341800 安徽省宣城市'],
    [
      { issuer: '泾县人民政府', title: '关于转发南陵县要点的通知', planTitle: '南陵县要点' },
      '341823 安徽省宣城市泾县',
    ],
    [{ issuer: '泾县人民政府', title: '关于赴南陵县考察的通知' }, '341823 安徽省宣城市泾县'],
    [{ issuer: '泾县人民政府', title: '泾县、南陵县2022年联合工作要点' }, '341823 安徽省宣城市泾县'],
  ],
  'short forms': [
    [{ issuer: '阿坝州人民政府办公室' }, '513200 四川省阿坝藏族羌族自治州'],
    [{ issuer: '延边州政府' }, '222400 吉林省延边朝鲜族自治州'],
    [{ issuer: '黔西南州人民政府' }, '522300 贵州省黔西南布依族苗族自治州'],
    [{ issuer: '伊犁州人民政府' }, '654000 新疆维吾尔自治区伊犁哈萨克自治州'],
    [{ issuer: '广西防城港市人民政府' }, '450600 广西壮族自治区防城港市'],
    [{ title: '内蒙古2020年要点' }, '150000 内蒙古自治区'],
    [{ issuer: '石柱县人民政府' }, '500240 重庆市石柱土家族自治县'],
    [{ issuer: '鄂伦春旗人民政府' }, '150723 内蒙古自治区呼伦贝尔市鄂伦春自治旗'],
    [{ issuer: '科右前旗人民政府' }, '152221 内蒙古自治区兴安盟科尔沁右翼前旗'],
    [{ title: '保山2020年要点' }, '[]'],
  ],
  'zones and parks': [
    [{ issuer: '合肥高新区管委会' }, '340100 安徽省合肥市'],
    [{ issuer: '合肥市高新区管委会' }, '340100 安徽省合肥市'],
    [{ issuer: '北京经济技术开发区管委会' }, '110000 北京市'],
    [{ issuer: '苏州工业园区管委会' }, '320500 江苏省苏州市'],
    [{ issuer: '日照高新区管委会' }, '371100 山东省日照市'],
    [{ issuer: '兰州新区管委会' }, '620100 甘肃省兰州市'],
    [{ issuer: '中国（安徽）自由贸易试验区管委会' }, '340000 安徽省'],
    [{ issuer: '省江北产业集中区' }, '[]'],
    [{ issuer: '高新区管委会' }, '[]'],
    [{ issuer: '合肥经济技术开发区管委会' }, '340100 安徽省合肥市'],
    [{ issuer: '舒城县杭埠开发区管委会' }, '341523 安徽省六安市舒城县'],
    [{ issuer: '杭埠开发区管委会' }, '[]'],
    [{ issuer: '杭埠开发区管委会', title: '舒城县杭埠开发区2020年要点' }, '341523 安徽省六安市舒城县'],
    // By its whole name: 北戴河新区 lies beside 北戴河区, 云龙示范区 in none of the 云龙.
    [{ issuer: '北戴河新区管委会' }, '130300 河北省秦皇岛市'],
    [{ issuer: '云龙示范区管委会' }, '430200 湖南省株洲市'],
    [{ issuer: '两江新区管委会' }, '500000 重庆市'],
    [{ issuer: '浦东新区管委会' }, '310115 上海市浦东新区'],
    [{ issuer: '经济技术开发区管委会' }, '[]'],
    [{ issuer: '中国（安徽）自由贸易试验区合肥片区管委会' }, '340100 安徽省合肥市'],
    [{ issuer: '长岛综合试验区管委会', year: 2019 }, '370634 山东省烟台市长岛县'],
    [{ issuer: '长岛综合试验区管委会', year: 2022 }, '[]'],
    // Scenic areas bear names of mountains, which are no stems of places.
    [{ issuer: '泰山风景名胜区管委会' }, '[]'],
  ],
  'words that look like places': [
    [{ title: '关于推进全省和县级政务公开的通知' }, '[]'],
    [{ title: '关于做好中心城区和郊区工作的通知' }, '[]'],
    [{ title: '关于自然资源县级管理的通知' }, '[]'],
    [{ issuer: '攀枝花市东区人民政府' }, '510402 四川省攀枝花市东区'],
    [{ title: '关于规范东方市场秩序的通知' }, '[]'],
    [{ title: '关于新华区域协调发展的通知' }, '[]'],
    [{ issuer: '江西省市场监督管理局' }, '360000 江西省'],
    [{ issuer: '商丘市民权县人民政府' }, '411421 河南省商丘市民权县'],
  ],
  'divisions that are no more': [
    [{ issuer: '巢湖市人民政府', year: 2009 }, '341400 安徽省巢湖市'],
    [{ issuer: '巢湖市人民政府', year: 2015 }, '340181 安徽省合肥市巢湖市'],
    [{ issuer: '巢湖市人民政府', year: 2011 }, '[安徽省合肥市巢湖市 安徽省巢湖市]'],
    [{ issuer: '巢湖市人民政府', year: null }, '340181 安徽省合肥市巢湖市'],
    [{ issuer: '含山县人民政府', year: 2009 }, '341423 安徽省巢湖市含山县'],
    [{ issuer: '含山县人民政府', year: 2011 }, '340522 安徽省马鞍山市含山县'],
    [{ issuer: '无为县人民政府', year: 2009 }, '341422 安徽省巢湖市无为县'],
    [{ issuer: '无为县人民政府', year: 2015 }, '340225 安徽省芜湖市无为县'],
    [{ issuer: '莱芜市人民政府', year: 2016 }, '371200 山东省莱芜市'],
    [{ issuer: '襄樊市人民政府', year: null }, '420600 湖北省襄樊市'],
    [{ issuer: '寿县人民政府', year: 2012 }, '341521 安徽省六安市寿县'],
    [{ issuer: '寿县人民政府', year: 2018 }, '340422 安徽省淮南市寿县'],
    [{ issuer: '保定市新市区人民政府', year: 2012 }, '130602 河北省保定市新市区'],
    [{ issuer: '保定市北市区人民政府', year: 2012 }, '130603 河北省保定市北市区'],
    [{ issuer: '新市区人民政府', year: 2012 }, '[新疆维吾尔自治区乌鲁木齐市新市区 河北省保定市新市区]'],
    [{ issuer: '新市区人民政府', year: 2020 }, '650104 新疆维吾尔自治区乌鲁木齐市新市区'],
    [
      { issuer: '桥东区人民政府', year: 2020, documentNumber: '东政〔2020〕1号' },
      '[河北省张家口市桥东区 河北省邢台市桥东区]',
    ],
    [{ issuer: '毕节地区行政公署', year: 2009 }, '522400 贵州省毕节地区'],
    [{ issuer: '毕节地区大方县人民政府', year: 2009 }, '520521 贵州省毕节市大方县'],
    [{ issuer: '思茅地区墨江县人民政府', year: 2002 }, '530822 云南省普洱市墨江哈尼族自治县'],
    [{ issuer: '思茅市人民政府', year: 2005 }, '530800 云南省思茅市'],
    [{ issuer: '崇安区人民政府', year: 2010 }, '320202 江苏省无锡市崇安区'],
    [{ issuer: '通州市人民政府', year: 2008 }, '320683 江苏省南通市通州市'],
    [{ issuer: '达县人民政府', year: 2012 }, '511721 四川省达州市达县'],
    [{ issuer: '株洲县人民政府', year: 2016 }, '430221 湖南省株洲市株洲县'],
    [{ issuer: '无为县人民政府', year: null }, '340225 安徽省芜湖市无为县'],
    [{ issuer: '北川县人民政府', year: 2010 }, '510726 四川省绵阳市北川羌族自治县'],
    // The name changed in that year: either may be meant.
    [{ issuer: '简阳市人民政府', year: 2016 }, '510185 四川省成都市简阳市'],
    [{ issuer: '简阳市人民政府', year: 2015 }, '512081 四川省资阳市简阳市'],
  ],
  'names in no list': [
    [{ issuer: '保定市虚构区人民政府' }, '?保定市虚构区'],
    [{ issuer: '虚构县人民政府办公室' }, '?虚构县'],
    [{ issuer: '中共虚构县委办公室' }, '?虚构县'],
    [{ issuer: '安徽省虚构县教育局' }, '?安徽省虚构县'],
    [
      { issuer: '保定市虚构区人民政府', title: '保定市虚构区2020年要点', addressees: ['保定市各区'] },
      '?保定市虚构区',
    ],
    [{ title: '虚构市人民政府关于印发要点的通知' }, '?虚构市'],
    [{ title: '2020年虚构县政务公开工作要点' }, '?虚构县'],
    [{ title: '虚构县2020年政务公开工作要点' }, '?虚构县'],
    // Parts and sets of a place, and what is no division at all.
    [{ issuer: '合肥市城区人民政府' }, '340100 安徽省合肥市'],
    [{ issuer: '合肥市各区人民政府' }, '340100 安徽省合肥市'],
    [{ issuer: '六安市淠史杭灌区管理局' }, '341500 安徽省六安市'],
    [{ issuer: '安徽省城市管理委员会' }, '340000 安徽省'],
    [{ issuer: '全县政务公开办公室' }, '[]'],
    [{ title: '全县2020年政务公开工作要点' }, '[]'],
    [{ title: '社区2020年工作要点' }, '[]'],
    [{ title: '2020年全市政务公开工作要点' }, '[]'],
    [{ title: '2020年城市管理工作要点' }, '[]'],
    [{ issuer: '县人民政府办公室' }, '[]'],
    [{ issuer: '本市人民政府' }, '[]'],
    [{ issuer: '三县一区人民政府' }, '[]'],
  ],
}

describe('the region of a notice', () => {
  for (const [name, list] of Object.entries(cases)) {
    describe(name, () => {
      for (const [input, expected] of list) {
        it(`${JSON.stringify(input)} → ${expected}`, () => {
          const folded = Object.fromEntries(
            Object.entries(input).map(([k, v]) => [
              k,
              typeof v === 'string' ? fold(v) : Array.isArray(v) ? v.map(fold) : v,
            ]),
          )
          expect(region(folded)).toBe(expected)
        })
      }
    })
  }

  it('calls each city by one character that is not the first of its name', () => {
    for (const [mark, code] of Object.entries(cityAbbreviations)) {
      const city = divisions().find((d) => d.code === code && d.until === undefined)
      expect(city?.name, mark).toMatch(/市$/)
      expect(city!.name[0]).not.toBe(mark)
    }
    expect(new Set(Object.values(cityAbbreviations)).size).toBe(Object.keys(cityAbbreviations).length)
  })

  it('says that a division had ended before the year', () => {
    const ended = (issuer: string, year: number) => resolveRegion({ ...nothing, issuer, year }).ended
    expect(ended('襄樊市人民政府', 2009)).toBeNull()
    expect(ended('襄樊市人民政府', 2010)).toBeNull()
    expect(ended('襄樊市人民政府', 2015)).toBe(2010)
    expect(ended('襄阳市人民政府', 2015)).toBeNull()
  })

  it('is found again for every division by its full name', () => {
    const wrong = divisions()
      .filter((d) => d.until === undefined)
      .map(({ code, path }) => [region({ issuer: `${path}人民政府`, year: 2026 }), `${code} ${path}`])
      .filter(([found, expected]) => found !== expected)
    expect(wrong).toEqual([])
  })

  it('is found again for every former division by its full name in the year before it ended', () => {
    const wrong = divisions()
      .filter((d) => d.until !== undefined)
      .map(({ code, path, until }) => [
        region({ issuer: `${path}人民政府`, year: until! - 1 }),
        `${code} ${path}`,
      ])
      .filter(([found, expected]) => found !== expected)
    expect(wrong).toEqual([])
  })

  it('never throws, whatever the texts', () => {
    const text = fc.option(
      fc
        .array(
          fc.constantFrom(
            '合肥',
            '市',
            '含山县',
            '《',
            '》',
            '关于',
            '印发',
            '转发',
            '国务院',
            '鼓楼区',
            '州',
            '高新区',
            ' ',
            '和县',
          ),
          {
            maxLength: 12,
          },
        )
        .map((p) => p.join('')),
    )
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.array(text.map((t) => t ?? '')),
        text,
        (title, planTitle, issuer, addressees, documentNumber) => {
          const { region, candidates } = resolveRegion({
            title,
            planTitle,
            issuer,
            addressees,
            documentNumber,
            year: 2020,
          })
          if (region) expect(candidates).toEqual([])
          expect(candidates).not.toHaveLength(1)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a unit that names its place', () => {
  it.each([
    '合肥海关',
    '中国出口信用保险公司安徽分公司',
    '国家税务总局含山县税务局',
    '人行合肥中心支行',
    '安徽证监局',
    '江北区教育局',
    '国网芜湖供电公司',
    '南京农业大学',
    '黄山风景区管委会',
    '阿坝州大数据中心',
    '日照海关',
    '广西电网公司',
  ])('%s', (unit) => expect(namesPlace(unit)).toBe(true))

  it.each(
    `新华书店 兴业银行 公安局 平安办 司法局 自然资源和规划局 市场监管局 财政和信息化局 江北公安分局 江北公司 长江海事局 乡村振兴局
    黄河北岸管理局 中心城区指挥部 高新区管委会 会同有关部门 大新兴产业专班 各县(市、区)人民政府 市直有关单位 农业农村局 资源中心 林业局 城关镇
    国家税务总局 中国人民银行 长治久安办 环保定点办 集中卫生监督所`.split(/\s+/),
  )('%s does not', (unit) => expect(namesPlace(unit)).toBe(false))
})

describe('the lists of places', () => {
  const all = divisions()

  it('hold every level, once each', () => {
    const now = all.filter((d) => d.until === undefined)
    expect(now.filter((d) => d.code.endsWith('0000'))).toHaveLength(34)
    expect(new Set(now.map((d) => d.code)).size).toBe(now.length)
    expect(now.length).toBeGreaterThan(3000)
  })

  it('hold no zones, towns or groupings', () => {
    expect(all.filter((d) => !/[省市县区旗州盟]$/.test(d.name))).toEqual([])
    expect(all.filter((d) => /开发区$|示范区$|管理区$|市辖区|直辖|合肥高新/.test(d.name))).toEqual([])
    expect(all.filter((d) => /^(?:71|81|82)/.test(d.code)).map((d) => d.name)).toEqual([
      '台湾省',
      '香港特别行政区',
      '澳门特别行政区',
    ])
  })

  it('know what each word of the word lists is', () => {
    const codes = new Set(all.map((d) => d.code))
    expect(Object.values(shortNames).filter((c) => !codes.has(c))).toEqual([])
    expect(Object.values(provinceAbbreviations).filter((c) => !codes.has(c))).toEqual([])
    expect([...commonStems].filter((s) => !all.some((d) => d.name.startsWith(s)))).toEqual([])
    expect([...nounNames].filter((n) => !all.some((d) => d.name === n))).toEqual([])
  })
})
