/** What ends like the name of a division and is none, as patterns of what stands before 市, 县, 区 or 旗. */
export const divisionLike = {
  /** With which sets of divisions, or names withheld, begin: 各县, 三区, 某市. */
  begins: '某|各|全|本|我|该|市辖|直辖|所|当|属|有关|相关|其他|[一二三四五六七八九十两几多数]',
  /** In which sets and kinds end (试点县), parts and areas (城区, 灌区), and other words (城市, 国旗). */
  ends: [
    '[各全本我该辖外邻大强小两诸等及与]',
    '试点|示范|贫困|脱贫|摘帽|重点|直管|帮扶|边境|百强|先进|文明|试验|实验|革命老',
    '[城郊社园景灌库牧林矿灾山特地新街校片港军警老滩禁渔]|开发|度假|保护|保税|管理|功能|集聚|集中|工业|高新|经开|行政|警备|名胜',
    '[都上超夜股楼债集国红军]',
  ].join('|'),
  /** What no name holds: the end of a body's or a clause's. */
  holds: '[局厅办委部处院校社会镇乡村街]|政府|关于|印发|工作|公开',
} as const
