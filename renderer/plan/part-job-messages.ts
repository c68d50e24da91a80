import type { AssemblySurvival } from '../../shared/horizon/assembly-survival'
import type { BuyingForward } from '../../shared/horizon/buying-forward'
import type { CalendarEntry } from '../../shared/horizon/plan-calendar'
import type { UsageReplay } from '../../shared/horizon/usage-replay'
import type { PartActions } from '../../shared/horizon/part-actions'
import type { PartOutlook } from '../../shared/horizon/part-outlook'
import type { LevelProof, ProofOptions } from '../../shared/horizon/level-proof'
import type { PartSurvival, StopOptions } from '../../shared/horizon/stock-survival'
import type { ProjectionOptions, StockProjection } from '../../shared/horizon/stock-projection'
import type { ScenarioLevels } from '../../shared/plan/scenario-comparison'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanContext } from './figure-keys'

/** What can be worked out of one part beside its figures, by name: what it takes and what it gives, both JSON. */
export type PartJobs = {
  readonly actions: { readonly takes: null; readonly gives: PartActions }
  readonly calendar: { readonly takes: { readonly weeks: number }; readonly gives: readonly CalendarEntry[] }
  readonly outlook: { readonly takes: null; readonly gives: PartOutlook }
  readonly scenarios: { readonly takes: null; readonly gives: readonly ScenarioLevels[] }
  readonly projection: { readonly takes: ProjectionOptions; readonly gives: StockProjection }
  readonly survival: { readonly takes: StopOptions; readonly gives: PartSurvival }
  readonly proof: { readonly takes: ProofOptions; readonly gives: LevelProof | null }
  readonly replay: { readonly takes: { readonly paths: number; readonly seed: number }; readonly gives: UsageReplay }
  readonly buyingForward: { readonly takes: { readonly paths: number; readonly seed: number; readonly quantity?: number }; readonly gives: BuyingForward }
}

/** What can be worked out of a whole plan, by name. */
export type PlanJobs = {
  readonly assemblySurvival: { readonly takes: StopOptions; readonly gives: readonly AssemblySurvival[] }
}

/** The name of a job on a whole plan. */
export type PlanJob = keyof PlanJobs

/** What is asked of the worker of plan jobs: the plan's parts first, in slices, and then a job on the plan around them, whose own list of parts is empty. */
export type PlanJobRequest = { readonly kind: 'parts'; readonly parts: readonly Part[] } | PlanJobStart

/** The job itself. */
export type PlanJobStart = { readonly [Job in PlanJob]: { readonly kind: 'start'; readonly requestId: number; readonly job: Job; readonly context: PlanContext; readonly options: PlanJobs[Job]['takes'] } }[PlanJob]

/** What it answers: how far it is, or the end. */
export type PlanJobAnswer = { readonly requestId: number } & ({ readonly kind: 'progress'; readonly done: number; readonly total: number } | { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed'; readonly sentence: string })

/** The name of a job. */
export type PartJob = keyof PartJobs

/** What is asked of the worker of part jobs. */
export type PartJobRequest =
  | { readonly kind: 'context'; readonly context: PlanContext }
  | { [Job in PartJob]: { readonly kind: 'job'; readonly requestId: number; readonly job: Job; readonly parts: readonly Part[]; readonly options: PartJobs[Job]['takes'] } }[PartJob]

/** Of one part: the value, or why there is none. */
export type PartJobOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly sentence: string }

/** What it answers: the outcomes in the order of the parts, and how long they took together. */
export type PartJobAnswer = { readonly requestId: number; readonly outcomes: readonly PartJobOutcome[]; readonly milliseconds: number }
