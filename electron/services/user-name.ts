import { userInfo } from 'node:os'
import { userNameKey } from '../../shared/ipc/planner-api'
import type { PlanLibrary } from '../storage/plan-library'

/** The name of the account this program runs under; null where the system has none. */
export function accountName(): string | null {
  try {
    return userInfo().username.trim() || null
  } catch {
    // Some containers run programs under numbers that nobody has given a name.
    return null
  }
}

/** The name under which plan files are saved: the one the user gave, else the account's. */
export function userName(library: Pick<PlanLibrary, 'setting'>, account: string | null): string | null {
  const given = library.setting(userNameKey)
  const name = given.ok && typeof given.value === 'string' ? given.value.trim().slice(0, 200) : ''
  return name === '' ? account : name
}
