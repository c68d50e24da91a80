import type { CsvColumn } from './csv-problem'
import type { ImportField, ImportKind } from './import-field'
import type { NamedPeriod } from './import-period'
import { typedNumberMark, withoutInvisible } from './visible-text'

/** A column of an imported file and what it was taken for. */
export type ImportColumn = CsvColumn & {
  /** Place of the column, 0 for the first. */
  readonly index: number
  /** Heading as it is shown: with the letter where two are the same. */
  readonly shown: string
  /** Unit or currency in the heading; empty for none. */
  readonly unit: string
  /** Field it fills; null for none. */
  readonly field: ImportField | null
  /** Period of usage it holds; null for none. */
  readonly period: NamedPeriod | null
  /** Whether the dictionary says that it is in days. */
  readonly isInDays: boolean
  /** Why it fills that field, or none. */
  readonly confidence: 'certain' | 'likely' | 'chosen' | 'ignored'
}

/** What the user has decided about a file: the kind, columns by heading, answers by question. */
export type ImportChoices = {
  /** What the file is about, or null to go by its headings. */
  readonly kind: ImportKind | null
  /** Field by heading, shown heading or letter of a column; `ignore` for none. */
  readonly map: Readonly<Record<string, string>>
  /** Choice by id of question. */
  readonly answers: Readonly<Record<string, string>>
}

/** How the rows of a file are laid out. */
export type ImportForm =
  /** One row a part, also with months in columns. */
  | 'part-rows'
  /** One row a part and period. */
  | 'long-usage'
  /** One row a movement of stock. */
  | 'postings'
  /** One row an item of a purchase order. */
  | 'order-rows'
  /** One row a component of an assembly. */
  | 'component-rows'

/**
 * Plain text of a cell: without the marks that only machines see, without spaces around it.
 *
 * @param cell cell as found
 *
 * @example
 * plainText('\u200bMG-1\u00a0') // => 'MG-1'
 */
export function plainText(cell: string): string {
  // Most cells have nothing to remove.
  if (/^[!-&(-<>-~](?:[ -~]*[!-~])?$/u.test(cell)) return cell
  if (cell.startsWith(typedNumberMark) && /^[\d.-]+$/u.test(cell.slice(1))) return cell.slice(1)
  const bare = withoutInvisible(cell).replaceAll(/^[\s\u00a0]+|[\s\u00a0]+$/gu, '')
  const formula = /^="(.*)"$/u.exec(bare)
  if (formula !== null) return (formula[1] ?? '').replaceAll('""', '"')
  // An apostrophe is an escape before a number or what a spreadsheet would run; elsewhere it belongs to the text.
  return /^'(?=[\d=+\-@(]|'|$)/u.test(bare) ? bare.slice(1) : bare
}

/**
 * A text as it is kept: like `plainText`, but soft hyphens and zero-width marks belong to it.
 *
 * @param cell cell as found
 *
 * @example
 * keptText(' Läu\u00adfer\0') // => 'Läu\u00adfer'
 */
export function keptText(cell: string): string {
  const plain = plainText(cell)
  const bare = cell.replaceAll(machineMarks, '').trim()
  return withoutInvisible(bare) === plain ? bare : plain
}

const machineMarks = new RegExp(`[\\0${typedNumberMark}\\u001a\\ufeff]`, 'gu')
