/** What notices say of themselves, in the forms in which they begin and end. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'

const items =
  '一、重点工作\n1.开展培训。组织两场培训。（责任单位：县教育局）\n2.加强监督。（责任单位：县审计局）\n'

interface Wanted {
  readonly title?: string
  readonly planTitle?: string
  readonly documentNumber?: string
  readonly issuer?: string
  readonly issuedOn?: string
  readonly addressees?: readonly string[]
  readonly attachments?: readonly string[]
  readonly region?: string
  readonly tasks?: number
}

const notices: readonly (readonly [text: string, wanted: Wanted])[] = [
  [
    `关于印发《2023年政务公开工作要点》的通知\n长政办发〔2023〕8号\n各乡镇人民政府、县直各部门：\n现将《2023年政务公开工作要点》印发给你们。\n长丰县人民政府办公室\n2023年5月6日\n2023年政务公开工作要点\n${items}`,
    {
      documentNumber: '长政办发〔2023〕8号',
      issuer: '长丰县人民政府办公室',
      issuedOn: '2023-05-06',
      planTitle: '2023年政务公开工作要点',
      region: '340121',
    },
  ],
  [
    `长丰县人民政府办公室文件\n\n长政办〔2023〕8号\n\n关于印发2023年政务公开工作要点的通知\n\n各乡镇人民政府、县直各部门：\n现将《2023年政务公开工作要点》印发给你们。\n\n长丰县人民政府办公室\n2023年5月6日\n\n2023年政务公开工作要点\n${items}`,
    {
      documentNumber: '长政办〔2023〕8号',
      title: '关于印发2023年政务公开工作要点的通知',
      issuer: '长丰县人民政府办公室',
    },
  ],
  [
    `长丰县人民政府办公室关于印发2023年政务公开工作要点的通知\n各乡镇人民政府、县直各部门：\n《2023年政务公开工作要点》已经县政府同意，现予印发，请遵照执行。\n2023年5月6日\n2023年政务公开工作要点\n${items}`,
    { issuer: '长丰县人民政府办公室', issuedOn: '2023-05-06' },
  ],
  [
    `关于2023年重点工作任务分解的通知\n各股室、各二级单位：\n为完成目标，现将2023年重点工作分解如下：\n${items}\n长丰县教育体育局\n二〇二三年五月六日`,
    {
      title: '关于2023年重点工作任务分解的通知',
      issuer: '长丰县教育体育局',
      issuedOn: '2023-05-06',
      addressees: ['各股室', '各二级单位'],
    },
  ],
  [
    `长丰县2023年政务公开工作实施方案\n（2023年5月6日）\n${items}`,
    { issuedOn: '2023-05-06', title: '长丰县2023年政务公开工作实施方案' },
  ],
  [
    `关于印发《双墩镇2023年政务公开工作要点》的通知\n各村（居）民委员会，镇直各部门：\n现将《双墩镇2023年政务公开工作要点》印发你们，请认真组织实施。\n长丰县双墩镇人民政府\n2023年5月6日\n双墩镇2023年政务公开工作要点\n${items}`,
    { issuer: '长丰县双墩镇人民政府', region: '340121', addressees: ['各村（居）民委员会', '镇直各部门'] },
  ],
  [
    `中共长丰县委办公室 长丰县人民政府办公室印发《关于推进乡村振兴的实施方案》的通知\n各乡镇党委和人民政府，县委各部委，县直各单位：\n《关于推进乡村振兴的实施方案》已经县委、县政府同意，现印发给你们，请结合实际认真贯彻落实。\n中共长丰县委办公室\n长丰县人民政府办公室\n2023年5月6日\n关于推进乡村振兴的实施方案\n${items}`,
    { issuer: '中共长丰县委办公室长丰县人民政府办公室', planTitle: '关于推进乡村振兴的实施方案' },
  ],
  [
    `索引号：11340121003/202305-00012\n发布机构：长丰县政府办\n发文日期：2023-05-08\n文号：长政办〔2023〕8号\n标题：2023年政务公开工作要点\n\n长丰县2023年政务公开工作要点\n\n${items}`,
    { documentNumber: '长政办〔2023〕8号', title: '长丰县2023年政务公开工作要点' },
  ],
  [
    `长丰县司法局关于印发《2023年普法依法治理工作要点》的通知\n长司〔2023〕第8号\n各科室：\n现将要点印发给你们，请认真贯彻执行。\n附件：2023年普法依法治理工作要点\n长丰县司法局\n2023年5月6日\n附件：\n2023年普法依法治理工作要点\n${items}`,
    {
      documentNumber: '长司〔2023〕第8号',
      planTitle: '2023年普法依法治理工作要点',
      attachments: ['2023年普法依法治理工作要点'],
    },
  ],
  [
    `长丰县司法局关于印发《2023年普法依法治理工作要点》的通知\n长司发[2023]8号\n各科室：\n现将要点印发给你们，请认真贯彻执行。\n长丰县司法局办公室\t2023年5月6日印发\n\n2023年普法依法治理工作要点\n${items}`,
    { documentNumber: '长司发[2023]8号', planTitle: '2023年普法依法治理工作要点' },
  ],
  [
    `合肥市蜀山区人民政府办公室关于印发蜀山区2023年民生实事的通知\n合蜀政办〔2023〕8号\n各镇街、开发区，区直各部门、各直属机构，驻区各单位：\n经区政府同意，现予以印发。\n蜀山区人民政府办公室\n2023年5月6日\n蜀山区2023年民生实事\n${items}`,
    {
      region: '340104',
      addressees: ['各镇街、开发区', '区直各部门', '各直属机构', '驻区各单位'],
      planTitle: '蜀山区2023年民生实事',
    },
  ],
  [`广西壮族自治区上林县2023年优化营商环境工作要点\n${items}`, { region: '450125' }],
  [`内蒙古自治区科尔沁右翼前旗2023年工作要点\n${items}`, { region: '152221' }],
  [`西双版纳州2023年工作要点\n${items}`, { region: '532800' }],
  [`上海市浦东新区2023年工作要点\n${items}`, { region: '310115' }],
  [`仙桃市2023年工作要点\n${items}`, { region: '429004' }],
  [`吉安县发展和改革委员会2023年工作要点\n${items}`, { region: '360821' }],
  [`国家税务总局长丰县税务局2023年政务公开工作要点\n${items}`, { region: '340121' }],
  [
    `长丰县统计局2023年度工作要点\n\n${items}\n长丰县统计局\n2023年1月20日\n\n附件：任务分解表.doc`,
    { issuer: '长丰县统计局', issuedOn: '2023-01-20' },
  ],
  [
    `各乡镇人民政府、县直各部门：\n经县政府同意，现将《长丰县2023年工作要点》印发给你们，请认真组织实施。\n长丰县人民政府办公室\n2023年5月6日\n（此件公开发布）\n长丰县2023年工作要点\n${items}`,
    {
      title: '长丰县2023年工作要点',
      planTitle: '长丰县2023年工作要点',
      issuer: '长丰县人民政府办公室',
      issuedOn: '2023-05-06',
    },
  ],
  [
    `长丰县人民政府关于2023年重点工作任务分解的通知\n长政〔2023〕8号\n\n各乡镇人民政府，县政府有关部门：\n为确保完成2023年目标任务，县政府对《政府工作报告》确定的重点工作进行了分解，现印发给你们，并提出如下要求：\n一、明确责任。各牵头单位要制定方案。\n二、加强督查。县政府督查室要定期督查。\n附件：2023年重点工作任务分解表\n长丰县人民政府\n2023年2月8日\n附件\n2023年重点工作任务分解表\n${items}`,
    { planTitle: '2023年重点工作任务分解表', tasks: 2 },
  ],
  [
    `长丰县人民政府关于2023年重点工作任务分解的通知\n各乡镇人民政府：\n现将有关事项通知如下。\n${items}三、其他事项\n请于每月25日前报送进展。\n联系人：张三，联系电话：0551-66666666。\n长丰县人民政府\n2023年2月8日\n`,
    { issuer: '长丰县人民政府', tasks: 3 },
  ],
]

describe('a notice', () => {
  it.each(notices)('%s', async (text, wanted) => {
    const { notice, tasks } = await parse({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
    const got: Record<string, unknown> = {
      ...notice,
      region: notice.region?.code,
      attachments: notice.attachments.map((a) => a.title),
      tasks: tasks.length,
    }
    const keys = Object.keys({ tasks: 2, ...wanted })
    expect(Object.fromEntries(keys.map((k) => [k, got[k]]))).toEqual({ tasks: 2, ...wanted })
  })
})
