import type { PlanDocument } from '../plan/plan-document'
import type { CsvProblem } from './csv-problem'
import type { PlanCellValue } from './plan-file-cell'
import { rowCheck, rowKey, rowProblem, type PlanFileRow } from './plan-file-records'
import { planFileSections } from './plan-file-rows'
import type { WitnessReading } from './plan-file-witness'

/**
 * The records with texts put right that a spreadsheet damaged: leading zeros it ate, letters its code page lacked.
 *
 * Only rows whose check code no longer agrees are looked at. Zeros are put back where that makes the code agree
 * again, which proves it; otherwise a damaged text is taken from the plan as known here, by id. What cannot be
 * restored is an error, since a part number with other digits is another part.
 *
 * @param rows records as read
 * @param witness what became of the file
 * @param known the plan as known here, or null
 */
export function restoredTexts(
  rows: readonly PlanFileRow[],
  witness: WitnessReading,
  known: PlanDocument | null,
): { readonly rows: readonly PlanFileRow[]; readonly problems: readonly CsvProblem[] } {
  if (witness.zeros !== 'eaten' && witness.letters !== 'lost') return { rows, problems: [] }
  const knownRows = new Map<string, ReadonlyMap<string, PlanCellValue>>()
  for (const { kind, rows: sectionRows } of known === null ? [] : planFileSections(known)) {
    for (const values of sectionRows) knownRows.set(`${kind.kind}\u001e${rowKey(kind, values)}`, values)
  }
  const problems: CsvProblem[] = []
  const restored = rows.map((row) => {
    if (row.state !== 'edited') return row
    const suspects = row.kind.columns
      .filter((column) => column.type === 'text' || column.type === 'text-or-null')
      .map((column) => column.header)
      .filter((header) => isSuspect(row.values.get(header) ?? null, witness))
    if (suspects.length === 0) return row
    const values = provenZeros(row, suspects) ?? knownTexts(row, suspects, knownRows.get(`${row.kind.kind}\u001e${rowKey(row.kind, row.values)}`), problems)
    for (const header of suspects) {
      const found = row.values.get(header)
      const value = values.get(header)
      if (found !== value) problems.push(rowProblem(row, header, 'text-restored', `A spreadsheet damaged “${String(found)}”; it was restored to “${String(value)}”.`, 'warning'))
    }
    const isWhole = rowCheck(row.kind, values, row.unknown) === (row.cells[row.headers.indexOf('check')] ?? '').trim()
    return { ...row, values, state: isWhole ? ('untouched' as const) : ('edited' as const) }
  })
  return { rows: restored, problems }
}

/**
 * The records of a file whose columns had been lost, with the line breaks inside texts put right: the sheet made all of
 * them alike. Another form is taken only where it makes the check code agree, which proves it.
 *
 * @param rows records as read, with line feeds in their texts
 */
export function restoredLineBreaks(rows: readonly PlanFileRow[]): readonly PlanFileRow[] {
  return rows.map((row) => {
    if (row.state !== 'edited') return row
    for (const lineBreak of ['\r\n', '\r']) {
      const values = new Map([...row.values].map(([header, value]) => [header, typeof value === 'string' ? value.replaceAll('\n', lineBreak) : value]))
      if (rowCheck(row.kind, values, row.unknown) === (row.cells[row.headers.indexOf('check')] ?? '').trim()) return { ...row, values, state: 'untouched' as const }
    }
    return row
  })
}

function isSuspect(value: PlanCellValue, witness: WitnessReading): boolean {
  if (typeof value !== 'string') return false
  return (witness.zeros === 'eaten' && /^\d+$/u.test(value)) || (witness.letters === 'lost' && /[?_]/u.test(value))
}

const mostZeros = 18

/** Zeros before one or two of the suspects that make the check code agree again; null when none do. */
function provenZeros(row: PlanFileRow, suspects: readonly string[]): Map<string, PlanCellValue> | null {
  const digits = suspects.filter((header) => /^\d+$/u.test(String(row.values.get(header)))).slice(0, 2)
  const check = (row.cells[row.headers.indexOf('check')] ?? '').trim()
  const [first, second] = digits
  if (first === undefined || check === '') return null
  for (let zeros = 0; zeros <= mostZeros; zeros++) {
    for (let others = 0; others <= (second === undefined ? 0 : mostZeros); others++) {
      const values = new Map(row.values)
      values.set(first, '0'.repeat(zeros) + String(row.values.get(first)))
      if (second !== undefined) values.set(second, '0'.repeat(others) + String(row.values.get(second)))
      if (rowCheck(row.kind, values, row.unknown) === check) return values
    }
  }
  return null
}

function knownTexts(
  row: PlanFileRow,
  suspects: readonly string[],
  known: ReadonlyMap<string, PlanCellValue> | undefined,
  problems: CsvProblem[],
): Map<string, PlanCellValue> {
  const values = new Map(row.values)
  for (const header of suspects) {
    const found = String(row.values.get(header))
    const text = known?.get(header)
    if (text === found) continue
    if (typeof text === 'string' && isDamageOf(found, text)) values.set(header, text)
    else problems.push(rowProblem(row, header, 'text-damaged', `“${found}” may not be what was written: a spreadsheet removed zeros or letters in this file, and this row does not agree with its check code. Type the text again with an apostrophe before it and empty the cell under “check”, or ask for the file again.`))
  }
  return values
}

/** Whether a found text is a known one without its leading zeros, or with `?` or `_` for some of its letters. */
function isDamageOf(found: string, known: string): boolean {
  if (known.replace(/^0+(?=\d)/u, '') === found) return true
  // A letter outside the basic plane may have become two marks.
  const [letters, units] = [[...found], [...known]]
  return letters.length === units.length
    ? units.every((letter, at) => letters[at] === letter || letters[at] === '?' || letters[at] === '_')
    : found.length === known.length && Array.from(found).every((letter, at) => letter === known.charAt(at) || letter === '?' || letter === '_')
}
