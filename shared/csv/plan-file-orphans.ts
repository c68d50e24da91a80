import { csvProblem, type CsvProblem } from './csv-problem'
import type { PlanFileRow } from './plan-file-records'

/** The records of a plan file without those whose part was deleted. */
export type WithoutOrphans = {
  readonly rows: readonly PlanFileRow[]
  /** Records that are left, by kind. */
  readonly counts: ReadonlyMap<string, number>
  /** One for each part that is gone. */
  readonly problems: readonly CsvProblem[]
}

/**
 * The records without legs, usage, orders and the like of parts whose own row was deleted: who deletes a part in a
 * spreadsheet deletes one row. Only as many parts may be gone as there are rows fewer than were written; else the
 * records are left as they are, and what is wrong with them is said later.
 *
 * @param rows records as read
 * @param of records counted when the file was written and found now, by kind
 */
export function withoutOrphans(rows: readonly PlanFileRow[], of: { readonly counted: ReadonlyMap<string, number>; readonly found: ReadonlyMap<string, number> }): WithoutOrphans {
  const gone = (of.counted.get('part') ?? 0) - (of.found.get('part') ?? 0)
  const parts = new Set(rows.filter(({ kind }) => kind.kind === 'part').map(partIdOf))
  const orphans = new Map<string, PlanFileRow[]>()
  for (const row of rows) {
    const id = partIdOf(row)
    if (row.kind.kind !== 'part' && id !== '' && !parts.has(id)) orphans.set(id, [...(orphans.get(id) ?? []), row])
  }
  if (gone <= 0 || parts.size === 0 || orphans.size === 0 || orphans.size > gone) return { rows, counts: of.found, problems: [] }
  const counts = new Map(of.found)
  for (const { kind } of [...orphans.values()].flat()) counts.set(kind.kind, (counts.get(kind.kind) ?? 0) - 1)
  const problems = [...orphans].map(([id, left]) =>
    csvProblem({
      kind: 'part-deleted', severity: 'warning', found: id,
      sentence: `The row of part ${id} was deleted, so ${left.length === 1 ? `line ${left[0]?.line ?? ''}, which belongs to it, was` : `${left.length} rows that belong to it (lines ${left.map(({ line }) => line).join(', ')}) were`} left out too.`,
    }),
  )
  const leftOut = new Set([...orphans.values()].flat())
  return { rows: rows.filter((row) => !leftOut.has(row)), counts, problems }
}

function partIdOf(row: PlanFileRow): string {
  return String(row.values.get('part id') ?? '')
}
