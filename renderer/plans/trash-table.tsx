import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PlanListing } from '../../shared/ipc/plan-listing'
import { useApp } from '../ui/app-context'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { DataTable, type DataColumn } from '../ui/data-table'
import { noticeDone, noticeProblem } from '../ui/notices'
import classes from './plans-screen.module.css'

/** The plans that were thrown away: each can be taken back, or deleted for good. */
export function TrashTable({ plans, onChanged }: { readonly plans: readonly PlanListing[]; readonly onChanged: () => Promise<void> }) {
  const { client, formats } = useApp()
  const [purging, setPurging] = useState<PlanListing | null>(null)
  const now = Date.now()
  const recover = async (plan: PlanListing): Promise<void> => {
    const answer = await client.recoverPlan({ planId: plan.id })
    if (answer.ok) noticeDone(`“${plan.name}” is back among the plans.`)
    else noticeProblem(answer.problem)
    await onChanged()
  }
  const purge = async (plan: PlanListing): Promise<void> => {
    setPurging(null)
    const answer = await client.purgePlan({ planId: plan.id })
    if (answer.ok) noticeDone(`“${plan.name}” is deleted for good.`)
    else noticeProblem(answer.problem)
    await onChanged()
  }
  const columns: readonly DataColumn<PlanListing>[] = [
    { id: 'name', heading: 'Plan', isRowHeader: true, cell: ({ name }) => name },
    { id: 'parts', heading: 'Parts', align: 'end', width: '90px', cell: ({ partCount }) => formats.whole(partCount) },
    { id: 'trashed', heading: 'Thrown away', width: '180px', cell: ({ trashedAt }) => (trashedAt === null ? '' : formats.ago(trashedAt, now)) },
    {
      id: 'actions',
      heading: <span className="visually-hidden">What can be done</span>,
      align: 'end',
      width: '260px',
      cell: (plan) => (
        <div className={classes.row}>
          <Button size="xs" variant="default" aria-label={`Take back: ${plan.name}`} onClick={() => void recover(plan)}>
            Take back
          </Button>
          <Button size="xs" variant="light" color="red" aria-label={`Delete for good: ${plan.name}`} onClick={() => setPurging(plan)}>
            Delete for good
          </Button>
        </div>
      ),
    },
  ]
  return (
    <>
      <DataTable caption="Plans in the trash" columns={columns} rows={plans} rowKey={({ id }) => id} />
      <ConfirmDialog isOpen={purging !== null} title="Delete for good?" confirmLabel="Delete for good" onClose={() => setPurging(null)} onConfirm={() => (purging === null ? undefined : void purge(purging))}>
        “{purging?.name ?? ''}” and all its saved versions will be gone; this cannot be taken back.
      </ConfirmDialog>
    </>
  )
}
