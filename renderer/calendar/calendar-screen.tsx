import { Button, Chip, Select } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { addDays, civilDate, isoDate } from '../../shared/calendar/civil-date'
import { calendarFile } from '../../shared/horizon/calendar-file'
import { policyCalendarEntries, type CalendarEntryKind } from '../../shared/horizon/plan-calendar'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { usePartsJob } from '../plan/use-part-job'
import { usePreparedTimeline } from '../plan/use-prepared-timeline'
import { useApp, useFormats } from '../ui/app-context'
import { base64OfBytes } from '../ui/file-content'
import { EmptyState } from '../ui/empty-state'
import { noticeDone, noticeProblem } from '../ui/notices'
import { Later } from '../ui/later'
import { JobProgress } from '../ui/job-progress'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import { CalendarDayList, kindNames } from './calendar-day-list'
import { calendarDays, firstDays } from './calendar-days'
import classes from './calendar.module.css'

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
  const [shown, setShown] = useState<CalendarEntryKind[]>([...kinds])
  const [most, setMost] = useState(entriesAtATime)
  const untilDate = isoDate(addDays(civilDate(planningDate), 7 * weeks))
  const { prepared } = usePreparedTimeline()
  const job = usePartsJob('calendar', { weeks })
  const isFresh = job.done === job.total
  const policy = useMemo(() => (prepared === null ? [] : policyCalendarEntries(prepared, untilDate)), [prepared, untilDate])
  const calendar = useMemo(() => {
    // Parts that cannot be computed are left out; the Parts screen says what is wrong with them.
    const lists = plan.parts.map(({ id }) => (store.figuresOf(id).value?.kind === 'problem' ? [] : (job.byPart.get(id)?.value ?? [])))
    return calendarDays([policy, ...lists], new Set(shown))
  }, [plan.parts, store, job.byPart, policy, shown])
  const days = useMemo(() => firstDays(calendar, most), [calendar, most])
  const parts = useMemo(() => new Map(plan.parts.map((part) => [part.id, part.partNumber])), [plan.parts])

  const openPart = useCallback((partId: string): void => navigate({ screen: 'part', planId: store.planId, partId, place: 'time' }), [store])
  const save = async (): Promise<void> => {
    const entries = firstDays(calendar, calendar.count).flatMap((day) => day.entries)
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
          <Button leftSection={<IconCalendarDown size={16} aria-hidden />} disabled={!isFresh || calendar.count === 0} onClick={() => void save()}>
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
        <Chip.Group multiple value={shown} onChange={(names) => setShown(kinds.filter((kind) => names.includes(kind)))}>
          <div className={classes.chips} role="group" aria-label="What is shown">
            {kinds.map((kind) => (
              <Chip key={kind} value={kind} size="sm">
                {kindNames[kind]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      <JobProgress progress={isFresh || job.isStopped ? null : { done: job.done, total: job.total }} doing="looked at, those with the next decisions first" isFresh={isFresh} problem={null} onCancel={job.stop} onStart={job.resume} />
      {isFresh && calendar.count === 0 && <p className={classes.note}>Nothing stands in these weeks. Look further ahead, or show more kinds.</p>}
      <Later>
        <CalendarDayList days={days} partNumbers={parts} isFresh={isFresh} onOpenPart={openPart} />
      </Later>
      {calendar.count > most && (
        <Button variant="subtle" onClick={() => setMost(most + entriesAtATime)}>
          Show more: {formats.whole(calendar.count - most)} entries are left
        </Button>
      )}
    </>
  )
}
