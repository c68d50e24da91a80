import { ipcMain } from 'electron'
import type { PlannerVerb } from '../shared/ipc/planner-api'
import { plannerVerbs } from '../shared/ipc/planner-arguments'
import { isOwnSender } from './app-origin'
import { verbChannel } from './ipc-channels'
import type { PlannerServices } from './services/planner-services'

/** The verbs that are on their way, so that a window closes after their answers. */
export type VerbTraffic = {
  /** Settles when nothing is on its way. */
  readonly hasSettled: () => Promise<void>
}

/** Binds every verb to the services; whoever is not one of our own pages is turned away before its argument is read. */
export function registerVerbs(of: { readonly services: PlannerServices; readonly afterVerb: (verb: PlannerVerb) => void; readonly logRefusal: (verb: PlannerVerb) => void }): VerbTraffic {
  const onTheWay = new Set<Promise<unknown>>()
  for (const verb of plannerVerbs) {
    ipcMain.handle(verbChannel(verb), async (event, argument: unknown) => {
      if (!isOwnSender(event)) {
        of.logRefusal(verb)
        throw new Error('not allowed')
      }
      const answer = of.services(verb, argument)
      onTheWay.add(answer)
      try {
        return await answer
      } finally {
        onTheWay.delete(answer)
        of.afterVerb(verb)
      }
    })
  }
  return {
    hasSettled: async () => {
      while (onTheWay.size > 0) await Promise.allSettled(onTheWay)
    },
  }
}
