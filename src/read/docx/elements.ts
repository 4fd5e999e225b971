/**
 * What becomes of elements that need no handler of their own (rewrite.ts). Everything else is handled
 * there or reported as unknown, and its content read as if the element were not there.
 */

/** Left out on purpose, with all that they hold. */
export const ignored: ReadonlySet<string> = new Set([
  // Tracked changes, read as accepted (17.13.5).
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:delInstrText',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
  // Marks of places in the text. Bookmarks between rows also cost mammoth the table's row spans.
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:separator',
  'w:continuationSeparator',
  'w:permStart',
  'w:permEnd',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  // Properties that change no text.
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:rubyPr',
  'w:background',
  'w:fldData',
  'm:rPr',
  'm:ctrlPr',
  'm:oMathParaPr',
  'm:sSupPr',
  'm:sSubPr',
  'm:fPr',
  'm:radPr',
  'm:dPr',
  'm:naryPr',
  // The reading that stands above the text of a ruby.
  'w:rt',
  // What a program draws when it opens the document: page number, today's date, a form's control.
  'w:pgNum',
  'w:dayShort',
  'w:dayLong',
  'w:monthShort',
  'w:monthLong',
  'w:yearShort',
  'w:yearLong',
  'w:control',
  'w:movie',
])

/** Holds text and adds none. */
export const transparent: ReadonlySet<string> = new Set([
  'w:document',
  'w:body',
  'w:hdr',
  'w:ftr',
  'w:footnotes',
  'w:endnotes',
  'w:ins',
  'w:moveTo',
  'w:bdo',
  'w:dir',
  'w:ruby',
  'w:rubyBase',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
])

/**
 * Drawings and formulas are many small elements, with new ones in every version of Office; their texts
 * and pictures have handlers.
 */
export const drawn =
  /^(?:(?:wp|a|pic|wps|wpg|wpc|wp14|v|o|w10|m|c|dgm|w14|w15):|\{http:\/\/schemas\.microsoft\.com\/office\/(?:drawing|word|office)\/)/

/** Namespaces that a reader of mc:Choice understands, as Word 2010 and later do. */
const understood = new Set(['wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15'])

/** Whether a mc:Choice can be taken (ISO/IEC 29500-3, 7.6): all that it requires is understood. */
export function understands(requires: string | undefined): boolean {
  const needs = (requires ?? '').split(/\s+/).filter((n) => n !== '')
  return needs.length > 0 && needs.every((n) => understood.has(n))
}

/** Elements that an address counts, as XPath does, among those of their name in one parent. */
export const addressed: ReadonlySet<string> = new Set([
  'w:p',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:footnote',
  'w:endnote',
])
