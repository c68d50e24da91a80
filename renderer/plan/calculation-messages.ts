import type { Part } from '../../shared/plan/part-schema'
import type { PlanContext } from './figure-keys'
import type { PartExplanation } from './part-explanation'
import type { PartResult } from './part-figures'

/** What the window asks of a worker. */
export type WorkerRequest =
  /** The plan without its parts, for all that follows. */
  | { readonly kind: 'context'; readonly context: PlanContext }
  /** The figures of some parts; a part that the worker has is sent by id alone. */
  | { readonly kind: 'batch'; readonly batchId: number; readonly parts: readonly (Part | string)[] }
  /** One part in full. */
  | { readonly kind: 'explain'; readonly requestId: number; readonly part: Part }

/** What a worker answers. */
export type WorkerAnswer =
  | {
      readonly kind: 'batch'
      readonly batchId: number
      readonly results: readonly PartResult[]
      /** How long it took, milliseconds: the next batch is sized by it. */
      readonly milliseconds: number
    }
  | { readonly kind: 'explained'; readonly requestId: number; readonly explanation: PartExplanation | { readonly kind: 'problem'; readonly sentences: readonly string[] } }

/** What the pool needs of a worker: a web worker, or a stand-in of the same form. */
export type CalculationWorker = {
  readonly post: (request: WorkerRequest) => void
  readonly onAnswer: (listener: (answer: WorkerAnswer) => void) => void
  /** Called when the worker itself breaks. */
  readonly onFailure: (listener: (sentence: string) => void) => void
  readonly terminate: () => void
}
