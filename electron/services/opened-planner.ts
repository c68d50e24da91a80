import { succeeded, type Result } from '../../shared/result'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import { isoDate } from '../../shared/calendar/civil-date'
import { appVersion } from '../app-version'
import { todayHere } from '../today-here'
import { libraryPath } from '../storage/library-files'
import type { LibraryProblem } from '../storage/library-problem'
import { planLibrary, type PlanLibrary } from '../storage/plan-library'
import { apiProblemOf } from './api-problem'
import { newerLibraryServices } from './newer-library-services'
import type { PlannerHost } from './planner-host'
import { plannerServices, type PlannerServices } from './planner-services'

/** The planner of one host, with the library in its hands. */
export type OpenedPlanner = {
  readonly services: PlannerServices
  /** The library; null for one of a newer version, of which the services only save plans to files. */
  readonly library: PlanLibrary | null
  /** Why the library is only read; null when it is open. */
  readonly restriction: ApiProblem | null
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
  if (!opened.ok) {
    if (opened.problem.kind !== 'newer-library') return opened
    const restriction = apiProblemOf(opened.problem)
    const services = newerLibraryServices({ path: libraryPath(folder), host, problem: restriction, appVersion, today: isoToday })
    return succeeded({ services, library: null, restriction, close: () => {} })
  }
  const { library, recovery } = opened.value
  const services = plannerServices({ library, host, recoverySentence: recovery?.sentence ?? null, appVersion, today: isoToday })
  // A full disk is told when the user asks for a backup or makes a change; the planner opens all the same.
  void library.backUp().then((made) => (made.ok ? undefined : host.logFault(made.problem.sentence)), host.logFault)
  return succeeded({ services, library, restriction: null, close: () => void library.close() })
}

function isoToday(): string {
  return isoDate(todayHere())
}
