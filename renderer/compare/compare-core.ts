import { civilDate } from '../../shared/calendar/civil-date'
import { DomainError } from '../../shared/domain-error'
import { planDifferenceSteps } from '../../shared/plan/difference-effects'
import { fieldWords } from '../../shared/plan/field-words'
import { mergeEffect } from '../../shared/plan/merge-effect'
import { mergedPlan } from '../../shared/plan/merged-plan'
import { planChangeOf, planChangeSteps } from '../../shared/plan/plan-difference'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { CompareAnswer, CompareRequest } from './compare-messages'

const millisecondsBetweenProgress = 100

/** Does what is asked of the worker that compares plans, and posts every answer as it is there. */
export function answerComparison(request: CompareRequest, post: (answer: CompareAnswer) => void): void {
  switch (request.kind) {
    case 'difference':
      post({ kind: 'changes', changes: planChangeSteps(request.before, request.after).map(planChangeOf) })
      return post(differenceOf(request.before, request.after, request.today, post))
    case 'merged': {
      // Everything that is still open stays as it is in mine.
      const merged = mergedPlan(request.mine, request.merge, { ...request.decisions, conflicts: request.decisions.conflicts ?? 'mine' })
      return post(merged.ok ? differenceOf(request.mine, merged.value.plan, request.today, post) : { kind: 'failed', sentence: merged.problem.sentence })
    }
    case 'effects':
      for (const item of request.items) post({ kind: 'effect', itemId: item.id, effect: mergeEffect(request.mine, item, { planningDate: civilDate(request.planningDate) }) })
      return post({ kind: 'done' })
  }
}

function differenceOf(before: PlanDocument, after: PlanDocument, today: string, post: (answer: CompareAnswer) => void): CompareAnswer {
  let lastProgressAt = performance.now()
  try {
    const measuring = planDifferenceSteps(before, after, { today: civilDate(today) })
    for (let step = measuring.next(); ; step = measuring.next()) {
      if (step.done === true) return { kind: 'difference', difference: step.value }
      if (performance.now() - lastProgressAt < millisecondsBetweenProgress) continue
      lastProgressAt = performance.now()
      post({ kind: 'progress', ...step.value })
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const words = fieldWords([error.argument]) ?? error.argument
    return { kind: 'unmeasured', changes: planChangeSteps(before, after).map(planChangeOf), sentence: `One of the plans cannot be computed as it is: ${words} must be ${error.requirement}, not ${String(error.value)}. The changes are listed without their effects.` }
  }
}
