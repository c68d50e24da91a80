import { columnLetter } from './csv-problem'
import { dateShape } from './import-date'
import { headerMeaning } from './import-header'
import { isKnownHeading, type GridRow } from './import-grid'
import type { ImportQuestion } from './import-question'
import { monthHeadings } from './import-month-headings'
import { namedPeriod } from './import-period'
import { unitReading, timeUnit } from './import-unit'
import { numberShape } from './number-shape'
import { typedNumberMark } from './visible-text'

/** The heading of a table, of one row or of two that were joined. */
export type HeaderRow = {
  /** Place among the rows given. */
  readonly index: number
  /** Rows it takes. */
  readonly rowCount: number
  /** Headings by column. */
  readonly names: readonly string[]
  /** Whether to join two rows, where that is open. */
  readonly question: ImportQuestion | null
}

/**
 * The heading: the first row with two headings that known systems use and numbers under it; null when there is none.
 *
 * Where none is known it is the first row of words only with numbers under it, and its columns are for the user to map.
 * A second row that goes on with the headings, or group captions above them, is offered to be joined.
 *
 * @param rows rows of the table, titles and all
 * @param answers answers so far
 * @param wanted headings the user has mapped, which make a row a heading
 */
export function headerRow(rows: readonly GridRow[], answers: Readonly<Record<string, string>>, wanted: readonly string[] = []): HeaderRow | null {
  const chosen = rows.findIndex(({ line }) => String(line) === answers['header-line'])
  const index = chosen >= 0 ? chosen : (knownHeaderIndex(rows, wanted) ?? wordsHeaderIndex(rows))
  const row = index === null ? undefined : rows[index]
  if (index === null || row === undefined) return null
  const names = row.cells.map(plainHeader)
  const single = { index, rowCount: 1, names, question: null }

  const next = rows[index + 1]
  if (next !== undefined && saysTheSame(names, next.cells.map(plainHeader))) return { ...single, rowCount: 2 }
  const below = next !== undefined && isSecondHeaderRow(row, next, rows[index + 2]) ? next : null
  const above = index > 0 ? groupsAbove(rows[index - 1] as GridRow, row) : null
  if (below === null && above === null) return single
  const joined =
    below !== null
      ? { index, rowCount: 2, names: joinedNames(names, below.cells.map(plainHeader)), question: null }
      : { index: index - 1, rowCount: 2, names: joinedNames(above as readonly string[], names), question: null }
  const answer = answers['header-rows']
  if (answer === 'join') return joined
  if (answer === 'first' || answer === 'separate') return single
  const question: ImportQuestion = {
    id: 'header-rows', kind: 'two-row-header', columns: joined.names.filter((name, at) => name !== names[at]), choices: ['join', 'separate'],
    text: `The headings stand on two lines, ${below !== null ? row.line : row.line - 1} and ${below !== null ? row.line + 1 : row.line}. Join them, as in “${joined.names.find((name) => name.includes(' ')) ?? ''}”?`,
    readings: [{ choice: 'join', text: joined.names.join(' · ') }, { choice: 'separate', text: names.join(' · ') }],
  }
  return below === null ? { ...single, question } : { ...joined, question }
}

function plainHeader(cell: string): string {
  return cell.replaceAll(typedNumberMark, '').replace(/^="(.*)"$/u, '$1').replace(/^'/u, '').replaceAll(/[\s\u00a0]+/gu, ' ').trim()
}

/**
 * Headings that a row holds, as far as they are known.
 *
 * @param cells cells of the row
 *
 * @example
 * knownHeadings(['Material', 'Werk', 'x']) // => 2
 */
export function knownHeadings(cells: readonly string[]): number {
  const known = cells.filter((cell) => cell !== '' && cell.length < 80 && isKnownHeading(cell)).length
  // Days are headings only beside one: a row of an order has days, too.
  return known === 0 ? 0 : known + strokedMonths(cells).size
}

function strokedMonths(cells: readonly string[]): ReadonlySet<string> {
  const { months, question } = monthHeadings(cells, undefined)
  return new Set([...months.keys(), ...(question?.columns ?? [])])
}

function isData(cell: string): boolean {
  return cell.startsWith(typedNumberMark) || numberShape(cell).kind === 'number' || ['date', 'two-orders'].includes(dateShape(cell).kind)
}

function filled(row: GridRow): readonly string[] {
  return row.cells.filter((cell) => cell.trim() !== '')
}

function hasDataBelow(rows: readonly GridRow[], index: number): boolean {
  return rows.slice(index + 1, index + 9).some((row) => filled(row).length > 1 && row.cells.some((cell) => cell.trim() !== '' && isData(cell)))
}

function knownHeaderIndex(rows: readonly GridRow[], wanted: readonly string[]): number | null {
  let doubtful: number | null = null
  let fallback: number | null = null
  for (const [index, row] of rows.slice(0, 80).entries()) {
    const cells = filled(row)
    if (cells.length < 2) continue
    const isWanted = wanted.length > 0 && wanted.every((name) => cells.some((cell) => plainHeader(cell) === name))
    const hits = knownHeadings(cells)
    const months = strokedMonths(cells)
    const numbers = cells.filter((cell) => isData(cell) && namedPeriod(plainHeader(cell)) === null && !months.has(cell)).length
    if ((hits < 2 && !isWanted) || numbers * 2 > cells.length) continue
    if (!hasDataBelow(rows, index)) fallback ??= index
    // Lines of selection criteria, as `Werk;0101;Material;*`, have numbers beside known words.
    else if (numbers === 0 || isWanted) return index
    else doubtful ??= index
  }
  return doubtful ?? fallback
}

function wordsHeaderIndex(rows: readonly GridRow[]): number | null {
  const most = Math.max(0, ...rows.slice(0, 80).map((row) => filled(row).length))
  const index = rows.slice(0, 80).findIndex((row, at) => {
    const cells = filled(row)
    return cells.length >= 2 && cells.length * 2 > most && new Set(cells).size === cells.length && cells.every((cell) => !isData(cell) && cell.length < 60 && /\p{L}/u.test(cell)) && hasDataBelow(rows, at)
  })
  return index < 0 ? null : index
}

/** Technical names over names for people, or the other way round: two rows that mean the same column by column. */
function saysTheSame(names: readonly string[], next: readonly string[]): boolean {
  const pairs = names.flatMap((name, at) => (name === '' || (next[at] ?? '') === '' ? [] : [[headerMeaning(name), headerMeaning(next[at] ?? '')] as const]))
  const known = pairs.filter(([one, two]) => one?.kind === 'field' && two?.kind === 'field')
  return known.length >= 2 && known.length === names.filter((name) => name !== '').length && known.every(([one, two]) => one?.kind === 'field' && two?.kind === 'field' && one.field === two.field)
}

/** A row of units or further words under the headings: no number in it, though there are numbers under it. */
function isSecondHeaderRow(header: GridRow, next: GridRow, after: GridRow | undefined): boolean {
  const cells = filled(next)
  if (cells.length < 2 || after === undefined || cells.some(isData)) return false
  const numeric = after.cells.map((cell, at) => (cell.trim() !== '' && isData(cell) ? at : -1)).filter((at) => at >= 0)
  if (numeric.length === 0) return false
  const overNumbers = numeric.filter((at) => (next.cells[at] ?? '').trim() !== '')
  const isWords = cells.every((cell) => cell.trim().length < 30)
  const isUnits = cells.every((cell) => isUnitWord(cell)) && overNumbers.length > 0
  const gains = header.cells.some((cell, at) => {
    const second = next.cells[at] ?? ''
    return second.trim() !== '' && headerMeaning(`${cell} ${second}`) !== null && (headerMeaning(cell) === null || headerMeaning(cell)?.kind === 'ambiguous')
  })
  return isWords && overNumbers.length > 0 && (isUnits || gains || knownHeadings(cells) >= 1)
}

function isUnitWord(cell: string): boolean {
  const inside = cell.trim().replace(/^[([]|[)\]]$/gu, '')
  return timeUnit(inside) !== null || /^(EUR|USD|CHF|GBP|JPY|CNY|€|\$|%)$/u.test(inside) || unitReading(inside)?.dimension !== 'other'
}

/** Group captions over headings that say too little without them; carried to the right over the columns they span. */
function groupsAbove(above: GridRow, row: GridRow): readonly string[] | null {
  const captions = above.cells.map(plainHeader)
  if (captions.length !== row.cells.length || captions.filter((cell) => cell !== '').length < 2 || captions.some(isData)) return null
  let last = ''
  const spread = captions.map((caption) => (caption === '' ? last : (last = caption)))
  const first = captions.findIndex((caption) => caption !== '')
  const names = row.cells.map(plainHeader)
  const needs = names.some((name, at) => at >= first && name !== '' && (names.indexOf(name) !== at || names.lastIndexOf(name) !== at || headerMeaning(name)?.kind !== 'field') && headerMeaning(`${spread[at] ?? ''} ${name}`) !== null)
  const repeats = names.some((name, at) => name !== '' && names.indexOf(name) !== at)
  return needs || repeats ? spread.map((caption, at) => (at < first ? '' : caption)) : null
}

function joinedNames(first: readonly string[], second: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => {
    const [one, two] = [first[at] ?? '', second[at] ?? '']
    // A unit under a heading belongs into brackets behind it.
    if (one !== '' && two !== '') return isUnitWord(two) && !two.startsWith('(') ? `${one} (${two})` : `${one} ${two}`
    return one === '' ? two : one
  })
}

/**
 * Headings as they are shown: those that stand twice with the letter of their column, such as `Qty (C)`.
 *
 * @param names headings as found
 *
 * @example
 * shownHeadings(['Part', 'Qty', 'Qty']) // => ['Part', 'Qty (B)', 'Qty (C)']
 */
export function shownHeadings(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1)
  return names.map((name, at) => (name === '' ? `(${columnLetter(at)})` : (counts.get(name.toLowerCase()) ?? 0) > 1 ? `${name} (${columnLetter(at)})` : name))
}
