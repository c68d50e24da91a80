import { Button, Chip, Select } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { addDays, civilDate, isoDate } from '../../shared/calendar/civil-date'
import { calendarFile } from '../../shared/horizon/calendar-file'
import type { CalendarEntry, CalendarEntryKind } from '../../shared/horizon/plan-calendar'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { usePlanJob } from '../plan/use-plan-job'
import { useApp, useFormats } from '../ui/app-context'
import { base64OfBytes } from '../ui/file-content'
import { EmptyState } from '../ui/empty-state'
import { noticeDone, noticeProblem } from '../ui/notices'
import { JobProgress } from '../ui/job-progress'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import classes from './calendar.module.css'

const kindNames: Readonly<Record<CalendarEntryKind, string>> = {
  'order-due': 'Orders due',
  receipt: 'Receipts',
  'licence-decision': 'Licence decisions',
  'order-by': 'Last days to order',
  policy: 'Policy dates',
}
const kinds = Object.keys(kindNames) as readonly CalendarEntryKind[]
const entriesAtATime = 200

/** The plan's calendar: orders due, receipts, licence decisions, last days to order and policy dates; to be taken into any calendar as .ics. */
export function CalendarScreen() {
  const store = usePlanStore()
  const { client } = useApp()
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const [weeks, setWeeks] = useState(13)
  const [shown, setShown] = useState<string[]>([...kinds])
  const [most, setMost] = useState(entriesAtATime)
  const untilDate = isoDate(addDays(civilDate(planningDate), 7 * weeks))
  const job = usePlanJob('calendar', plan.parts.length === 0 ? null : { untilDate })
  const entries = useMemo(() => (job.value ?? []).filter(({ kind }) => shown.includes(kind)), [job.value, shown])
  const months = useMemo(() => byDay(entries.slice(0, most)), [entries, most])
  const parts = new Map(plan.parts.map((part) => [part.id, part.partNumber]))

  const save = async (): Promise<void> => {
    const text = calendarFile(entries, { planId: plan.id, title: plan.title, planningDate })
    const answer = await client.saveFile({ purpose: 'calendar', fileName: `${plan.title.replaceAll(/[/\\:*?"<>|]/g, '-')}.ics`, bytesBase64: base64OfBytes(new TextEncoder().encode(text)) })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'saved') noticeDone(`${formats.whole(entries.length)} entries saved as ${answer.value.fileName}. Saved again later, they update and do not double.`)
  }
  if (plan.parts.length === 0) {
    return (
      <>
        <PageHeader title="Calendar" />
        <EmptyState title="No parts yet" sentence="Add parts, and their orders, receipts and licence decisions stand here by day." actions={<Button onClick={() => navigate({ screen: 'parts', planId: store.planId })}>Add parts</Button>} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Calendar"
        sentence="Orders that expected demand asks for, and when goods and licences are likely to come. Dates of receipts are those by which half of such orders are in."
        actions={
          <Button leftSection={<IconCalendarDown size={16} aria-hidden />} disabled={!job.isFresh || entries.length === 0} onClick={() => void save()}>
            Save as .ics
          </Button>
        }
      />
      <div className={classes.tools}>
        <Select
          label="Look ahead"
          w={160}
          allowDeselect={false}
          data={[4, 13, 26, plan.settings.horizonWeeks].filter((value, index, all) => all.indexOf(value) === index && value <= plan.settings.horizonWeeks).map((value) => ({ value: String(value), label: `${value} weeks` }))}
          value={String(weeks)}
          onChange={(value) => (value === null ? undefined : setWeeks(Number(value)))}
        />
        <Chip.Group multiple value={shown} onChange={setShown}>
          <div className={classes.chips} role="group" aria-label="What is shown">
            {kinds.map((kind) => (
              <Chip key={kind} value={kind} size="sm">
                {kindNames[kind]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      <JobProgress progress={job.progress} doing="looked at" isFresh={job.isFresh} problem={job.problem} onCancel={job.cancel} onStart={job.start} />
      {job.value !== null && entries.length === 0 && <p className={classes.note}>Nothing stands in these weeks. Look further ahead, or show more kinds.</p>}
      {months.map(({ date, of }) => (
        <section key={date} className={classes.day} aria-label={formats.date(date)} data-stale={job.isFresh ? undefined : ''}>
          <h2 className={classes.date}>{formats.date(date)}</h2>
          <ul className={classes.entries}>
            {of.map((entry) => (
              <li key={entry.id} data-kind={entry.kind}>
                <span className={classes.kind}>{kindNames[entry.kind]}</span>
                <span>
                  {entry.partId === null ? (
                    entry.title
                  ) : (
                    <button type="button" className={classes.link} onClick={() => navigate({ screen: 'part', planId: store.planId, partId: entry.partId ?? '', place: 'time' })}>
                      {entry.title}
                      <span className="visually-hidden"> (part {parts.get(entry.partId)})</span>
                    </button>
                  )}
                  {entry.details !== '' && <span className={classes.details}>{entry.details}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {entries.length > most && (
        <Button variant="subtle" onClick={() => setMost(most + entriesAtATime)}>
          Show more: {formats.whole(entries.length - most)} entries are left
        </Button>
      )}
    </>
  )
}

function byDay(entries: readonly CalendarEntry[]): readonly { readonly date: string; readonly of: readonly CalendarEntry[] }[] {
  const days = new Map<string, CalendarEntry[]>()
  for (const entry of entries) {
    const known = days.get(entry.date)
    if (known === undefined) days.set(entry.date, [entry])
    else known.push(entry)
  }
  return [...days].map(([date, of]) => ({ date, of }))
}
