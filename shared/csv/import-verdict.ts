import type { CsvProblem } from './csv-problem'
import { isBlankWord } from './blank-word'
import { importFieldTypes } from './import-field'
import type { ImportLayout } from './import-form'
import type { GridRow, ImportGrid } from './import-grid'
import { lineCounts, type LineFate } from './import-lines'
import { plainText, type ImportColumn } from './import-column'
import type { ImportQuestion } from './import-question'
import type { ImportedComponent, ImportedOrder, ImportedPart, ImportedUsage, ImportResult } from './import-result'
import type { ImportSigns } from './import-signs'

/** Everything found so far, before the verdict. */
export type ImportDraft = {
  readonly encoding: string
  readonly sheet: string | null
  readonly delimiter: string | null
  readonly grid: ImportGrid
  readonly problems: CsvProblem[]
  readonly questions: readonly ImportQuestion[]
  readonly isPreview: boolean
  readonly headerLine: number | null
  readonly layout: ImportLayout | null
  readonly columns: readonly ImportColumn[]
  readonly signs: ImportSigns | null
  readonly fates: readonly LineFate[]
  readonly parts?: readonly ImportedPart[]
  readonly orders?: readonly ImportedOrder[]
  readonly usage?: readonly ImportedUsage[]
  readonly components?: readonly ImportedComponent[]
  readonly samples?: ImportResult['samples']
}

/**
 * The result of a file that cannot be read at all.
 *
 * @param of what stands in the way, and what was understood before
 */
export function refusal(of: { readonly problem: CsvProblem; readonly encoding: string; readonly delimiter: string | null }): ImportResult {
  return {
    outcome: 'refused', message: of.problem.sentence,
    understood: { encoding: of.encoding, sheet: null, delimiter: of.delimiter, decimal: null, decimalProof: null, headerLine: null, kind: null, form: null, columns: [] },
    questions: [], parts: [], orders: [], usage: [], components: [], problems: [of.problem], fates: [],
    lines: { total: 0, header: 0, imported: 0, held: 0, skipped: 0 }, rowOfLine: {}, heldRows: [], samples: [], isPreview: false,
  }
}

/**
 * The result of a file: every line counted, problems in the order of the file. A file of which nothing can be imported is refused,
 * never a success with 0 rows.
 *
 * @param draft everything found
 * @param outcome what it is unless nothing was imported
 */
export function finishedResult(draft: ImportDraft, outcome: ImportResult['outcome']): ImportResult {
  const fates = draft.fates.toSorted((a, b) => a.line - b.line)
  const lines = lineCounts(fates, draft.grid.lineCount)
  const { parts = [], orders = [], usage = [], components = [] } = draft
  const isNothing = parts.length + orders.length + usage.length + components.length === 0
  const verdict = outcome === 'imported' && isNothing ? 'refused' : outcome
  const rowByLine = new Map(draft.grid.rows.map((row) => [row.line, row] as const))
  const problems = draft.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const rowOfLine: Record<number, number> = {}
  for (const { line } of problems) {
    const row = line === null ? undefined : rowByLine.get(line)
    if (row !== undefined && row.row !== row.line) rowOfLine[row.line] = row.row
  }
  const signs = draft.signs
  return {
    outcome: verdict,
    message: message(draft, verdict, { parts: parts.length, orders: orders.length, usage: usage.length, components: components.length, held: lines.held, skipped: lines.skipped }),
    understood: {
      encoding: draft.encoding, sheet: draft.sheet, delimiter: draft.delimiter, decimal: signs?.file ?? null, decimalProof: signs?.proof ?? null, headerLine: draft.headerLine,
      kind: draft.layout?.kind ?? null, form: draft.layout?.form ?? null, columns: draft.columns,
    },
    questions: draft.questions, parts, orders, usage, components, problems, fates, lines, rowOfLine,
    heldRows: fates.filter((fate) => fate.fate === 'held').map(({ line }) => ({ line, cells: rowByLine.get(line)?.cells.map(plainText) ?? [] })),
    samples: draft.samples ?? [],
    isPreview: draft.isPreview,
  }
}

const delimiterWords: { readonly [delimiter: string]: string } = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const encodingWords: { readonly [encoding: string]: string } = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows text', xlsx: 'a workbook' }

function message(draft: ImportDraft, outcome: ImportResult['outcome'], counts: { readonly parts: number; readonly orders: number; readonly usage: number; readonly components: number; readonly held: number; readonly skipped: number }): string {
  const { signs, delimiter, encoding } = draft
  const decimal = signs?.file === null || signs?.file === undefined ? '' : `, decimal ${signs.file}${signs.proof === null ? '' : ` (proved by ${signs.proof.cell} on line ${signs.proof.line})`}`
  const form = `${encodingWords[encoding] ?? encoding}${draft.sheet === null ? '' : `, sheet “${draft.sheet}”`}${delimiter === null ? '' : `, ${delimiterWords[delimiter] ?? `“${delimiter}”`} between cells`}${decimal}`
  const found = [counted(counts.parts, 'part'), counted(counts.orders, 'order line'), counts.usage === 0 ? '' : `usage of ${counted(counts.usage, 'part')}`, counted(counts.components, 'component')].filter((text) => text !== '').join(', ')
  const rest = `${counted(counts.held, 'line') || 'no line'} held, ${counted(counts.skipped, 'line') || 'no line'} skipped`
  switch (outcome) {
    case 'imported':
      return `${form}: ${found}; ${rest}.`
    case 'question':
      return `${form}. ${draft.questions.length === 1 ? 'One question is' : `${draft.questions.length} questions are`} open: ${draft.questions.map((question) => question.text).join(' ')}`
    case 'refused': {
      const errors = draft.problems.filter((problem) => problem.severity === 'error')
      return `Nothing can be imported (${rest}). ${errors[0]?.sentence ?? 'There is nothing under the headings.'}`
    }
  }
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

/**
 * Says once that cells with words such as `n/a` were read as blank; null when there are none.
 *
 * @param columns columns with their fields
 * @param rows rows that were read
 */
export function blankWordsProblem(columns: readonly ImportColumn[], rows: readonly GridRow[]): CsvProblem | null {
  let count = 0
  const words = new Set<string>()
  for (const column of columns) {
    const isText = column.field === null ? column.period === null : ['text', 'flag', 'unit', 'key'].includes(importFieldTypes[column.field])
    if (isText) continue
    for (const row of rows) {
      const cell = row.cells[column.index] ?? ''
      if (cell === '' || cell.length > 12 || /^\s*\d/u.test(cell) || !isBlankWord(cell)) continue
      count++
      words.add(plainText(cell))
    }
  }
  if (count === 0) return null
  return { kind: 'blank-words', line: null, column: null, found: [...words].join(', '), severity: 'warning', sentence: `${count} cell${count === 1 ? '' : 's'} with ${[...words].map((word) => `“${word}”`).join(', ')} ${count === 1 ? 'was' : 'were'} read as blank: not known, not 0.` }
}
