import { isoDate } from '../calendar/civil-date'
import { standingOverride } from './part-override'
import type { Part } from './part-schema'
import type { PlanCheck } from './plan-check'
import type { PlanFinding, PlanPath } from './plan-problem'

/**
 * What is wrong or doubtful about the overrides of a part: two of one level, one that has expired or ends before it begins.
 *
 * @param part a part of which the shape is right
 * @param path where the part stands
 * @param check the plan it belongs to
 */
export function overrideFindings(part: Part, path: PlanPath, { planningDate, words }: PlanCheck): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  part.overrides.forEach((override, index) => {
    const at = [...path, 'overrides', index]
    if (part.overrides.findIndex((other) => other.field === override.field) < index) {
      const text = 'this level is overridden twice; delete one of the two'
      found.push({ kind: 'override-repeated', severity: 'error', path: [...at, 'field'], text })
    }
    if (override.expiryDate === null) return
    if (override.expiryDate < override.setDate) {
      const text = `it was set on ${words.date(override.setDate)} and ends on ${words.date(override.expiryDate)}, which is earlier; correct one of the dates`
      found.push({ kind: 'override-ends-before-start', severity: 'error', path: [...at, 'expiryDate'], text })
    } else if (planningDate !== null && standingOverride({ overrides: [override] }, override.field, isoDate(planningDate))?.isExpired === true) {
      const text = `${words.quantity(override.value, part.unit)} were set until ${words.date(override.expiryDate)}, and that day is over; renew it with a new reason, or delete it`
      found.push({ kind: 'override-expired', severity: 'warning', path: [...at, 'expiryDate'], text })
    }
  })
  return found
}
