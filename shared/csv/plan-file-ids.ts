import { DomainError } from '../domain-error'
import type { CsvProblem } from './csv-problem'
import { rowProblem, type PlanFileRow } from './plan-file-records'

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
