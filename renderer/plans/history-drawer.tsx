import { Button, Drawer, Loader } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { ApiAnswer, ApiProblem } from '../../shared/ipc/planner-api'
import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import { useApp } from '../ui/app-context'
import { noticeDone, noticeProblem } from '../ui/notices'
import { ProblemAlert } from '../ui/problem-alert'
import { NameDialog } from '../ui/name-dialog'
import { savedPlanFile } from './plan-library'
import classes from './plans-screen.module.css'

type Props = { readonly onClose: () => void; readonly onChanged: () => Promise<void> }
type Revisions = { readonly state: 'loading' } | { readonly state: 'loaded'; readonly list: readonly RevisionListing[] } | { readonly state: 'failed'; readonly problem: ApiProblem }

const kindWords: Readonly<Record<RevisionListing['kind'], string>> = {
  manual: 'Saved version',
  auto: 'Kept automatically',
  import: 'As imported',
  restore: 'Restored',
}

/** The earlier states of a plan: each can be restored, or saved as a file. */
export function HistoryDrawer({ plan, ...props }: Props & { readonly plan: PlanListing | null }) {
  return (
    <Drawer opened={plan !== null} onClose={props.onClose} title={plan === null ? 'History' : `History of “${plan.name}”`} size="lg">
      {plan === null ? null : <History key={plan.id} plan={plan} {...props} />}
    </Drawer>
  )
}

function History({ plan, onClose, onChanged }: Props & { readonly plan: PlanListing }) {
  const { client, formats } = useApp()
  const [revisions, setRevisions] = useState<Revisions>({ state: 'loading' })
  const [isNaming, setNaming] = useState(false)
  const load = useCallback(async () => {
    const answer = await client.revisions({ planId: plan.id })
    setRevisions(answer.ok ? { state: 'loaded', list: answer.value } : { state: 'failed', problem: answer.problem })
  }, [client, plan.id])
  useEffect(() => void load(), [load])

  /** Does something that needs the plan open, and puts it down again. */
  const whileOpen = useCallback(
    async <Value,>(task: () => ApiAnswer<Value>): Promise<ApiProblem | null> => {
      const opened = await client.openPlan({ planId: plan.id })
      if (!opened.ok) return opened.problem
      const answer = await task()
      const closed = await client.closePlan({ planId: plan.id })
      return answer.ok ? (closed.ok ? null : closed.problem) : answer.problem
    },
    [client, plan.id],
  )
  const restore = async (revision: RevisionListing): Promise<void> => {
    const problem = await whileOpen(() => client.restoreRevision({ planId: plan.id, revisionId: revision.id }))
    if (problem !== null) {
      noticeProblem(problem)
      return
    }
    noticeDone(`“${plan.name}” is as it was ${formats.moment(revision.createdAt)}. What it was before is in the history too.`)
    await onChanged()
    onClose()
  }
  const save = async (revision: RevisionListing): Promise<void> => {
    const outcome = await savedPlanFile(client, { planId: plan.id, revisionId: revision.id, decimal: formats.decimalSign })
    if (outcome?.kind === 'problem') noticeProblem(outcome.problem)
    else if (outcome !== null) noticeDone(outcome.problem.sentence)
  }

  if (revisions.state === 'loading') return <Loader size="sm" aria-label="Loading the history" />
  if (revisions.state === 'failed') return <ProblemAlert title="The history cannot be read" problem={revisions.problem} actions={<Button onClick={() => void load()}>Try again</Button>} />
  return (
    <>
      <p style={{ marginTop: 0 }}>
        Restoring makes the plan what it was then. It is itself a change: it can be undone, and nothing that came after is lost.
      </p>
      <Button variant="default" size="xs" onClick={() => setNaming(true)}>
        Save the plan as it is now under a name
      </Button>
      {revisions.list.length === 0 ? <p>There is no earlier state yet. One is kept whenever the plan is closed after a change, and every ten minutes while you work.</p> : null}
      <ol className={classes.revisions} aria-label="Earlier states, the newest first">
        {revisions.list.map((revision) => (
          <li key={revision.id} className={classes.revision}>
            <div>
              <div className={classes.revisionName}>{revision.label ?? kindWords[revision.kind]}</div>
              <div className={classes.soft}>
                {formats.moment(revision.createdAt)}
                {revision.label === null ? '' : ` · ${kindWords[revision.kind]}`}
              </div>
            </div>
            <div className={classes.row}>
              <Button size="xs" variant="subtle" aria-label={`Save as a file: version ${revision.number}`} onClick={() => void save(revision)}>
                Save as a file
              </Button>
              <Button size="xs" variant="default" aria-label={`Restore: version ${revision.number}`} onClick={() => void restore(revision)}>
                Restore
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <NameDialog
        isOpen={isNaming}
        title="Save a version"
        label="Name"
        initial=""
        confirmLabel="Save"
        onConfirm={async (label) => {
          const problem = await whileOpen(() => client.nameRevision({ planId: plan.id, label }))
          if (problem !== null) return problem
          setNaming(false)
          await load()
          return null
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}
