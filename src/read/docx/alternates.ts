/** Alternate content (ISO/IEC 29500-3, clause 10): of several choices one is read, as Word does. */
import { understands } from './elements.ts'

interface Alternate {
  chosen: boolean
  /** A choice that is not understood, kept in case no other comes. */
  recorded: (() => void)[] | null
}

/** Choices within choices without end are read as they come, not kept over and over. */
const deepest = 8

/** What is done with a choice: it is read, passed over, or kept for later. */
export type Choice = 'read' | 'skip' | 'record'

export class Alternates {
  private readonly open: Alternate[] = []
  /** Levels of elements within the choice being kept. */
  private depth = 0

  begin(): void {
    this.open.push({ chosen: false, recorded: null })
  }

  /** Ends the element: where nothing was read, what was kept is. */
  end(): void {
    const alternate = this.open.pop()
    if (alternate && !alternate.chosen) for (const replay of alternate.recorded ?? []) replay()
  }

  /** The first choice whose requirements are understood is read; mammoth knows the Fallback alone. */
  choose(requires: string | undefined): Choice {
    const alternate = this.open.at(-1)
    if (!alternate) return 'read'
    if (alternate.chosen) return 'skip'
    if (understands(requires) || this.open.length > deepest) {
      alternate.chosen = true
      return 'read'
    }
    if (alternate.recorded) return 'skip'
    alternate.recorded = []
    this.depth = 1
    return 'record'
  }

  fallBack(): Choice {
    const alternate = this.open.at(-1)
    if (alternate?.chosen) return 'skip'
    if (alternate) alternate.chosen = true
    return 'read'
  }

  /** Whether what comes is of a choice that is kept. */
  get keeping(): boolean {
    return this.depth > 0
  }

  /** Keeps an event, which comes again or never. */
  keep(event: 'open' | 'text' | 'close', replay: () => void): void {
    if (event === 'open') this.depth++
    if (event === 'close' && --this.depth === 0) return
    this.open.at(-1)?.recorded?.push(replay)
  }
}
