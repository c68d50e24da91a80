import { usePlanStore } from '../plan/plan-context'
import type { PlanStore } from '../plan/plan-store'
import { useApp } from '../ui/app-context'
import { createImportSession, startedImportWorker, type ImportSession } from './import-session'

// An import goes on while the user looks at other screens of the plan, and ends with it.
const sessions = new WeakMap<PlanStore, ImportSession>()

/** The import into the open plan. */
export function useImportSession(): ImportSession {
  const store = usePlanStore()
  const { client, hostFacts, formats } = useApp()
  let session = sessions.get(store)
  if (session === undefined) {
    session = createImportSession({ client, startWorker: startedImportWorker, plan: store.getState().plan, today: hostFacts.today, run: store.run, whole: formats.whole })
    sessions.set(store, session)
  }
  return session
}
