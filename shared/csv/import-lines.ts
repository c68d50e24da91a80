import { DomainError } from '../domain-error'

/** What became of some lines of an imported file. Every line has exactly one. */
export type LineFate = {
  /** First physical line. */
  readonly line: number
  /** Physical lines. */
  readonly lineCount: number
  /** `imported`, `held` with a problem to mend, `skipped` because there is nothing to import in it, or the `header`. */
  readonly fate: 'header' | 'imported' | 'held' | 'skipped'
  /** Why, as a stable word. */
  readonly kind: string
  /** Why, in words. */
  readonly reason: string
}

/** How many lines a file has, by what became of them. */
export type LineCounts = {
  /** Physical lines of the file, or of the part of it that was read. */
  readonly total: number
  readonly header: number
  readonly imported: number
  readonly held: number
  readonly skipped: number
}

/**
 * Counts the lines of a file by what became of them.
 *
 * @param fates what became of every line
 * @param total physical lines of the file
 * @throws {DomainError} unless every line has exactly one fate: a line lost without a word is the worst an import can do
 *
 * @example
 * lineCounts([{ line: 1, lineCount: 1, fate: 'header', kind: 'header', reason: '' }, { line: 2, lineCount: 2, fate: 'imported', kind: 'read', reason: '' }], 3).imported // => 2
 */
export function lineCounts(fates: readonly LineFate[], total: number): LineCounts {
  const counts = { total, header: 0, imported: 0, held: 0, skipped: 0 }
  const seen = new Uint8Array(total + 1)
  for (const { line, lineCount, fate } of fates) {
    counts[fate] += lineCount
    for (let at = line; at < line + lineCount; at++) {
      if (at < 1 || at > total || seen[at] === 1) throw new DomainError('fates', at, `one fate for each of ${total} lines`)
      seen[at] = 1
    }
  }
  if (counts.header + counts.imported + counts.held + counts.skipped !== total) {
    throw new DomainError('fates', seen.indexOf(0, 1), `one fate for each of ${total} lines`)
  }
  return counts
}
