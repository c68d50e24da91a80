import { foldedHeader } from './import-header'
import type { ImportChoices } from './import-column'
import type { ImportResult } from './import-result'

/** What was decided about files with the same headings, as JSON, to be kept with a plan or a library. */
export type ImportMemory = {
  /** Choices by signature of the headings. */
  readonly bySignature: Readonly<Record<string, ImportChoices>>
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
 * @param result the file, read
 * @param choices what was decided
 */
export function rememberedChoices(memory: ImportMemory, result: ImportResult, choices: ImportChoices): ImportMemory {
  const signature = headerSignature(result.understood.columns.map((column) => column.header))
  const answers = Object.fromEntries(Object.entries(choices.answers).filter(([id]) => !passing.test(id)))
  if (signature === '' || (choices.kind === null && Object.keys(choices.map).length + Object.keys(answers).length === 0)) return memory
  return { bySignature: { ...memory.bySignature, [signature]: { kind: choices.kind, map: choices.map, answers } } }
}

/**
 * What was decided about earlier files with the same headings; null when there were none. To be said when it is used.
 *
 * @param memory what was remembered
 * @param result the file, read without it
 * @param sheets sheets of a workbook: one that was chosen then and is not there now is not asked for
 */
export function choicesFromMemory(memory: ImportMemory, result: ImportResult, sheets: readonly string[]): ImportChoices | null {
  const signature = headerSignature(result.understood.columns.map((column) => column.header))
  const choices = Object.hasOwn(memory.bySignature, signature) ? (memory.bySignature[signature] ?? null) : null
  const sheet = choices?.answers['sheet']
  // What was said of another sheet's columns says nothing of this one's.
  if (sheet !== undefined && !sheets.includes(sheet)) return null
  return choices
}
