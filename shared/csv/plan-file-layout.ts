import { csvDelimiters, csvTable, type CsvDelimiter, type CsvTable } from './csv-table'
import { utf8Text } from './utf-8-text'
import { hasGarbledWitness } from './plan-file-witness'
import { windows1252Bytes } from './windows-1252'

/** Name of the format in the first row of a plan file. */
export const planFileFormat = 'safety stock plan'

/** The records of a plan file, however a spreadsheet has packed them. */
export type PlanFileLayout = {
  readonly table: CsvTable
  /** Delimiter the file was written with. */
  readonly delimiter: CsvDelimiter
  /** Whether the columns had been lost, because a spreadsheet took another list separator, and were put together again. */
  readonly wasRejoined: boolean
  /** Whether letters had been garbled by a wrong code page and were put right again. */
  readonly wasUngarbled: boolean
}

/**
 * The records of a plan file, also when a spreadsheet has put whole lines into column A or padded them with another
 * delimiter, or a program has taken its UTF-8 for windows-1252. Null when the text is no plan file.
 *
 * @param text a whole file, with or without byte order mark
 *
 * @example
 * planFileLayout('part number;usage\nA;1\n') // => null
 */
export function planFileLayout(text: string): PlanFileLayout | null {
  const ungarbled = hasGarbledWitness(text) ? ungarbledText(text) : null
  const plain = (ungarbled ?? text).replace(/^\ufeff/u, '')
  const candidates: { readonly layout: PlanFileLayout; readonly misfits: number }[] = []
  const consider = (table: CsvTable, delimiter: CsvDelimiter, wasRejoined: boolean) => {
    const misfits = misfitsOf(table)
    if (misfits !== null) candidates.push({ layout: { table, delimiter, wasRejoined, wasUngarbled: ungarbled !== null }, misfits })
  }
  for (const delimiter of csvDelimiters) {
    if (!hasFormatRow(plain, delimiter)) continue
    consider(csvTable(plain, delimiter), delimiter, false)
    if (candidates.at(-1)?.misfits === 0) break
    for (const outer of csvDelimiters) {
      if (outer !== delimiter) consider(csvTable(rejoined(plain, outer), delimiter), delimiter, true)
    }
  }
  // The first of the best: as it stands before put together.
  candidates.sort((first, second) => first.misfits - second.misfits)
  return candidates[0]?.layout ?? null
}

function hasFormatRow(text: string, delimiter: string): boolean {
  return text.includes(`plan${delimiter}format${delimiter}${planFileFormat}`)
}

function rejoined(text: string, outer: string): string {
  const lines: string[] = []
  for (const record of csvTable(text, outer).records) {
    let last = record.cells.length
    while (last > 1 && record.cells[last - 1] === '') last--
    lines.push(record.cells.slice(0, last).join(outer))
  }
  // A line break inside a cell looks like the end of a record here; the shorter form is the commoner one in texts.
  return `${lines.join('\n')}\n`
}

/** How many records are of no kind that the file has a heading for; null when its format row is not as it must be. */
function misfitsOf(table: CsvTable): number | null {
  const kinds = new Set(['plan', 'end'])
  let hasFormat = false
  for (const { cells } of table.records) {
    if (cells[0]?.startsWith('#') === true) kinds.add(cells[0].slice(1))
    if (cells[0] === 'plan' && cells[1] === 'format' && cells[2] === planFileFormat && /^\d+$/u.test(cells[3] ?? '')) {
      // A row padded with the wrong delimiter ends in a cell such as `0;;;`.
      hasFormat = cells.slice(4).every((cell) => /^\d*$/u.test(cell))
    }
  }
  if (!hasFormat) return null
  let misfits = table.problems.length
  for (const { cells } of table.records) {
    const first = cells[0] ?? ''
    if (cells.every((cell) => cell === '')) continue
    if (!(first.startsWith('#') ? cells.length > 1 : kinds.has(first) && cells.length > 1)) misfits++
    // The end row and headings end in a word or code, never in marks of another delimiter.
    else if ((first === 'end' || first.startsWith('#')) && /[,;|\t]$/u.test(cells.findLast((cell) => cell !== '') ?? '')) misfits++
  }
  return misfits
}

function ungarbledText(text: string): string | null {
  const bytes = windows1252Bytes(text.replace(/^\ufeff/u, '').replace(/^ï»¿/u, ''))
  if (bytes === null) return null
  const reading = utf8Text(bytes)
  return reading.strayBytes === 0 ? reading.text : null
}
