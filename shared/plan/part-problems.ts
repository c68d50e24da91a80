import { civilDate, isoDate } from '../calendar/civil-date'
import { isBelow, largestMultipleWithin, roundedUp } from '../safety-stock/rounding'
import { overrideFindings } from './override-problems'
import type { Part } from './part-schema'
import { isWholeUnit } from './part-unit'
import type { PlanCheck } from './plan-check'
import { baseLeadTimeOf } from './plan-inputs'
import type { PlanFinding, PlanPath, PlanProblemKind } from './plan-problem'
import { usageFindings } from './usage-problems'

/**
 * What is wrong or doubtful about a part across its fields, by itself and within its plan.
 *
 * @param part a part of which the shape is right
 * @param path where the part stands
 * @param check the plan it belongs to
 */
export function partFindings(part: Part, path: PlanPath, check: PlanCheck): readonly PlanFinding[] {
  return [
    ...usageFindings(part, path, check),
    ...leadTimeFindings(part, path),
    ...orderRuleFindings(part, path, check),
    ...targetFindings(part, path, check),
    ...stockFindings(part, path, check),
    ...overrideFindings(part, path, check),
  ]
}

function leadTimeFindings(part: Part, path: PlanPath): readonly PlanFinding[] {
  const { meanDays, sdDays, transitDays } = baseLeadTimeOf(part)
  if (transitDays > meanDays) {
    const text = `the ${transitDays} days after the border are longer than the whole lead time of ${meanDays} days, of which they are a part; correct one of them`
    return [finding('transit-longer-than-lead-time', 'error', [...path, 'leadTime', 'transitDays'], text)]
  }
  if (meanDays > 0) return []
  if (sdDays > 0) {
    const text = `the lead time of 0 days on average is said to vary by ${Number(sdDays.toPrecision(4))} days; enter its mean, or 0 for its standard deviation`
    return [finding('lead-time-spread-without-mean', 'error', [...path, 'leadTime'], text)]
  }
  return [finding('no-lead-time', 'warning', [...path, 'leadTime'], 'the lead time is 0 days, so hardly any stock is needed; enter the days from order to receipt without export controls')]
}

function orderRuleFindings(part: Part, path: PlanPath, { pieces, words }: PlanCheck): readonly PlanFinding[] {
  const { moq, lotMultiple, capOrderQuantity, unit } = part
  const found: PlanFinding[] = []
  const leastOrder = moq === null || moq === 0 ? 0 : lotMultiple === null ? moq : roundedUp(moq, lotMultiple)
  if (moq !== null && lotMultiple !== null && isBelow(moq, leastOrder, lotMultiple)) {
    const text = `the minimum order quantity of ${words.quantity(moq, unit)} is no multiple of the lot of ${words.quantity(lotMultiple, unit)}; ${words.quantity(leastOrder, unit)} will be ordered at the least`
    found.push(finding('moq-not-multiple-of-lot', 'warning', [...path, 'moq'], text))
  }
  if (capOrderQuantity !== null) {
    const step = lotMultiple ?? (isWholeUnit(unit) ? 1 : (pieces.settings?.quantityStep ?? null))
    const mostOrder = step === null ? capOrderQuantity : largestMultipleWithin(capOrderQuantity, step)
    if (mostOrder === 0 || isBelow(mostOrder, leastOrder, step ?? capOrderQuantity)) {
      const least = Math.max(leastOrder, step ?? 0)
      const text = `the largest quantity per order is ${words.quantity(capOrderQuantity, unit)} and the smallest that can be ordered is ${words.quantity(least, unit)}; raise the largest quantity, or lower the minimum order or the lot`
      found.push(finding('order-cap-below-minimum', 'error', [...path, 'capOrderQuantity'], text))
    }
  }
  return found
}

function targetFindings(part: Part, path: PlanPath, { pieces }: PlanCheck): readonly PlanFinding[] {
  if (part.target?.kind !== 'least-cost') return []
  const at = [...path, 'target']
  const problem = (text: string) => [finding('least-cost-without-holding-cost', 'error', at, text)]
  if (part.unitCost === null) return problem('the target is least cost, and the unit cost is empty; enter the unit cost, or choose a service level as target')
  if (part.unitCost === 0) return problem('the target is least cost, and the unit cost is 0, so that holding costs nothing; enter the unit cost, or choose a service level as target')
  if (pieces.settings?.holdingRatePerYear === 0) {
    return problem('the target is least cost, and the holding rate in the settings is 0, so that holding costs nothing; enter a holding rate, or choose a service level as target')
  }
  return []
}

function stockFindings(part: Part, path: PlanPath, { planningDate, words }: PlanCheck): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  if (part.allocated > part.onHand) {
    const text = `${words.quantity(part.allocated, part.unit)} are allocated and only ${words.quantity(part.onHand, part.unit)} are on hand; check both, or enter the rest as backordered`
    found.push(finding('allocated-more-than-on-hand', 'warning', [...path, 'allocated'], text))
  }
  part.openOrders.forEach((order, index) => {
    const at = [...path, 'openOrders', index]
    if (order.licence.status === 'filed' && planningDate !== null && civilDate(order.licence.filedDate) > planningDate) {
      const text = `its application is entered as filed on ${words.date(order.licence.filedDate)}, after the planning date ${words.date(isoDate(planningDate))}; correct the date, or mark it as not filed`
      found.push(finding('filed-after-planning-date', 'error', [...at, 'licence', 'filedDate'], text))
    }
    if (order.orderedDate !== null && order.orderedDate > order.promisedDate) {
      const text = `it was ordered on ${words.date(order.orderedDate)} and is promised for ${words.date(order.promisedDate)}, which is earlier; correct one of the dates`
      found.push(finding('promised-before-ordered', 'warning', [...at, 'promisedDate'], text))
    }
  })
  return found
}

function finding(kind: PlanProblemKind, severity: PlanFinding['severity'], path: PlanPath, text: string): PlanFinding {
  return { kind, severity, path, text }
}
