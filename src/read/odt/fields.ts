/** Fields of Word that LibreOffice keeps as marks in the text: what a form shows is in their parameters. */

export interface FieldMark {
  readonly type: string
  readonly parameters: [name: string, value: string][]
}

/** What a check box or a drop-down list shows; `null` for a field whose result is text. */
export function fieldText({ type, parameters }: FieldMark): string | null {
  const value = (name: string) => parameters.find(([n]) => n.endsWith(name))?.[1]
  if (type.endsWith('.FORMCHECKBOX')) return /^(?:true|1)$/.test(value('Checkbox_Checked') ?? '') ? '☒' : '☐'
  if (type.endsWith('.FORMDROPDOWN')) {
    const entries = parameters.filter(([n]) => n.endsWith('Dropdown_ListEntry'))
    return entries[Number(value('Dropdown_Selected') ?? 0)]?.[1] ?? ''
  }
  return null
}
