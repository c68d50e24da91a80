import { LibraryFailure } from './library-problem'
import type { Database, SqlValue } from './sqlite'

/** Under which name a section or an entry of the history is stored. */
export type SectionRow = { readonly name: string; readonly hash: Uint8Array }

/** What can be read, or null where the damage is; bugs still show. */
export function attempt<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    const isDamage = error instanceof LibraryFailure || error instanceof SyntaxError || typeof (error as { readonly errcode?: unknown }).errcode === 'number'
    if (!isDamage) throw error
    return null
  }
}

/** The rows of a damaged table that can still be read: from the front up to the damage, then from the back. */
export function readableRows<Row>(damaged: Database, table: string, key: string): readonly Row[] {
  const found = new Map<number, Row>()
  for (const [order, comparison] of [['ASC', '>'], ['DESC', '<']] as const) {
    let last: number | null = null
    for (;;) {
      const from: number | null = last
      const row: (Row & { readonly salvage_key: number }) | null | undefined = attempt(() =>
        from === null
          ? damaged.row<Row & { readonly salvage_key: number }>(`SELECT *, ${key} AS salvage_key FROM ${table} ORDER BY ${key} ${order} LIMIT 1`)
          : damaged.row<Row & { readonly salvage_key: number }>(`SELECT *, ${key} AS salvage_key FROM ${table} WHERE ${key} ${comparison} ? ORDER BY ${key} ${order} LIMIT 1`, from),
      )
      if (row === null || found.has(row.salvage_key)) break
      found.set(row.salvage_key, row)
      last = row.salvage_key
    }
  }
  return [...found.values()]
}

/** The sections of a draft or a revision, from the table or, where that is damaged, from its index, which has all of it. */
export function sectionRows(damaged: Database, table: 'revision_section' | 'draft_section', column: 'revision_id' | 'plan_id', value: SqlValue): readonly SectionRow[] {
  const rows = (source: string): readonly SectionRow[] | null => attempt(() => damaged.all<SectionRow>(`SELECT name, hash FROM ${source} WHERE ${column} = ? ORDER BY name`, value))
  return rows(table) ?? rows(`${table} INDEXED BY ${table}_hash`) ?? []
}
