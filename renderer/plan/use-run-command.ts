import { useCallback } from 'react'
import type { PlanCommand, SimplePlanCommand } from '../../shared/plan/plan-command'
import { noticeDone, noticeProblem } from '../ui/notices'
import { usePlanStore } from './plan-context'

/** Changes the plan as one step, under a name of its own if wanted; says why not when it cannot be done, and what was done when told to. */
export function useRunCommand(): (command: PlanCommand, of?: { readonly label?: string; readonly done?: string }) => boolean {
  const store = usePlanStore()
  return useCallback(
    (command, { label, done } = {}) => {
      const answer = store.run(label === undefined ? command : named(command, label))
      if (!answer.ok) noticeProblem(answer.problem)
      else if (done !== undefined) noticeDone(done)
      return answer.ok
    },
    [store],
  )
}

function named(command: PlanCommand, label: string): PlanCommand {
  const commands: readonly SimplePlanCommand[] = command.kind === 'several' ? command.commands : [command]
  return { kind: 'several', label: label.slice(0, 200), commands }
}
