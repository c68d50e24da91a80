import { Badge, Button, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { EventPlace } from '../../shared/plan/timeline-gestures'
import type { ExportControl } from '../../shared/policy-timeline/export-control'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { noticeProblem } from '../ui/notices'
import { effectWords, kindWords, sourceWords } from '../plan/event-words'
import classes from './policy-timeline.module.css'
import { useScenarioBranches } from './use-scenario-branches'

type Row = { readonly place: EventPlace; readonly event: PolicyEvent; readonly branch: string; readonly isSetAside: boolean }
type Shown = 'all' | 'controls' | 'informing' | 'own'

function EventListView(props: { readonly events: readonly PolicyEvent[]; readonly controls: readonly ExportControl[]; readonly onOpen: (place: EventPlace, event: PolicyEvent) => void }) {
  const formats = useFormats()
  const store = usePlanStore()
  const scenarios = useScenarioBranches()
  const setAsideIds = usePlan((plan) => plan.timeline.setAsideEventIds)
  const [shown, setShown] = useState<Shown>('all')
  const [wanted, setWanted] = useState('')
  const rows: readonly Row[] = [
    ...props.events.map((event) => ({ place: { kind: 'common' as const }, event, branch: 'Common', isSetAside: false })),
    ...builtInEvents.filter(({ id }) => setAsideIds.includes(id)).map((event) => ({ place: { kind: 'common' as const }, event, branch: 'Set aside', isSetAside: true })),
    ...scenarios.flatMap((scenario) => scenario.events.map((event) => ({ place: { kind: 'scenario' as const, scenarioId: scenario.id }, event, branch: scenario.name, isSetAside: false }))),
  ]
    .filter(({ event }) => (shown === 'controls' ? event.effects.length > 0 : shown === 'informing' ? event.effects.length === 0 : shown === 'own' ? event.citations.some(({ kind }) => kind === 'user') : true))
    .filter(({ event, branch }) => `${event.title} ${event.summary} ${branch}`.toLowerCase().includes(wanted.toLowerCase()))
    .toSorted((a, b) => ((a.event.effectiveDate ?? '9') < (b.event.effectiveDate ?? '9') ? -1 : 1))
  return (
    <div>
      <div className={classes.listTools}>
        <TextInput aria-label="Search events" placeholder="Search events" leftSection={<IconSearch size={16} aria-hidden />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
        <SegmentedControl
          aria-label="Which events"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'all', label: 'All' },
            { value: 'controls', label: 'Change a control' },
            { value: 'informing', label: 'Only inform' },
            { value: 'own', label: 'Yours' },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <p className={classes.note}>No event fits. Clear the search, or choose “All”.</p>
      ) : (
        <ul className={classes.events}>
          {rows.map(({ place, event, branch, isSetAside }) => (
            <li key={`${branch}/${event.id}`} className={classes.event} data-set-aside={isSetAside ? '' : undefined}>
              <UnstyledButton className={classes.eventButton} onClick={() => props.onOpen(place, event)}>
                <span className={classes.eventDate}>{event.effectiveDate === null ? 'no date' : formats.date(event.effectiveDate)}</span>
                <span className={classes.eventMain}>
                  <span className={classes.eventTitle}>{event.title}</span>
                  <span className={classes.eventEffect}>{event.effects.length === 0 ? `${kindWords[event.kind]}; informs only` : effectWords(event, props.controls)}</span>
                </span>
                <span className={classes.eventSource}>
                  <Badge variant="light" color={place.kind === 'common' ? 'gray' : 'accent'} className={classes.plainBadge}>
                    {branch}
                  </Badge>
                  <span>{sourceWords(event)}</span>
                  {event.contradictionIds.length > 0 && <span className={classes.warn}>contradictions: {event.contradictionIds.join(', ')}</span>}
                </span>
              </UnstyledButton>
              {isSetAside && (
                <Button
                  variant="subtle"
                  size="xs"
                  onClick={() => {
                    const answer = store.run({ kind: 'restore-events', ids: [event.id] })
                    if (!answer.ok) noticeProblem(answer.problem)
                  }}
                >
                  Restore
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Every event of the timeline and of the scenarios in words: when, what it does, where it is known from; a press opens it. */
export const EventList = memo(EventListView)
