import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatePairs, mostEarlier } from '../../src/dataset/copies/candidates.ts'
import { located } from '../../src/dataset/copies/group.ts'
import {
  type Candidate,
  differences,
  type Effort,
  fingerprint,
  groupCopies,
} from '../../src/dataset/copies/index.ts'
import { digits, letters, resemblance, Smallest } from '../../src/dataset/copies/keys.ts'
import type { Notice, NoticeResult, Task } from '../../src/generated/notice.ts'
import { parse } from '../../src/pipeline.ts'
import { fold } from '../../src/text/fold.ts'
import { madeDeadline, madeNotice, madeResult, madeTask, madeUnit } from '../made.ts'

const texts = [
  '推进行政权力公开透明运行，全面梳理权责清单，2021年6月底前在网站公布',
  '加强重点领域信息公开，每季度更新不少于4次，做好财政预决算、重大建设项目信息发布',
  '规范政府信息公开平台建设，完善专栏设置，确保栏目内容更新及时、准确、完整',
  '扎实做好政策解读，解读材料与文件同步组织、同步审签、同步发布，解读率达到95%以上',
]
const head: Partial<Notice> = {
  title: '含山县人民政府办公室关于印发2021年政务公开工作要点的通知',
  planTitle: '2021年政务公开工作要点',
  documentNumber: '含政办〔2021〕15号',
  numberParts: { agency: '含政办', year: 2021, number: 15 },
  issuer: '含山县人民政府办公室',
  issuedOn: '2021-04-02',
  year: 2021,
  region: { code: '340522', name: '安徽省马鞍山市含山县' },
  addressees: ['各镇人民政府', '县直各单位'],
}
const bare: Partial<Notice> = Object.fromEntries(
  Object.keys(head).map((key) => [key, madeNotice()[key as keyof Notice]]),
)

let made = 0
function sha(): string {
  return (++made * 7919).toString(16).padStart(16, '0').repeat(4)
}

interface Made {
  readonly notice?: Partial<Notice>
  readonly tasks?: readonly string[]
  readonly more?: Partial<Task>
  readonly path?: string
  readonly outcome?: string
  readonly format?: NoticeResult['source']['format']
}

function resultOf({ notice = {}, tasks = texts, more = {}, format = 'txt' }: Made): NoticeResult {
  const units = { responsibleUnits: [madeUnit('县政务公开办')] }
  const result = madeResult('a', sha(), {
    notice: madeNotice({ ...head, ...notice }),
    tasks: tasks.map((text, i) => madeTask(`t${i + 1}`, text, { ...units, ...more })),
  })
  result.source.format = format
  return result
}

function candidate(document: Made | NoticeResult, path?: string): Candidate {
  const result = 'schemaVersion' in document ? document : resultOf(document)
  const given = 'schemaVersion' in document ? {} : document
  return {
    documentId: result.source.sha256.slice(0, 16),
    path: path ?? given.path ?? `in/${result.source.sha256.slice(0, 6)}.txt`,
    outcome: given.outcome ?? (result.tasks.length > 0 ? 'SUCCESS' : 'EMPTY'),
    fingerprint: fingerprint(result),
  }
}

/** Of documents by name, the names that are together: `a+b c`. */
function grouped(documents: Record<string, Made>): string {
  const candidates = Object.entries(documents).map(([name, document]) => ({
    name,
    made: candidate(document),
  }))
  const places = groupCopies(candidates.map((c) => c.made))
  const groups = new Map<string, string[]>()
  for (const { name, made } of candidates) {
    const { noticeId } = places.get(made.documentId)!
    groups.set(noticeId, [...(groups.get(noticeId) ?? []), name])
  }
  return [...groups.values()].map((names) => names.join('+')).join(' ')
}

const otherCounty: Partial<Notice> = {
  title: '和县人民政府办公室关于印发2021年政务公开工作要点的通知',
  documentNumber: '和政办〔2021〕9号',
  numberParts: { agency: '和政办', year: 2021, number: 9 },
  issuer: '和县人民政府办公室',
  region: { code: '340523', name: '安徽省马鞍山市和县' },
}

function attachment(title: string, href: string | null = null): Notice['attachments'][number] {
  return { title, ordinal: null, href }
}

describe('copies of one notice', () => {
  it('are those with the same tasks up to spacing, punctuation and digits that were lost', () => {
    const spaced = texts.map((text) => text.replaceAll('，', ' , ').replace(/(.{9})/g, '$1\n'))
    const lost = texts.map((text) => text.replace(/[0-9]/g, ''))
    expect(grouped({ a: {}, b: { tasks: spaced }, c: { tasks: lost } })).toBe('a+b+c')
  })

  it('may divide a clause into task and requirement at different places', () => {
    const [first, ...rest] = texts
    const divided = resultOf({})
    divided.tasks[0] = madeTask('t1', first!.slice(0, 10), { requirement: first!.slice(10) })
    const whole = candidate({ tasks: [first!, ...rest] })
    const other = candidate(divided)
    expect(groupCopies([whole, other]).get(other.documentId)!.noticeId).toBe(
      groupCopies([whole, other]).get(whole.documentId)!.noticeId,
    )
  })

  it('have lost a table, if number and title are the same', () => {
    expect(grouped({ whole: {}, lost: { tasks: texts.slice(0, 2) } })).toBe('whole+lost')
    const unnumbered = { documentNumber: null, numberParts: null }
    expect(
      grouped({ whole: { notice: unnumbered }, lost: { tasks: texts.slice(0, 2), notice: unnumbered } }),
    ).toBe('whole lost')
  })

  it('may have lost digits of number and date', () => {
    const damaged = { documentNumber: '含政办〔〕号', numberParts: null, issuedOn: null, year: null }
    expect(grouped({ a: {}, b: { notice: damaged } })).toBe('a+b')
  })

  it('are an annex without a head and its notice, if they lie together', () => {
    const annex = { notice: bare, path: 'in/附件1.doc' }
    expect(grouped({ page: { path: 'in/page.html' }, annex })).toBe('page+annex')
    expect(grouped({ page: { path: 'elsewhere/page.html' }, annex })).toBe('page annex')
    const shorter = { ...annex, tasks: texts.slice(0, 3) }
    expect(grouped({ page: { path: 'in/page.html' }, shorter })).toBe('page shorter')
  })

  it('without a head are told by their file name', () => {
    const doc = { notice: bare, path: 'in/分解表.doc' }
    expect(grouped({ doc, pdf: { notice: bare, path: 'in/分解表.pdf' } })).toBe('doc+pdf')
    expect(grouped({ doc, other: { notice: bare, path: 'in/和县分解表.doc' } })).toBe('doc other')
  })

  it('hold no tasks and say the same of themselves', () => {
    const empty = { tasks: [] }
    expect(grouped({ a: empty, b: empty })).toBe('a+b')
    expect(grouped({ a: { ...empty, notice: { documentNumber: null, numberParts: null } }, b: empty })).toBe(
      'a b',
    )
    expect(grouped({ a: { ...empty, notice: bare }, b: { ...empty, notice: bare } })).toBe('a b')
  })
})

describe('not copies of one notice', () => {
  const cases: Record<string, Made> = {
    'another county with copied text': { notice: otherCounty },
    'another county without a number': {
      notice: { ...otherCounty, documentNumber: null, numberParts: null },
    },
    'another county, known by its title only': {
      notice: { ...bare, title: '和县2021年政务公开工作要点', region: otherCounty.region! },
    },
    'another township, of no known place': {
      notice: { ...bare, title: '清溪镇2021年政务公开工作要点' },
      path: 'x/a.doc',
    },
    'last year’s plan': {
      notice: {
        title: '含山县人民政府办公室关于印发2020年政务公开工作要点的通知',
        planTitle: '2020年政务公开工作要点',
        documentNumber: '含政办〔2020〕11号',
        numberParts: { agency: '含政办', year: 2020, number: 11 },
        issuedOn: '2020-04-02',
        year: 2020,
      },
    },
    'another number of the same year': {
      notice: {
        documentNumber: '含政办〔2021〕5号',
        numberParts: { agency: '含政办', year: 2021, number: 5 },
      },
    },
    'a draft': { notice: { title: `${head.title}（征求意见稿）`, documentNumber: null, numberParts: null } },
    'an explanation': {
      notice: { title: `《${head.planTitle}》政策解读`, planTitle: null, documentNumber: null },
    },
    'a draft by its file name': {
      notice: { documentNumber: null, numberParts: null },
      path: 'in/要点（征求意见稿）.doc',
    },
    'units of another place': {
      notice: { ...bare, title: head.title! },
      more: { responsibleUnits: [madeUnit('和县财政局'), madeUnit('和县教育局')] },
    },
    'numbers that differ': {
      notice: {
        documentNumber: null,
        numberParts: null,
        title: head.planTitle!,
        planTitle: null,
        issuedOn: null,
        issuer: null,
      },
      tasks: texts.map((text) => text.replace('95%', '80%')),
    },
  }
  it.each(Object.entries(cases))('%s', (_, other) => {
    const units = { responsibleUnits: [madeUnit('含山县财政局'), madeUnit('含山县教育局')] }
    const own: Made = other.more ? { more: units } : {}
    expect(grouped({ notice: { path: 'in/notice.doc', ...own }, other })).toBe('notice other')
  })

  it('a number that every county uses tells nothing', () => {
    const number = {
      documentNumber: '政办发〔2021〕5号',
      numberParts: { agency: '政办发', year: 2021, number: 5 },
    }
    const notice = {
      ...bare,
      ...number,
      title: '2021年政务公开工作要点',
      year: 2021,
      issuer: '县人民政府办公室',
    }
    expect(grouped({ a: { notice, path: 'a/1.doc' }, b: { notice, path: 'b/1.doc' } })).toBe('a b')
  })

  it('are not chained by a copy that fits both', () => {
    const annex = { notice: bare, path: 'in/附件.doc' }
    const own = { path: 'in/含山.html' }
    const others = { notice: otherCounty, path: 'in/和县.html' }
    expect(grouped({ own, annex })).toBe('own+annex')
    expect(grouped({ own, annex, others })).toBe('own annex others')
  })
})

describe('two counties’ notices in one folder, with one title and one text', () => {
  const notice = { ...bare, title: '2021年政务公开工作要点', year: 2021 }
  const page = (path: string, more: Partial<Notice> = {}): Made => ({
    notice: { ...notice, ...more },
    path: `in/${path}.html`,
    format: 'html',
  })
  const doc = (path: string, more: Partial<Notice> = {}): Made => ({
    notice: { ...notice, ...more },
    path: `in/${path}.doc`,
    format: 'doc',
  })
  const pdf = (path: string): Made => ({ notice, path: `in/${path}.pdf`, format: 'pdf' })

  it('are of one format; the copies of one notice are not', () => {
    expect(grouped({ a: page('a'), b: page('b') })).toBe('a b')
    expect(grouped({ a: doc('a'), b: { ...doc('b'), format: 'docx' } })).toBe('a b')
    expect(grouped({ page: page('a'), doc: doc('a'), pdf: pdf('a') })).toBe('page+doc+pdf')
    expect(grouped({ page: page('a'), doc: doc('附件'), pdf: pdf('要点') })).toBe('page doc pdf')
    expect(grouped({ doc: doc('a'), docx: { ...doc('a'), format: 'docx', path: 'in/a.docx' } })).toBe(
      'doc+docx',
    )
  })
  it('are not chained by a .doc that fits both', () => {
    const lists = { attachments: [attachment('c.doc')] }
    expect(grouped({ a: page('a', lists), b: page('b', lists), doc: doc('c') })).toBe('a b doc')
    const known = { issuer: head.issuer!, attachments: [attachment('附件.doc')] }
    const annex = { ...doc('附件'), notice: bare }
    expect(grouped({ a: page('a', known), b: page('b'), annex })).toBe('a+annex b')
    expect(grouped({ a: page('a', known), b: page('b', lists), annex })).toBe('a+annex b')
  })
  it('an annex may be of the format of its notice', () => {
    const annex = { ...doc('附件'), notice: bare }
    expect(grouped({ notice: doc('通知', { issuer: head.issuer! }), annex })).toBe('notice+annex')
    expect(grouped({ notice: doc('通知'), annex })).toBe('notice annex')
  })
  it('were published on different days, unless number and title are the same', () => {
    const [april, may] = [{ publishedOn: '2023-04-01' }, { publishedOn: '2023-05-06' }]
    expect(grouped({ a: page('a', april), b: doc('a', may) })).toBe('a b')
    expect(grouped({ a: page('a', april), b: doc('a', april) })).toBe('a+b')
    expect(grouped({ a: page('a', april), b: doc('a') })).toBe('a+b')
    // All counties publish what they were told to in the same week.
    expect(grouped({ a: page('a', april), b: doc('b', april) })).toBe('a b')
    expect(grouped({ a: { notice: april }, b: { notice: may } })).toBe('a+b')
    const unnumbered = { documentNumber: null, numberParts: null }
    expect(grouped({ a: { notice: { ...unnumbered, ...april } }, b: { notice: may } })).toBe('a b')
  })
  it('have file names of different places', () => {
    const hanshan = page('含山县2021年政务公开工作要点')
    expect(grouped({ hanshan, he: doc('和县2021年政务公开工作要点') })).toBe('hanshan he')
    expect(grouped({ hanshan, he: doc('政务公开_和县') })).toBe('hanshan he')
    expect(grouped({ hanshan, same: doc('安徽省含山县要点') })).toBe('hanshan+same')
    expect(grouped({ a: page('安徽省含山县'), b: doc('安徽省和县') })).toBe('a b')
    expect(grouped({ hanshan, unknown: doc('要点') })).toBe('hanshan unknown')
    // The region that one tells, and the file name of another that tells none.
    const told = { path: 'in/page.html', format: 'html' } as const
    const annex = (name: string) => ({ ...doc(name), notice: bare })
    expect(grouped({ told, annex: annex('和县分解表') })).toBe('told annex')
    expect(grouped({ told, annex: annex('含山县分解表') })).toBe('told+annex')
    // Number and issuer say more than who named the file.
    expect(grouped({ a: { path: 'in/含山县.txt' }, b: { path: 'in/马鞍山市转载.txt' } })).toBe('a+b')
  })
})

describe('districts that share a name or an agency letter', () => {
  const number = (agency: string, year = 2021, no = 12) => ({
    documentNumber: `${agency}〔${year}〕${no}号`,
    numberParts: { agency, year, number: no },
  })
  /** Documents of one text: what each says, and where it lies. */
  const apart = (said: Partial<Notice>, ...paths: string[]) =>
    grouped(Object.fromEntries(paths.map((path) => [path, { notice: { ...bare, ...said }, path }])))
  const two = (said: Partial<Notice>, a: string, b: string) => {
    expect(apart(said, a, b)).toBe(`${a} ${b}`)
  }
  const one = (said: Partial<Notice>, a: string, b: string) => {
    expect(apart(said, a, b)).toBe(`${a}+${b}`)
  }
  const office = (place: string) => ({
    title: `${place}2021年政务公开工作要点`,
    issuer: `${place}人民政府办公室`,
    year: 2021,
  })

  it('are two, wherever their files lie', () => {
    two(office('西湖区'), '2杭州/要点.txt', '2南昌/要点.txt')
    two(office('桥西区'), '3石家庄/要点.txt', '3邢台/要点.txt')
    two(office('新华区'), 'a/要点.txt', 'b/要点.txt')
    two(office('鼓楼区'), 'in/南京市鼓楼区要点.txt', 'in/福州市鼓楼区要点.txt')
    two({ ...office('鼓楼区'), ...number('鼓政办') }, 'in/a.txt', 'in/b.doc')
    two({ ...office('鼓楼区'), ...number('鼓政办') }, '南京市/鼓楼区/a.txt', '徐州市/鼓楼区/a.txt')
    // Where there is one of the name, it is.
    one(office('含山县'), 'a/要点.txt', 'b/要点.txt')
    one({ ...office('鼓楼区'), region: { code: '320106', name: '' } }, 'a/要点.txt', 'b/要点.txt')
  })
  it('are two where one says less', () => {
    const full = { ...bare, ...office('朝阳区'), ...number('朝政办'), issuedOn: '2021-05-18' }
    const short = { ...bare, ...office('朝阳区') }
    const of = (a: string, b: string) =>
      grouped({
        a: { notice: full, path: `${a}/朝阳区要点.txt` },
        b: { notice: short, path: `${b}/朝阳区要点.txt` },
      })
    expect(of('1北京', '1长春')).toBe('a b')
    expect(of('a', 'b')).toBe('a b')
  })
  it('are two where their titles name what they lie in', () => {
    const of = (city: string, path: string): Made => ({
      notice: {
        ...bare,
        ...number('鼓政办', 2021, 27),
        title: `${city}鼓楼区人民政府办公室关于印发鼓楼区2021年政务公开工作要点的通知`,
        planTitle: '鼓楼区2021年政务公开工作要点',
        issuer: '鼓楼区人民政府办公室',
        year: 2021,
      },
      path,
    })
    const [nanjing, again] = [of('江苏省南京市', 'a/1.txt'), of('江苏省南京市', 'b/2.txt')]
    expect(grouped({ nanjing, xuzhou: of('江苏省徐州市', 'b/2.txt') })).toBe('nanjing xuzhou')
    expect(grouped({ nanjing, xuzhou: of('江苏省徐州市', 'a/1.doc') })).toBe('nanjing xuzhou')
    expect(grouped({ nanjing, again })).toBe('nanjing+again')
  })
  it('are two where each forwards what was issued above them', () => {
    const of = (place: string, path: string): Made => ({
      notice: {
        ...bare,
        title: `${place}转发马鞍山市2021年政务公开工作要点的通知`,
        planTitle: '2021年政务公开工作要点',
        year: 2021,
      },
      path,
    })
    expect(grouped({ a: of('含山县', 'in/1.html'), b: of('和县', 'in/1.doc') })).toBe('a b')
    expect(grouped({ a: of('含山县', 'in/1.html'), b: of('含山县', 'in/1.doc') })).toBe('a+b')
  })
  it('are two that give their numbers by one letter', () => {
    const said = {
      title: '2021年政务公开工作要点',
      ...number('长政办'),
      issuer: '县人民政府办公室',
      year: 2021,
    }
    two(said, 'in/长丰县.txt', 'in/长兴县.txt')
    two(said, '长丰县/要点.txt', '长兴县/要点.txt')
    const [may, june] = [{ issuedOn: '2021-05-18' }, { issuedOn: '2021-06-02' }]
    const dated = (more: Partial<Notice>, path: string): Made => ({
      notice: { ...bare, ...said, ...more },
      path,
    })
    expect(grouped({ a: dated(may, 'in/长丰县.txt'), b: dated(june, 'in/长兴县.txt') })).toBe('a b')
    expect(grouped({ a: dated(may, 'in/a.html'), b: dated(june, 'in/a.doc') })).toBe('a b')
  })
  it('are one notice where its files lie together and have one name, or the page lists them', () => {
    const said = office('鼓楼区')
    one(said, 'in/要点.html', 'in/要点.doc')
    one(said, 'in/鼓楼区要点.html', 'in/鼓楼区要点.doc')
    const page: Made = {
      notice: { ...bare, ...said, attachments: [attachment('表.doc')] },
      format: 'html',
    }
    const doc = { notice: { ...bare, ...said }, path: 'in/表.doc', format: 'doc' } as const
    expect(grouped({ page: { ...page, path: 'in/index.html' }, doc })).toBe('page+doc')
    expect(grouped({ page: { ...page, path: 'x/index.html' }, doc })).toBe('page doc')
  })
})

describe('days of signature', () => {
  it('are one for a notice, whatever else is the same', () => {
    const day = (issuedOn: string | null): Made => ({ notice: { issuedOn } })
    expect(grouped({ a: day('2021-05-18'), b: day('2021-06-02') })).toBe('a b')
    expect(grouped({ a: day('2021-05-18'), b: day(null) })).toBe('a+b')
  })
})

describe('numbers of titles', () => {
  const titled = (title: string): Made => ({
    notice: { ...bare, title: `含山县${title}`, issuer: head.issuer!, region: head.region! },
  })
  const together = (a: string, b: string) => grouped({ a: titled(a), b: titled(b) }) === 'a+b'
  it.each([
    ['2021年1月份重点工作任务', '2021年11月份重点工作任务'],
    ['2021年2月份重点工作任务', '2021年12月份重点工作任务'],
    ['2021年1-2月重点工作任务', '2021年12月重点工作任务'],
    ['第1批重点工作任务', '第11批重点工作任务'],
    ['10件民生实事任务分解', '100件民生实事任务分解'],
    ['2020—2021年重点工作任务', '2021年重点工作任务'],
  ])('tell the notices of a series apart: %s, %s', (a, b) => {
    expect(together(a, b)).toBe(false)
    expect(together(b, a)).toBe(false)
    expect(together(a, a)).toBe(true)
  })
  it.each([
    ['2021年1月份重点工作任务', '年月份重点工作任务'],
    ['2021年11月份重点工作任务', '2021年月份重点工作任务'],
    ['2021年11月份重点工作任务', '202年月份重点工作任务'],
    ['2021年11月份重点工作任务', '201年11月份重点工作任务'],
    ['2021年11月份重点工作任务', '2 021年1 1月份重点工作任务'],
    ['2021—2022年重点工作任务', '20212022年重点工作任务'],
  ])('are lost where what is left shows it: %s, %s', (a, b) => {
    expect(together(a, b)).toBe(true)
    expect(together(b, a)).toBe(true)
  })
})

describe('a page and a .doc in one folder, with one title and one text', () => {
  const notice = { ...bare, title: '2021年政务公开工作要点', year: 2021 }
  const units = (...names: string[]) => ({ responsibleUnits: names.map((name) => madeUnit(name)) })
  /** What both say, or what each says by itself. */
  const pair = (a: Partial<Notice>, b: Partial<Notice> = a, more?: Partial<Task>, names = ['a', 'b']) => {
    const shared = more ? { more } : {}
    return grouped({
      page: { notice: { ...notice, ...a }, ...shared, path: `in/${names[0]}.html`, format: 'html' },
      doc: { notice: { ...notice, ...b }, ...shared, path: `in/${names[1]}.doc`, format: 'doc' },
    })
  }
  const lists = (title: string, href: string | null = null) => ({ attachments: [attachment(title, href)] })
  const [one, two] = ['page+doc', 'page doc']

  it('may be of two counties: the text alone groups nothing', () => {
    expect(pair({})).toBe(two)
    expect(pair({ addressees: ['各镇人民政府', '县直各单位'] })).toBe(two)
    expect(pair({ issuer: '县人民政府办公室' })).toBe(two)
    expect(pair({ issuer: '教育局' })).toBe(two)
    expect(pair({ issuedOn: '2021-04-02' })).toBe(two)
    expect(pair({}, bare)).toBe(two)
    expect(pair({ issuer: head.issuer! }, {})).toBe(two)
    expect(pair({ region: head.region! }, {})).toBe(two)
  })
  it('are one where their files have one name', () => {
    expect(pair({}, {}, undefined, ['a', 'a'])).toBe(one)
    expect(pair({}, bare, undefined, ['a', 'a'])).toBe(one)
  })
  it('are one where the page lists the file, by its name or by its address', () => {
    const file = ['index', '附件：2021年任务分解表']
    expect(pair(lists('2021年任务分解表.doc'), {}, undefined, file)).toBe(one)
    expect(pair(lists('2021年任务分解表 .doc'), bare, undefined, file)).toBe(one)
    expect(pair(lists('附件1：2021年任务分解表'), bare, undefined, file)).toBe(one)
    expect(pair(lists('2020年任务分解表.doc'), {}, undefined, file)).toBe(two)
    const named = ['index', 'P020210706551']
    expect(pair(lists('任务分解表', './W020210706/P020210706551.doc?v=1'), {}, undefined, named)).toBe(one)
    expect(pair(lists('任务分解表', './W020210706/P020210706552.doc'), {}, undefined, named)).toBe(two)
    const encoded = 'https://www.hanshan.gov.cn/%E8%A6%81%E7%82%B9.doc'
    expect(pair(lists('下载', encoded), {}, undefined, ['index', '要点'])).toBe(one)
    expect(pair(lists('下载', 'https://www.hanshan.gov.cn/%E8.doc'), {}, undefined, ['i', 'j'])).toBe(two)
  })
  it('are one where both name the place', () => {
    expect(pair({ issuer: head.issuer! })).toBe(one)
    expect(pair({ issuer: '清溪镇人民政府' })).toBe(one)
    expect(pair({ issuer: '各乡镇人民政府' })).toBe(two)
    expect(pair({ title: '含山县2021年政务公开工作要点' })).toBe(one)
    expect(pair({ title: '含山县2021年政务公开工作要点' }, {})).toBe(two)
    expect(pair({ title: '鼓楼区2021年政务公开工作要点' })).toBe(two)
    expect(pair({ title: '南京市鼓楼区2021年政务公开工作要点' })).toBe(one)
    // Every county of 合肥 may forward what the city issued.
    expect(pair({ title: '转发合肥市2021年政务公开工作要点的通知' })).toBe(two)
    expect(pair({ title: '长丰县转发合肥市2021年政务公开工作要点的通知' })).toBe(one)
    expect(pair({}, {}, undefined, ['含山县', '安徽省含山县要点'])).toBe(one)
  })
  it('are one where bodies of the county get the tasks', () => {
    const given = (code: string) => ({ responsibleUnits: [{ ...madeUnit('财政局'), jurisdiction: code }] })
    expect(pair({}, {}, given('340522'))).toBe(one)
    expect(pair({}, {}, units('县财政局', '县教育局'))).toBe(two)
    // 马鞍山海关 gets tasks from each county of 马鞍山.
    expect(pair({}, {}, given('340500'))).toBe(two)
  })
  it('are one where two of number, signature and day are the same, though each is that of many', () => {
    const number = {
      documentNumber: '政办发〔2021〕5号',
      numberParts: { agency: '政办发', year: 2021, number: 5 },
    }
    const [issuer, issuedOn] = ['县人民政府办公室', '2021-04-02']
    expect(pair({ issuer, issuedOn })).toBe(one)
    expect(pair({ ...number, issuer })).toBe(one)
    expect(pair({ ...number, issuedOn })).toBe(one)
    expect(pair(number)).toBe(two)
  })
})

describe('in two folders', () => {
  const pair = (more: Partial<Notice>) => {
    const notice = { ...bare, title: '2021年政务公开工作要点', year: 2021, ...more }
    return grouped({ a: { notice, path: 'a/x.html', format: 'html' }, b: { notice, path: 'b/x.doc' } })
  }
  const number = (agency: string) => ({
    documentNumber: `${agency}〔2021〕5号`,
    numberParts: { agency, year: 2021, number: 5 },
  })
  it('copies are known by a body or a number of which there is one', () => {
    for (const issuer of [
      '含山县教育局',
      '国务院办公厅',
      '合肥海关',
      '国家税务总局',
      '国家税务总局含山县税务局',
      '国家统计局合肥调查队',
      '财政部',
      '国家发展和改革委员会',
      '中国人民银行',
      '全国政务公开领导小组',
    ])
      expect(pair({ issuer })).toBe('a+b')
    for (const issuer of ['国家税务总局鼓楼区税务局', '国家统计局通州调查队', '鼓楼区教育局'])
      expect(pair({ issuer })).toBe('a b')
    for (const issuer of ['教育局', '县政府办公室', '清溪镇人民政府', '政务公开领导小组办公室'])
      expect(pair({ issuer })).toBe('a b')
    for (const agency of ['含政办', '国办发', '皖发', '含山教']) expect(pair(number(agency))).toBe('a+b')
    for (const agency of ['长政办', '鼓政办', '宁政办发', '江北管秘', '公安交', '团委'])
      expect(pair(number(agency))).toBe('a b')
    for (const agency of ['政办发', '县政办', '市教发', '教发', '发改', '人社秘'])
      expect(pair(number(agency))).toBe('a b')
  })
  it('a number that many give is one with the place', () => {
    expect(pair({ ...number('县政办'), region: head.region! })).toBe('a+b')
  })
})

describe('the preferred copy', () => {
  const preferred = (...documents: Made[]) => {
    const candidates = documents.map((document) => candidate(document))
    const places = groupCopies(candidates)
    const best = candidates.findIndex((c) => places.get(c.documentId)!.preferred)
    for (const [i, { documentId }] of candidates.entries()) {
      const place = places.get(documentId)!
      expect(place.noticeId).toBe(candidates[best]!.documentId)
      expect(place.sameAs).toBe(i === best ? null : place.noticeId)
    }
    return best
  }
  it('is whole, then has units, then is of a format with structure, then comes first', () => {
    expect(preferred({ outcome: 'PARTIAL', format: 'docx' }, { format: 'pdf' })).toBe(1)
    expect(preferred({ more: { responsibleUnits: [] }, format: 'docx' }, { format: 'pdf' })).toBe(1)
    expect(preferred({ format: 'pdf' }, { format: 'html' }, { format: 'docx' })).toBe(2)
    expect(
      preferred({ tasks: texts.map((t) => t.replace(/\d/g, '')), format: 'docx' }, { format: 'pdf' }),
    ).toBe(1)
    expect(preferred({ path: 'in/b.doc' }, { path: 'in/a.doc' })).toBe(1)
  })
})

describe('what copies agree on', () => {
  const some = fc.array(
    fc.constantFrom(
      '國',
      '(guó)',
      '（wù)',
      '(',
      ')',
      '务',
      '①',
      '１',
      '2',
      ' ',
      '\n',
      'Ａ',
      'ß',
      '𠮷',
      '😀',
      '〇',
      'é',
      '，',
    ),
  )
  it('is letters and digits, as patterns over the folded text find them', () => {
    fc.assert(
      fc.property(some, (parts) => {
        const text = parts.join('')
        const folded = fold(text).toLowerCase()
        expect(letters(text)).toBe(
          folded.replace(/\([\p{Script=Latin}\s]{1,12}\)/gu, '').replace(/[^\p{L}〇]+/gu, ''),
        )
        expect(digits(text)).toBe(folded.replace(/[^0-9]+/g, ''))
      }),
      { numRuns: 2000 },
    )
  })
  it('is measured by the smallest hashes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40)), fc.integer({ min: 1, max: 9 }), (values, most) => {
        const smallest = new Smallest(most)
        for (const value of values) smallest.put(value)
        const wanted = [...new Set(values)].sort((a, b) => a - b).slice(0, most)
        expect([...smallest.values()]).toEqual(wanted)
      }),
    )
    expect(resemblance(Uint32Array.of(1, 2, 3), Uint32Array.of(2, 3, 4), 64)).toBe(0.5)
    expect(resemblance(Uint32Array.of(), Uint32Array.of(), 64)).toBe(0)
  })
})

describe('laws', () => {
  const some = fc.record({
    county: fc.constantFrom<Partial<Notice>>({}, otherCounty, bare, { issuer: null, region: null }),
    year: fc.constantFrom(2020, 2021, null),
    number: fc.boolean(),
    lost: fc.boolean(),
    count: fc.integer({ min: 0, max: 4 }),
    folder: fc.constantFrom('a', 'b'),
  })
  it('every document has one place, the same in any order, and no group contradicts itself', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (list, random) => {
        const documents = list.map(({ county, year, number, lost, count, folder }) => {
          const merged = { ...head, ...county }
          const numbering = number ? {} : { documentNumber: null, numberParts: null }
          const tasks = texts.slice(0, count).map((text) => (lost ? text.replace(/\d/g, '') : text))
          const made = candidate({ notice: { ...merged, ...numbering, year, issuedOn: null }, tasks })
          return { ...made, path: `${folder}/${made.documentId}.doc`, issuer: merged.issuer }
        })
        const places = groupCopies(documents)
        const keys = new Map(documents.map((d) => [d, random.next().value]))
        const shuffled = documents.toSorted((a, b) => keys.get(a)! - keys.get(b)!)
        expect([...groupCopies(shuffled)].sort()).toEqual([...places].sort())
        expect(places.size).toBe(documents.length)
        const issuers = new Map<string, string>()
        for (const { documentId, issuer } of documents) {
          const { noticeId } = places.get(documentId)!
          expect(places.get(noticeId)!.preferred).toBe(true)
          if (issuer !== null && issuer !== undefined) {
            expect(issuers.get(noticeId) ?? issuer).toBe(issuer)
            issuers.set(noticeId, issuer)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a fingerprint is plain JSON of a few KB', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `${texts[i % 4]}之${String.fromCharCode(0x4e00 + i)}`)
    const json = JSON.stringify(fingerprint(resultOf({ tasks: many })))
    expect(json.length).toBeLessThan(4_000)
    expect(JSON.parse(json)).toEqual(fingerprint(resultOf({ tasks: many })))
  })
})

describe('the work of grouping', () => {
  const { head: says, ...rest } = candidate({ notice: bare }).fingerprint
  const number = { agency: '含政办', digits: '2021.5', whole: true }
  const titles = [{ letters: '年政务公开工作要点', numbers: '2021年' }]
  const of = (i: number) => `第${String.fromCharCode(0x4e00 + i)}局`
  type Document = Omit<Candidate, 'documentId' | 'outcome'>
  /** As many as one likes that share what keys are made of. */
  const hostile: Record<string, (i: number) => Document> = {
    'one text, and nothing else': (i) => ({ path: `in/${i}.doc`, fingerprint: { ...rest, head: says } }),
    'one title and number': (i) => ({
      path: `${i}/a.doc`,
      fingerprint: { ...rest, head: { ...says, titles, number, issuer: of(i) } },
    }),
    'one title and number, other tasks': (i) => ({
      path: `in/${i}.doc`,
      fingerprint: { ...rest, tasks: '', whole: i, head: { ...says, titles, number } },
    }),
    'one title and region, other days': (i) => ({
      path: `in/${i}.html`,
      fingerprint: {
        ...rest,
        head: { ...says, titles, region: '340522', issuer: of(i), publishedOn: `2021-04-${10 + (i % 19)}` },
      },
    }),
    'all list one file': (i) => ({
      path: `in/${i}.doc`,
      fingerprint: {
        ...rest,
        head: { ...says, titles, files: candidate({ notice: listing }).fingerprint.head.files },
      },
    }),
  }
  const listing = { attachments: [attachment('附件.doc')] }

  function effortOf(kind: string, count: number): Effort {
    const effort = { compared: 0, checked: 0 }
    const documents = Array.from({ length: count }, (_, i) => ({
      documentId: ((i * 7919) % 1_000_003).toString(16).padStart(16, '0'),
      outcome: 'SUCCESS',
      ...hostile[kind]!(i),
    }))
    expect(groupCopies(documents, effort).size).toBe(count)
    return effort
  }

  it.each(Object.keys(hostile))('grows as the documents do: %s', (kind) => {
    const [few, many] = [effortOf(kind, 500), effortOf(kind, 2000)]
    expect(few.compared).toBeGreaterThan(0)
    expect(many.compared).toBeLessThan(few.compared * 4.5)
    expect(many.checked).toBeLessThan(Math.max(few.checked, 500) * 4.5)
  })

  it('of 20,000 with one title and one number is 120 comparisons a document at most', () => {
    const { compared, checked } = effortOf('one title and number', 20_000)
    expect(compared).toBeLessThan(20_000 * mostEarlier)
    expect(checked).toBeLessThan(20_000 * mostEarlier)
  })
})

describe('candidates', () => {
  it('come once, and no document has more than its share', () => {
    const documents = Array.from({ length: 400 }, (_, i) =>
      located(
        candidate({ notice: { ...head, attachments: [attachment('a.doc')] }, path: `in/a${i % 7}.txt` }),
      ),
    )
    const perDocument = new Map<number, Set<number>>()
    for (const [i, j] of candidatePairs(documents)) {
      expect(i).toBeLessThan(j)
      const earlier = perDocument.get(j) ?? new Set()
      expect(earlier.has(i)).toBe(false)
      perDocument.set(j, earlier.add(i))
    }
    expect(Math.max(...[...perDocument.values()].map((set) => set.size))).toBeLessThanOrEqual(mostEarlier)
  })
  it('hold the copies of a county among a thousand that lie together and say the same', () => {
    const notice = { ...bare, title: '2021年政务公开工作要点' }
    const documents = Array.from({ length: 1000 }, (_, i) =>
      candidate({ notice, path: `in/${i >> 1}.${i % 2 ? 'doc' : 'html'}`, format: i % 2 ? 'doc' : 'html' }),
    )
    const places = groupCopies(documents)
    expect(new Set([...places.values()].map((place) => place.noticeId)).size).toBe(500)
  })
})

describe('differences', () => {
  const codes = (a: NoticeResult, b: NoticeResult) => differences(a, b, 'zh').map((message) => message.code)
  it('are none between copies that read the same', () => {
    expect(codes(resultOf({}), resultOf({ tasks: texts.map((text) => text.replaceAll('，', ',')) }))).toEqual(
      [],
    )
  })
  it('names tasks that are missing or added', () => {
    const [first, second, third] = texts
    const other = resultOf({ tasks: [first!, third!, '另行开展教育医疗卫生领域基层政务公开标准化目录编制'] })
    const found = differences(resultOf({ tasks: [first!, second!, third!] }), other, 'zh')
    expect(found.map((m) => m.code)).toEqual(['copy/task-missing', 'copy/task-extra'])
    expect(found[0]!.text).toContain(second)
    expect(differences(resultOf({}), resultOf({ tasks: texts.slice(1) }), 'en')[0]!.text).toMatch(
      /^task t1 of/,
    )
  })
  it('tells digits from words', () => {
    const [first, ...rest] = texts
    expect(codes(resultOf({}), resultOf({ tasks: [first!.replace('2021', '201'), ...rest] }))).toEqual([
      'copy/digits-differ',
    ])
    expect(codes(resultOf({}), resultOf({ tasks: [first!.replace('全面梳理', ''), ...rest] }))).toEqual([
      'copy/text-differs',
    ])
  })
  it('shows the numbers that differ, each by itself', () => {
    const text = '全年公开信息12345条、解读98件，2021年底前办结率达到95.5%，9月组织培训'
    const numbersOf = (read: string) =>
      differences(resultOf({ tasks: [text] }), resultOf({ tasks: [read] }), 'zh').map(({ text }) =>
        text.replace(/^.*：/, ''),
      )
    expect(numbersOf(text.replace('12345', '1234'))).toEqual(['12345 ↔ 1234'])
    expect(numbersOf(text.replace('12345', '1234').replace('9月', '月'))).toEqual(['12345 ↔ 1234；9 ↔ ∅'])
    expect(numbersOf(text.replace('95.5', '5.5'))).toEqual(['95.5 ↔ 5.5'])
    expect(numbersOf(text.replace('12345', '1 2345').replace('，', ' , '))).toEqual([])
    // A digit that moved from one number to another leaves all digits in their order.
    expect(numbersOf(text.replace('12345条、解读98', '1234条、解读598'))).toEqual(['12345 ↔ 1234；98 ↔ 598'])
  })
  it('names units and deadlines that differ, and where', () => {
    const other = resultOf({})
    other.tasks[1]!.responsibleUnits = []
    other.tasks[2]!.deadlines = [madeDeadline('年底前', 'by')]
    other.tasks[1]!.evidence = { '/task': [{ node: 'b3', start: 2, end: 9, quote: '', rule: 'clause' }] }
    const found = differences(resultOf({}), other, 'zh')
    expect(found.map((m) => m.code)).toEqual(['copy/units-differ', 'copy/deadlines-differ'])
    expect(found[0]).toMatchObject({ level: 'warning', at: { node: 'b3', start: 2, end: 9 } })
    expect(found[0]!.text).toContain('责任单位与首选副本不同：首选副本 县政务公开办，本文件 无')
  })
  it('names a table that was lost once, not task by task', () => {
    const whole = resultOf({})
    for (const [i, task] of whole.tasks.slice(1).entries()) {
      task.evidence = {
        '/task': [{ node: `b7.r${i}.c1`, start: 0, end: 1, quote: '', rule: 'table/task-column' }],
      }
    }
    const found = differences(whole, resultOf({ tasks: texts.slice(0, 1) }), 'zh')
    expect(found.map((m) => m.text)).toEqual(['首选副本中一张有 3 项任务的表格，本文件没有'])
  })
  it('names what the head says otherwise', () => {
    expect(codes(resultOf({}), resultOf({ notice: { issuer: null } }))).toEqual(['copy/field-differs'])
  })
})

const root = fileURLToPath(new URL('../../', import.meta.url))
const shared = process.env.YAODIAN_SHARED ?? join(root, '../shared')

/** Documents that are read once, grouped, and named by what they are copies of. */
async function groupsOf(
  paths: readonly string[],
  nameOf: (path: string) => string,
  placed = (path: string) => path,
) {
  const candidates = []
  for (const path of paths) {
    const result = await parse({ name: basename(path), bytes: readFileSync(path) })
    candidates.push({ ...candidate(result, placed(path)), name: nameOf(path) })
  }
  const unique = [...new Map(candidates.map((c) => [c.documentId, c])).values()]
  const places = groupCopies(unique)
  const groups = new Map<string, Set<string>>()
  for (const { documentId, name } of unique) {
    const { noticeId } = places.get(documentId)!
    groups.set(noticeId, (groups.get(noticeId) ?? new Set()).add(name))
  }
  return { groups: [...groups.values()], names: new Set(unique.map((c) => c.name)) }
}

describe('the samples', () => {
  it('every format and layout of a notice is one, and no two notices are', async () => {
    const samples = join(root, 'samples')
    const seeds = /^(?:baoshan-2021|hanshan-2018|hubei-rf-2020|jiangbei-2020|shucheng-2021)/
    const folders = readdirSync(samples).filter((name) => seeds.test(name))
    expect(folders.length).toBeGreaterThan(15)
    const paths = folders.flatMap((name) =>
      readdirSync(join(samples, name))
        .filter((file) => file.startsWith('source.'))
        .map((file) => join(samples, name, file)),
    )
    // In the folder of its notice: 江北管秘〔2020〕15号 may be of any 江北, and nothing else says of which.
    const seedOf = (path: string) => seeds.exec(path.slice(samples.length + 1))![0]
    const { groups, names } = await groupsOf(paths, seedOf, (path) => `${seedOf(path)}/${basename(path)}`)
    expect(groups.map((group) => [...group])).toEqual([...names].map((name) => [name]))
  })
})

const formats = join(shared, 'real/formats')
if (!existsSync(formats)) console.info(`no ${formats}: the formats of real notices are not grouped`)
describe.skipIf(!existsSync(formats))('real notices', () => {
  it('every format of a notice that has text is one, and no two notices are', async () => {
    const scans = 'scanpdf'
    const paths = readdirSync(formats)
      .filter((folder) => folder !== scans)
      .flatMap((folder) => readdirSync(join(formats, folder)).map((file) => join(formats, folder, file)))
      .filter((path) => !/\.(?:url|json|md)$/.test(path))
    const { groups, names } = await groupsOf(paths, (path) => basename(path).replace(/\..*$/, ''))
    expect(groups.map((group) => [...group]).sort()).toEqual([...names].map((name) => [name]).sort())
  })
})
