import { usePlanStore } from '../plan/plan-context'
import type { PlanStore } from '../plan/plan-store'
import { useApp } from '../ui/app-context'
import { createImportSession, startedImportWorker, type ImportSession } from './import-session'

// An import goes on while the user looks at other screens of the plan, and ends when another plan is opened.
let last: { readonly store: PlanStore; readonly session: ImportSession } | null = null

/** The import into the open plan. */
export function useImportSession(): ImportSession {
  const store = usePlanStore()
  const { client, hostFacts, formats } = useApp()
  if (last?.store === store) return last.session
  last?.session.end()
  const session = createImportSession({ client, startWorker: startedImportWorker, plan: store.getState().plan, today: hostFacts.today, run: store.run, whole: formats.whole })
  last = { store, session }
  return session
}
