/** Something in a CSV file that its user should know, with the place and what to do. */
export type CsvProblem = {
  /** What is the matter, as a stable word such as `undecided-decimal-sign`. */
  readonly kind: string
  /** Physical line in the file, counted from 1; null when it concerns the whole file. */
  readonly line: number | null
  /** The column it stands in, or null when it concerns the whole line. */
  readonly column: CsvColumn | null
  /** The cell as it was found, or null. */
  readonly found: string | null
  /** What is wrong and what to do, in full sentences. */
  readonly sentence: string
  /** `error`: something was not read; `warning`: it was read, and this was noticed. */
  readonly severity: 'error' | 'warning'
}

/** A column of a CSV file, as a person would name it. */
export type CsvColumn = {
  /** Spreadsheet letter, such as `C`. */
  readonly letter: string
  /** Heading of the column; empty when it has none. */
  readonly header: string
}

/**
 * The letters by which spreadsheets name a column.
 *
 * @param index position of the column, 0 for the first
 *
 * @example
 * columnLetter(27) // => 'AB'
 */
export function columnLetter(index: number): string {
  let letters = ''
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/**
 * A problem, with what is not given left open: no line, no column, nothing found, an error.
 *
 * @param problem kind and sentence, and what is known of the place
 *
 * @example
 * csvProblem({ kind: 'empty-file', sentence: 'The file is empty.' }).severity // => 'error'
 */
export function csvProblem(problem: Partial<CsvProblem> & Pick<CsvProblem, 'kind' | 'sentence'>): CsvProblem {
  return { line: null, column: null, found: null, severity: 'error', ...problem }
}
