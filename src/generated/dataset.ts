/* Generated from schemas/dataset.json by `npm run update`; the schema is the authority. */

/** A row a document: what the notice says of itself, the file it was read from, and counts. All copies of a notice are here. */
export interface NoticesRow {
  /** First 16 hexadecimal digits of the SHA-256 of the content; it survives a move of the file and a re-run. */
  document_id: string
  /** Shared by all copies of one notice: the document_id of the preferred copy. */
  notice_id: string
  /** It is the best reading of its notice. */
  preferred: boolean
  /** document_id of the preferred copy; null for that one itself. */
  same_as: string | null
  /** First input path with this content. */
  path: string
  /** What came of it: SUCCESS, EMPTY (no tasks) or PARTIAL. */
  outcome: string
  /** Title as published. */
  title: string | null
  /** The plan that the notice issues. */
  plan_title: string | null
  /** Document number (发文字号), as printed. */
  document_number: string | null
  /** Its agency code. */
  number_agency: string | null
  /** Its year; null where it is damaged. */
  number_year: number | null
  /** Its serial number; null where it is missing. */
  number_serial: number | null
  /** The signing body. */
  issuer: string | null
  /** Date of issue (成文日期). */
  issued_on: string | null
  /** Date of publication on the page. */
  published_on: string | null
  /** The plan's year. */
  year: number | null
  /** GB/T 2260 code of the division; null where it cannot be told, and for national bodies. */
  region_code: string | null
  /** Its name with those above it. */
  region_name: string | null
  /** first-listed where the notice says 列第一位的为牵头单位. */
  lead_rule: 'first-listed' | null
  /** Number of tasks that the notice says it holds. */
  stated_task_count: number | null
  /** Name of the file, without folders. */
  source_name: string
  /** Format by its bytes. */
  format: 'txt' | 'html' | 'mhtml' | 'docx' | 'doc' | 'rtf' | 'odt' | 'pdf' | 'ofd'
  /** Size in bytes. */
  bytes: number
  /** SHA-256 of the content. */
  sha256: string
  /** Charset of a text format; null for binary formats. */
  encoding: string | null
  /** Number of pages; null for formats without pages. */
  pages: number | null
  /** Sections in it. */
  section_count: number
  /** Tasks in it. */
  task_count: number
  /** Messages about it. */
  message_count: number
  /** Messages of level warning. */
  warning_count: number
  /** Messages of level error. */
  error_count: number
  /** Fields that a person should look at. */
  review_count: number
}

/** Addressees (主送机关), a row each. */
export interface AddresseesRow {
  /** Document of which this is a part. */
  document_id: string
  /** Place in the list, 1 the first. */
  position: number
  /** The addressee. */
  text: string
}

/** Attachments that the notice names or its page links, a row each. */
export interface AttachmentsRow {
  /** Document of which this is a part. */
  document_id: string
  /** Place in the list, 1 the first. */
  position: number
  /** Its number as printed. */
  ordinal: string | null
  /** Its name as printed, without number. */
  title: string
  /** Address on the page, where it is a link. */
  href: string | null
}

/** Documents that the notice says it follows, a row each. */
export interface BasisRow {
  /** Document of which this is a part. */
  document_id: string
  /** Place in the list, 1 the first. */
  position: number
  /** Its title, without the book title marks. */
  title: string | null
  /** Its document number, as printed. */
  document_number: string | null
  /** Its agency code. */
  number_agency: string | null
  /** Its year. */
  number_year: number | null
  /** Its serial number. */
  number_serial: number | null
  /** Level of the body whose document it is. */
  level: 'national' | 'province' | 'city' | 'county' | 'township' | null
  /** Rule that found it. */
  rule: string | null
  /** Paragraph or cell in which it stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
}

/** Sections, a row each. */
export interface SectionsRow {
  /** Document of which this is a part. */
  document_id: string
  /** document_id.id. */
  section_id: string
  /** Place in the notice, 1 the first. */
  position: number
  /** Section above it; null at the top. */
  parent_id: string | null
  /** 1 the outermost. */
  level: number
  /** Number as printed. */
  label: string | null
  /** Title, without the closing 。. */
  title: string
  /** Rule that found the title. */
  rule: string | null
  /** Paragraph or cell in which the title stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
}

/** Tasks, a row each; of the copies of one notice only the preferred one counts (all with --all-copies). */
export interface TasksRow {
  /** Document of which this is a part. */
  document_id: string
  /** document_id.id. */
  task_id: string
  /** Place in the notice, 1 the first. */
  position: number
  /** The innermost section above it. */
  section_id: string | null
  /** Outermost heading above it, with its number. */
  level1: string | null
  /** Second heading. */
  level2: string | null
  /** Third heading. */
  level3: string | null
  /** All headings above it, outermost first, parted by “ › ”. */
  section_path: string | null
  /** Number as printed. */
  ordinal: string | null
  /** The task. */
  task: string
  /** What it requires. */
  requirement: string | null
  /** The list of lead units ends in 等: more are meant than are named. */
  lead_open: boolean
  /** The list of responsible units ends in 等: more are meant than are named. */
  responsible_open: boolean
  /** The list of supporting units ends in 等: more are meant than are named. */
  supporting_open: boolean
  /** The list of guiding units ends in 等: more are meant than are named. */
  guiding_open: boolean
  /** The lowest of the confidences of its fields, 0 to 1. */
  confidence: number | null
  /** How sure the ordinal is, 0 to 1. */
  confidence_ordinal: number | null
  /** How sure the sections are, 0 to 1. */
  confidence_sections: number | null
  /** How sure the task is, 0 to 1. */
  confidence_task: number | null
  /** How sure the requirement is, 0 to 1. */
  confidence_requirement: number | null
  /** How sure the lead units are, 0 to 1. */
  confidence_lead_units: number | null
  /** How sure the responsible units are, 0 to 1. */
  confidence_responsible_units: number | null
  /** How sure the supporting units are, 0 to 1. */
  confidence_supporting_units: number | null
  /** How sure the guiding units are, 0 to 1. */
  confidence_guiding_units: number | null
  /** How sure the mentioned units are, 0 to 1. */
  confidence_mentioned_units: number | null
  /** How sure the deadlines are, 0 to 1. */
  confidence_deadlines: number | null
  /** How sure the targets are, 0 to 1. */
  confidence_targets: number | null
  /** Rule that found the task. */
  rule: string | null
  /** Paragraph or cell in which the task stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
  /** Place in the package or page. */
  source_path: string | null
}

/** Units of tasks, a row for each unit of each task. */
export interface TaskUnitsRow {
  /** Document of which this is a part. */
  document_id: string
  /** Task to which it belongs. */
  task_id: string
  /** lead, responsible, supporting, guiding, or mentioned in the running text. */
  role: 'lead' | 'responsible' | 'supporting' | 'guiding' | 'mentioned'
  /** Place among the units of this role, 1 the first. */
  position: number
  /** As printed. */
  text: string
  /** The unit. */
  unit_id: string
  /** Rule that found it. */
  rule: string | null
  /** Paragraph or cell in which it stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
}

/** Units: a row for each distinct name, kind, function, level, jurisdiction, type and scope. */
export interface UnitsRow {
  /** First 16 hexadecimal digits of a SHA-256 of these seven values; the same in every run. */
  unit_id: string
  /** Name, with the prefix that a list leaves out. */
  name: string
  /** unit, or group: a set that is not named one by one. */
  kind: 'unit' | 'group'
  /** Function of government. */
  function: string | null
  /** Chinese name of the function. */
  function_name: string | null
  /** Level at which the body stands. */
  level: 'national' | 'province' | 'city' | 'county' | 'township' | 'village' | null
  /** GB/T 2260 code of the place that it belongs to. */
  jurisdiction: string | null
  /** What sort of body. */
  type: 'department' | 'government' | 'internal-office' | 'vertical' | 'institution' | 'enterprise' | 'park' | 'township' | 'village' | 'organization' | 'judicial' | 'congress' | 'task-force' | 'person' | null
  /** Of a group: the sets that it is made of, parted by commas. */
  scope: string | null
  /** Documents in whose tasks it stands. */
  document_count: number
  /** Tasks in which it stands. */
  task_count: number
  /** Times that it is a lead unit. */
  lead_count: number
  /** Times that it is a responsible unit. */
  responsible_count: number
  /** Times that it is a supporting unit. */
  supporting_count: number
  /** Times that it is a guiding unit. */
  guiding_count: number
  /** Times that running text gives it a duty. */
  mentioned_count: number
}

/** Deadlines of tasks, a row each. */
export interface DeadlinesRow {
  /** Document of which this is a part. */
  document_id: string
  /** Task to which it belongs. */
  task_id: string
  /** Place in the task, 1 the first. */
  position: number
  /** The run of the source that names the time. */
  text: string
  /** by a date; during a period; recurring; within a span of an event; ongoing. */
  type: 'by' | 'during' | 'recurring' | 'within' | 'ongoing'
  /** First day of a period. */
  start_on: string | null
  /** Last day. */
  end_on: string | null
  /** Where it was taken from if the task itself names no time: the heading above it, or a sentence for all tasks. */
  inherited: 'section' | 'notice' | null
  /** Rule that found it. */
  rule: string | null
  /** Paragraph or cell in which it stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
}

/** Numbers that tasks ask for, a row each. */
export interface TargetsRow {
  /** Document of which this is a part. */
  document_id: string
  /** Task to which it belongs. */
  task_id: string
  /** Place in the task, 1 the first. */
  position: number
  /** The run of the source that names it. */
  text: string
  /** How the number binds. */
  comparator: 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal' | 'about' | 'range'
  /** The number, 万 and 亿 worked in, per cent left as it is; the lower one of a range. */
  value: number
  /** The upper number of a range. */
  upper: number | null
  /** Unit or counted thing, as printed. */
  unit: string | null
  /** Rule that found it. */
  rule: string | null
  /** Paragraph or cell in which it stands (the first of several). */
  source_node: string | null
  /** Page, 1 the first; null for formats without pages. */
  source_page: number | null
  /** Line, 1 the first; only of text files. */
  source_line: number | null
}

/** What the program has to say about a document, and how a copy differs from the preferred one, a row each. */
export interface MessagesRow {
  /** Document of which this is a part. */
  document_id: string
  /** Place in the list, 1 the first. */
  position: number
  /** Code; docs/messages.md lists them. */
  code: string
  /** info: worth knowing; warning: a person should look; error: something of the notice is missing. */
  level: 'info' | 'warning' | 'error'
  /** The message. */
  text: string
  /** It says how this copy differs from the preferred one. */
  difference: boolean
  /** The task, where the place that it points to is evidence of one task. */
  task_id: string | null
  /** Paragraph or cell that it points to. */
  node: string | null
  /** First UTF-16 code unit in it. */
  node_start: number | null
  /** One past the last. */
  node_end: number | null
}

/** Fields that a person should look at, a row each, the most doubtful first. */
export interface ReviewRow {
  /** Document of which this is a part. */
  document_id: string
  /** Place in the list, 1 the first. */
  position: number
  /** The task; null where it is the notice's field. */
  task_id: string | null
  /** JSON Pointer relative to the task, or to the notice. */
  pointer: string
  /** How sure the field is, 0 to 1. */
  confidence: number
  /** Codes of the messages and names of the rules that speak against it, parted by commas. */
  reasons: string
}

/** The tables by name, in their order. */
export interface Tables {
  notices: NoticesRow
  addressees: AddresseesRow
  attachments: AttachmentsRow
  basis: BasisRow
  sections: SectionsRow
  tasks: TasksRow
  task_units: TaskUnitsRow
  units: UnitsRow
  deadlines: DeadlinesRow
  targets: TargetsRow
  messages: MessagesRow
  review: ReviewRow
}

export type TableName = keyof Tables
