/** How sentences about a plan write what they name: as the reader's region does, or plainly. */
export type SentenceWords = {
  /** A quantity with its unit, no digit of it lost. */
  readonly quantity: (quantity: number, unit: string) => string
  /** Money in whole units of its currency. */
  readonly money: (amount: number, currency: string) => string
  /** A fraction as a percentage with one decimal. */
  readonly percent: (fraction: number) => string
  /** A civil date from `YYYY-MM-DD`. */
  readonly date: (isoDate: string) => string
  /** A name in quotation marks. */
  readonly quoted: (name: string) => string
}

/**
 * The words of the command line and of files: numbers without grouping, ISO dates, straight quotation marks.
 *
 * @example
 * plainWords.quantity(15750, 'pcs') // => '15750 pcs'
 */
export const plainWords: SentenceWords = {
  quantity: (quantity, unit) => `${Number(quantity.toPrecision(12))} ${unit}`,
  money: (amount, currency) => `${Math.round(amount)} ${currency}`,
  percent: (fraction) => `${(100 * fraction).toFixed(1)} %`,
  date: (isoDate) => isoDate,
  quoted: (name) => `"${name}"`,
}
