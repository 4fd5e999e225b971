/**
 * Operator list → marks: one pass over what the page draws, with the state of ISO 32000-1, 8.4 and 9.3
 * that decides where glyphs and ruling lines stand.
 */
import type { Box } from '../../document.ts'
import type { Edge, Glyph } from '../layout/marks.ts'
import { type FontFacts, type FontSource, fontFacts } from './fonts.ts'
import { glyphOf, joins, type PlacedGlyph, settingOf } from './glyphs.ts'
import { isPlausible } from './judge.ts'
import { apply, boxOf, identity, type Matrix, multiply } from './matrix.ts'
import { pathEdges } from './paths.ts'
import { OPS } from './pdfjs.ts'

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What the page draws, in displayed points. */
export interface Drawn {
  readonly glyphs: Glyph[]
  readonly edges: Edge[]
  readonly pictures: Box[]
  /** Glyphs drawn in rendering mode 3: the text layer of a scan. */
  hidden: number
  /** Curves that were filled: letters drawn as outlines are made of them. */
  curves: number
  /** Glyphs that are codes of a font that maps them to no characters, as far as that can be seen. */
  unmapped: number
  /** Texts that are missing, since their font cannot be read. */
  missing: number
  /** True if a limit was reached and what follows was left out. */
  cut: boolean
}

export interface DrawnLimits {
  readonly maxGlyphs: number
  readonly maxEdges: number
  readonly maxOperators: number
  readonly maxForms: number
}

/** Draws a page part by part. */
export interface Drawing {
  /** What is drawn so far. */
  readonly drawn: Drawn
  /** False if the page has more than is read, and nothing that follows would be. */
  draw(operators: OperatorList): boolean
}

interface State {
  ctm: Matrix
  font: FontFacts | null
  size: number
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  mode: number
  lineWidth: number
  white: boolean
  clip: Box | null
}

/** Forms within forms: a form that draws itself never ends (pdf.js stops most, not all). */
const maxStates = 512

const isNumber = (v: unknown): v is number => typeof v === 'number'

/** Six finite numbers, or null: a matrix with NaN in it would spoil every coordinate after it. */
function matrix(v: unknown): Matrix | null {
  if (v === null || typeof v !== 'object') return null
  const six = v as ArrayLike<unknown>
  for (let i = 0; i < 6; i++) if (!Number.isFinite(six[i])) return null
  return six as unknown as Matrix
}

export function drawing(
  base: Matrix,
  page: Box,
  fonts: FontSource,
  visible: (group: unknown) => boolean,
  widgets: ReadonlySet<string>,
  limits: DrawnLimits,
): Drawing {
  const out: Drawn = {
    glyphs: [],
    edges: [],
    pictures: [],
    hidden: 0,
    curves: 0,
    unmapped: 0,
    missing: 0,
    cut: false,
  }
  const known = new Map<string, FontFacts>()
  let s: State = {
    ctm: base,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
    white: false,
    clip: null,
  }
  const stack: State[] = []
  let operators = 0
  let forms = 0
  let full = false
  const marked: boolean[] = []
  let unseen = 0
  let stamped = false
  let clipNext = false
  let text: Matrix = identity
  // The pen: where the next glyph goes, and where its line began, in text space.
  let x = 0
  let y = 0
  let lineX = 0
  let lineY = 0
  let run = 0
  let last: Glyph | null = null

  const save = () => {
    if (stack.length < maxStates) stack.push({ ...s })
  }
  const restore = () => {
    const before = stack.pop()
    if (before) s = before
  }
  const move = (dx: unknown, dy: unknown) => {
    lineX += isNumber(dx) && Number.isFinite(dx) ? dx : 0
    lineY += isNumber(dy) && Number.isFinite(dy) ? dy : 0
    x = lineX
    y = lineY
  }

  const show = (items: unknown) => {
    const font = s.font
    if (!Array.isArray(items) || !font) return
    if (font.broken && unseen === 0) out.missing++
    const size = Math.abs(s.size)
    // A negative size turns the text around; pdf.js mirrors it by the font's direction.
    const direction = s.size < 0 ? -1 : 1
    const scale = s.hScale * direction
    const unit = size * font.scale
    const setting = settingOf(multiply(s.ctm, text), font, size, Math.sign(scale))
    for (const item of items as unknown[]) {
      if (isNumber(item)) {
        const gap = (item * size) / 1000
        if (font.vertical) y -= gap
        else x -= gap * scale
        continue
      }
      if (item === null || typeof item !== 'object') continue
      const glyph = item as { unicode?: string; width?: number; isSpace?: boolean; vmetric?: number[] }
      const spacing = (glyph.isSpace ? s.wordSpacing : 0) + s.charSpacing
      const width = isNumber(glyph.width) && Number.isFinite(glyph.width) ? glyph.width : 0
      const vertical = font.vertical ? (glyph.vmetric ?? font.verticalMetric) : null
      if (unseen === 0 && glyph.unicode && setting) {
        if (out.glyphs.length >= limits.maxGlyphs) {
          full = true
          return
        }
        // The origin of a glyph set vertically is the middle of its top.
        const gx = vertical ? x - (vertical[1] ?? 500) * unit : x
        const gy = vertical ? y - (vertical[2] ?? 880) * unit : y
        place(glyphOf(glyph.unicode, gx, gy + s.rise, width * unit * scale, setting))
      }
      if (vertical) y -= -(vertical[0] ?? -1000) * unit - spacing * direction
      else x += (width * unit + spacing * direction) * scale
    }
  }

  const place = (glyph: PlacedGlyph | null) => {
    if (!glyph) return
    if (glyph.x1 <= page[0] || glyph.x0 >= page[2] || glyph.bottom <= page[1] || glyph.top >= page[3]) return
    if (s.mode === 3) out.hidden++
    if (s.font?.unmapped && !isPlausible(glyph.text.codePointAt(0)!)) out.unmapped++
    if (!last || !joins(last, glyph)) run++
    glyph.run = run
    if (stamped) glyph.stamped = true
    last = glyph
    out.glyphs.push(glyph)
  }

  const draw = (list: OperatorList): boolean => {
    const count = Math.min(list.fnArray.length, list.argsArray.length)
    for (let i = 0; i < count; i++) {
      const raw = list.argsArray[i]
      const args: readonly unknown[] = Array.isArray(raw) ? raw : []
      switch (list.fnArray[i]) {
        case OPS.save:
          save()
          break
        case OPS.restore:
          restore()
          break
        case OPS.transform: {
          const m = matrix(raw)
          if (m) s.ctm = multiply(s.ctm, m)
          break
        }
        case OPS.paintFormXObjectBegin: {
          forms++
          save()
          const m = matrix(args[0])
          if (m) s.ctm = multiply(s.ctm, m)
          break
        }
        case OPS.paintFormXObjectEnd:
          restore()
          break
        case OPS.beginGroup: {
          save()
          const group = args[0] as { matrix?: unknown } | null | undefined
          const m = matrix(group?.matrix)
          if (m) s.ctm = multiply(s.ctm, m)
          break
        }
        case OPS.endGroup:
          restore()
          break
        case OPS.beginAnnotation: {
          save()
          stamped = !widgets.has(String(args[0]))
          s = { ...s, ctm: base, clip: null }
          for (const part of [args[2], args[3]]) {
            const m = matrix(part)
            if (m) s.ctm = multiply(s.ctm, m)
          }
          break
        }
        case OPS.endAnnotation:
          stamped = false
          restore()
          break
        case OPS.beginMarkedContent:
          marked.push(false)
          break
        case OPS.beginMarkedContentProps: {
          const hides = args[0] === 'OC' && !visible(args[1])
          marked.push(hides)
          if (hides) unseen++
          break
        }
        case OPS.endMarkedContent:
          if (marked.pop()) unseen--
          break
        case OPS.setGState:
          for (const entry of Array.isArray(args[0]) ? (args[0] as unknown[]) : []) {
            if (!Array.isArray(entry)) continue
            if (entry[0] === 'LW' && isNumber(entry[1])) s.lineWidth = entry[1]
            if (entry[0] === 'Font' && Array.isArray(entry[1])) setFont(entry[1][0], entry[1][1])
          }
          break
        case OPS.setFont:
          setFont(args[0], args[1])
          break
        case OPS.beginText:
          text = identity
          x = y = lineX = lineY = 0
          break
        case OPS.setTextMatrix: {
          const m = matrix(args[0]) ?? matrix(raw)
          if (m) text = m
          x = y = lineX = lineY = 0
          break
        }
        case OPS.moveText:
          move(args[0], args[1])
          break
        case OPS.setLeadingMoveText:
          s.leading = isNumber(args[1]) ? -args[1] : s.leading
          move(args[0], args[1])
          break
        case OPS.nextLine:
          move(0, -s.leading)
          break
        case OPS.setLeading:
          s.leading = isNumber(args[0]) ? args[0] : 0
          break
        case OPS.setCharSpacing:
          s.charSpacing = isNumber(args[0]) ? args[0] : 0
          break
        case OPS.setWordSpacing:
          s.wordSpacing = isNumber(args[0]) ? args[0] : 0
          break
        case OPS.setHScale:
          s.hScale = isNumber(args[0]) ? args[0] / 100 : 1
          break
        case OPS.setTextRise:
          s.rise = isNumber(args[0]) ? args[0] : 0
          break
        case OPS.setTextRenderingMode:
          s.mode = isNumber(args[0]) ? args[0] : 0
          break
        case OPS.showText:
        case OPS.showSpacedText:
          show(args[0])
          break
        case OPS.nextLineShowText:
          move(0, -s.leading)
          show(args[0])
          break
        case OPS.setLineWidth:
          s.lineWidth = isNumber(args[0]) ? args[0] : 1
          break
        case OPS.setFillRGBColor:
          s.white = args[0] === '#ffffff'
          break
        case OPS.setFillTransparent:
        case OPS.setFillColorN:
          s.white = args[0] !== 'TilingPattern' && args[0] !== 'Shading'
          break
        case OPS.clip:
        case OPS.eoClip:
          clipNext = true
          break
        case OPS.constructPath: {
          if (clipNext) {
            clipNext = false
            const bounds = boxOf(s.ctm, args[2])
            if (bounds) s.clip = s.clip ? intersection(s.clip, bounds) : bounds
          }
          if (unseen > 0 || stamped) break
          if (out.edges.length >= limits.maxEdges) {
            out.cut = true
            break
          }
          out.curves += pathEdges(args, s.ctm, s, page, out.edges)
          break
        }
        case OPS.paintImageXObject:
        case OPS.paintInlineImageXObject:
        case OPS.paintImageMaskXObject:
        case OPS.paintImageXObjectRepeat:
        case OPS.paintImageMaskXObjectRepeat:
        case OPS.paintSolidColorImageMask: {
          const [a, b] = [apply(s.ctm, 0, 0), apply(s.ctm, 1, 1)]
          if (unseen === 0 && !stamped)
            out.pictures.push([
              Math.min(a[0], b[0]),
              Math.min(a[1], b[1]),
              Math.max(a[0], b[0]),
              Math.max(a[1], b[1]),
            ])
          break
        }
        case OPS.paintInlineImageXObjectGroup:
        case OPS.paintImageMaskXObjectGroup:
          if (unseen === 0 && !stamped) out.pictures.push(page)
          break
      }
    }
    operators += count
    full ||= operators > limits.maxOperators || forms > limits.maxForms
    if (full) out.cut = true
    return !full
  }
  return { drawn: out, draw }

  function setFont(id: unknown, size: unknown): void {
    const key = String(id)
    let facts = known.get(key)
    if (!facts) {
      facts = fontFacts(fonts, key)
      known.set(key, facts)
    }
    s.font = facts
    s.size = isNumber(size) && Number.isFinite(size) ? size : 0
  }
}

function intersection(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}
