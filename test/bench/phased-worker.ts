// One thread of the benchmark of time-phased levels.
import { parentPort, workerData } from 'node:worker_threads'
import { civilDate } from '../../shared/calendar/civil-date'
import { reviewDates } from '../../shared/horizon/review-dates'
import { timePhasedLevels } from '../../shared/horizon/time-phased-levels'
import { planningFrame } from '../../shared/safety-stock/planning-frame'
import { caseInputs, casePart } from '../reference/case-inputs'
import type { BenchPlan } from './bench-plan'

/** What a thread works out: a plan with some of its parts. */
export type PhasedQuestion = BenchPlan

/** Levels before rounding, part after part, date after date. */
export type PhasedAnswer = { readonly reviews: number; readonly reorderPoints: Float64Array; readonly safetyStocks: Float64Array }

const { plan, parts } = workerData as PhasedQuestion
const frame = planningFrame(caseInputs(plan))
const dates = reviewDates({ planningDate: civilDate(plan.date), horizonWeeks: plan.horizonWeeks, reviewPeriodDays: plan.reviewDays })
const reorderPoints = new Float64Array(parts.length * dates.length)
const safetyStocks = new Float64Array(parts.length * dates.length)
parts.forEach((part, index) => {
  timePhasedLevels(frame, casePart(plan, part), dates).forEach((level, review) => {
    reorderPoints[index * dates.length + review] = level.reorderPoint
    safetyStocks[index * dates.length + review] = level.safetyStock
  })
})
const answer: PhasedAnswer = { reviews: dates.length, reorderPoints, safetyStocks }
parentPort?.postMessage(answer)
