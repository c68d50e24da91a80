import '../strict-zod'
import { civilDate } from '../../shared/calendar/civil-date'
import { buyingForward } from '../../shared/horizon/buying-forward'
import { levelProof } from '../../shared/horizon/level-proof'
import { partActions } from '../../shared/horizon/part-actions'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { stockProjection } from '../../shared/horizon/stock-projection'
import { partSurvival } from '../../shared/horizon/stock-survival'
import { usageReplay } from '../../shared/horizon/usage-replay'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { scenarioComparison } from '../../shared/plan/scenario-comparison'
import type { PartJobAnswer, PartJobRequest } from './part-job-messages'

let prepared: PreparedPlan | null = null

function valueOf(plan: PreparedPlan, request: Extract<PartJobRequest, { readonly kind: 'job' }>): unknown {
  switch (request.job) {
    case 'actions':
      return partActions(plan, request.part)
    case 'outlook':
      return partOutlook(plan, request.part)
    case 'scenarios':
      return scenarioComparison(plan, request.part, partRecommendation(plan, request.part).recommendation)
    case 'projection':
      return stockProjection(plan, request.part, request.options)
    case 'survival':
      return partSurvival(plan, request.part, request.options)
    case 'proof':
      return levelProof(plan, request.part, request.options)
    case 'replay':
      return usageReplay(plan, request.part, request.options)
    case 'buyingForward':
      return buyingForward(plan, request.part, request.options)
  }
}

function answered(request: PartJobRequest): PartJobAnswer | null {
  if (request.kind === 'context') {
    prepared = null
    try {
      prepared = preparedPlan(request.context.plan, { planningDate: civilDate(request.context.planningDate) })
    } catch {
      // What is wrong with the plan is said where its figures stand; a job without a plan answers that it cannot run.
    }
    return null
  }
  if (prepared === null) return { requestId: request.requestId, ok: false, sentence: 'The plan cannot be computed as it is; the Parts and Policy timeline screens say what is wrong.' }
  try {
    return { requestId: request.requestId, ok: true, value: valueOf(prepared, request) }
  } catch (error) {
    return { requestId: request.requestId, ok: false, sentence: `This could not be worked out: ${error instanceof Error ? error.message : String(error)}` }
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PartJobRequest>) => {
  const answer = answered(data)
  if (answer !== null) globalThis.postMessage(answer)
})
