/** Disjoint sets of the numbers below n; the smallest member names a set, whatever the order of joining. */
export class Sets {
  private readonly parent: Int32Array

  constructor(size: number | Int32Array) {
    this.parent = typeof size === 'number' ? Int32Array.from({ length: size }, (_, i) => i) : size
  }

  copy(): Sets {
    return new Sets(this.parent.slice())
  }

  find(i: number): number {
    let at = i
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!
      at = this.parent[at]!
    }
    return at
  }

  isOne(i: number, j: number): boolean {
    return this.find(i) === this.find(j)
  }

  /** The name of what both are in from now on. */
  join(i: number, j: number): number {
    const [a, b] = [this.find(i), this.find(j)]
    const root = Math.min(a, b)
    this.parent[Math.max(a, b)] = root
    return root
  }

  members(): number[][] {
    const sets = new Map<number, number[]>()
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i)
      const set = sets.get(root)
      if (set) set.push(i)
      else sets.set(root, [i])
    }
    return [...sets.values()]
  }
}
