/** One message of the catalogue. `{name}` in a text is filled with the parameter of that name. */
export interface Template {
  /** info: worth knowing; warning: a person should look; error: something of the notice is missing. */
  readonly level: 'info' | 'warning' | 'error'
  readonly zh: string
  readonly en: string
}
