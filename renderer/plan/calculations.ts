import type { Part } from '../../shared/plan/part-schema'
import type { CalculationWorker, WorkerAnswer } from './calculation-messages'
import { assemblyKeyOfPart, contextKeys, type ContextKeys, type PlanContext } from './figure-keys'
import { keyBook } from './key-book'
import type { PartExplanation } from './part-explanation'
import type { PartFiguresProblem, PartResult } from './part-figures'
import { workQueue, type WorkQueue } from './work-queue'

/** What is known of a part's figures: fresh, of an earlier state of the plan, or not computed yet. */
export type FiguresState =
  | { readonly state: 'fresh' | 'stale'; readonly value: PartResult }
  | { readonly state: 'pending'; readonly value: null }

/** How far the calculations are, or null when all figures are fresh. */
export type CalculationProgress = { readonly done: number; readonly total: number; readonly startedAt: number; readonly isPaused: boolean }

/** The figures of a plan, computed by a pool of workers; an edit computes only what it touches. */
export type Calculations = {
  /** Takes the plan as it is now; what no longer holds becomes stale and is computed anew. */
  readonly setPlan: (context: PlanContext, parts: readonly Part[]) => void
  /** The parts on screen; they come first. */
  readonly setVisiblePartIds: (ids: readonly string[]) => void
  readonly figuresOf: (partId: string) => FiguresState
  /** Everything about one part; a problem when it cannot be computed. */
  readonly explainPart: (partId: string) => Promise<PartExplanation | PartFiguresProblem>
  readonly progress: () => CalculationProgress | null
  /** Stops computing what is not fresh until it is resumed. */
  readonly pause: () => void
  readonly resume: () => void
  /** Calls the listener whenever figures have changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Ends the workers. */
  readonly stop: () => void
}

/** What figures were computed from. */
type Basis = { readonly part: Part; readonly assemblyKey: string; readonly key: number }
type Entry = { part: Part; assemblyKey: string; basis: Basis | null; figures: FiguresState }
type Batch = { readonly ids: readonly string[]; readonly parts: readonly Part[]; readonly keys: ContextKeys; readonly assemblyKeys: readonly string[] }
type Lane = { worker: CalculationWorker; known: Map<string, Part>; batches: Map<number, Batch>; millisecondsPerPart: number; failures: number }

const pending: FiguresState = { state: 'pending', value: null }
const batchMilliseconds = 12
const batchesAhead = 2
const mostPartsPerBatch = 200
const noticeMilliseconds = 100
const visibleNoticeMilliseconds = 50
// Whoever listens goes through all parts of the plan: the more there are, the seldomer, half a second for ten thousand.
const partsPerNoticeMillisecond = 20
const mostFailures = 3
const mostSentAtOnce = 1000
const paintMilliseconds = 30

/** The calculations of a plan on a number of workers. */
export function planCalculations(options: { readonly startWorker: () => CalculationWorker; readonly workers: number; readonly clock: () => number }): Calculations {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const explanations = new Map<number, (answer: PartExplanation | PartFiguresProblem) => void>()
  const book = keyBook()
  const queue: WorkQueue = workQueue(options.workers)
  let context: PlanContext | null = null
  let keys: ContextKeys = { base: '', policy: '', byControl: new Map() }
  let parts: readonly Part[] = []
  let nextId = 1
  let lastNotice = 0
  let total = 0
  let startedAt = 0
  let isPaused = false
  let isStopped = false
  const lanes: Lane[] = Array.from({ length: options.workers }, (_, index) => startedLane(index))

  function startedLane(index: number): Lane {
    const worker = options.startWorker()
    worker.onAnswer((answer) => take(index, answer))
    worker.onFailure((sentence) => {
      if (lanes[index]?.worker === worker) replace(index, sentence)
    })
    return { worker, known: new Map(), batches: new Map(), millisecondsPerPart: 1, failures: 0 }
  }

  function replace(index: number, sentence: string): void {
    const lane = lanes[index]
    if (lane === undefined || isStopped) return
    lane.worker.terminate()
    const lost = [...lane.batches.values()].flatMap(({ ids }) => ids)
    const failures = lane.failures + 1
    for (const resolve of explanations.values()) resolve({ kind: 'problem', sentences: [sentence] })
    explanations.clear()
    for (const id of lost) queue.release(id)
    if (failures > mostFailures) {
      lanes[index] = { ...lane, batches: new Map(), failures }
      if (lanes.every((each) => each.failures > mostFailures)) giveUp(sentence)
      pump()
      return
    }
    const fresh = { ...startedLane(index), failures }
    lanes[index] = fresh
    if (context !== null) fresh.worker.post({ kind: 'context', context })
    pump()
  }

  function giveUp(sentence: string): void {
    for (const [id, entry] of entries) {
      if (entry.figures.state === 'fresh') continue
      entry.figures = { state: 'fresh', value: { kind: 'problem', sentences: [sentence] } }
      entry.basis = null
      queue.finish(id)
    }
    notify()
  }

  function take(index: number, answer: WorkerAnswer): void {
    if (answer.kind === 'explained') {
      explanations.get(answer.requestId)?.(answer.explanation)
      explanations.delete(answer.requestId)
      return
    }
    const lane = lanes[index]
    const batch = lane?.batches.get(answer.batchId)
    if (lane === undefined || batch === undefined) return
    lane.batches.delete(answer.batchId)
    lane.failures = 0
    lane.millisecondsPerPart = 0.7 * lane.millisecondsPerPart + (0.3 * answer.milliseconds) / batch.ids.length
    let hasVisible = false
    for (const [at, id] of batch.ids.entries()) {
      const entry = entries.get(id)
      const value = answer.results[at]
      if (entry === undefined || value === undefined) continue
      hasVisible ||= queue.isVisible(id)
      const part = batch.parts[at] as Part
      entry.basis = { part, assemblyKey: batch.assemblyKeys[at] ?? '', key: book.keyOf(value, batch.keys) }
      const isFresh = isBasisOf(entry, entry.basis, batch.keys === keys ? entry.basis.key : book.keyOf(value, keys))
      entry.figures = { state: isFresh ? 'fresh' : 'stale', value }
      if (isFresh) queue.finish(id)
      else queue.release(id)
    }
    pump()
    const now = options.clock()
    const sinceLast = now - lastNotice
    // The first figures are told of at once, what follows after twice the time.
    const isDue = sinceLast >= Math.max(noticeMilliseconds, Math.min(parts.length / partsPerNoticeMillisecond, (now - startedAt) / 2))
    if (queue.size() === 0 || isDue || (hasVisible && (sinceLast >= visibleNoticeMilliseconds || !queue.hasVisibleWork()))) notify()
  }

  function notify(): void {
    lastNotice = options.clock()
    if (queue.size() === 0) total = 0
    for (const listener of listeners) listener()
  }

  function pump(): void {
    if (isPaused || isStopped) return
    for (const [index, lane] of lanes.entries()) {
      while (lane.batches.size < batchesAhead && lane.failures <= mostFailures) {
        const size = Math.min(mostPartsPerBatch, Math.max(1, Math.round(batchMilliseconds / Math.max(0.05, lane.millisecondsPerPart))))
        const ids = queue.take(index, size)
        if (ids.length === 0) break
        const chosen = ids.map((id) => entries.get(id) as Entry)
        const batchId = nextId++
        lane.batches.set(batchId, { ids, parts: chosen.map(({ part }) => part), keys, assemblyKeys: chosen.map(({ assemblyKey }) => assemblyKey) })
        const sent = chosen.map(({ part }) => {
          if (lane.known.get(part.id) === part) return part.id
          lane.known.set(part.id, part)
          return part
        })
        lane.worker.post({ kind: 'batch', batchId, parts: sent })
      }
    }
  }

  function setContext(next: PlanContext): boolean {
    const last = context
    const { plan } = next
    const isSameAssemblies = last !== null && last.plan.assemblies === plan.assemblies
    const isSameRest =
      last !== null && last.planningDate === next.planningDate && last.plan.settings === plan.settings && last.plan.timeline === plan.timeline && last.plan.scenarios === plan.scenarios
    if (isSameAssemblies && isSameRest) return false
    context = { ...next, plan: { ...plan, parts: [] } }
    if (!isSameRest) keys = contextKeys(context)
    for (const lane of lanes) lane.worker.post({ kind: 'context', context })
    return true
  }

  function setPlan(next: PlanContext, nextParts: readonly Part[]): void {
    const isNewContext = setContext(next)
    if (!isNewContext && nextParts === parts) return
    const wasIdle = queue.size() === 0
    if (!isSameList(nextParts, parts)) {
      const ids = new Set(nextParts.map(({ id }) => id))
      for (const id of entries.keys()) {
        if (ids.has(id)) continue
        entries.delete(id)
        queue.finish(id)
        for (const lane of lanes) lane.known.delete(id)
      }
    }
    parts = nextParts
    for (const part of nextParts) {
      const known = entries.get(part.id)
      if (known === undefined) {
        const entry: Entry = { part, assemblyKey: assemblyKeyOfPart(part, next.plan.assemblies), basis: null, figures: pending }
        entries.set(part.id, entry)
        queue.add(part)
        continue
      }
      if (!isNewContext && known.part === part) continue
      const assemblyKey = assemblyKeyOfPart(part, next.plan.assemblies)
      known.part = part
      known.assemblyKey = assemblyKey
      // The key is worked out only where the part itself is as it was.
      const isFresh = known.basis?.part === part && known.figures.state !== 'pending' && isBasisOf(known, known.basis, book.keyOf(known.figures.value, keys))
      if (known.figures.state !== 'pending' && (known.figures.state === 'fresh') !== isFresh) {
        known.figures = { state: isFresh ? 'fresh' : 'stale', value: known.figures.value }
      }
      if (isFresh) queue.finish(part.id)
      else queue.add(part)
    }
    if (wasIdle || total === 0) startedAt = options.clock()
    total = Math.max(total, queue.size())
    // Sorting and sending thousands of parts waits until the change itself is on screen.
    if (queue.size() > mostSentAtOnce) setTimeout(pump, paintMilliseconds)
    else pump()
    notify()
  }

  return {
    setPlan,
    setVisiblePartIds: (ids) => {
      queue.setVisible(ids)
      pump()
    },
    figuresOf: (partId) => entries.get(partId)?.figures ?? pending,
    explainPart: (partId) =>
      new Promise((resolve) => {
        const entry = entries.get(partId)
        const lane = lanes.find(({ failures }) => failures <= mostFailures)
        if (entry === undefined || lane === undefined) {
          resolve({ kind: 'problem', sentences: ['This part is no longer in the plan.'] })
          return
        }
        const requestId = nextId++
        explanations.set(requestId, resolve)
        lane.worker.post({ kind: 'explain', requestId, part: entry.part })
      }),
    progress: () => (queue.size() === 0 ? null : { done: Math.max(0, total - queue.size()), total, startedAt, isPaused }),
    pause: () => {
      isPaused = true
      notify()
    },
    resume: () => {
      isPaused = false
      pump()
      notify()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      isStopped = true
      for (const lane of lanes) lane.worker.terminate()
      listeners.clear()
    },
  }
}

function isBasisOf(entry: Entry, basis: Basis, key: number): boolean {
  return basis.part === entry.part && basis.assemblyKey === entry.assemblyKey && basis.key === key
}

function isSameList(some: readonly Part[], others: readonly Part[]): boolean {
  return some === others || (some.length === others.length && some.every((part, index) => part.id === others[index]?.id))
}
