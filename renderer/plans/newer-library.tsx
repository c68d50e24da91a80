import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PlanListing } from '../../shared/ipc/plan-listing'
import type { ApiProblem, PlannerApi } from '../../shared/ipc/planner-api'
import { DataTable } from '../ui/data-table'
import type { Formats } from '../ui/formats'
import { ProblemAlert } from '../ui/problem-alert'
import { savedPlanFile, type PlanList } from './plan-library'

/** The plans of a library from a newer version, of which each can be saved as a file; the library stays as it is. */
export function NewerLibrary({ client, formats }: { readonly client: PlannerApi; readonly formats: Formats }) {
  const [list, setList] = useState<PlanList>({ state: 'loading' })
  const [outcome, setOutcome] = useState<{ readonly kind: 'done' | 'problem'; readonly problem: ApiProblem } | null>(null)
  useEffect(() => {
    void client.plans({}).then((answer) => setList(answer.ok ? { state: 'loaded', plans: answer.value } : { state: 'failed', problem: answer.problem }))
  }, [client])
  if (list.state === 'loading') return null
  if (list.state === 'failed') return <ProblemAlert title="The plans in it cannot be read" problem={list.problem} />
  const save = async (plan: PlanListing): Promise<void> => {
    setOutcome(null)
    setOutcome(await savedPlanFile(client, { planId: plan.id, revisionId: null, decimal: formats.decimalSign }))
  }
  return (
    <section aria-labelledby="newer-plans">
      <h2 id="newer-plans" style={{ fontSize: '1.125rem', marginTop: 24 }}>
        Plans in it
      </h2>
      <p>{list.plans.length === 0 ? 'There are none.' : 'You can save each as a file, for this program or another. The library is only read.'}</p>
      <div role="status">{outcome?.kind === 'done' ? <p>{outcome.problem.sentence}</p> : null}</div>
      {outcome?.kind === 'problem' ? <ProblemAlert title="The plan was not saved" problem={outcome.problem} /> : null}
      {list.plans.length === 0 ? null : (
        <DataTable
          caption="Plans in the newer library"
          rows={list.plans}
          rowKey={({ id }) => id}
          columns={[
            { id: 'title', heading: 'Title', isRowHeader: true, cell: ({ name, trashedAt }) => (trashedAt === null ? name : `${name} (in the trash)`) },
            { id: 'parts', heading: 'Parts', align: 'end', cell: ({ partCount }) => formats.whole(partCount) },
            { id: 'changed', heading: 'Changed', cell: ({ updatedAt }) => formats.moment(updatedAt) },
            {
              id: 'save',
              heading: <span className="visually-hidden">Save</span>,
              cell: (plan) => (
                <Button size="compact-sm" variant="default" aria-label={`Save as a file: ${plan.name}`} onClick={() => void save(plan)}>
                  Save as a file
                </Button>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
