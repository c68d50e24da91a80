import { useEffect, useMemo, useRef, useState } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import { partJobBook, type JobState, type PartJobBook } from './part-job-book'
import type { PartJob, PartJobs } from './part-job-messages'
import { partJobRunner, startedPartJobWorker, type PartJobRunner } from './part-job-runner'
import { usePlan, usePlanState, usePlanStore } from './plan-context'
import type { PlanStore } from './plan-store'
import { urgentFirst } from './urgent-first'
import { workerCount } from './web-workers'

/** What is known of a job on all parts of the plan; another `byPart` whenever something in it has changed. */
export type PartsJobState<Value> = { readonly byPart: Pick<ReadonlyMap<string, JobState<Value>>, 'get' | 'values'>; readonly done: number; readonly total: number }

/** The same, with the way to end the work and to go on with it. */
export type PartsJob<Value> = PartsJobState<Value> & { readonly isStopped: boolean; readonly stop: () => void; readonly resume: () => void }

/** A job that can be run on every part of a plan. */
export type WholePlanJob = 'actions' | 'calendar' | 'outlook' | 'scenarios'

// A plan that still changes, as under a slider, starts nothing.
const settleMilliseconds = 200
// The window is told of new values so often, not after every part; whoever listens goes through all parts of the plan.
const noticeMilliseconds = 150
const partsPerNoticeMillisecond = 15
// So long a worker is busy with what it is sent at once; two lots are on their way, so that it never waits for the next.
const lotMilliseconds = 40
const mostPartsAtOnce = 100
const lotsAhead = 2

// What has been worked out outlives the screen that asked for it, as long as the plan is open.
const books = new WeakMap<PlanStore, Map<string, PartJobBook<unknown>>>()
// What a plan holds besides its parts, each time it is other than any before: the same again, as after an undo, is known.
const contexts = new WeakMap<PlanStore, Map<string, number>>()
const mostContexts = 200

function bookOf<Job extends PartJob>(store: PlanStore, job: Job, optionsText: string): PartJobBook<PartJobs[Job]['gives']> {
  const ofStore = books.get(store) ?? new Map<string, PartJobBook<unknown>>()
  books.set(store, ofStore)
  const key = `${job} ${optionsText}`
  const known = ofStore.get(key) ?? partJobBook<unknown>()
  ofStore.set(key, known)
  // A book of a job holds what the job gives; the map of all books cannot say so.
  return known as PartJobBook<PartJobs[Job]['gives']>
}

function contextNumber(store: PlanStore, text: string): number {
  const known = contexts.get(store) ?? new Map<string, number>()
  contexts.set(store, known)
  const number = known.get(text) ?? nextContext++
  if (known.size >= mostContexts) known.clear()
  known.set(text, number)
  return number
}
let nextContext = 1

function usePlanParts(): { readonly parts: readonly Part[]; readonly contextKey: number; readonly planningDate: string } {
  const store = usePlanStore()
  const parts = usePlan((plan) => plan.parts)
  const settings = usePlan((plan) => plan.settings)
  const timeline = usePlan((plan) => plan.timeline)
  const scenarios = usePlan((plan) => plan.scenarios)
  const assemblies = usePlan((plan) => plan.assemblies)
  const planningDate = usePlanState((state) => state.planningDate)
  const contextKey = useMemo(() => contextNumber(store, JSON.stringify([settings, timeline, scenarios, assemblies, planningDate])), [store, settings, timeline, scenarios, assemblies, planningDate])
  return { parts, contextKey, planningDate }
}

/**
 * Runs a job on every part of the plan on all workers this machine gets, after the figures are done and with the next
 * decisions first, and again on those parts that an edit touches.
 */
export function usePartsJob<Job extends WholePlanJob>(job: Job, options: PartJobs[Job]['takes'] = null as PartJobs[Job]['takes']): PartsJob<PartJobs[Job]['gives']> {
  const { parts, contextKey, planningDate } = usePlanParts()
  const store = usePlanStore()
  // The figures come first: they are what the rest of the screen shows.
  const isComputing = usePlanState(({ progress }) => progress !== null && !progress.isPaused)
  const runners = useRef<readonly PartJobRunner[]>([])
  const optionsText = JSON.stringify(options)
  const book = bookOf(store, job, optionsText)
  const [isStopped, setIsStopped] = useState(false)
  const [shown, setShown] = useState(() => ({ parts, contextKey, book, state: shownOf(book, { done: 0, total: parts.length }) }))

  useEffect(() => {
    const own = Array.from({ length: workerCount() }, () => partJobRunner(startedPartJobWorker))
    runners.current = own
    return () => {
      for (const runner of own) runner.stop()
    }
  }, [])

  useEffect(() => {
    let isOver = false
    let waiting: readonly Part[] = []
    let done = 0
    let next = 0
    // The first that is known is shown at once.
    let noticed = -Infinity
    let millisecondsPerPart = 1
    const interval = Math.max(noticeMilliseconds, parts.length / partsPerNoticeMillisecond)
    const show = (): void => setShown({ parts, contextKey, book, state: shownOf(book, { done, total: parts.length }) })
    const work = async (runner: PartJobRunner): Promise<void> => {
      while (next < waiting.length) {
        if (isOver) return
        const size = Math.min(mostPartsAtOnce, Math.max(1, Math.round(lotMilliseconds / millisecondsPerPart)))
        const lot = waiting.slice(next, next + size)
        next += lot.length
        runner.setContext({ plan: store.getState().plan, planningDate })
        const answer = await runner.runAll(job, lot, JSON.parse(optionsText) as PartJobs[Job]['takes'])
        if (isOver) return
        millisecondsPerPart = 0.5 * millisecondsPerPart + (0.5 * answer.milliseconds) / lot.length
        lot.forEach((part, place) => {
          const outcome = answer.outcomes[place]
          if (outcome !== undefined) book.note(part, outcome.ok ? { value: outcome.value } : { problem: outcome.problem.sentence })
        })
        done += lot.length
        if (done === parts.length || performance.now() - noticed > interval) {
          noticed = performance.now()
          show()
        }
      }
    }
    const start = (): void => {
      const few = waiting.length <= mostPartsAtOnce ? runners.current.slice(0, 1) : runners.current
      for (let lot = 0; lot < lotsAhead; lot++) for (const runner of few) void work(runner)
    }
    // Going through ten thousand parts waits for the frame that shows the change itself.
    let timer = setTimeout(() => {
      const isFirst = book.states.size === 0
      const due = book.setPlan(parts, [contextKey])
      waiting = due.length <= mostPartsAtOnce ? due : urgentFirst(due, store.figuresOf)
      done = parts.length - waiting.length
      show()
      if (!isComputing && !isStopped && waiting.length > 0) timer = setTimeout(start, isFirst ? 0 : settleMilliseconds)
    })
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [job, optionsText, book, store, parts, contextKey, planningDate, isComputing, isStopped])

  const isBehind = shown.parts !== parts || shown.contextKey !== contextKey || shown.book !== book
  const ways = useMemo(() => ({ stop: () => setIsStopped(true), resume: () => setIsStopped(false) }), [])
  // Nothing counts as done of a plan that has only just changed.
  const state = isBehind ? { byPart: shown.book === book ? shown.state.byPart : byPartOf(book), done: 0, total: parts.length } : shown.state
  return { ...state, isStopped, ...ways }
}

function shownOf<Value>(book: PartJobBook<Value>, of: { readonly done: number; readonly total: number }): PartsJobState<Value> {
  return { byPart: byPartOf(book), ...of }
}

function byPartOf<Value>(book: PartJobBook<Value>): PartsJobState<Value>['byPart'] {
  return { get: (id) => book.states.get(id), values: () => book.states.values() }
}

/** Runs a job on one part, and again when the part, the plan around it or the options change; `options` must be stable or a plain value. */
export function usePartJob<Job extends PartJob>(job: Job, part: Part | null, options: PartJobs[Job]['takes']): JobState<PartJobs[Job]['gives']> {
  type Value = PartJobs[Job]['gives']
  const { contextKey, planningDate } = usePlanParts()
  const plan = usePlanState((state) => state.plan)
  const runner = useRef<ReturnType<typeof partJobRunner> | null>(null)
  const [state, setState] = useState<JobState<Value> & { readonly key: unknown }>({ value: null, isFresh: false, problem: null, key: null })
  const latestPlan = useRef(plan)
  latestPlan.current = plan
  const optionsText = JSON.stringify(options)
  const key = useMemo(() => ({ job, part, contextKey, optionsText }), [job, part, contextKey, optionsText])

  useEffect(() => () => runner.current?.stop(), [])

  useEffect(() => {
    if (part === null) return
    let isOver = false
    let isRunning = false
    runner.current ??= partJobRunner(startedPartJobWorker)
    const own = runner.current
    const work = async (): Promise<void> => {
      isRunning = true
      own.setContext({ plan: latestPlan.current, planningDate })
      const answer = await own.run(job, part, JSON.parse(optionsText) as PartJobs[Job]['takes'])
      isRunning = false
      if (isOver) return
      setState(answer.ok ? { value: answer.value, isFresh: true, problem: null, key } : { value: null, isFresh: true, problem: answer.problem.sentence, key })
    }
    const timer = setTimeout(() => void work(), 60)
    return () => {
      isOver = true
      clearTimeout(timer)
      // What nobody waits for any more is ended, not waited for.
      if (isRunning) own.stop()
    }
  }, [job, part, contextKey, planningDate, optionsText, key])

  return { value: state.value, isFresh: state.key === key, problem: state.key === key ? state.problem : null }
}
