/**
 * Characters by which cities are called in document numbers and elsewhere beside the first of their name (榕政办 is of
 * 福州), and the city's code. Each stands here once; a character that is in use for two cities by custom does not
 * (宜 of 安庆 and 宜昌). It decides only between places that something else has named.
 */
export const cityAbbreviations: Readonly<Record<string, string>> = {
  并: '140100',
  宁: '320100',
  锡: '320200',
  通: '320600',
  甬: '330200',
  庐: '340100',
  榕: '350100',
  鹭: '350200',
  洪: '360100',
  浔: '360400',
  饶: '361100',
  汴: '410200',
  宛: '411300',
  潭: '430300',
  穗: '440100',
  莞: '441900',
  邕: '450100',
  蓉: '510100',
  筑: '520100',
}
