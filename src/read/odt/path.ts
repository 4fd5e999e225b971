/** Where an element stands, as XPath from the text: `table:table[1]/table:table-row[2]/table:table-cell[1]`. */

interface Step {
  readonly name: string
  readonly index: number
  /** How many children of each name there were. */
  counts: Map<string, number> | null
}

/** Elements that every path has in common. */
const common =
  /^(?:office:(?:document-content|document-styles|body|text|master-styles|styles|automatic-styles))$/

export class Path {
  private readonly steps: Step[] = []

  open(name: string): void {
    const parent = this.steps.at(-1)
    let index = 1
    if (parent) {
      parent.counts ??= new Map()
      index = (parent.counts.get(name) ?? 0) + 1
      parent.counts.set(name, index)
    }
    this.steps.push({ name, index, counts: null })
  }

  close(): void {
    this.steps.pop()
  }

  toString(): string {
    let path = ''
    for (const { name, index } of this.steps) {
      if (!common.test(name)) path += `${path === '' ? '' : '/'}${name}[${index}]`
    }
    return path
  }
}
