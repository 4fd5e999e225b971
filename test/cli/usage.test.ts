import { describe, expect, it } from 'vitest'
import { yaodian } from './fake.ts'

describe('wrong usage', () => {
  const wrong: [args: string[], zh: string, en: string][] = [
    [
      ['parse', 'a', '--fromat'],
      '没有选项 --fromat，是否是 --format？',
      'unknown option --fromat; did you mean --format?',
    ],
    [['prase', 'a'], '没有命令 prase，是否是 parse？', 'unknown command prase; did you mean parse?'],
    [['parse'], '缺少参数 FILE', 'missing argument FILE'],
    [['parse', 'a', '-o'], '选项 -o, --out <DIR> 没有给出值', 'option -o, --out <DIR> needs a value'],
    [['convert', 'a'], '必须给出选项 -o, --out <OUT>', 'option -o, --out <OUT> is required'],
    [
      ['parse', 'a', '--format', 'xml'],
      '选项 --format <json|ndjson|csv> 的值“xml”不对，可用的值：json, ndjson, csv',
      'option --format <json|ndjson|csv> cannot be “xml”; it may be: json, ndjson, csv',
    ],
    [
      ['convert', 'a', '-o', 'b', '--jobs', '0'],
      '选项 --jobs <N> 的值“0”不对: 应为正整数（',
      'option --jobs <N> cannot be “0”: expected a positive integer (see',
    ],
    [
      ['convert', 'a', '-o', 'b', '--jobs', '2M'],
      '选项 --jobs <N> 的值“2M”不对: 应为正整数（',
      'option --jobs <N> cannot be “2M”: expected a positive integer (see',
    ],
    [
      ['convert', 'a', '-o', 'b', '--max-bytes', '0'],
      '选项 --max-bytes <N> 的值“0”不对: 应为正的字节数，可写作 50M',
      'option --max-bytes <N> cannot be “0”: expected a positive number of bytes, which may be written 50M',
    ],
    [['explain', 'a', 'b'], '参数过多', 'too many arguments'],
    [['explain', 'a', '--task', 'x'], '应写作 t3', 'expected the form t3'],
    [['parse', 'a', '--lang', 'fr'], '选项 --lang <zh|en> 的值“fr”不对', ''],
  ]
  it.each(wrong)('%j', async (args, zh, en) => {
    const chinese = await yaodian(...args)
    expect(chinese).toMatchObject({ status: 64, out: '' })
    expect(chinese.err).toContain(`错误 usage/wrong: 用法不对：`)
    expect(chinese.err).toContain(zh)
    expect(chinese.err).toMatch(/（用 yaodian.* --help 查看用法）\n$/)
    if (en === '') return
    const english = await yaodian(...args, '--lang=en')
    expect(english.status).toBe(64)
    expect(english.err).toContain(en)
    expect(english.err).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('shows the help where no command is given', async () => {
    const { status, out, err } = await yaodian()
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(err).toContain('用法：')
  })
})

describe('--version', () => {
  it('is that of the package', async () => {
    const { status, out } = await yaodian('--version')
    expect(status).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
