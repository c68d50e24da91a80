import type { PlanDocument } from '../plan/plan-document'
import { valueAt } from '../plan/problem-place'
import type { PlanPath } from '../plan/plan-problem'
import { columnLetter, type CsvColumn } from './csv-problem'
import type { PlanFileRow } from './plan-file-records'

/** Where a part, an assembly or the like stands in a file. */
export type FilePlace = {
  readonly line: number
  /** The columns of its fields, such as `leadTime.transitDays`. */
  readonly columns: ReadonlyMap<string, CsvColumn>
}

/** Where everything with an id stands in a file, by that id, and the settings by `settings`. */
export type FilePlaces = ReadonlyMap<string, FilePlace>

/**
 * Where the records of a plan file stand.
 *
 * @param rows records as read
 */
export function placesOfRows(rows: readonly PlanFileRow[]): FilePlaces {
  const places = new Map<string, FilePlace>()
  const columnsOf = new Map<readonly string[], ReadonlyMap<string, CsvColumn>>()
  for (const row of rows) {
    const { kind, headers, line } = row
    const id = kind.kind === 'settings' ? 'settings' : kind.idPrefix === null ? null : row.values.get(kind.key[0] ?? '')
    if (typeof id !== 'string' || places.has(id)) continue
    let columns = columnsOf.get(headers)
    if (columns === undefined) {
      columns = new Map(kind.columns.flatMap(({ header, field }) => (headers.includes(header) ? [[field, { letter: columnLetter(headers.indexOf(header)), header }] as const] : [])))
      columnsOf.set(headers, columns)
    }
    places.set(id, { line, columns })
  }
  return places
}

/**
 * The line, and the column where it has one, that a problem of a plan leads back to; null where there is no such line.
 *
 * @param plan as read from the file
 * @param path where the problem stands in the plan
 * @param places where things stand in the file
 */
export function filePlaceOf(plan: PlanDocument, path: PlanPath, places: FilePlaces): { readonly line: number; readonly column: CsvColumn | null } | null {
  if (path[0] === 'settings') return placeIn(places.get('settings'), path)
  // The innermost that has a line of its own: an open order before its part.
  for (let depth = path.length; depth > 0; depth--) {
    const found = valueAt(plan, path.slice(0, depth))
    const place = typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string' ? places.get(found.id) : undefined
    if (place !== undefined) return placeIn(place, path.slice(depth))
  }
  // What concerns all scenarios begins at the first.
  if (path[0] !== 'scenarios') return null
  const all = plan.scenarios.flatMap(({ id }) => places.get(id) ?? [])
  return placeIn(all.toSorted((a, b) => a.line - b.line)[0], [])
}

function placeIn(place: FilePlace | undefined, field: PlanPath): { readonly line: number; readonly column: CsvColumn | null } | null {
  return place === undefined ? null : { line: place.line, column: place.columns.get(field.join('.')) ?? null }
}
