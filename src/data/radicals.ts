/**
 * Radicals that ToUnicode maps of PDF fonts give for the characters they look like. Kangxi radicals
 * (U+2F00–2FD5) decompose by NFKC; the radicals supplement (U+2E80–2EF3) mostly does not, so its
 * members that are whole characters in running text are listed.
 */
const supplement: Record<string, string> = {
  '⺁': '厂',
  '⺎': '兀',
  '⺏': '尣',
  '⺟': '母',
  '⺠': '民',
  '⺫': '罒',
  '⺼': '月',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
}

/** Kangxi radicals whose NFKC is the traditional or variant form. */
const kangxi: Record<string, string> = { '⼾': '户', '⾭': '青', '⿈': '黄' }

/** Code point of a radical → the character it stands for. */
export const radicals: ReadonlyMap<number, string> = new Map([
  ...Object.entries(supplement).map(([from, to]): [number, string] => [from.charCodeAt(0), to]),
  ...Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i): [number, string] => [
    0x2f00 + i,
    String.fromCharCode(0x2f00 + i).normalize('NFKC'),
  ]),
  ...Object.entries(kangxi).map(([from, to]): [number, string] => [from.charCodeAt(0), to]),
])
