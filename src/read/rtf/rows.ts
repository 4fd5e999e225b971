/** Definitions of table rows: \trowd begins one, each \cellx ends a cell at its right border. */
import type { CellDefinition, RowDefinition } from '../doc/rows.ts'

/** Word has 63 columns, other programs some more. */
const maxCells = 512

/**
 * The row being defined. A definition may stand before the cells, after them, or both (Word writes it
 * twice): it is the one in force at \row. It holds for the rows after as well, until the next \trowd.
 */
export class RowBuilder {
  private edges: number[] = []
  private cells: CellDefinition[] = []
  private cell: CellDefinition = { joined: false, merge: null }
  private left = 0
  private header = false
  private position = ''
  private made: RowDefinition | null = null

  /** @returns whether the word is one of row definitions */
  word(word: string, param: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.edges = []
        this.cells = []
        this.cell = { joined: false, merge: null }
        this.left = 0
        this.header = false
        this.position = ''
        break
      case 'cellx':
        this.addCell(param ?? 0)
        break
      case 'clmrg':
        this.cell.joined = true
        break
      // Begins a merge: what follows it joins it, and says so itself.
      case 'clmgf':
        break
      case 'clvmgf':
        this.cell.merge = 'top'
        break
      case 'clvmrg':
        this.cell.merge = 'below'
        break
      case 'trleft':
        this.left = param ?? 0
        break
      case 'trhdr':
        this.header = param !== 0
        break
      case 'tposx':
      case 'tposy':
      case 'tposnegx':
      case 'tposnegy':
        this.position += `${word}${param ?? 0} `
        break
      default:
        return false
    }
    this.made = null
    return true
  }

  /** `null` where no cell is defined. */
  definition(): RowDefinition | null {
    if (this.cells.length === 0) return null
    if (this.made) return this.made
    // Borders go from left to right; one that does not leaves its cell too narrow to be one with the next.
    const first = this.edges[0]!
    const edges = [this.left < first ? this.left : Math.min(0, first - 1)]
    for (const edge of this.edges) edges.push(Math.max(edge, edges.at(-1)! + 1))
    this.made = { edges, cells: [...this.cells], header: this.header, position: this.position }
    return this.made
  }

  private addCell(edge: number): void {
    if (this.cells.length >= maxCells) return
    this.edges.push(edge)
    this.cells.push(this.cell)
    this.cell = { joined: false, merge: null }
  }
}
