import '../strict-zod'
import { addDays, civilDate, isoDate } from '../../shared/calendar/civil-date'
import { buyingForward } from '../../shared/horizon/buying-forward'
import { levelProof } from '../../shared/horizon/level-proof'
import { partActions } from '../../shared/horizon/part-actions'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { partCalendarEntries } from '../../shared/horizon/plan-calendar'
import { stockProjection } from '../../shared/horizon/stock-projection'
import { partSurvival } from '../../shared/horizon/stock-survival'
import { usageReplay } from '../../shared/horizon/usage-replay'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { scenarioComparison } from '../../shared/plan/scenario-comparison'
import type { Part } from '../../shared/plan/part-schema'
import { formatsOf } from '../ui/formats'
import { sentenceWordsOf } from '../ui/sentence-words'
import type { PartJobAnswer, PartJobOutcome, PartJobRequest } from './part-job-messages'

let prepared: PreparedPlan | null = null
const words = sentenceWordsOf(formatsOf(navigator.language))

type JobRequest = Extract<PartJobRequest, { readonly kind: 'job' }>

function valueOf(plan: PreparedPlan, request: JobRequest, part: Part): unknown {
  switch (request.job) {
    case 'actions':
      return partActions(plan, part)
    case 'calendar': {
      const { weeks } = request.options
      const untilDate = isoDate(addDays(plan.planningDate, 7 * weeks))
      return partCalendarEntries(plan, { part, outlook: partOutlook(plan, part, { horizonWeeks: weeks }), untilDate })
    }
    case 'outlook':
      return partOutlook(plan, part)
    case 'scenarios':
      return scenarioComparison(plan, part, partRecommendation(plan, part).recommendation)
    case 'projection':
      return stockProjection(plan, part, request.options)
    case 'survival':
      return partSurvival(plan, part, request.options)
    case 'proof':
      return levelProof(plan, part, request.options)
    case 'replay':
      return usageReplay(plan, part, request.options)
    case 'buyingForward':
      return buyingForward(plan, part, request.options)
  }
}

function answered(request: PartJobRequest): PartJobAnswer | null {
  if (request.kind === 'context') {
    prepared = null
    try {
      prepared = preparedPlan(request.context.plan, { planningDate: civilDate(request.context.planningDate), words })
    } catch {
      // What is wrong with the plan is said where its figures stand; a job without a plan answers that it cannot run.
    }
    return null
  }
  const started = performance.now()
  const outcomes = request.parts.map((part) => outcomeOf(request, part))
  return { requestId: request.requestId, outcomes, milliseconds: performance.now() - started }
}

function outcomeOf(request: JobRequest, part: Part): PartJobOutcome {
  if (prepared === null) return { ok: false, sentence: 'The plan cannot be computed as it is; the Parts and Policy timeline screens say what is wrong.' }
  try {
    return { ok: true, value: valueOf(prepared, request, part) }
  } catch (error) {
    return { ok: false, sentence: `This could not be worked out: ${error instanceof Error ? error.message : String(error)}` }
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PartJobRequest>) => {
  const answer = answered(data)
  if (answer !== null) globalThis.postMessage(answer)
})
