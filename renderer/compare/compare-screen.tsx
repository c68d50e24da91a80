import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { IconArrowsDiff, IconFileImport } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState, type DragEvent } from 'react'
import type { FileContent } from '../../shared/ipc/planner-api'
import type { RevisionListing } from '../../shared/ipc/plan-listing'
import { noDecisions } from '../../shared/plan/merge-decisions'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { EmptyState } from '../ui/empty-state'
import { fileContentOf } from '../ui/file-content'
import type { Formats } from '../ui/formats'
import { forgetHandedFile, useHandedFile } from '../ui/handed-file'
import { noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { ProblemAlert } from '../ui/problem-alert'
import { useRoute } from '../ui/route'
import classes from './compare.module.css'
import { useCompareSources } from './compare-sources'
import { FileComparison } from './file-comparison'
import { PlanComparison } from './plan-comparison'
import { useCompareState, type CompareSource } from './use-compare-state'

const kindWords: Readonly<Record<RevisionListing['kind'], string>> = { manual: 'saved', auto: 'kept automatically', import: 'as imported', restore: 'restored' }

/** Compare: this plan beside a version of it, another plan, or a colleague's copy, which can be merged into it. */
export function CompareScreen() {
  const { client, formats } = useApp()
  const store = usePlanStore()
  const scenarios = usePlan((plan) => plan.scenarios)
  const [state, change] = useCompareState()
  const [sources, reload] = useCompareSources(store.planId)
  const [isDropping, setDropping] = useState(false)
  const handed = useHandedFile('compare')
  const mergedHeading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) mergedHeading.current?.focus({ preventScroll: true })
  }, [state.merged])
  const scenarioName = useCallback((id: string) => scenarios.find((scenario) => scenario.id === id)?.name ?? null, [scenarios])

  const take = useCallback((file: FileContent) => change({ source: 'file', file, joins: [], textsOnly: false, decisions: noDecisions, merged: null }), [change])
  const route = useRoute()
  const asked = 'place' in route ? /^revision-(\d+)$/.exec(route.place ?? '')?.[1] : undefined
  useEffect(() => {
    if (asked !== undefined) change({ source: 'version', revisionId: Number(asked) })
  }, [asked, change])
  useEffect(() => {
    if (handed === null) return
    forgetHandedFile()
    take(handed)
  }, [handed, take])
  useEffect(reload, [reload, state.merged])

  const choose = async (): Promise<void> => {
    const answer = await client.chooseFile({ purpose: 'plan' })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'chosen') take({ fileName: answer.value.fileName, bytesBase64: answer.value.bytesBase64 })
  }
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setDropping(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    const content = await fileContentOf(file)
    if (content.ok) take(content.value)
    else noticeProblem(content.problem)
  }
  const revision = sources.revisions?.find(({ id }) => id === state.revisionId) ?? null
  const other = sources.plans?.find(({ id }) => id === state.otherPlanId) ?? null

  return (
    <div
      className={classes.screen}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={(event) => void drop(event)}
    >
      <PageHeader title="Compare" sentence="What differs, what each difference does to the safety stock, and how a colleague’s copy comes back into this plan." />
      {sources.problem !== null && <ProblemAlert title="The library cannot be read" problem={sources.problem} actions={<Button onClick={reload}>Try again</Button>} />}
      <section className={classes.card} aria-label="What to compare with">
        <div className={classes.source}>
          <SegmentedControl
            aria-label="Compare this plan with"
            value={state.source}
            onChange={(value) => change({ source: value as CompareSource, merged: null })}
            data={[
              { value: 'version', label: 'A version of this plan' },
              { value: 'plan', label: 'Another plan' },
              { value: 'file', label: 'A colleague’s file' },
            ]}
          />
          {state.source === 'version' && (
            <Select aria-label="Version" placeholder={sources.revisions?.length === 0 ? 'no versions yet' : 'Choose a version'} w={380} data={(sources.revisions ?? []).map((each) => ({ value: String(each.id), label: revisionName(each, formats) }))} value={revision === null ? null : String(revision.id)} onChange={(value) => change({ revisionId: value === null ? null : Number(value) })} />
          )}
          {state.source === 'plan' && (
            <>
              <Select aria-label="Other plan" placeholder={sources.plans?.length === 0 ? 'no other plans' : 'Choose a plan'} searchable w={380} data={(sources.plans ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={other?.id ?? null} onChange={(value) => change({ otherPlanId: value })} />
              <Switch label="The other one is the later" checked={state.isOtherLater} onChange={(event) => change({ isOtherLater: event.currentTarget.checked })} />
            </>
          )}
          {state.source === 'file' && (
            <>
              <Button variant={state.file === null ? 'filled' : 'default'} leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void choose()}>
                {state.file === null ? 'Choose a plan file' : 'Choose another file'}
              </Button>
              {state.file !== null && <span className={classes.subject}>{state.file.fileName}</span>}
            </>
          )}
        </div>
      </section>
      {state.merged !== null && (
        <section className={classes.card} role="status">
          <h2 className={classes.heading} ref={mergedHeading} tabIndex={-1}>Merged</h2>
          <p className={classes.note}>{state.merged}. Undo takes it back in one step; the history keeps both copies.</p>
        </section>
      )}
      {state.source === 'file' && state.file !== null && <FileComparison key={`${state.file.fileName} ${state.file.bytesBase64.length}`} state={state} onChange={change} scenarioName={scenarioName} />}
      {state.source === 'file' && state.file === null && state.merged === null && (
        <EmptyState icon={<IconFileImport size={26} />} title="Drop a colleague’s plan file here" sentence="A copy of this plan that was changed elsewhere, in Lodestock or in a spreadsheet, comes back cell by cell: you see what they changed, what you changed, and decide where both did." />
      )}
      {state.source === 'version' && revision !== null && <PlanComparison key={revision.id} revisionId={revision.id} otherPlanId={null} otherName={revisionName(revision, formats)} isOtherLater={false} scenarioName={scenarioName} />}
      {state.source === 'version' && revision === null && sources.revisions !== null && (
        <EmptyState
          icon={<IconArrowsDiff size={26} />}
          title={sources.revisions.length === 0 ? 'No versions yet' : 'Choose a version'}
          sentence={sources.revisions.length === 0 ? 'Save one now and change something: here stands what changed, and what each change did to the safety stock. Versions are also kept every ten minutes while you work, and when the plan is closed.' : 'You see what has changed since then, and what each change did to the safety stock.'}
        />
      )}
      {state.source === 'plan' && other !== null && <PlanComparison key={`${other.id} ${state.isOtherLater}`} revisionId={null} otherPlanId={other.id} otherName={other.name} isOtherLater={state.isOtherLater} scenarioName={scenarioName} />}
      {state.source === 'plan' && other === null && sources.plans !== null && (
        <EmptyState icon={<IconArrowsDiff size={26} />} title={sources.plans.length === 0 ? 'There is no other plan' : 'Choose a plan'} sentence={sources.plans.length === 0 ? 'Duplicate this plan on the Plans screen, change the copy, and compare the two here.' : 'Parts are matched by number and plant.'} />
      )}
      {isDropping && <div className={classes.drop}>Drop a plan file to compare it</div>}
    </div>
  )
}

function revisionName(revision: RevisionListing, formats: Formats): string {
  return `${revision.label ?? `Version ${revision.number}`}, ${formats.moment(revision.createdAt)}${revision.label === null ? ` (${kindWords[revision.kind]})` : ''}`
}
