import { succeeded, type Result } from '../../shared/result'
import { isoDate } from '../../shared/calendar/civil-date'
import { appVersion } from '../app-version'
import { todayHere } from '../today-here'
import type { LibraryProblem } from '../storage/library-problem'
import { planLibrary, type PlanLibrary } from '../storage/plan-library'
import type { PlannerHost } from './planner-host'
import { plannerServices, type PlannerServices } from './planner-services'

/** The planner of one host, with the library in its hands. */
export type OpenedPlanner = {
  readonly services: PlannerServices
  readonly library: PlanLibrary
  /** Puts every plan down and gives the library back. */
  readonly close: () => void
}

/**
 * Opens the library of a folder and the services on it, and begins today's backup beside.
 *
 * @param of the data folder and the host
 */
export function openedPlanner(of: { readonly folder: string; readonly host: PlannerHost }): Result<OpenedPlanner, LibraryProblem> {
  const { folder, host } = of
  const opened = planLibrary({ folder })
  if (!opened.ok) return opened
  const { library, recovery } = opened.value
  const services = plannerServices({ library, host, recoverySentence: recovery?.sentence ?? null, appVersion, today: () => isoDate(todayHere()) })
  // A full disk is told when the user asks for a backup or makes a change; the planner opens all the same.
  void library.backUp().then((made) => (made.ok ? undefined : host.logFault(made.problem.sentence)), host.logFault)
  return succeeded({ services, library, close: () => void library.close() })
}
