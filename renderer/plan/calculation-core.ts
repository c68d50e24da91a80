import { civilDate } from '../../shared/calendar/civil-date'
import { DomainError } from '../../shared/domain-error'
import { planCheck, type PlanCheck } from '../../shared/plan/plan-check'
import { preparedPart, preparedPlan, type PreparedPart, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { piecesOfPlan } from '../../shared/plan/plan-pieces'
import { partFindings } from '../../shared/plan/part-problems'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import { fieldWords } from '../../shared/plan/field-words'
import { plainWords, type SentenceWords } from '../../shared/plan/sentence-words'
import type { WorkerAnswer, WorkerRequest } from './calculation-messages'
import type { PlanContext } from './figure-keys'
import { partExplanation } from './part-explanation'
import { partFiguresOf, type PartFiguresProblem, type PartResult } from './part-figures'

type ReadyPlan = { readonly prepared: PreparedPlan; readonly check: PlanCheck }
type Ready = ReadyPlan | PartFiguresProblem
/** A part as it was sent, and made ready, or what is wrong with it: neither depends on the weights of the scenarios. */
type KnownPart = { readonly part: Part; ready: PreparedPart | PartFiguresProblem | null }

/** What a worker does with each request, without the worker around it. */
export type CalculationCore = { readonly answer: (request: WorkerRequest) => WorkerAnswer | null }

/** A calculation that keeps its plan made ready, and the parts it was sent. */
export function calculationCore(clock: () => number, words: SentenceWords = plainWords): CalculationCore {
  let context: PlanContext | null = null
  let ready: Ready | null = null
  const parts = new Map<string, KnownPart>()

  const takeContext = (next: PlanContext): void => {
    const last = context === null || ready === null || !('prepared' in ready) ? null : { context, ready }
    const fresh = readyOf(next, words)
    const isSameRules = last !== null && 'prepared' in fresh && textOfRules(last.context) === textOfRules(next)
    // Neither weights nor assemblies change the lead times of a scenario.
    ready = isSameRules ? { ...fresh, prepared: { ...fresh.prepared, frame: { ...fresh.prepared.frame, leadTimes: last.ready.prepared.frame.leadTimes } } } : fresh
    if (!isSameRules || !isSameJson(last.context.plan.assemblies, next.plan.assemblies)) for (const known of parts.values()) known.ready = null
    context = next
  }

  const resultOf = (known: KnownPart): PartResult => {
    if (ready === null) return problem(['Nothing is known of the plan yet.'])
    if (!('prepared' in ready)) return ready
    try {
      known.ready ??= readyPart(ready, known.part)
      return 'kind' in known.ready ? known.ready : partFiguresOf(partRecommendation(ready.prepared, known.part, known.ready))
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
            if (typeof given !== 'string') parts.set(given.id, { part: given, ready: null })
            const known = parts.get(typeof given === 'string' ? given : given.id)
            return known === undefined ? problem(['This part is not known to the calculation; reload the plan.']) : resultOf(known)
          })
          return { kind: 'batch', batchId: request.batchId, results, milliseconds: clock() - started }
        }
        case 'explain': {
          const first = resultOf({ part: request.part, ready: null })
          if (first.kind === 'problem' || ready === null || !('prepared' in ready)) {
            return { kind: 'explained', requestId: request.requestId, explanation: first.kind === 'problem' ? first : problem(['Nothing is known of the plan yet.']) }
          }
          return { kind: 'explained', requestId: request.requestId, explanation: partExplanation(ready.prepared, request.part) }
        }
      }
    },
  }
}

function readyPart({ prepared, check }: ReadyPlan, part: Part): PreparedPart | PartFiguresProblem {
  const wrong = partFindings(part, ['parts', 0], check).filter(({ severity }) => severity === 'error')
  return wrong.length > 0 ? problem(wrong.map(({ text }) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`)) : preparedPart(prepared, part)
}

/** Everything of a plan but its parts, its assemblies and the weights of its scenarios. */
function textOfRules({ planningDate, plan: { settings, timeline, scenarios } }: PlanContext): string {
  return JSON.stringify([planningDate, settings, timeline, scenarios.map((scenario) => ({ ...scenario, weight: 0 }))])
}

function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function readyOf(context: PlanContext, words: SentenceWords): Ready {
  try {
    return { prepared: preparedPlan(context.plan, { planningDate: civilDate(context.planningDate), words }), check: planCheck(piecesOfPlan(context.plan), { today: civilDate(context.planningDate), words }) }
  } catch (error) {
    return problem([sentenceOf(error)])
  }
}

function problem(sentences: readonly string[]): PartFiguresProblem {
  return { kind: 'problem', sentences }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof DomainError)) return `The calculation failed: ${error instanceof Error ? error.message : String(error)}.`
  const words = fieldWords([error.argument]) ?? error.argument
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} must be ${error.requirement}, not ${String(error.value)}.`
}
