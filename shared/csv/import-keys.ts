import type { CsvProblem } from './csv-problem'
import { heldFate, skippedFate } from './import-body'
import type { LineFate } from './import-lines'
import { plainText, type ImportColumn } from './import-column'
import type { ImportQuestion } from './import-question'
import { rowSaying, type ImportRow } from './import-row'

/** Rows with a key of their own, and what became of those that share one. */
export type KeyedRows = {
  readonly rows: readonly ImportRow[]
  readonly fates: readonly LineFate[]
  readonly problems: readonly CsvProblem[]
}

/** Which of several lines with one key counts: the first, the last, a line as in `line 7`, or all of them, added up. */
export type RepeatChoices = {
  /** For all of them; null while it is open. */
  readonly all: string | null
  /** By name, such as `part MG-1 in plant 0101`. */
  readonly byName: Readonly<Record<string, string>>
}

/** Nothing chosen. */
export const noRepeatChoices: RepeatChoices = { all: null, byName: {} }

/** What rows with a key need to be told apart. */
export type RowKeys = {
  readonly keyOf: (row: ImportRow) => string
  /** The part or order of a row in words. */
  readonly nameOf: (row: ImportRow) => string
  readonly column: ImportColumn | undefined
  /** Whether keys that differ in case or zeros were said to be the same. */
  readonly isLoose: boolean
  readonly repeats: RepeatChoices
  /** Whether lines with one key can be added up. */
  readonly canAdd: boolean
}

/**
 * Rows by their key: the same key with the same cells is skipped with a word, with different cells all are held,
 * unless it was said which of them counts.
 *
 * @param rows rows read
 * @param of what the key of a row is, and what was said of those that share one
 */
export function keyedRows(rows: readonly ImportRow[], of: RowKeys): KeyedRows {
  const groups = new Map<string, ImportRow[]>()
  for (const row of rows) {
    const key = of.isLoose ? looseKey(of.keyOf(row)) : of.keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const fates: LineFate[] = []
  const problems: CsvProblem[] = []
  const kept = new Set<ImportRow>()
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    if (others.every((row) => isSame(row, first, of.isLoose))) {
      kept.add(first)
      for (const row of others) fates.push(skippedFate(row.row, 'duplicate', `the same as line ${first.row.line}`))
      continue
    }
    const group = [first, ...others]
    const chosen = chosenRows(group, of)
    if (chosen !== null) {
      for (const row of group) {
        if (chosen.includes(row)) kept.add(row)
        else fates.push(skippedFate(row.row, 'other-line-kept', `line ${chosen[0]?.row.line ?? ''} was kept for ${of.nameOf(row)}, as you said`))
      }
      continue
    }
    const lines = group.map((row) => row.row.line)
    for (const row of group) {
      const problem = rowSaying(row.row, { kind: 'repeated-key', column: of.column, found: of.nameOf(row), text: `is one of several for ${of.nameOf(row)} with different cells: lines ${lines.join(', ')}. Keep one of them${of.canAdd ? ', add them up' : ''}, or give them different plants.` })
      problems.push(problem)
      fates.push(heldFate(row.row, problem))
    }
  }
  return { rows: rows.filter((row) => kept.has(row)), fates, problems }
}

/** The rows of one key that count by what was said; null where nothing was. */
function chosenRows(group: readonly ImportRow[], of: RowKeys): readonly ImportRow[] | null {
  const name = of.nameOf(group[0] as ImportRow)
  const choice = (Object.hasOwn(of.repeats.byName, name) ? of.repeats.byName[name] : undefined) ?? of.repeats.all
  if (choice === 'sum') return of.canAdd ? group : null
  const row = choice === 'first' ? group[0] : choice === 'last' ? group.at(-1) : group.find((each) => `line ${each.row.line}` === choice)
  return row === undefined ? null : [row]
}

function isSame(a: ImportRow, b: ImportRow, isLoose: boolean): boolean {
  const length = Math.max(a.row.cells.length, b.row.cells.length)
  for (let at = 0; at < length; at++) {
    const [mine, other] = [plainText(a.row.cells[at] ?? ''), plainText(b.row.cells[at] ?? '')]
    if (mine !== other && !(isLoose && looseKey(mine) === looseKey(other))) return false
  }
  return true
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false
  return true
}

/**
 * A key without what people and spreadsheets lose: case, zeros in front, spaces and full-width forms.
 *
 * @param key part number, or several texts parted by U+001F
 *
 * @example
 * looseKey('000 10045') // => '10045'
 */
export function looseKey(key: string): string {
  if (/^[1-9a-z][\da-z.-]*$/u.test(key)) return key
  return (isAscii(key) ? key : key.normalize('NFKC')).toLowerCase().replaceAll(/[ \t\u00a0]+/gu, '').split('\u001f').map((part) => part.replace(/^0+(?=.)/u, '')).join('\u001f')
}

/**
 * The question whether part numbers that differ only in case, zeros in front or spaces are one part; null where there are none.
 *
 * @param rows rows read
 * @param answer the answer so far
 */
export function similarPartsQuestion(rows: readonly ImportRow[], answer: string | undefined): ImportQuestion | null {
  if (answer === 'separate' || answer === 'same') return null
  const seen = new Map<string, ImportRow>()
  const pairs: (readonly [ImportRow, ImportRow])[] = []
  const said = new Set<string>()
  for (const row of rows) {
    const name = row.texts.part ?? ''
    const loose = looseKey(`${name}\u001f${row.texts.plant ?? ''}`)
    const earlier = seen.get(loose)
    if (earlier === undefined) seen.set(loose, row)
    else if (earlier.texts.part !== name && !said.has(name)) {
      said.add(name)
      pairs.push([earlier, row])
    }
  }
  if (pairs.length === 0) return null
  const words = pairs.slice(0, 5).map(([a, b]) => `“${a.texts.part ?? ''}” on line ${a.row.line} and “${b.texts.part ?? ''}” on line ${b.row.line}`)
  return {
    id: 'similar-parts', kind: 'similar-parts', columns: [], choices: ['separate', 'same'],
    text: `Are these the same part? ${words.join('; ')}${pairs.length > 5 ? `; and ${pairs.length - 5} more` : ''}. They differ only in case, zeros in front or spaces.`,
    readings: [{ choice: 'separate', text: 'they are different parts' }, { choice: 'same', text: 'they are one part' }],
  }
}
