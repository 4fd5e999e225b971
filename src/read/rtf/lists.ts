/** \listtable and \listoverridetable: lists, their levels, and the uses that paragraphs name by \ls. */
import { type ListDefinition, type ListLevel, type ListUse, levelCount } from '../counters.ts'
import { type Follow, msoNfc, type NumberFormat } from '../numbering.ts'
import { maxNumber } from './fonts.ts'
import { Capture, type Group, type Sink } from './group.ts'

interface LevelDraft {
  start: number
  format: NumberFormat
  text: string
  follow: Follow
  legal: boolean
  restart: number | undefined
  hidden: boolean
}

interface ListDraft {
  id: string
  readonly levels: LevelDraft[]
  /** \liststyleid: the list whose levels these are. */
  link: string | undefined
}

interface Override {
  /** \listoverridestartat: this use begins anew. */
  starts: boolean
  startAt: number | undefined
  level: LevelDraft | undefined
}

interface Instance {
  list: string
  readonly overrides: Override[]
}

const maxLists = 65_536

/** Both tables: `\list` and `\listoverride` say which of them is being read. */
export class Lists implements Sink {
  private readonly lists = new Map<string, ListDraft>()
  private readonly instances = new Map<number, Instance>()
  private list: ListDraft | null = null
  private instance: Instance | null = null
  private level: LevelDraft | null = null
  private count = 0

  text(): void {}

  word(word: string, param: number | null, group: Group): boolean {
    const n = param ?? 0
    switch (word) {
      case 'list':
        this.list = { id: '', levels: [], link: undefined }
        this.instance = null
        this.level = null
        return true
      case 'listid':
        this.identify(String(n))
        return true
      case 'liststyleid':
        if (this.list) this.list.link = String(n)
        return true
      case 'listoverride':
        this.instance = { list: '', overrides: [] }
        this.list = null
        this.level = null
        return true
      case 'ls':
        if (this.instance && n > 0 && n <= maxNumber) this.instances.set(n, this.instance)
        return true
      case 'lfolevel':
        this.level = null
        if (this.instance && this.instance.overrides.length < levelCount) {
          this.instance.overrides.push({ starts: false, startAt: undefined, level: undefined })
        }
        return true
      case 'listoverridestartat': {
        const override = this.instance?.overrides.at(-1)
        if (override) override.starts = true
        return true
      }
      case 'listlevel':
        this.beginLevel()
        return true
      default:
        return this.levelWord(word, param, group)
    }
  }

  /** What \ls names. */
  find(use: number): ListUse | undefined {
    const instance = this.instances.get(use)
    let list = instance && this.lists.get(instance.list)
    if (list && list.levels.length === 0 && list.link !== undefined) list = this.lists.get(list.link) ?? list
    if (!instance || !list) return undefined
    const definition: ListDefinition = list
    const starts = new Map<number, number>()
    const levels = new Map<number, ListLevel>()
    instance.overrides.forEach(({ starts: begins, startAt, level }, i) => {
      if (level) levels.set(i, level)
      const start = startAt ?? level?.start
      if (begins && start !== undefined) starts.set(i, start)
    })
    return { list: definition, instance: { starts, levels } }
  }

  /** Whether what a level prints is a bullet: its letter (o in Courier New) is no number. */
  isBullet(use: number, at: number): boolean {
    const found = this.find(use)
    const level = found?.instance.levels.get(at) ?? found?.list.levels[at]
    return level?.format === 'bullet'
  }

  private identify(id: string): void {
    const { list, instance } = this
    if (instance) instance.list = id
    else if (list) {
      list.id = id
      if (++this.count <= maxLists && !this.lists.has(id)) this.lists.set(id, list)
    }
  }

  private beginLevel(): void {
    this.level = {
      start: 1,
      format: 'decimal',
      text: '',
      follow: 'tab',
      legal: false,
      restart: undefined,
      hidden: false,
    }
    const override = this.instance?.overrides.at(-1)
    if (override) override.level = this.level
    else if (this.list && this.list.levels.length < levelCount) this.list.levels.push(this.level)
  }

  private levelWord(word: string, param: number | null, group: Group): boolean {
    const { level } = this
    const n = param ?? 0
    switch (word) {
      case 'levelstartat': {
        const start = Math.max(0, n)
        const override = this.instance?.overrides.at(-1)
        if (level) level.start = start
        else if (override) override.startAt = start
        return true
      }
      case 'levelnfc':
      case 'levelnfcn':
        if (level) level.format = msoNfc(n) ?? 'decimal'
        return true
      case 'levelfollow':
        if (level) level.follow = n === 1 ? 'space' : n === 2 ? 'nothing' : 'tab'
        return true
      case 'levellegal':
        if (level) level.legal = n !== 0
        return true
      case 'levelnorestart':
        if (level && n !== 0) level.restart = 0
        return true
      case 'v':
        if (level) level.hidden = param !== 0
        return true
      case 'leveltext': {
        const capture = new Capture(256)
        group.sink = capture
        group.close = () => {
          if (level) level.text = levelText(capture.value)
        }
        return true
      }
      default:
        return false
    }
  }
}

/**
 * `\'03(\'00);` is the length, then the text with the numbers of levels as characters 0 to 8, and a
 * semicolon that ends it. The length counts characters, though some writers count bytes.
 */
function levelText(raw: string): string {
  const length = raw.charCodeAt(0)
  const ended = raw.endsWith(';') ? raw.slice(1, -1) : raw.slice(1)
  return ended.slice(0, length).replace(/[\u0000-\u0008]/g, (c) => `%${c.charCodeAt(0) + 1}`)
}
