import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  labelGap,
  levelLabel,
  msoNfc,
  type NumberFormat,
  numberFormat,
  typedLabel,
} from '../../src/read/numbering.ts'

describe('numbers as Word prints them', () => {
  const cases: [NumberFormat, [number, string][]][] = [
    [
      'decimal',
      [
        [0, '0'],
        [12, '12'],
      ],
    ],
    [
      'decimalZero',
      [
        [7, '07'],
        [12, '12'],
        [100, '100'],
      ],
    ],
    ['decimalFullWidth', [[12, '１２']]],
    ['decimalHalfWidth', [[12, '12']]],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '21'],
      ],
    ],
    ['decimalEnclosedCircleChinese', [[2, '②']]],
    [
      'decimalEnclosedParen',
      [
        [1, '⑴'],
        [20, '⒇'],
        [21, '21'],
      ],
    ],
    [
      'decimalEnclosedFullstop',
      [
        [1, '⒈'],
        [21, '21'],
      ],
    ],
    [
      'ideographEnclosedCircle',
      [
        [1, '㈠'],
        [10, '㈩'],
        [11, '(十一)'],
      ],
    ],
    [
      'chineseCounting',
      [
        [1, '一'],
        [10, '十'],
        [11, '十一'],
        [20, '二十'],
        [99, '九十九'],
        [100, '一○○'],
        [101, '一○一'],
      ],
    ],
    [
      'taiwaneseCounting',
      [
        [12, '十二'],
        [110, '一一○'],
      ],
    ],
    [
      'chineseCountingThousand',
      [
        [10, '十'],
        [19, '十九'],
        [100, '一百'],
        [101, '一百零一'],
        [110, '一百一十'],
        [1001, '一千零一'],
        [1010, '一千零一十'],
        [10_000, '一万'],
        [10_001, '一万零一'],
        [100_000, '十万'],
      ],
    ],
    [
      'taiwaneseCountingThousand',
      [
        [21, '二十一'],
        [10_000, '一萬'],
      ],
    ],
    [
      'japaneseCounting',
      [
        [10, '十'],
        [100, '百'],
        [111, '百十一'],
        [101, '百一'],
      ],
    ],
    [
      'japaneseLegal',
      [
        [1, '壱'],
        [10, '壱拾'],
      ],
    ],
    ['japaneseDigitalTenThousand', [[10, '一〇']]],
    [
      'chineseLegalSimplified',
      [
        [1, '壹'],
        [10, '壹拾'],
        [12, '壹拾贰'],
        [105, '壹佰零伍'],
      ],
    ],
    [
      'ideographLegalTraditional',
      [
        [3, '參'],
        [12, '壹拾貳'],
      ],
    ],
    [
      'ideographDigital',
      [
        [1, '一'],
        [10, '一〇'],
        [21, '二一'],
      ],
    ],
    ['taiwaneseDigital', [[10, '一○']]],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '11'],
      ],
    ],
    [
      'ideographZodiac',
      [
        [1, '子'],
        [12, '亥'],
        [13, '13'],
      ],
    ],
    [
      'ideographZodiacTraditional',
      [
        [1, '甲子'],
        [13, '丙子'],
        [60, '癸亥'],
      ],
    ],
    [
      'upperLetter',
      [
        [1, 'A'],
        [26, 'Z'],
        [27, 'AA'],
        [28, 'BB'],
        [781, 'A'],
      ],
    ],
    ['lowerLetter', [[53, 'aaa']]],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [1999, 'MCMXCIX'],
        [40_000, '40000'],
      ],
    ],
    ['lowerRoman', [[9, 'ix']]],
    ['hex', [[26, '1A']]],
    [
      'ordinal',
      [
        [1, '1st'],
        [11, '11th'],
        [22, '22nd'],
        [113, '113th'],
      ],
    ],
    [
      'cardinalText',
      [
        [21, 'Twenty-one'],
        [342, 'Three hundred forty-two'],
      ],
    ],
    [
      'ordinalText',
      [
        [1, 'First'],
        [20, 'Twentieth'],
        [32, 'Thirty-second'],
      ],
    ],
    ['numberInDash', [[3, '- 3 -']]],
    [
      'chicago',
      [
        [1, '*'],
        [5, '**'],
      ],
    ],
    [
      'aiueo',
      [
        [1, 'ｱ'],
        [47, 'ｱ'],
      ],
    ],
    ['aiueoFullWidth', [[46, 'ン']]],
    ['iroha', [[48, 'ﾝ']]],
    [
      'irohaFullWidth',
      [
        [1, 'イ'],
        [49, 'イ'],
      ],
    ],
    ['ganada', [[14, '하']]],
    ['koreanDigital', [[10, '일영']]],
    ['koreanCounting', [[12, '십이']]],
    ['bullet', [[1, '']]],
    ['none', [[1, '']]],
  ]
  for (const [format, pairs] of cases) {
    it(format, () => {
      expect(pairs.map(([n]) => formatNumber(n, format))).toEqual(pairs.map(([, text]) => text))
    })
  }

  it('prints a number that no format can hold as it is', () => {
    expect(formatNumber(-3, 'chineseCounting')).toBe('-3')
    expect(formatNumber(Number.NaN, 'decimal')).toBe('NaN')
    expect(formatNumber(900_000_000, 'chineseCountingThousand')).toBe('900000000')
  })
})

it('maps the codes of [MS-OSHARED] 2.2.1.3', () => {
  expect(
    [0, 1, 4, 0x0a, 0x0b, 0x12, 0x16, 0x17, 0x1e, 0x21, 0x25, 0x26, 0x27, 0x28, 0x39, 0x3b].map(msoNfc),
  ).toEqual([
    'decimal',
    'upperRoman',
    'lowerLetter',
    'ideographDigital',
    'japaneseCounting',
    'decimalEnclosedCircle',
    'decimalZero',
    'bullet',
    'ideographTraditional',
    'taiwaneseCounting',
    'chineseCounting',
    'chineseLegalSimplified',
    'chineseCountingThousand',
    'decimal',
    'numberInDash',
    'russianUpper',
  ])
  expect(msoNfc(0xff)).toBe('none')
  expect(msoNfc(0x3c)).toBeNull()
  expect(numberFormat('chineseCounting')).toBe('chineseCounting')
  expect(numberFormat('toString')).toBeNull()
})

describe('labels', () => {
  it('put the numbers of the levels into the level text', () => {
    const levels = [
      { value: 3, format: 'chineseCounting' },
      { value: 2, format: 'decimal' },
    ] as const
    expect(levelLabel('第%1条', levels)).toBe('第三条')
    expect(levelLabel('（%1）', levels)).toBe('（三）')
    expect(levelLabel('%1.%2', levels)).toBe('三.2')
    expect(levelLabel('%1.%2', levels, true)).toBe('3.2')
    expect(levelLabel('%1.%3', levels)).toBe('三.')
    expect(levelLabel('%2%', levels)).toBe('2%')
  })

  it('keep a space only where the label ends without punctuation of its own width', () => {
    expect(labelGap('一、', 'tab')).toBe('')
    expect(labelGap('（一）', 'space')).toBe('')
    expect(labelGap('1.', 'tab')).toBe(' ')
    expect(labelGap('第一条', 'space')).toBe(' ')
    expect(labelGap('第一条', 'nothing')).toBe('')
    expect(labelGap('', 'tab')).toBe('')
  })

  it('are seen where they were typed', () => {
    expect(typedLabel('一、', '一、总体要求')).toBe(true)
    expect(typedLabel('（一）', ' (一)加强领导')).toBe(true)
    expect(typedLabel('1.', '1．推进公开')).toBe(true)
    expect(typedLabel('1', '1 推进公开')).toBe(true)
    expect(typedLabel('1', '1月底前')).toBe(false)
    expect(typedLabel('1', '1.5亿元')).toBe(false)
    expect(typedLabel('第一条', '第一条　为了')).toBe(true)
    expect(typedLabel('一、', '二、总体要求')).toBe(false)
    expect(typedLabel('', '总体要求')).toBe(false)
  })
})
