/** Lists and their levels ([MS-DOC] 2.9.148 PlfLst, 2.9.200 PlfLfo). */
import { type ListDefinition, type ListInstance, type ListLevel, levelCount } from '../counters.ts'
import { msoNfc } from '../numbering.ts'
import type { Bytes } from './bytes.ts'
import { applyCharacter, characterDefaults } from './properties.ts'

export interface List extends ListDefinition {
  /** For each level the style that is tied to it. */
  readonly styles: readonly number[]
}

/** LFO. */
export interface Instance extends ListInstance {
  readonly list: string
}

const listSize = 28
const levelHead = 28
/** Word prints no label of more than 31 characters ([MS-OI29500] 2.1.283); a longer text is damage. */
const maxLevelText = 255

export class ListTable {
  private readonly lists = new Map<string, List>()
  private readonly instances: Instance[] = []

  /** The lists, and right after them their levels, which `lcbPlfLst` may count or not. @throws Outside */
  readLists(table: Bytes, at: number): void {
    const count = table.u16(at)
    let next = at + 2 + listSize * count
    for (let i = 0; i < count; i++) {
      const head = at + 2 + listSize * i
      const id = String(table.i32(head))
      const simple = (table.u8(head + 26) & 1) !== 0
      const levels: ListLevel[] = []
      for (let k = 0; k < (simple ? 1 : levelCount); k++) {
        const { level, end } = readLevel(table, next)
        levels.push(level)
        next = end
      }
      const styles = Array.from({ length: levelCount }, (_, k) => table.u16(head + 8 + 2 * k))
      if (!this.lists.has(id)) this.lists.set(id, { id, levels, styles })
    }
  }

  /** @throws Outside */
  readInstances(plf: Bytes): void {
    const count = plf.u32(0)
    let next = 4 + 16 * count
    for (let i = 0; i < count; i++) {
      const head = 4 + 16 * i
      const list = String(plf.i32(head))
      const starts = new Map<number, number>()
      const levels = new Map<number, ListLevel>()
      const overrides = plf.u8(head + 12)
      // Data of each begins with a character position that means nothing (2.9.132).
      next += 4
      for (let k = 0; k < overrides && next + 8 <= plf.length; k++) {
        const start = plf.i32(next)
        const bits = plf.u32(next + 4)
        const level = bits & 0xf
        next += 8
        if (bits & 0x20) {
          const own = readLevel(plf, next)
          next = own.end
          levels.set(level, own.level)
          // A level with its own format has its own start, used where fStartAt says to begin anew.
          if (bits & 0x10) starts.set(level, own.level.start)
        } else if (bits & 0x10) starts.set(level, Math.max(0, start))
      }
      this.instances.push({ list, starts, levels })
    }
  }

  /** By 1-based index, as paragraphs name it. */
  find(index: number): { list: List; instance: Instance } | undefined {
    const instance = this.instances[index - 1]
    const list = instance && this.lists.get(instance.list)
    return instance && list && { list, instance }
  }
}

/** A level (LVL): its numbers' format, the modifiers of paragraph and label, the label's text. */
function readLevel(bytes: Bytes, at: number): { level: ListLevel; end: number } {
  const flags = bytes.u8(at + 5)
  const forCharacters = bytes.u8(at + 24)
  const forParagraph = bytes.u8(at + 25)
  const grpprl = at + levelHead + forParagraph
  const characters = characterDefaults()
  applyCharacter(characters, bytes.part(grpprl, forCharacters))
  const textAt = grpprl + forCharacters
  const length = bytes.u16(textAt)
  let text = ''
  if (length <= maxLevelText) {
    for (let i = 0; i < length; i++) {
      const code = bytes.u16(textAt + 2 + 2 * i)
      // 0–8 stand for the number of that level.
      text += code < levelCount ? `%${code + 1}` : String.fromCharCode(code)
    }
  }
  const follow = bytes.u8(at + 15)
  return {
    level: {
      start: Math.max(0, bytes.i32(at)),
      format: msoNfc(bytes.u8(at + 4)) ?? 'decimal',
      text,
      follow: follow === 1 ? 'space' : follow === 2 ? 'nothing' : 'tab',
      legal: (flags & 4) !== 0,
      restart: flags & 8 ? bytes.u8(at + 26) : undefined,
      hidden: characters.vanish === 'yes',
    },
    end: textAt + 2 + 2 * length,
  }
}
