import type { ApiProblem, OpenedPlan } from '../../shared/ipc/planner-api'
import type { Result } from '../../shared/result'
import { takenPartsText } from '../storage/part-blocks'

/** An answer as JSON text. The parts of a plan that has just been read stand in it as they were stored, not written out again. */
export function answerText(result: Result<unknown, ApiProblem>): string {
  if (!result.ok || !isOpenedPlan(result.value)) return JSON.stringify(result)
  const { plan, ...receipt } = result.value
  const { parts, ...head } = plan
  const partsText = takenPartsText(parts)
  if (partsText === null) return JSON.stringify(result)
  return `{"ok":true,"value":{"plan":${JSON.stringify(head).slice(0, -1)},"parts":${partsText}},${JSON.stringify(receipt).slice(1)}}`
}

function isOpenedPlan(value: unknown): value is OpenedPlan {
  return typeof value === 'object' && value !== null && 'plan' in value && 'seq' in value
}
