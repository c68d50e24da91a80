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
  readonly outlook: { readonly takes: null; readonly gives: PartOutlook }
  readonly scenarios: { readonly takes: null; readonly gives: readonly ScenarioLevels[] }
  readonly projection: { readonly takes: ProjectionOptions; readonly gives: StockProjection }
  readonly survival: { readonly takes: StopOptions; readonly gives: PartSurvival }
  readonly proof: { readonly takes: ProofOptions; readonly gives: LevelProof | null }
}

/** The name of a job. */
export type PartJob = keyof PartJobs

/** What is asked of the worker of part jobs. */
export type PartJobRequest =
  | { readonly kind: 'context'; readonly context: PlanContext }
  | { [Job in PartJob]: { readonly kind: 'job'; readonly requestId: number; readonly job: Job; readonly part: Part; readonly options: PartJobs[Job]['takes'] } }[PartJob]

/** What it answers: the value, or why there is none. */
export type PartJobAnswer = { readonly requestId: number } & ({ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly sentence: string })
