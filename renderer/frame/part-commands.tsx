import { useCallback } from 'react'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useCommandSource, type Command } from '../ui/commands'
import { navigate } from '../ui/route'

const mostFound = 12

/** Lets the palette lead to any part of the plan by its number or description. */
export function PartCommands() {
  const { planId } = usePlanStore()
  const parts = usePlan((plan) => plan.parts)
  useCommandSource(
    useCallback(
      (query): readonly Command[] => {
        const wanted = query.toLowerCase()
        const found: Command[] = []
        for (const { id, partNumber, description, supplier } of parts) {
          if (!`${partNumber} ${description}`.toLowerCase().includes(wanted)) continue
          const details = [description, supplier].filter((text) => text !== '').join(' · ')
          found.push({ id: `part-${id}`, label: partNumber, ...(details === '' ? {} : { description: details }), group: 'Parts of this plan', run: () => navigate({ screen: 'part', planId, partId: id }) })
          if (found.length === mostFound) break
        }
        return found
      },
      [parts, planId],
    ),
  )
  return null
}
