/** The marks of folded text that part the names of a list, by code unit: 、 , ; 。 */
export const partsList = (code: number): boolean =>
  code === 0x3001 || code === 0x2c || code === 0x3b || code === 0x3002
