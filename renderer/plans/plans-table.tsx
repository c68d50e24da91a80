import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconFileExport, IconHistory, IconTrash } from '@tabler/icons-react'
import type { PlanListing } from '../../shared/ipc/plan-listing'
import { useApp } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { noticeDone, noticeProblem } from '../ui/notices'
import { savedPlanFile } from './plan-library'
import classes from './plans-screen.module.css'

/** The plans of the library, each with what can be done with it. */
export function PlansTable(props: {
  readonly plans: readonly PlanListing[]
  readonly onOpen: (planId: string) => void
  readonly onDuplicate: (plan: PlanListing) => void
  readonly onHistory: (plan: PlanListing) => void
  readonly onChanged: () => Promise<void>
}) {
  const { client, formats } = useApp()
  const now = Date.now()
  const exportFile = async (plan: PlanListing): Promise<void> => {
    const outcome = await savedPlanFile(client, { planId: plan.id, revisionId: null, decimal: formats.decimalSign })
    if (outcome?.kind === 'problem') noticeProblem(outcome.problem)
    else if (outcome !== null) noticeDone(outcome.problem.sentence)
  }
  const trash = async (plan: PlanListing): Promise<void> => {
    const answer = await client.trashPlan({ planId: plan.id })
    if (answer.ok) noticeDone(`“${plan.name}” is in the trash, where it can be taken back for 30 days.`)
    else noticeProblem(answer.problem)
    await props.onChanged()
  }
  const columns: readonly DataColumn<PlanListing>[] = [
    {
      id: 'name',
      heading: 'Plan',
      isRowHeader: true,
      cell: (plan) => (
        <button type="button" className={classes.name} onClick={() => props.onOpen(plan.id)}>
          {plan.name}
        </button>
      ),
    },
    { id: 'parts', heading: 'Parts', align: 'end', width: '90px', cell: ({ partCount }) => formats.whole(partCount) },
    { id: 'assemblies', heading: 'Assemblies', align: 'end', width: '110px', cell: ({ assemblyCount }) => formats.whole(assemblyCount) },
    {
      id: 'changed',
      heading: 'Last change',
      width: '250px',
      cell: ({ updatedAt }) => (
        <span className={classes.line}>
          {formats.ago(updatedAt, now)} <span className={classes.soft}>· {formats.moment(updatedAt)}</span>
        </span>
      ),
    },
    { id: 'made', heading: 'Made', width: '120px', cell: ({ createdAt }) => <span className={`${classes.soft} ${classes.line}`}>{formats.date(new Date(createdAt).toISOString().slice(0, 10))}</span> },
    {
      id: 'actions',
      heading: <span className="visually-hidden">What can be done</span>,
      align: 'end',
      width: '56px',
      cell: (plan) => (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More for ${plan.name}`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={`What can be done with ${plan.name}`}>
            <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={() => props.onDuplicate(plan)}>
              Duplicate
            </Menu.Item>
            <Menu.Item leftSection={<IconHistory size={15} aria-hidden />} onClick={() => props.onHistory(plan)}>
              History
            </Menu.Item>
            <Menu.Item leftSection={<IconFileExport size={15} aria-hidden />} onClick={() => void exportFile(plan)}>
              Save a copy as a file
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item style={{ color: 'var(--bad)' }} leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void trash(plan)}>
              Move to the trash
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ),
    },
  ]
  return <DataTable caption="Plans" columns={columns} rows={props.plans} rowKey={({ id }) => id} />
}
