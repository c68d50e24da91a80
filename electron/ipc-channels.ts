import type { PlannerVerb } from '../shared/ipc/planner-api'

/** The channel of a verb between window and main. */
export function verbChannel(verb: PlannerVerb): string {
  return `planner:${verb}`
}

/** The channel on which main tells a window what the host wants. */
export const hostEventChannel = 'planner:host-event'

/** The channel on which a window says that nothing is open in a field any more. */
export const closedUpChannel = 'planner:closed-up'
