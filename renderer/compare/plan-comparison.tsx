import { Button, Progress } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { noticeDone, noticeProblem } from '../ui/notices'
import { ProblemAlert } from '../ui/problem-alert'
import classes from './compare.module.css'
import { useOtherPlan } from './compare-sources'
import { DifferenceView } from './difference-view'
import { useComparison, type ComparisonState } from './use-comparison'

const silentMilliseconds = 1000

/** This plan beside another, or beside what it was in a version. */
export function PlanComparison(props: { readonly revisionId: number | null; readonly otherPlanId: string | null; readonly otherName: string; readonly isOtherLater: boolean; readonly scenarioName: (id: string) => string | null }) {
  const { revisionId, otherPlanId, otherName } = props
  const { hostFacts } = useApp()
  const store = usePlanStore()
  const plan = usePlan((whole) => whole)
  const isPreview = usePlanState((state) => state.isPreview)
  const { plan: other, problem } = useOtherPlan({ planId: store.planId, revisionId, otherPlanId })
  const isOtherLater = revisionId === null && props.isOtherLater
  const [state, cancel] = useComparison(
    useMemo(() => (other === null || isPreview ? null : { kind: 'difference' as const, before: isOtherLater ? plan : other, after: isOtherLater ? other : plan, today: hostFacts.today }), [other, plan, isPreview, isOtherLater, hostFacts]),
  )
  const names = useMemo(() => (isOtherLater ? { before: 'This plan', after: otherName } : { before: otherName, after: 'This plan' }), [isOtherLater, otherName])
  const restore = async (): Promise<void> => {
    if (revisionId === null) return
    const answer = await store.restoreRevision(revisionId)
    if (answer.ok) noticeDone(`The plan is as it was in “${otherName}”. Undo takes that back.`)
    else noticeProblem(answer.problem)
  }
  const scenarioName = other === null ? props.scenarioName : (id: string) => props.scenarioName(id) ?? other.scenarios.find((scenario) => scenario.id === id)?.name ?? null
  if (problem !== null) return <ProblemAlert title={`${otherName} cannot be read`} problem={problem} />
  return (
    <>
      {state.isRunning && <Running progress={state.progress} onCancel={cancel} />}
      {state.sentence !== null && (
        <div style={{ marginBottom: 16 }}>
          <ProblemAlert severity="warning" title="Without the effects" problem={{ sentence: state.sentence }} />
        </div>
      )}
      <DifferenceView state={state} names={names} currency={plan.settings.currency} scenarioName={scenarioName} />
      {revisionId !== null && state.changes !== null && state.changes.length > 0 && (
        <Button variant="default" onClick={() => void restore()}>
          Restore this version
        </Button>
      )}
    </>
  )
}

function Running({ progress, onCancel }: { readonly progress: ComparisonState['progress']; readonly onCancel: () => void }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), silentMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  const percent = progress === null ? 0 : Math.round((100 * progress.done) / Math.max(1, progress.total))
  return (
    <div role="status" className={`${classes.card} ${classes.running}`}>
      <Progress className={classes.bar} value={percent} aria-label="Working out what each change does" />
      <span>Working out what each change does: {percent} %</span>
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
