/* Generated from schemas/notice.schema.json by `npm run update`; the schema is the authority. */

/**
 * One notice, read: what it says of itself, its sections, its tasks, and what the program has to say about it.
 */
export interface NoticeResult {
  /**
   * Version of this schema.
   */
  schemaVersion: '1.0'
  source: Source
  notice: Notice
  /**
   * Sections, in the order in which they open.
   */
  sections: Section[]
  /**
   * Tasks, in the order in which they stand.
   */
  tasks: Task[]
  /**
   * Messages, in the order in which they were noted.
   */
  messages: Message[]
  /**
   * Fields that a person should look at, the most doubtful first.
   */
  review: ReviewItem[]
  document?: DocumentBlocks
}
/**
 * The file that was read.
 */
export interface Source {
  /**
   * Name of the file, without folders.
   */
  name: string
  /**
   * Format by its bytes, whatever the name says.
   */
  format: 'txt' | 'html' | 'mhtml' | 'docx' | 'doc' | 'rtf' | 'odt' | 'pdf' | 'ofd'
  /**
   * Size in bytes.
   */
  bytes: number
  /**
   * SHA-256 of the bytes, in hexadecimal.
   */
  sha256: string
  /**
   * Charset of a text format, as decoded; null for binary formats.
   */
  encoding: string | null
  /**
   * Number of pages; null for formats without pages.
   */
  pages: number | null
}
/**
 * What the notice says of itself; names follow GB/T 9704-2012.
 */
export interface Notice {
  /**
   * Title as published; the plan's title if the notice itself has none.
   */
  title: string | null
  /**
   * The plan that a notice issues (印发, 转发, 批转); null where there is none.
   */
  planTitle: string | null
  /**
   * Document number (发文字号), as printed.
   */
  documentNumber: string | null
  /**
   * The signing body (发文机关署名); where none signs, the body that the title names.
   */
  issuer: string | null
  /**
   * Date of issue (成文日期).
   */
  issuedOn: string | null
  /**
   * Date on which the page says it was published (发布时间).
   */
  publishedOn: string | null
  /**
   * The plan's year.
   */
  year: number | null
  /**
   * Addressees (主送机关), split as unit lists are.
   */
  addressees: string[]
  /**
   * The division whose notice it is; null where it cannot be told, and for national bodies.
   */
  region: Region | null
  /**
   * Documents that it says it follows.
   */
  basis: Reference[]
  /**
   * first-listed where the notice says 列第一位的为牵头单位.
   */
  leadRule: 'first-listed' | null
  /**
   * Number of tasks that the notice says it holds.
   */
  statedTaskCount: number | null
  /**
   * Attachments, in the order named.
   */
  attachments: Attachment[]
  /**
   * The number taken apart; null where there is none.
   */
  numberParts: NumberParts | null
  /**
   * How sure each field is, 0 to 1, by JSON Pointer relative to the notice.
   */
  confidence: {
    [k: string]: number
  }
  evidence: EvidenceByPointer
}
/**
 * A division by GB/T 2260.
 */
export interface Region {
  /**
   * Six digits of GB/T 2260.
   */
  code: string
  /**
   * Its name with those above it.
   */
  name: string
}
/**
 * A document that the notice refers to.
 */
export interface Reference {
  /**
   * Its title, without the book title marks.
   */
  title: string | null
  /**
   * Its document number (发文字号), as printed.
   */
  documentNumber: string | null
  /**
   * The number taken apart; null where there is none.
   */
  numberParts: NumberParts | null
  /**
   * Level of the body whose document it is, told from the agency code or the title: national over province over city over county. null where it cannot be told.
   */
  level: 'national' | 'province' | 'city' | 'county' | 'township' | null
}
/**
 * A document number (发文字号) taken apart: 国办发〔2021〕12号.
 */
export interface NumberParts {
  /**
   * Agency code (机关代字).
   */
  agency: string
  /**
   * Year (年份); null where it is damaged.
   */
  year: number | null
  /**
   * Serial number (发文顺序号); null where it is missing.
   */
  number: number | null
}
/**
 * An attachment that the notice names (附件说明), or a file that its page links.
 */
export interface Attachment {
  /**
   * Its name as printed, without number.
   */
  title: string
  /**
   * Its number as printed.
   */
  ordinal: string | null
  /**
   * Address on the page, where it is a link.
   */
  href: string | null
}
/**
 * Evidence of each filled value, by JSON Pointer relative to the object that holds it.
 */
export interface EvidenceByPointer {
  [k: string]: Evidence[]
}
/**
 * One piece of the source from which a value was read. A value is its pieces joined by a line break, white space treated as in rule 1.
 */
export interface Evidence {
  /**
   * Id of the paragraph or cell.
   */
  node: string
  /**
   * First UTF-16 code unit in the node's own text.
   */
  start: number
  /**
   * One past the last UTF-16 code unit.
   */
  end: number
  /**
   * The node's text from start to end.
   */
  quote: string
  /**
   * The rule that found it.
   */
  rule: string
  /**
   * Page, where the format has pages; 1 the first.
   */
  page?: number
  /**
   * Left, top, right, bottom in points from the top left of the page, one box a line.
   */
  boxes?: [number, number, number, number][]
  /**
   * Line of a text file; 1 the first.
   */
  line?: number
  /**
   * Place in the page or package.
   */
  path?: string
}
/**
 * A heading over tasks.
 */
export interface Section {
  /**
   * Id within this file.
   */
  id: string
  /**
   * Number as printed; null where the heading has none.
   */
  label: string | null
  /**
   * Its first sentence, without the closing 。.
   */
  title: string
  /**
   * 1 the outermost.
   */
  level: number
  /**
   * Id of the section above; null at the top.
   */
  parent: string | null
  evidence: EvidenceByPointer
}
/**
 * A task: what is to be done, by whom, by when.
 */
export interface Task {
  /**
   * Id within this file.
   */
  id: string
  /**
   * Number as printed, without the closing 、 or dot.
   */
  ordinal: string | null
  /**
   * Sections above it, outermost first.
   */
  sections: SectionRef[]
  /**
   * The task.
   */
  task: string
  /**
   * What it requires; null where there is none.
   */
  requirement: string | null
  /**
   * Lead units (牵头单位).
   */
  leadUnits: Unit[]
  /**
   * Responsible units (责任单位).
   */
  responsibleUnits: Unit[]
  /**
   * Supporting units (配合单位).
   */
  supportingUnits: Unit[]
  /**
   * Guiding units (指导单位).
   */
  guidingUnits: Unit[]
  /**
   * The lists above that end in 等: more units are meant than are named.
   */
  openLists: ('leadUnits' | 'responsibleUnits' | 'supportingUnits' | 'guidingUnits')[]
  /**
   * Deadlines, in the order in which they stand.
   */
  deadlines: Deadline[]
  /**
   * Numbers that it asks for, in the order in which they stand.
   */
  targets: Target[]
  /**
   * Bodies that its running text gives a duty to (由市司法局会同…), beside those in the lists above.
   */
  mentionedUnits: Unit[]
  /**
   * How sure each field is, 0 to 1, by JSON Pointer relative to the task: lowered by the rules that found it and by the messages that point to it (`review` names them).
   */
  confidence: {
    [k: string]: number
  }
  evidence: EvidenceByPointer
}
/**
 * A section on a task's path.
 */
export interface SectionRef {
  /**
   * Id of the section.
   */
  id: string
  /**
   * Number as printed.
   */
  label: string | null
  /**
   * Title.
   */
  title: string
}
/**
 * A body or a set of bodies.
 */
export interface Unit {
  /**
   * As printed.
   */
  text: string
  /**
   * With the prefix that the list leaves out (市发展改革委、自然资源和规划局).
   */
  name: string
  /**
   * group: a set that is not named one by one (各县(市、区)人民政府).
   */
  kind: 'unit' | 'group'
  /**
   * Function of government by the gazetteer (`yaodian units`); null where it is not one, or not one alone.
   */
  function: string | null
  /**
   * Level at which the body stands.
   */
  level: 'national' | 'province' | 'city' | 'county' | 'township' | 'village' | null
  /**
   * GB/T 2260 code of the place that it belongs to, by its own name or the notice; null where it cannot be told, and for national bodies.
   */
  jurisdiction: string | null
  /**
   * What sort of body: a department of party or government; a people's government; an office within a body (综合股); a body led vertically (税务局, 海关, 人民银行); a public institution (事业单位); an enterprise; a development zone; a township or subdistrict; a village or community; a mass organization (总工会, 妇联); a court or procuratorate; a people's congress or CPPCC; a leading group or task force (领导小组, 专班); a person. null for sets of several sorts, and where it cannot be told.
   */
  type:
    | 'department'
    | 'government'
    | 'internal-office'
    | 'vertical'
    | 'institution'
    | 'enterprise'
    | 'park'
    | 'township'
    | 'village'
    | 'organization'
    | 'judicial'
    | 'congress'
    | 'task-force'
    | 'person'
    | null
  /**
   * Of a group: the sets that it is made of, not expanded; 各县(市、区)人民政府 is counties. null for a unit.
   */
  scope:
    | (
        | 'provinces'
        | 'cities'
        | 'counties'
        | 'townships'
        | 'villages'
        | 'departments'
        | 'internal-offices'
        | 'parks'
        | 'enterprises'
        | 'institutions'
        | 'organizations'
        | 'members'
        | 'all'
      )[]
    | null
}
/**
 * A time at which or within which the work is done.
 */
export interface Deadline {
  /**
   * The shortest run of the source that names the time.
   */
  text: string
  /**
   * by a date; during a period; recurring; within a span of an event; ongoing.
   */
  type: 'by' | 'during' | 'recurring' | 'within' | 'ongoing'
  /**
   * First day of a period.
   */
  start: string | null
  /**
   * Last day.
   */
  end: string | null
  /**
   * Where it was taken from, if the task itself names no time: the heading above it, or a sentence that holds for all tasks; null where it stands in the task.
   */
  inherited: 'section' | 'notice' | null
}
/**
 * A number that is asked for (不低于4%, 不少于1人, 达到95%以上).
 */
export interface Target {
  /**
   * The shortest run of the source that names it.
   */
  text: string
  /**
   * How the number binds.
   */
  comparator: 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal' | 'about' | 'range'
  /**
   * The number, 万 and 亿 worked in; the lower one of a range. Per cent stay per cent: 4 for 4%.
   */
  value: number
  /**
   * The upper number of a range.
   */
  upper: number | null
  /**
   * Unit or counted thing, as printed; null where there is none.
   */
  unit: string | null
}
/**
 * What the program has to say beside the values.
 */
export interface Message {
  /**
   * Code of the message; docs/messages.md lists them.
   */
  code: string
  /**
   * info: worth knowing; warning: a person should look; error: something of the notice is missing.
   */
  level: 'info' | 'warning' | 'error'
  /**
   * The message in the reader's language.
   */
  text: string
  /**
   * Where it points.
   */
  at: Location | null
}
/**
 * A node of the document, perhaps a stretch of its text.
 */
export interface Location {
  /**
   * Id of the paragraph or cell.
   */
  node: string
  /**
   * First UTF-16 code unit.
   */
  start?: number
  /**
   * One past the last.
   */
  end?: number
}
/**
 * A field that a person should look at.
 */
export interface ReviewItem {
  /**
   * Id of the task; null where it is the notice's field.
   */
  task: string | null
  /**
   * JSON Pointer relative to the task, or to the notice.
   */
  pointer: string
  /**
   * How sure the field is.
   */
  confidence: number
  /**
   * Codes of the messages and names of the rules that speak against it.
   */
  reasons: string[]
}
/**
 * The document as read: only with --with-document.
 */
export interface DocumentBlocks {
  /**
   * Paragraphs and tables of the notice, with ids.
   */
  blocks: {
    [k: string]: unknown
  }[]
  /**
   * What is on the page and not of the notice.
   */
  furniture: {
    [k: string]: unknown
  }[]
}
