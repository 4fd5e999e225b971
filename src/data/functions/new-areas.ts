/**
 * New areas that the State Council has founded and whose name holds no division (国家级新区): each with the
 * division whose government leads it. 浦东新区 and 滨海新区 are districts and stand among the divisions.
 */
export const stateNewAreas: Readonly<Record<string, string>> = {
  雄安新区: '130000',
  两江新区: '500000',
  西咸新区: '610000',
  贵安新区: '520000',
  天府新区: '510000',
  滇中新区: '530000',
  湘江新区: '430100',
  江北新区: '320100',
  赣江新区: '360000',
  金普新区: '210200',
  西海岸新区: '370200',
  舟山群岛新区: '330900',
}
