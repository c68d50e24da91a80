/** Something that nothing in the file tells. Answering it reads the file again. */
export type ImportQuestion = {
  /** Stable for a file's form, so that next month's answer can be the same: `decimal`, `lead-time-unit`, `column:Menge`. */
  readonly id: string
  /** What kind of thing is asked, such as `decimal` or `ambiguous-column`. */
  readonly kind: string
  /** Headings it concerns; empty for the whole file. */
  readonly columns: readonly string[]
  /** The answers there are. */
  readonly choices: readonly string[]
  /** The question, with a real part of the file in it. */
  readonly text: string
  /** What each choice would make of it. */
  readonly readings: readonly { readonly choice: string; readonly text: string }[]
}
