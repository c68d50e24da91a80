import { Button, Loader } from '@mantine/core'
import { useMemo } from 'react'
import { noDecisions } from '../../shared/plan/merge-decisions'
import type { MergeItem } from '../../shared/plan/plan-merge'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { noticeDone, noticeProblem } from '../ui/notices'
import { ProblemAlert } from '../ui/problem-alert'
import classes from './compare.module.css'
import { keptDecisions } from './merge-lists'
import { MergeView } from './merge-view'
import type { CompareState } from './use-compare-state'
import { useComparedFile } from './use-compared-file'
import { useComparison, useMergeEffects } from './use-comparison'

// Each takes a look at its part, or at the whole plan.
const mostProposalEffects = 200

/** A colleague's file and this plan: compared, decided, merged. */
export function FileComparison({ state, onChange, scenarioName }: { readonly state: CompareState; readonly onChange: (change: Partial<CompareState>) => void; readonly scenarioName: (id: string) => string | null }) {
  const { hostFacts } = useApp()
  const store = usePlanStore()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((each) => each.planningDate)
  const isKept = usePlanState((each) => each.unconfirmedSteps === 0 && !each.isReloading && !each.isPreview)
  const { file, joins, textsOnly } = state
  const { compared, mine, problem, isRunning } = useComparedFile(file, { plan, isKept, joins, textsOnly })
  const merge = compared?.merge ?? null
  const decisions = useMemo(() => (merge === null ? noDecisions : keptDecisions(merge, state.decisions)), [merge, state.decisions])
  const effects = useMergeEffects(
    useMemo(() => (merge === null || mine === null ? null : { kind: 'effects' as const, mine, items: [...merge.items.filter(({ outcome }) => outcome === 'conflict'), ...merge.items.filter(({ outcome }) => outcome === 'proposal').slice(0, mostProposalEffects)], planningDate }), [merge, mine, planningDate]),
  )
  const [outcome] = useComparison(
    useMemo(() => (merge === null || mine === null ? null : { kind: 'merged' as const, mine, merge, decisions, today: hostFacts.today }), [merge, mine, decisions, hostFacts]),
  )
  if (file === null) return null

  const join = (item: MergeItem): void => {
    const theirId = item.rowKey.slice(item.rowKey.indexOf(':') + 1)
    if (item.joinWith !== null) onChange({ joins: [...joins, { theirId, myId: item.joinWith }] })
  }
  const carryOut = async (): Promise<void> => {
    const done = await store.mergeFile({ fileName: file.fileName, bytesBase64: file.bytesBase64, joins, textsOnly, decisions })
    if (!done.ok) {
      noticeProblem(done.problem)
      return
    }
    noticeDone(`Merged: ${done.value}.`)
    onChange({ file: null, joins: [], textsOnly: false, decisions: noDecisions, merged: `${file.fileName}: ${done.value}` })
  }
  const leave = (
    <Button size="xs" variant="default" onClick={() => onChange({ file: null, joins: [], textsOnly: false, decisions: noDecisions })}>
      Leave this file
    </Button>
  )
  if (problem !== null) {
    const isDamaged = problem.kind === 'numbers-damaged' && !textsOnly
    return (
      <ProblemAlert
        title={`${file.fileName} cannot be compared`}
        problem={problem}
        actions={
          <>
            {isDamaged && (
              <Button size="xs" onClick={() => onChange({ textsOnly: true })}>
                Compare its texts and notes only
              </Button>
            )}
            {leave}
          </>
        }
      />
    )
  }
  if (compared === null || merge === null) {
    return (
      <div role="status" className={classes.running}>
        <Loader size="sm" /> Comparing {file.fileName} …
      </div>
    )
  }
  return (
    <>
      {compared.notices.length > 0 && (
        <div style={{ marginBottom: 16 }}>
          <ProblemAlert severity="warning" title={textsOnly ? 'Only texts and notes are compared' : 'Noticed while reading the file'} problem={{ sentence: compared.notices[0] ?? '', findings: compared.notices.slice(1) }} />
        </div>
      )}
      <MergeView
        merge={merge}
        fileName={file.fileName}
        decisions={decisions}
        effects={effects}
        outcome={outcome}
        currency={plan.settings.currency}
        scenarioName={scenarioName}
        isBusy={isRunning || !isKept}
        onDecide={(next) => onChange({ decisions: next })}
        onJoin={join}
        onMerge={() => void carryOut()}
      />
    </>
  )
}
