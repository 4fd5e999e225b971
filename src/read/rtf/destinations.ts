/**
 * What becomes of destinations (1.9.1, "Destination control words"). Those that are read have an action
 * (actions.ts); those here are left out with all that they hold; a starred one that is on neither list is
 * left out as the standard demands, and reported.
 */

const lists = {
  /** Tables of the document that decide no text. */
  tables:
    'colortbl expandedcolortbl filetbl revtbl rsidtbl xmlnstbl protusertbl themedata colorschememapping datastore \
latentstyles lsdlockedexcept defchp defpap pgdsctbl pgdscno pgptbl listpicture gridtbl passwordhash password \
writereservation writereservhash docvar mailmerge userprops generator template background wgrffmtfilter \
pnseclvl xmlattr windowcaption hlinkbase mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fontemb rdf \
fchars lchars doctype private fldtype mmconnectstr mmodso doccomm nextfile',
  /** Names, alternatives and keys within tables that are read. */
  names:
    'panose falt fname keycode listname liststylename leveltext levelnumbers levelmarker hyphen upnprops',
  /** Facts of \info that are no hint of the notice. */
  info: 'operator manager category comment keywords printim buptim linkval propname staticval',
  /** Pictures, and the data of objects and shapes. */
  pictures:
    'pict nonshppict picprop blipuid blipuidtag objdata objalias objsect objname objtime oleclsid \
objitem objtopic svb shprslt fontfile datafield mmathPict',
  /** Marks of places in the text, index entries, comments with who made them and when. */
  marks:
    'bkmkstart bkmkend annotation atnid atnauthor atndate atntime atnicn atnref atnparent atrfstart \
atrfend xe tc tcn rxe txe xmlopen xmlclose xmlname xmlattrname xmlattrvalue mvfmf mvfml mvtof mvtol ebcstart \
ebcend protstart protend hl hlloc hlfr hlsrc htmltag mhtmltag factoidname fldtitle listtag',
  /** Properties before a change. */
  before: 'oldcprops oldpprops oldsprops oldtprops',
  /** For readers that do not know what stands beside it. */
  instead: 'nonesttables',
  /** How formulas look. */
  formulas:
    'maccPr mbarPr mborderBoxPr mboxPr mctrlPr mdPr meqArrPr mfPr mfuncPr mgroupChrPr mlimlowPr \
mlimuppPr mmPr mmcPr mnaryPr moMathParaPr mphantPr mradPr mrPr msPrePr msSubPr msSubSupPr msSupPr',
  /** Of form fields: names, help and macros. */
  forms: 'ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr',
  /** The kinds of numbers of Word 6, whose text \pntext has. */
  numbers: 'pntxta pntxtb',
}

/** Left out on purpose, with all that they hold. */
export const ignored: ReadonlySet<string> = new Set(
  Object.values(lists).flatMap((words) => words.split(/\s+/)),
)

/** Headers, footers and notes: kept apart from the text. */
export const furniture: ReadonlySet<string> = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'footnote',
])

/** Text boxes: blocks that come after the paragraph that they are anchored in. */
export const boxes: ReadonlySet<string> = new Set(['shptxt', 'dptxbxtext'])

/** Hold what is read, and no text of their own. */
export const structure: ReadonlySet<string> = new Set([
  'shpinst',
  'do',
  'object',
  'moMath',
  'moMathPara',
  'upr',
])
