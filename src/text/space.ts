/**
 * White space by code unit: what `\s` matches, and the zero-width space. A string's characters beyond
 * Latin-1 are strings of their own each time they are asked for, so what looks at every character of a
 * text looks at its codes.
 */
const table = new Uint8Array(0x10000)
for (const c of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b')
  table[c.charCodeAt(0)] = 1
table.fill(1, 0x2000, 0x200b)

export const isSpace = (code: number): boolean => table[code] === 1
