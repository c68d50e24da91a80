import { DomainError } from '../domain-error'
import type { CsvProblem } from './csv-problem'
import { rowKey, rowProblem, type PlanFileRow } from './plan-file-records'

/** Makes ids that nothing has yet, such as `p-cdghhw` for the prefix `p`. Chance is not this module's business, so it is given. */
export type IdMaker = (prefix: string) => string

const mostTries = 1000

/**
 * An id that is not in use yet.
 *
 * @param idMaker maker of ids
 * @param prefix prefix of the kind of thing
 * @param taken ids in use; the new one is added
 * @throws {DomainError} naming `idMaker` when it only makes ids that are in use
 *
 * @example
 * unusedId((prefix) => `${prefix}-bcdfgh`, 'p', new Set()) // => 'p-bcdfgh'
 */
export function unusedId(idMaker: IdMaker, prefix: string, taken: Set<string>): string {
  for (let tries = 0; tries < mostTries; tries++) {
    const id = idMaker(prefix)
    if (!taken.has(id)) {
      taken.add(id)
      return id
    }
  }
  throw new DomainError('idMaker', prefix, 'a maker of ids that are not in use')
}

/**
 * The records with an id for each row that was typed without one, and a warning that lists each.
 *
 * @param rows records as read
 * @param idMaker maker of ids
 */
export function withNewIds(rows: readonly PlanFileRow[], idMaker: IdMaker): { readonly rows: readonly PlanFileRow[]; readonly problems: readonly CsvProblem[] } {
  const taken = new Set<string>()
  for (const row of rows) if (row.kind.idPrefix !== null) taken.add(String(row.values.get(row.kind.key[0] ?? '') ?? ''))
  const problems: CsvProblem[] = []
  const named = rows.map((row) => {
    const header = row.kind.key[0] ?? ''
    if (row.kind.idPrefix === null || row.values.get(header) !== '') {
      if (row.state === 'new') problems.push(rowProblem(row, null, 'row-typed', `This ${row.kind.kind} was typed in or copied by hand: it has no check code.`, 'warning'))
      return row
    }
    const id = unusedId(idMaker, row.kind.idPrefix, taken)
    problems.push(rowProblem(row, header, 'row-new', `This ${row.kind.kind} has no id, so it was taken as a new one: ${id}.`, 'warning'))
    return { ...row, values: new Map([...row.values, [header, id]]) }
  })
  return { rows: named, problems }
}

/**
 * The records without those that stand twice word for word, and with a new id for each other record that has the id of
 * another: a row copied in a spreadsheet and changed is a new one. The original is the one that agrees with its check
 * code, else the first.
 *
 * @param rows records as read, with ids
 * @param idMaker maker of ids
 */
export function withCopiesAsNew(
  rows: readonly PlanFileRow[],
  idMaker: IdMaker,
): { readonly rows: readonly PlanFileRow[]; readonly copiedIds: readonly string[]; readonly problems: readonly CsvProblem[] } {
  const byKey = new Map<string, PlanFileRow[]>()
  for (const row of rows) {
    if (row.kind.key.length === 0 || (row.kind.key.includes('position') && (row.values.get('position') ?? null) === null)) continue
    const key = `${row.kind.kind}\u001e${rowKey(row.kind, row.values)}`
    byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  const taken = new Set(rows.flatMap((row) => (row.kind.idPrefix === null ? [] : [String(row.values.get(row.kind.key[0] ?? '') ?? '')])))
  const problems: CsvProblem[] = []
  const copiedIds: string[] = []
  const renamed = new Map<PlanFileRow, PlanFileRow | null>()
  const legs: PlanFileRow[] = []
  for (const same of byKey.values()) {
    const original = same.find((row) => row.state === 'untouched') ?? same[0]
    for (const row of same) {
      if (original === undefined || row === original) continue
      const header = row.kind.key[0] ?? ''
      if (row.cells.join('\u001f') === original.cells.join('\u001f')) {
        problems.push(rowProblem(row, header, 'row-repeated', `This ${row.kind.kind} stands on line ${original.line} word for word; it was taken once.`, 'warning'))
        renamed.set(row, null)
      } else if (row.kind.idPrefix !== null && row.kind.key.length === 1) {
        const id = unusedId(idMaker, row.kind.idPrefix, taken)
        copiedIds.push(id)
        problems.push(rowProblem(row, header, 'row-copied', `This ${row.kind.kind} has the id of line ${original.line}, so it is a copy and is proposed as a new one: ${id}. Orders and usage stay with the original.`, 'warning'))
        renamed.set(row, { ...row, state: 'new', values: new Map([...row.values, [header, id]]) })
        // A part is nothing without the legs of its lead time.
        const theirs = row.kind.kind === 'part' ? rows.filter((each) => each.kind.kind === 'leg' && each.values.get('part id') === row.values.get(header)) : []
        legs.push(...theirs.map((each) => ({ ...each, state: 'new' as const, values: new Map([...each.values, ['part id', id] as const]) })))
      }
    }
  }
  return { rows: [...rows.flatMap((row) => (renamed.has(row) ? (renamed.get(row) ?? []) : [row])), ...legs], copiedIds, problems }
}
