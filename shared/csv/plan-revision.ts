import type { PlanDocument } from '../plan/plan-document'
import { checkCode } from './plan-file-check'
import { rowCheck } from './plan-file-records'
import { planFileSections } from './plan-file-rows'

/**
 * The name of a state of a plan: equal for equal content on every machine, whatever the order of its parts.
 *
 * A plan file carries the name of what is in it and of what that was made from, so that whoever merges it can find the
 * plan before both among the states they keep. A hash of 68 bits against mistakes, not against forgery.
 *
 * @param plan any plan
 *
 * @example
 * planRevision(samplePlan()) === planRevision({ ...samplePlan(), parts: samplePlan().parts.toReversed() }) // => true
 */
export function planRevision(plan: PlanDocument): string {
  const values: (readonly [string, string])[] = [['title', plan.title]]
  for (const { kind, rows } of planFileSections(plan)) {
    rows.forEach((row, at) => values.push([`${kind.kind} ${at}`, rowCheck(kind, row, new Map())]))
  }
  return `rv-${checkCode('revision', values)}${checkCode('of a plan', values)}`
}
