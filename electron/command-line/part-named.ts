import type { Part } from '../../shared/plan/part-schema'
import { CallError } from './call'

/**
 * The part with this number or id, or null. The number of two plants is ambiguous.
 *
 * @throws {CallError} naming what to write where several plants have it
 */
export function partNamed(parts: readonly Part[], wanted: string): Part | null {
  const found = parts.filter((part) => part.partNumber === wanted || part.id === wanted || `${part.partNumber}@${part.plant}` === wanted)
  if (found.length > 1) throw new CallError(`several plants have a part "${wanted}"; write ${found.map((part) => `"${part.partNumber}@${part.plant}"`).join(' or ')}`)
  return found[0] ?? null
}

/** What is said of a part that is not there. */
export function noSuchPart(path: string, parts: readonly Part[], wanted: string): string {
  return `${path}: there is no part "${wanted}". Its parts are ${parts.slice(0, 12).map((one) => one.partNumber).join(', ')}${parts.length > 12 ? ' …' : ''}.\n`
}
