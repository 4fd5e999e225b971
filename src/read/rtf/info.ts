/** \info: what the file says of itself; hints, for templates carry the titles of other documents. */
import type { Meta } from '../../document.ts'
import { Capture, type Group, type Sink } from './group.ts'

const texts: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  author: 'creator',
  company: 'company',
}

const times: Readonly<Record<string, string>> = { creatim: 'created', revtim: 'modified' }

export class Info implements Sink {
  readonly meta: Record<string, string> = {}

  text(): void {}

  word(word: string, _param: number | null, group: Group): boolean {
    const name = Object.hasOwn(texts, word) ? texts[word] : undefined
    if (name !== undefined) {
      const capture = new Capture(1024)
      group.sink = capture
      group.close = () => this.put(name, capture.value.trim())
      return true
    }
    const time = Object.hasOwn(times, word) ? times[word] : undefined
    if (time === undefined) return false
    const moment = new Moment()
    group.sink = moment
    group.close = () => this.put(time, moment.print())
    return true
  }

  /** What stands twice (\upr) is Unicode the second time. */
  private put(name: string, value: string): void {
    if (value !== '') this.meta[name] = value
  }

  read(): Meta {
    return this.meta
  }
}

/** `\yr2012\mo12\dy30\hr15\min55`, in the writer's own time. */
class Moment implements Sink {
  private readonly parts: Record<string, number> = {}

  text(): void {}

  word(word: string, param: number | null): boolean {
    if (!/^(yr|mo|dy|hr|min|sec)$/.test(word)) return false
    this.parts[word] = param ?? 0
    return true
  }

  /** Year 0 and 1601 are what programs write for never. */
  print(): string {
    const { yr = 0, mo = 0, dy = 0, hr = 0, min = 0, sec = 0 } = this.parts
    if (yr <= 1601 || yr > 9999 || mo < 1 || mo > 12 || dy < 1 || dy > 31) return ''
    const two = (n: number) => String(n).padStart(2, '0')
    return `${yr}-${two(mo)}-${two(dy)}T${two(hr)}:${two(min)}:${two(sec)}`
  }
}
