import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays, civilDate, civilDateFrom, isoDate } from '../../shared/calendar/civil-date'
import type { AssemblySurvival } from '../../shared/horizon/assembly-survival'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { usePlanJob } from '../plan/use-plan-job'
import { useFormats } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { isKnownScreen } from '../ui/known-screens'
import { JobProgress } from '../ui/job-progress'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import classes from './resilience.module.css'

/** Which product stops first if nothing more leaves the border from a day on, when, and for want of which magnet. */
export function ResilienceScreen() {
  const store = usePlanStore()
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const first = isoDate(addDays(civilDate(planningDate), 1))
  const last = isoDate(addDays(civilDate(planningDate), 7 * plan.settings.horizonWeeks))
  const [stopDate, setStopDate] = useState(() => isoDate(addDays(civilDate(planningDate), 28)))
  const [paths, setPaths] = useState(1000)
  const isUsable = civilDateFrom(stopDate).ok && stopDate >= first && stopDate <= last
  const job = usePlanJob('assemblySurvival', isUsable && plan.assemblies.length > 0 ? { stopDate, paths, seed: 1 } : null)
  const numbers = new Map(plan.parts.map((part) => [part.id, part.partNumber]))
  const days = (value: number | null, within: number): string => (value === null ? `> ${within}` : formats.days(value))
  const columns: readonly DataColumn<AssemblySurvival>[] = [
    { id: 'name', heading: 'Product', isRowHeader: true, cell: ({ name }) => name },
    { id: 'median', heading: 'Stops after', note: 'days, half of the futures', align: 'end', cell: ({ days: of }) => days(of.p50Days, of.withinDays) },
    { id: 'date', heading: 'That is on', cell: ({ days: of }) => (of.medianDate === null ? 'beyond a year' : formats.date(of.medianDate)) },
    { id: 'early', heading: 'In 1 of 20', note: 'after days', align: 'end', cell: ({ days: of }) => days(of.p05Days, of.withinDays) },
    { id: 'first', heading: 'First to stop', note: 'share of futures', align: 'end', cell: ({ firstToStop }) => `${formats.percent(firstToStop.value, 0)} ± ${formats.percent(2 * firstToStop.standardError, 0)}` },
    {
      id: 'want',
      heading: 'For want of',
      cell: ({ stoppedBy }) =>
        stoppedBy.length === 0 ? (
          'nothing within a year'
        ) : (
          <span className={classes.wants}>
            {stoppedBy.slice(0, 3).map(({ partId, probability }) => (
              <button key={partId} type="button" className={classes.link} onClick={() => navigate({ screen: 'part', planId: store.planId, partId, place: 'time' })}>
                {numbers.get(partId) ?? partId} ({formats.percent(probability.value, 0)})
              </button>
            ))}
          </span>
        ),
    },
  ]
  if (plan.assemblies.length === 0) {
    return (
      <>
        <PageHeader title="If shipments stop" />
        <EmptyState
          title="No products yet"
          sentence="Say which products your magnets go into, and this page tells which line stops first, when, and for want of which magnet."
          actions={<Button onClick={() => navigate({ screen: isKnownScreen('assemblies') ? 'assemblies' : 'parts', planId: store.planId })}>{isKnownScreen('assemblies') ? 'Add products' : 'Look at the parts'}</Button>}
        />
      </>
    )
  }
  const worst = job.value?.[0]
  return (
    <>
      <PageHeader title="If shipments stop" sentence="Which product stops first if nothing that a control applies to leaves the border from a day on, when, and for want of which magnet. What has left before still arrives." />
      <div className={classes.tools}>
        <TextInput type="date" label="Nothing leaves from" min={first} max={last} value={stopDate} error={isUsable ? undefined : `Choose a day from ${formats.date(first)} to ${formats.date(last)}.`} onChange={(event) => setStopDate(event.currentTarget.value)} />
        <Select label="Futures" w={120} allowDeselect={false} data={[200, 1000, 5000].map((value) => ({ value: String(value), label: formats.whole(value) }))} value={String(paths)} onChange={(value) => (value === null ? undefined : setPaths(Number(value)))} />
      </div>
      {isUsable && <JobProgress progress={job.progress} doing="simulated" isFresh={job.isFresh} problem={job.problem} onCancel={job.cancel} onStart={job.start} />}
      {job.value !== null && (
        <div data-stale={job.isFresh ? undefined : ''} className={classes.result}>
          {worst === undefined ? (
            <p className={classes.sentence}>No product uses a part that an export control applies to, so a stop of shipments stops none of them.</p>
          ) : (
            <p className={classes.sentence}>
              {worst.days.p50Days === null
                ? `In half of the futures every product runs for more than ${worst.days.withinDays} days.`
                : `“${worst.name}” stops first: in half of the futures after ${formats.days(worst.days.p50Days)} days, on ${formats.date(worst.days.medianDate ?? stopDate)}${worst.stoppedBy[0] === undefined ? '' : `, mostly for want of ${numbers.get(worst.stoppedBy[0].partId) ?? ''}`}.`}
            </p>
          )}
          {job.value.length > 0 && <DataTable caption="Products in the order in which they stop" columns={columns} rows={job.value} rowKey={({ assemblyId }) => assemblyId} />}
          <p className={classes.note}>Goods that no control applies to go on and stop nothing. Scenario and licence waits of a future are the same for all parts; demand is independent from part to part. ± is twice the standard error of {formats.whole(paths)} futures.</p>
        </div>
      )}
    </>
  )
}
