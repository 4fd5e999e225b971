/**
 * What becomes of elements that need no handler of their own (body.ts). Everything else is handled there
 * or reported as unknown, and its content read as if the element were not there.
 */

/** Left out on purpose, with all that they hold. */
export const ignored: ReadonlySet<string> = new Set([
  // What the deletions of tracked changes held; the text around reads as accepted (5.5).
  'text:tracked-changes',
  // Comments.
  'office:annotation',
  'office:annotation-end',
  // Declarations, scripts, settings.
  'office:scripts',
  'office:font-face-decls',
  'office:settings',
  'office:meta',
  'office:forms',
  'form:form',
  'text:script',
  'text:section-source',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file',
  'text:page-sequence',
  'table:table-source',
  'office:dde-source',
  // The mark of a note, which stands where it is referred to, and the reading above a ruby.
  'text:note-citation',
  'text:ruby-text',
  // How an index is made; what it shows is in text:index-body.
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  // Descriptions of drawings and tables, and how they look.
  'svg:title',
  'svg:desc',
  'table:title',
  'table:desc',
  'table:table-column',
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
  'draw:enhanced-geometry',
  'draw:glue-point',
  'draw:image-map',
  'draw:contour-polygon',
  'draw:contour-path',
  'draw:layer-set',
  'draw:control',
  'office:event-listeners',
  'office:binary-data',
  'style:handout-master',
])

const fields =
  'author-initials author-name bibliography-mark bookmark-ref chapter character-count conditional-text \
creation-date creation-time creator database-display database-name database-row-number date dde-connection \
description drop-down editing-cycles editing-duration execute-macro expression file-name hidden-paragraph \
hidden-text image-count initial-creator keywords measure meta-field modification-date modification-time \
note-ref object-count page-continuation page-count page-number page-variable-get page-variable-set \
paragraph-count placeholder print-date print-time printed-by reference-ref sender-city sender-company \
sender-country sender-email sender-fax sender-firstname sender-initials sender-lastname \
sender-phone-private sender-phone-work sender-position sender-postal-code sender-state-or-province \
sender-street sender-title sequence sequence-ref sheet-name subject table-count table-formula \
template-name text-input time title user-defined user-field-get user-field-input variable-get \
variable-input variable-set word-count label database-next database-row-select'

/** Holds text and adds none: what a field shows is its content. */
export const transparent: ReadonlySet<string> = new Set([
  'office:document-content',
  'office:document-styles',
  'office:body',
  'office:text',
  'office:master-styles',
  'style:master-page',
  'style:region-left',
  'style:region-center',
  'style:region-right',
  'text:meta',
  'text:ruby',
  'text:ruby-base',
  'text:note',
  'text:index-body',
  'text:index-title',
  'text:soft-page-break',
  'table:table-rows',
  'table:table-row-group',
  'draw:frame',
  'draw:a',
  'draw:g',
  'loext:content-control',
  ...fields.split(/\s+/).map((name) => `text:${name}`),
])

/** Marks of places in the text: bookmarks, references, changes, index entries. */
export const marks =
  /^text:(?:(?:bookmark|reference-mark|toc-mark|user-index-mark|alphabetical-index-mark)(?:-start|-end)?|change(?:-start|-end)?)$/

/** Shapes, which hold paragraphs as text boxes do. */
export const shapes: ReadonlySet<string> = new Set(
  'text-box custom-shape rect ellipse circle line polyline polygon regular-polygon path connector caption measure'
    .split(' ')
    .map((name) => `draw:${name}`),
)

/** Indexes: what they show repeats headings and captions. */
export const indexes: ReadonlySet<string> = new Set(
  'table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography'
    .split(' ')
    .map((name) => `text:${name}`),
)

/** Headers and footers of a page. */
export const margins: ReadonlySet<string> = new Set(
  ['header', 'footer'].flatMap((name) => [`style:${name}`, `style:${name}-left`, `style:${name}-first`]),
)
