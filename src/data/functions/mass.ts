/** Mass organizations: of workers, youth, women and others, led by the party. */
import { type FunctionRow, named } from './function.ts'

const organization = 'organization' as const

const body = (code: string, zh: string, en: string, names: string, central = ''): FunctionRow => ({
  code,
  zh,
  en,
  type: organization,
  names: () => [...named(names), ...(central === '' ? [] : named(central, { levels: ['national'] }))],
  history: [],
})

export const massOrganizations: readonly FunctionRow[] = [
  body(
    'trade-union',
    '工会',
    'trade unions',
    '(总)工会 工会联合会 工会委员会 总工会办公室 职工服务中心 产业工会',
    '中华全国总工会',
  ),
  body(
    'youth-league',
    '共青团',
    'Communist Youth League',
    '团委 共青团 共青团委 团工委 共青团委员会 团省委 团市委 团县委 团区委 团州委 团旗委 少工委 青年联合会 青联',
    '团中央 共青团中央',
  ),
  body(
    'women-federation',
    '妇联',
    "women's federation",
    '妇联 妇女联合会 妇儿工委 妇儿工委办(公室) 妇女儿童工作委员会 妇女儿童工作委员会办公室',
  ),
  body(
    'disabled-federation',
    '残联',
    "disabled persons' federation",
    '残联 残疾人联合会 残工委 残疾人工作委员会 残疾人工作委员会办公室 残工委办公室 残疾人就业服务中心',
  ),
  body('science-association', '科协', 'association for science and technology', '科协 科学技术协会 科技馆'),
  body(
    'industry-commerce-federation',
    '工商联',
    'federation of industry and commerce',
    '工商联 工商业联合会 总商会 工商联合会',
  ),
  body('literary-federation', '文联', 'federation of literary and art circles', '文联 文学艺术界联合会'),
  body(
    'social-science-federation',
    '社科联',
    'federation of social sciences',
    '社科联 社会科学界联合会 社会科学联合会',
  ),
  body('returned-overseas-chinese', '侨联', 'federation of returned overseas Chinese', '侨联 归国华侨联合会'),
  body('red-cross', '红十字会', 'Red Cross', '红十字会 红会'),
  body(
    'trade-promotion',
    '贸促会',
    'council for the promotion of international trade',
    '贸促会 贸促支会 国际贸易促进委员会 贸促分会 贸促委 国际商会',
  ),
]
