import { Alert, Button, Drawer } from '@mantine/core'
import { useState } from 'react'
import type { ExportControl } from '../../shared/policy-timeline/export-control'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { eventAddition, eventChange, eventRemoval, type EventPlace } from '../../shared/plan/timeline-gestures'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { Citations, Contradictions } from '../ui/citations'
import { freshId } from '../ui/fresh-id'
import { noticeDone, noticeProblem } from '../ui/notices'
import { EventForm } from './event-form'
import { effectWords, kindWords } from '../plan/event-words'
import classes from './policy-timeline.module.css'

/** What the drawer shows: an event that is there, or a new one. */
export type OpenedEvent = { readonly place: EventPlace; readonly event: PolicyEvent; readonly isNew: boolean }

/** One event in full: what it is, what it does, its sources and contradictions; and the form to change it. */
export function EventDrawer(props: { readonly opened: OpenedEvent | null; readonly controls: readonly ExportControl[]; readonly scenarioName: (id: string) => string; readonly onClose: () => void }) {
  const { opened, controls, scenarioName, onClose } = props
  return (
    <Drawer opened={opened !== null} onClose={onClose} size={560} title={opened === null ? '' : opened.isNew ? 'New event' : opened.event.title}>
      {opened !== null && <EventContent key={`${JSON.stringify(opened.place)}${opened.event.id}`} opened={opened} controls={controls} scenarioName={scenarioName} onClose={onClose} />}
    </Drawer>
  )
}

function EventContent(props: { readonly opened: OpenedEvent; readonly controls: readonly ExportControl[]; readonly scenarioName: (id: string) => string; readonly onClose: () => void }) {
  const { opened, controls, scenarioName, onClose } = props
  const { event, place, isNew } = opened
  const store = usePlanStore()
  const formats = useFormats()
  const [isEditing, setIsEditing] = useState(isNew)
  const isBuiltIn = place.kind === 'common' && builtInEvents.some(({ id }) => id === event.id)
  const superseded = event.supersedesId === null ? undefined : builtInEvents.find(({ id }) => id === event.supersedesId)
  const run = (command: PlanCommand, sentence: string): void => {
    const answer = store.run(command)
    if (!answer.ok) return noticeProblem(answer.problem)
    noticeDone(sentence)
    onClose()
  }
  const save = (changed: PolicyEvent): void => {
    const { plan } = store.getState()
    const taken = new Set([...plan.timeline.events, ...plan.scenarios.flatMap(({ events }) => events)].map(({ id }) => id))
    const newEventId = freshId('e', taken)
    if (isNew) run(eventAddition(plan, { place, event: { ...changed, id: newEventId } }), `Added “${changed.title}”.`)
    else run(eventChange(plan, { place, eventId: event.id, event: changed, newEventId }), isBuiltIn ? `Your version of “${changed.title}” now stands in place of the built-in one.` : `Changed “${changed.title}”.`)
  }
  if (isEditing) {
    return <EventForm event={event} controls={controls} isBuiltIn={isBuiltIn} submitLabel={isNew ? 'Add event' : 'Save'} onSubmit={save} onCancel={() => (isNew ? onClose() : setIsEditing(false))} />
  }
  const dates: readonly (readonly [string, string | null])[] = [
    ['Announced', event.announcedDate],
    [event.effects.length === 0 ? 'Takes place' : 'In effect from', event.effectiveDate],
    ['Nominal end', event.nominalEndDate],
    ['Last verified', event.verifiedDate],
  ]
  return (
    <div className={classes.drawer}>
      <p className={classes.drawerKind}>
        {kindWords[event.kind]} · {place.kind === 'common' ? 'common timeline' : `scenario “${scenarioName(place.scenarioId)}”`} · {event.confidence} confidence
      </p>
      <p>{event.summary}</p>
      <p>
        <strong>{event.effects.length === 0 ? 'It informs only: no level depends on it.' : `It ${effectWords(event, controls)}.`}</strong>
      </p>
      <dl className={classes.dates}>
        {dates
          .filter(([, date]) => date !== null)
          .map(([label, date]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {formats.date(date ?? '')}
                {label.endsWith('from') && event.datePrecision !== 'day' ? ` (exact to the ${event.datePrecision === 'month' ? 'month' : 'period'})` : ''}
              </dd>
            </div>
          ))}
      </dl>
      {event.nominalEndDate !== null && (
        <p className={classes.note}>{event.stateAfterEnd === 'unverified' ? 'What holds after the nominal end has not been verified; what held before it is assumed.' : 'After its end holds what held before it.'}</p>
      )}
      {superseded !== undefined && (
        <Alert color="accent" title="Stands in place of a built-in event">
          “{superseded.title}”, in effect from {superseded.effectiveDate === null ? 'no date' : formats.date(superseded.effectiveDate)}. Remove yours, and the built-in one holds again.
        </Alert>
      )}
      <Contradictions ids={event.contradictionIds} />
      <h3 className={classes.subheading}>Sources</h3>
      <Citations citations={event.citations} />
      <div className={classes.drawerActions}>
        <Button onClick={() => setIsEditing(true)}>{isBuiltIn ? 'Change it in this plan…' : 'Edit…'}</Button>
        <Button
          variant="default"
          onClick={() => run(eventRemoval(store.getState().plan, { place, eventId: event.id }), isBuiltIn ? `“${event.title}” is set aside; restore it from the list of events.` : `Removed “${event.title}”. Undo brings it back.`)}
        >
          {isBuiltIn ? 'Set aside' : 'Remove'}
        </Button>
      </div>
    </div>
  )
}
