import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiProblem, OpenedPlan, PlannerApi, PlannerVerbs, WholePlan } from '../../shared/ipc/planner-api'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { planCommandLabel } from '../../shared/plan/plan-command-label'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { emptyPlanHistory, planHistoryAfter, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { failed, succeeded, type Result } from '../../shared/result'
import type { CalculationProgress, Calculations, FiguresState } from './calculations'
import type { PartExplanation } from './part-explanation'
import type { PartFiguresProblem } from './part-figures'
import { figuresTotals, type FiguresTotals } from './plan-totals'
import { openedWholePlan, wholePlan } from './whole-plan'

/** What is told to the user when something of the plan did not go as asked. */
export type PlanNotice = { readonly kind: 'problem' | 'done'; readonly sentence: string }

/** The state of an open plan; read it by selectors. */
export type PlanState = {
  /** The plan as it is shown: a preview while something is being dragged, else as it was changed last. */
  readonly plan: PlanDocument
  /** Whether `plan` is a preview that is not part of the plan yet. */
  readonly isPreview: boolean
  /** Name of what Undo would take back, or null. */
  readonly undoLabel: string | null
  /** Name of what Redo would do again, or null. */
  readonly redoLabel: string | null
  /** Steps that the host has not confirmed yet; 0 means that everything is kept. */
  readonly unconfirmedSteps: number
  /** Whether the plan is being loaded again; no change is taken meanwhile. */
  readonly isReloading: boolean
  /** Grows whenever figures have changed; read the figures by `figuresOf`. */
  readonly figuresVersion: number
  readonly progress: CalculationProgress | null
  readonly notice: PlanNotice | null
  /** Day for which the plan is computed, `YYYY-MM-DD`. */
  readonly planningDate: string
}

/** An open plan: its state, and everything that can be done with it. */
export type PlanStore = Pick<StoreApi<PlanState>, 'getState' | 'subscribe' | 'getInitialState'> & {
  readonly planId: string
  /** Changes the plan at once and has it kept; answers why not when it cannot be done. */
  readonly run: (command: PlanCommand) => Result<null, { readonly sentence: string }>
  /** Shows the plan as it would be after a command without changing it; null ends the preview. */
  readonly preview: (command: PlanCommand | null) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Waits until the host has confirmed every step. */
  readonly settled: () => Promise<void>
  /** Merges a colleague's file as decided; can be undone. Answers what was merged, in words. */
  readonly mergeFile: (merging: Omit<PlannerVerbs['mergePlanFile']['takes'], 'planId' | 'expectedSeq'>) => Promise<Result<string, ApiProblem>>
  /** Makes the plan what it was in a revision; can be undone. */
  readonly restoreRevision: (revisionId: number) => Promise<Result<null, ApiProblem>>
  readonly figuresOf: (partId: string) => FiguresState
  /** Sums over all figures as they are now. */
  readonly totals: () => FiguresTotals
  readonly explainPart: (partId: string) => Promise<PartExplanation | PartFiguresProblem>
  /** The parts on screen; their figures come first. */
  readonly setVisiblePartIds: (ids: readonly string[]) => void
  readonly pauseCalculations: () => void
  readonly resumeCalculations: () => void
  readonly clearNotice: () => void
  /** Confirms what is under way, puts the plan down and ends the calculations. */
  readonly close: () => Promise<void>
}

type Waiting = { readonly step: PlanStep; readonly after: PlanWithHistory; readonly label: string }

/** The store of an open plan. `today` is the day for plans that leave their planning date open. */
export function createPlanStore(options: {
  readonly client: Pick<PlannerApi, 'applyStep' | 'openPlan' | 'planParts' | 'closePlan' | 'restoreRevision' | 'mergePlanFile'>
  readonly calculations: Calculations
  readonly opened: WholePlan
  readonly today: string
}): PlanStore {
  const { client, calculations, opened, today } = options
  const planId = opened.plan.id
  // As the host has confirmed it, and as the user sees it with the steps on their way.
  let confirmed: PlanWithHistory = { plan: opened.plan, history: emptyPlanHistory }
  let local: PlanWithHistory = confirmed
  // What lies under the history of this window: steps of earlier days, which the host undoes.
  let hostUndoLabel = opened.undoLabel
  let hostRedoLabel = opened.redoLabel
  let seq = opened.seq
  let waiting: readonly Waiting[] = []
  let sending: Promise<void> | null = null
  let isClosed = false
  let totals: { readonly version: number; readonly value: FiguresTotals } | null = null

  const store = createStore<PlanState>(() => ({
    plan: opened.plan,
    isPreview: false,
    undoLabel: hostUndoLabel,
    redoLabel: hostRedoLabel,
    unconfirmedSteps: 0,
    isReloading: false,
    figuresVersion: 0,
    progress: null,
    notice: null,
    planningDate: opened.plan.settings.planningDate ?? today,
  }))

  const unsubscribe = calculations.subscribe(() => {
    store.setState(({ figuresVersion }) => ({ figuresVersion: figuresVersion + 1, progress: calculations.progress() }))
  })
  calculate(opened.plan)

  function calculate(plan: PlanDocument): void {
    calculations.setPlan({ plan, planningDate: plan.settings.planningDate ?? today }, plan.parts)
  }

  function show(plan: PlanDocument, of: Partial<PlanState> = {}): void {
    const { past, future } = local.history
    store.setState({
      plan,
      isPreview: plan !== local.plan,
      undoLabel: past.at(-1)?.label ?? hostUndoLabel,
      redoLabel: future.at(-1)?.label ?? hostRedoLabel,
      unconfirmedSteps: waiting.length,
      planningDate: plan.settings.planningDate ?? today,
      ...of,
    })
    calculate(plan)
  }

  function takeStep(step: PlanStep, label: string): Result<null, { readonly sentence: string }> {
    if (store.getState().isReloading) return failed({ sentence: 'The plan is being loaded again; make the change once more in a moment.' })
    const result = planHistoryAfter(local, step)
    if (!result.ok) return failed({ sentence: result.problem.sentence })
    local = result.value
    if (step.kind === 'do') hostRedoLabel = null
    waiting = [...waiting, { step, after: local, label }]
    show(local.plan)
    sending ??= send()
    return succeeded(null)
  }

  async function send(): Promise<void> {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const answer = await client.applyStep({ planId, step: next.step, expectedSeq: seq })
      if (answer.ok) {
        seq = answer.value.seq
        confirmed = next.after
        waiting = waiting.slice(1)
        store.setState({ unconfirmedSteps: waiting.length })
        continue
      }
      if (answer.problem.kind === 'out-of-step' || answer.problem.kind === 'plan-not-open') await reload(answer.problem.sentence)
      else rollBack(answer.problem.sentence)
    }
    sending = null
  }

  function rollBack(sentence: string): void {
    const lost = waiting.map(({ label }) => `“${label}”`).join(', ')
    waiting = []
    local = confirmed
    show(local.plan, { notice: { kind: 'problem', sentence: `${lost} was not kept and is taken back. ${sentence}` } })
  }

  function takeUp(answered: WholePlan, of: Partial<PlanState> = {}): void {
    waiting = []
    confirmed = { plan: answered.plan, history: emptyPlanHistory }
    local = confirmed
    seq = answered.seq
    hostUndoLabel = answered.undoLabel
    hostRedoLabel = answered.redoLabel
    show(local.plan, { isReloading: false, ...of })
  }

  /** Takes up what the host has made of the plan. */
  async function takeUpFrom(answered: OpenedPlan): Promise<void> {
    const whole = await wholePlan(client, answered)
    if (whole.ok) takeUp(whole.value)
    else await reload(whole.problem.sentence)
  }

  async function reload(sentence: string | null): Promise<void> {
    store.setState({ isReloading: true })
    const answer = await openedWholePlan(client, planId)
    if (answer.ok) {
      takeUp(answer.value, sentence === null ? {} : { notice: { kind: 'problem', sentence } })
      return
    }
    waiting = []
    local = confirmed
    show(local.plan, { isReloading: false, notice: { kind: 'problem', sentence: answer.problem.sentence } })
  }

  /** Undoes or redoes a step of an earlier day, which only the host knows. */
  async function hostStep(kind: 'undo' | 'redo'): Promise<void> {
    store.setState({ isReloading: true })
    await sending
    const answer = await client.applyStep({ planId, step: { kind }, expectedSeq: seq })
    if (answer.ok || answer.problem.kind === 'out-of-step') await reload(answer.ok ? null : answer.problem.sentence)
    else store.setState({ isReloading: false, notice: { kind: 'problem', sentence: answer.problem.sentence } })
  }

  function back(kind: 'undo' | 'redo'): void {
    const { isReloading, undoLabel, redoLabel } = store.getState()
    const entry = kind === 'undo' ? local.history.past.at(-1) : local.history.future.at(-1)
    if (isReloading) return
    if (entry !== undefined) takeStep({ kind }, kind === 'undo' ? `Undo ${entry.label}` : `Redo ${entry.label}`)
    else if ((kind === 'undo' ? undoLabel : redoLabel) !== null) void hostStep(kind)
  }

  return {
    planId,
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    run: (command) => takeStep({ kind: 'do', command }, planCommandLabel(command)),
    preview: (command) => {
      if (command === null) {
        if (store.getState().isPreview) show(local.plan)
        return
      }
      const result = planAfterCommand(local.plan, command)
      if (result.ok) show(result.value.plan)
    },
    undo: () => back('undo'),
    redo: () => back('redo'),
    settled: async () => {
      await sending
    },
    mergeFile: async (merging) => {
      await sending
      store.setState({ isReloading: true })
      const answer = await client.mergePlanFile({ ...merging, planId, expectedSeq: seq })
      if (!answer.ok) {
        store.setState({ isReloading: false })
        return answer
      }
      const { summary, ...after } = answer.value
      await takeUpFrom(after)
      return succeeded(summary)
    },
    restoreRevision: async (revisionId) => {
      await sending
      store.setState({ isReloading: true })
      const answer = await client.restoreRevision({ planId, revisionId })
      if (!answer.ok) {
        store.setState({ isReloading: false })
        return answer
      }
      await takeUpFrom(answer.value)
      return succeeded(null)
    },
    figuresOf: calculations.figuresOf,
    totals: () => {
      const { figuresVersion, plan } = store.getState()
      if (totals?.version !== figuresVersion) totals = { version: figuresVersion, value: figuresTotals(plan.parts.map(({ id }) => calculations.figuresOf(id))) }
      return totals.value
    },
    explainPart: calculations.explainPart,
    setVisiblePartIds: calculations.setVisiblePartIds,
    pauseCalculations: calculations.pause,
    resumeCalculations: calculations.resume,
    clearNotice: () => store.setState({ notice: null }),
    close: async () => {
      if (isClosed) return
      isClosed = true
      unsubscribe()
      await sending
      calculations.stop()
      await client.closePlan({ planId })
    },
  }
}
