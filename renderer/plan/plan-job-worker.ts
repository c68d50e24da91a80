import '../strict-zod'
import { civilDate } from '../../shared/calendar/civil-date'
import { assemblySurvivals } from '../../shared/horizon/assembly-survival'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { planProblems } from '../../shared/plan/validate-plan'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanJobAnswer, PlanJobRequest, PlanJobStart } from './part-job-messages'

const noticeMilliseconds = 150

function answer(given: PlanJobAnswer): void {
  globalThis.postMessage(given)
}

const received: Part[] = []

function valueOf({ job, context: { plan: around, planningDate: date }, options }: PlanJobStart, onProgress: (done: number, total: number) => void): unknown {
  const planningDate = civilDate(date)
  const whole = { ...around, parts: received }
  // Parts that cannot be computed are left out; the Parts screen says what is wrong with them.
  const wrong = new Set(planProblems(whole, { today: planningDate }).flatMap(({ severity, path }) => (severity === 'error' && path[0] === 'parts' ? [path[1]] : [])))
  const plan = preparedPlan({ ...whole, parts: received.filter((_, place) => !wrong.has(place)) }, { planningDate })
  switch (job) {
    case 'assemblySurvival':
      return assemblySurvivals(plan, { ...options, onProgress })
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PlanJobRequest>) => {
  if (data.kind === 'parts') {
    received.push(...data.parts)
    return
  }
  const { requestId } = data
  let told = performance.now()
  try {
    const value = valueOf(data, (done, total) => {
      if (performance.now() - told < noticeMilliseconds) return
      told = performance.now()
      answer({ requestId, kind: 'progress', done, total })
    })
    answer({ requestId, kind: 'done', value })
  } catch (error) {
    answer({ requestId, kind: 'failed', sentence: `This could not be worked out: ${error instanceof Error ? error.message : String(error)}` })
  }
})
