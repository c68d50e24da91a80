import { useCallback } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import { usePlanStore } from '../plan/plan-context'
import { noticeProblem } from '../ui/notices'

/** Changes fields of a part as one step with a name; says why not when it cannot be done. */
export function useChangePart(part: Part): (label: string, fields: Partial<Omit<Part, 'id'>>) => boolean {
  const store = usePlanStore()
  return useCallback(
    (label, fields) => {
      const answer = store.run({ kind: 'several', label: `${label} of ${part.partNumber}`.slice(0, 200), commands: [{ kind: 'change-parts', changes: [{ id: part.id, fields }] }] })
      if (!answer.ok) noticeProblem(answer.problem)
      return answer.ok
    },
    [store, part],
  )
}
