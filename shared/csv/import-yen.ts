import { plainText, type ImportColumn } from './import-column'
import type { ImportQuestion } from './import-question'
import type { ImportRow } from './import-row'

/**
 * The question whether `¥` is the Japanese yen or the Chinese yuan; null where no line has it, or every line says.
 *
 * @param rows rows read
 * @param columns columns of the table
 *
 * @example
 * yenQuestion([], []) // => null
 */
export function yenQuestion(rows: readonly ImportRow[], columns: readonly ImportColumn[]): ImportQuestion | null {
  const first = rows.find((row) => row.currency === '¥')
  if (first === undefined) return null
  const money = columns.filter(({ field }) => field === 'unitPrice' || field === 'currency')
  const price = money.map((column) => plainText(first.row.cells[column.index] ?? '')).find((cell) => cell !== '') ?? ''
  return {
    id: 'yen-or-yuan', kind: 'yen-or-yuan', columns: money.map(({ shown }) => shown), choices: ['JPY', 'CNY'],
    text: `The price of part ${first.texts.part ?? ''} on line ${first.row.line} (${price}) is in ¥: is that the Japanese yen or the Chinese yuan? Nothing in the file tells.`,
    readings: [{ choice: 'JPY', text: `${price} is in Japanese yen` }, { choice: 'CNY', text: `${price} is in Chinese yuan` }],
  }
}
