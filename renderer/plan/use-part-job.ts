import { useEffect, useMemo, useRef, useState } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import type { PartJob, PartJobs } from './part-job-messages'
import { partJobRunner, startedPartJobWorker } from './part-job-runner'
import { usePlan, usePlanState } from './plan-context'

/** What is known of a job on one part: its value, whether it belongs to the plan as it is now, and what went wrong. */
export type JobState<Value> = { readonly value: Value | null; readonly isFresh: boolean; readonly problem: string | null }

/** What is known of a job on all parts of the plan. */
export type PartsJobState<Value> = { readonly byPart: ReadonlyMap<string, JobState<Value>>; readonly done: number; readonly total: number }

// A plan that still changes, as under a slider, starts nothing.
const settleMilliseconds = 200
// The window is told of new values so often, not after every part.
const noticeMilliseconds = 150

function usePlanParts(): { readonly parts: readonly Part[]; readonly contextKey: readonly unknown[]; readonly planningDate: string } {
  const parts = usePlan((plan) => plan.parts)
  const settings = usePlan((plan) => plan.settings)
  const timeline = usePlan((plan) => plan.timeline)
  const scenarios = usePlan((plan) => plan.scenarios)
  const assemblies = usePlan((plan) => plan.assemblies)
  const planningDate = usePlanState((state) => state.planningDate)
  const contextKey = useMemo(() => [settings, timeline, scenarios, assemblies, planningDate] as const, [settings, timeline, scenarios, assemblies, planningDate])
  return { parts, contextKey, planningDate }
}

/** Runs a job on every part of the plan, one after the other, and again on those that an edit touches. */
export function usePartsJob<Job extends 'actions' | 'outlook' | 'scenarios'>(job: Job): PartsJobState<PartJobs[Job]['gives']> {
  type Value = PartJobs[Job]['gives']
  const { parts, contextKey, planningDate } = usePlanParts()
  const plan = usePlanState((state) => state.plan)
  const runner = useRef<ReturnType<typeof partJobRunner> | null>(null)
  const known = useRef(new Map<string, { readonly part: Part; readonly key: unknown; readonly state: JobState<Value> }>())
  const [shown, setShown] = useState<PartsJobState<Value>>({ byPart: new Map(), done: 0, total: 0 })
  const latestPlan = useRef(plan)
  latestPlan.current = plan

  useEffect(() => {
    const own = partJobRunner(startedPartJobWorker)
    runner.current = own
    return () => own.stop()
  }, [])

  useEffect(() => {
    let isOver = false
    const entries = known.current
    const isFreshFor = (part: Part): boolean => {
      const entry = entries.get(part.id)
      return entry !== undefined && entry.part === part && entry.key === contextKey
    }
    const show = (): void => {
      if (isOver) return
      const byPart = new Map(parts.flatMap((part): (readonly [string, JobState<Value>])[] => {
        const entry = entries.get(part.id)
        return entry === undefined ? [] : [[part.id, { ...entry.state, isFresh: isFreshFor(part) }]]
      }))
      setShown({ byPart, done: parts.filter(isFreshFor).length, total: parts.length })
    }
    show()
    const work = async (): Promise<void> => {
      let noticed = performance.now()
      for (const part of parts) {
        if (isOver || runner.current === null) return
        if (isFreshFor(part)) continue
        runner.current.setContext({ plan: latestPlan.current, planningDate })
        const answer = await runner.current.run(job, part, null as PartJobs[Job]['takes'])
        if (isOver) return
        entries.set(part.id, { part, key: contextKey, state: answer.ok ? { value: answer.value as Value, isFresh: true, problem: null } : { value: null, isFresh: true, problem: answer.problem.sentence } })
        if (performance.now() - noticed > noticeMilliseconds) {
          noticed = performance.now()
          show()
        }
      }
      show()
    }
    const timer = setTimeout(() => void work(), entries.size === 0 ? 0 : settleMilliseconds)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [job, parts, contextKey, planningDate])

  return shown
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
