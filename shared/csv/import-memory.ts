import { foldedHeader } from './import-header'
import type { ImportChoices } from './import-column'
import type { ImportResult } from './import-result'

/** What was decided about a file. */
export type RememberedChoices = ImportChoices & {
  /** Whether the user chose its line of headings: the next file is then searched for these headings. */
  readonly isHeadingChosen?: boolean
}

/** What was decided about files with the same headings, as JSON, to be kept with a plan or a library. */
export type ImportMemory = {
  /** Choices by signature of the headings. */
  readonly bySignature: Readonly<Record<string, RememberedChoices>>
}

// Answers about one file's rows say nothing about next month's.
const passing = /^(part:|similar-parts$|usage-year$|encoding$|header-line$)/u

/**
 * The signature of a file's headings: the same next month, whatever is under them.
 *
 * @param headers headings in the order of the file
 *
 * @example
 * headerSignature(['Material', 'Frei verwendbar']) // => 'material|freiverwendbar'
 */
export function headerSignature(headers: readonly string[]): string {
  return headers.map((header) => foldedHeader(header).name + (foldedHeader(header).unit === '' ? '' : `(${foldedHeader(header).unit.toLowerCase()})`)).join('|')
}

/**
 * The memory with what was decided about a file; answers that concern its rows only are not kept.
 *
 * @param memory what was remembered before
 * @param files the file as read without any choices, and as read with them
 * @param choices what was decided
 */
export function rememberedChoices(memory: ImportMemory, files: { readonly unaided: ImportResult; readonly chosen: ImportResult }, choices: ImportChoices): ImportMemory {
  // Without the choice of a line, the headings are those of a wrong line, which is another next month.
  const isHeadingChosen = choices.answers['header-line'] !== undefined
  const signature = headerSignature((isHeadingChosen ? files.chosen : files.unaided).understood.columns.map((column) => column.header))
  const answers = Object.fromEntries(Object.entries(choices.answers).filter(([id]) => !passing.test(id)))
  if (signature === '' || (choices.kind === null && !isHeadingChosen && Object.keys(choices.map).length + Object.keys(answers).length === 0)) return memory
  return { bySignature: { ...memory.bySignature, [signature]: { kind: choices.kind, map: choices.map, answers, ...(isHeadingChosen ? { isHeadingChosen } : {}) } } }
}

/**
 * What was decided about earlier files with the same headings; null when there were none. To be said when it is used.
 *
 * @param memory what was remembered
 * @param result the file, read without it
 * @param of its first rows, among which headings that were chosen then are looked for; and sheets of a workbook: one that was chosen then and is not there now is not asked for
 */
export function choicesFromMemory(memory: ImportMemory, result: ImportResult, of: { readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[]; readonly sheets: readonly string[] }): ImportChoices | null {
  const remembered = (signature: string) => (Object.hasOwn(memory.bySignature, signature) ? (memory.bySignature[signature] ?? null) : null)
  const heading = of.firstRows.map(({ line, cells }) => ({ line, choices: remembered(headerSignature(cells)) })).find(({ choices }) => choices?.isHeadingChosen === true)
  const found = heading?.choices ?? remembered(headerSignature(result.understood.columns.map((column) => column.header)))
  if (found === null) return null
  const { isHeadingChosen, ...kept } = found
  const choices: ImportChoices = isHeadingChosen === true && heading !== undefined ? { ...kept, answers: { ...kept.answers, 'header-line': String(heading.line) } } : kept
  const sheet = choices.answers['sheet']
  // What was said of another sheet's columns says nothing of this one's.
  if (sheet !== undefined && !of.sheets.includes(sheet)) return null
  return choices
}
