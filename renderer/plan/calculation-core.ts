import { civilDate } from '../../shared/calendar/civil-date'
import { DomainError } from '../../shared/domain-error'
import { planCheck, type PlanCheck } from '../../shared/plan/plan-check'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { piecesOfPlan } from '../../shared/plan/plan-pieces'
import { partFindings } from '../../shared/plan/part-problems'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import { fieldWords } from '../../shared/plan/field-words'
import type { WorkerAnswer, WorkerRequest } from './calculation-messages'
import type { PlanContext } from './figure-keys'
import { partExplanation } from './part-explanation'
import { partFiguresOf, type PartFiguresProblem, type PartResult } from './part-figures'

type Ready = { readonly prepared: PreparedPlan; readonly check: PlanCheck } | PartFiguresProblem

/** What a worker does with each request, without the worker around it. */
export type CalculationCore = { readonly answer: (request: WorkerRequest) => WorkerAnswer | null }

/** A calculation that keeps its plan made ready, and the parts it was sent. */
export function calculationCore(clock: () => number): CalculationCore {
  let context: PlanContext | null = null
  let ready: Ready | null = null
  const parts = new Map<string, Part>()

  const takeContext = (next: PlanContext): void => {
    const isSameFrame =
      context !== null &&
      context.planningDate === next.planningDate &&
      JSON.stringify([context.plan.settings, context.plan.timeline, context.plan.scenarios]) === JSON.stringify([next.plan.settings, next.plan.timeline, next.plan.scenarios])
    const last = ready
    context = next
    // Lead-time tables stay: the assemblies do not touch them.
    ready = isSameFrame && last !== null && 'prepared' in last ? { prepared: { ...last.prepared, plan: next.plan }, check: checkOf(next) } : readyOf(next)
  }

  const resultOf = (part: Part): PartResult => {
    if (ready === null) return problem(['Nothing is known of the plan yet.'])
    if (!('prepared' in ready)) return ready
    const wrong = partFindings(part, ['parts', 0], ready.check).filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) return problem(wrong.map(({ text }) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`))
    try {
      return partFiguresOf(partRecommendation(ready.prepared, part))
    } catch (error) {
      return problem([sentenceOf(error)])
    }
  }

  return {
    answer: (request) => {
      switch (request.kind) {
        case 'context':
          takeContext(request.context)
          return null
        case 'batch': {
          const started = clock()
          const results = request.parts.map((given) => {
            if (typeof given !== 'string') parts.set(given.id, given)
            const part = typeof given === 'string' ? parts.get(given) : given
            return part === undefined ? problem(['This part is not known to the calculation; reload the plan.']) : resultOf(part)
          })
          return { kind: 'batch', batchId: request.batchId, results, milliseconds: clock() - started }
        }
        case 'explain': {
          const first = resultOf(request.part)
          if (first.kind === 'problem' || ready === null || !('prepared' in ready)) {
            return { kind: 'explained', requestId: request.requestId, explanation: first.kind === 'problem' ? first : problem(['Nothing is known of the plan yet.']) }
          }
          return { kind: 'explained', requestId: request.requestId, explanation: partExplanation(ready.prepared, request.part) }
        }
      }
    },
  }
}

function readyOf(context: PlanContext): Ready {
  try {
    return { prepared: preparedPlan(context.plan, { planningDate: civilDate(context.planningDate) }), check: checkOf(context) }
  } catch (error) {
    return problem([sentenceOf(error)])
  }
}

function checkOf({ plan, planningDate }: PlanContext): PlanCheck {
  return planCheck(piecesOfPlan(plan), { today: civilDate(planningDate) })
}

function problem(sentences: readonly string[]): PartFiguresProblem {
  return { kind: 'problem', sentences }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof DomainError)) return `The calculation failed: ${error instanceof Error ? error.message : String(error)}.`
  const words = fieldWords([error.argument]) ?? error.argument
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} must be ${error.requirement}, not ${String(error.value)}.`
}
