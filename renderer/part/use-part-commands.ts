import { useMemo } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import { useCommands, type Command } from '../ui/commands'
import { navigate } from '../ui/route'

const views = [
  ['overview', 'Show the recommendation'],
  ['time', 'Show the part over time'],
  ['usage', 'Show the usage'],
  ['orders', 'Show the open orders'],
  ['inputs', 'Show the inputs'],
] as const

/** Leads from a part to the ones beside it and to its views, by the palette and by keys. */
export function usePartCommands(of: { readonly partId: string; readonly planId: string; readonly place: string; readonly parts: readonly Part[] }): void {
  const { partId, planId, place, parts } = of
  useCommands(
    useMemo((): readonly Command[] => {
      const step = (by: number) => (): void => {
        const index = parts.findIndex(({ id }) => id === partId)
        const next = index < 0 ? undefined : parts[index + by]
        if (next !== undefined) navigate({ screen: 'part', planId, partId: next.id, place })
      }
      return [
        { id: 'next-part', label: 'Next part', group: 'Part', shortcut: 'alt+pagedown', run: step(1) },
        { id: 'previous-part', label: 'Previous part', group: 'Part', shortcut: 'alt+pageup', run: step(-1) },
        ...views.map(([id, label]): Command => ({ id: `part-view-${id}`, label, group: 'Part', run: () => navigate({ screen: 'part', planId, partId, place: id }) })),
      ]
    }, [partId, planId, place, parts]),
  )
}
