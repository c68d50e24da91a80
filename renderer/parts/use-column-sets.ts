import { useEffect, useMemo, useState } from 'react'
import { useApp } from '../ui/app-context'
import { noticeProblem } from '../ui/notices'
import type { GridLayout } from '../ui/grid/use-grid-table'
import { builtInColumnSets, columnSetsKey, readColumnSets, type ColumnSet, type StoredColumnSets } from './column-sets'
import type { PartColumn } from './part-column'

/** The column sets on offer, the layout in use, and what changes them; all kept for the next time. */
export type ColumnSets = {
  readonly builtIn: readonly ColumnSet[]
  readonly own: readonly ColumnSet[]
  readonly chosen: string
  readonly layout: GridLayout
  readonly choose: (name: string) => void
  readonly setLayout: (layout: GridLayout) => void
  readonly saveAs: (name: string) => void
  readonly remove: (name: string) => void
}

export function useColumnSets(columns: readonly PartColumn[]): ColumnSets {
  const { client } = useApp()
  const builtIn = useMemo(() => builtInColumnSets(columns), [columns])
  const [stored, setStored] = useState<StoredColumnSets>({ own: [], chosen: null, current: null })
  useEffect(() => {
    let isGone = false
    const take = async (): Promise<void> => {
      const answer = await client.setting({ key: columnSetsKey })
      if (!isGone && answer.ok && answer.value !== null) setStored(readColumnSets(answer.value))
    }
    void take()
    return () => {
      isGone = true
    }
  }, [client])
  const all = [...builtIn, ...stored.own]
  const chosen = all.find(({ name }) => name === stored.chosen) ?? builtIn[0]
  const layout = stored.current ?? chosen?.layout ?? { order: [], hidden: [], widths: {} }
  const store = async (value: StoredColumnSets): Promise<void> => {
    const answer = await client.storeSetting({ key: columnSetsKey, value })
    if (!answer.ok) noticeProblem(answer.problem)
  }
  const keep = (next: StoredColumnSets): void => {
    setStored(next)
    void store(next)
  }
  return {
    builtIn,
    own: stored.own,
    chosen: chosen?.name ?? '',
    layout,
    choose: (name) => keep({ ...stored, chosen: name, current: null }),
    setLayout: (next) => keep({ ...stored, current: next }),
    saveAs: (name) => keep({ own: [...stored.own.filter((set) => set.name !== name), { name, layout }], chosen: name, current: null }),
    remove: (name) => keep({ own: stored.own.filter((set) => set.name !== name), chosen: null, current: null }),
  }
}
