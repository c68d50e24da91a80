import { Switch } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import type { ExportControl } from '../../shared/policy-timeline/export-control'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'
import { openPauses, type OpenPause } from '../../shared/plan/pause-answer'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { scenarioReset } from '../../shared/plan/plan-gestures'
import { eventChange, timelineReset, type EventPlace } from '../../shared/plan/timeline-gestures'
import { timelineWindow } from '../../shared/plan/timeline-lanes'
import { ageWords } from '../plan/age-words'
import { PauseQuestions } from '../plan/pause-question'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useApp, useFormats } from '../ui/app-context'
import { useCommands, type Command } from '../ui/commands'
import { freshId } from '../ui/fresh-id'
import { HelpTerm } from '../ui/help-term'
import { Later } from '../ui/later'
import { noticeDone, noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { ProblemAlert } from '../ui/problem-alert'
import { useRoute } from '../ui/route'
import { useSameList } from '../ui/use-same-list'
import { EventDrawer, type OpenedEvent } from './event-drawer'
import { EventList } from './event-list'
import { LicenceWaits } from './licence-waits'
import classes from './policy-timeline.module.css'
import { ScenarioAttitude, ScenarioWeights } from './scenario-weights'
import { ScenarioTable } from './scenario-table'
import { TimelineActions, type TimelineActs } from './timeline-actions'
import { TimelineAxis } from './timeline-axis'
import { timelineGroups } from './timeline-groups'
import { TimelineTiles } from './timeline-tiles'
import { usePreparedTimeline } from '../plan/use-prepared-timeline'

const noEvents: readonly PolicyEvent[] = []
const noControls: readonly ExportControl[] = []

/** The policy timeline: events and scenarios on one axis, their weights, waits, sources, and what they do to the headline figures. */
export function PolicyTimelineScreen() {
  const { prepared, problems } = usePreparedTimeline()
  const store = usePlanStore()
  const { hostFacts } = useApp()
  const formats = useFormats()
  const timeline = usePlan((plan) => plan.timeline)
  const shownEvents = useSameList(prepared?.events ?? noEvents)
  const controls = useSameList(prepared?.controls ?? noControls)
  const [opened, setOpened] = useState<OpenedEvent | null>(null)
  const [isPastShown, setIsPastShown] = useState(false)
  const [areInformingShown, setAreInformingShown] = useState(false)

  const axis = useMemo(() => {
    if (prepared === null) return null
    const window = timelineWindow(prepared, { isPastShown })
    return { window, groups: timelineGroups(prepared, { window, areInformingShown, detailOf: (_, share) => `${formats.percent(share, 0)} of the weight` }) }
  }, [prepared, isPastShown, areInformingShown, formats])

  const run = useCallback(
    (command: PlanCommand, sentence?: string): void => {
      const answer = store.run(command)
      if (!answer.ok) noticeProblem(answer.problem)
      else if (sentence !== undefined) noticeDone(sentence)
    },
    [store],
  )
  const open = useCallback((place: EventPlace, event: PolicyEvent): void => setOpened({ place, event, isNew: false }), [])
  const addWith = useCallback((place: EventPlace, of: Partial<PolicyEvent>): void => setOpened({ place, event: { ...emptyEvent(hostFacts.today), ...of }, isNew: true }), [hostFacts])
  const add = useCallback((place: EventPlace): void => addWith(place, {}), [addWith])
  const replacePause = useCallback(
    (pause: OpenPause): void =>
      addWith({ kind: 'common' }, {
        title: 'The rule that came after the pause',
        announcedDate: pause.endDate,
        effectiveDate: pause.endDate,
        effects: pause.controlIds.map((controlId) => ({ controlId, action: 'revises', state: 'licence', wait: { kind: 'plan' } })),
      }),
    [addWith],
  )
  const move = useCallback(
    (place: EventPlace, event: PolicyEvent, toDate: string): void => {
      const { plan } = store.getState()
      const taken = new Set([...plan.timeline.events, ...plan.scenarios.flatMap(({ events }) => events)].map(({ id }) => id))
      run({ ...eventChange(plan, { place, eventId: event.id, event: { ...event, effectiveDate: toDate }, newEventId: freshId('e', taken) }), label: `Move “${event.title}”`.slice(0, 200) })
    },
    [store, run],
  )
  const scenarioName = useCallback((id: string): string => store.getState().plan.scenarios.find((scenario) => scenario.id === id)?.name ?? id, [store])
  const close = useCallback((): void => setOpened(null), [])
  const route = useRoute()
  const isAskedToReplace = 'place' in route && route.place === 'replace-pause'
  const hasReplaced = useRef(false)
  useEffect(() => {
    if (!isAskedToReplace || hasReplaced.current || prepared === null) return
    hasReplaced.current = true
    const [pause] = openPauses(store.getState().plan, prepared.planningDate)
    if (pause !== undefined) replacePause(pause)
  })
  const isBuiltIn = useMemo(() => timelineReset({ timeline }) === null, [timeline])
  const acts = useMemo(
    (): TimelineActs => ({
      check: () => run({ kind: 'verify-timeline', date: hostFacts.today }, 'Recorded: you checked the policy facts today.'),
      resetEvents: () => {
        const reset = timelineReset(store.getState().plan)
        if (reset === null) noticeDone('The common timeline is the built-in one already.')
        else run(reset, 'The common timeline is the built-in one again.')
      },
      resetScenarios: () => run(scenarioReset(store.getState().plan, builtInScenarios), 'The scenarios are the built-in ones again.'),
    }),
    [store, run, hostFacts],
  )
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'add-event', label: 'Add an event', group: 'Policy timeline', run: () => add({ kind: 'common' }) },
        { id: 'facts-checked', label: 'Record that the facts were checked today', group: 'Policy timeline', run: () => acts.check() },
        { id: 'show-past', label: 'Show or hide the past', group: 'Policy timeline', run: () => setIsPastShown((isShown) => !isShown) },
        { id: 'reset-events', label: 'Reset events to the built-in facts', group: 'Policy timeline', run: () => acts.resetEvents() },
        { id: 'reset-scenarios', label: 'Reset scenarios to the built-in ones', group: 'Policy timeline', run: () => acts.resetScenarios() },
      ],
      [add, acts],
    ),
  )
  const age = useMemo(() => (prepared === null ? null : timelineAge(prepared.planningDate, prepared.events)), [prepared])

  return (
    <>
      <PageHeader
        title="Policy timeline"
        sentence={
          age === null ? undefined : (
            <>
              {timeline.verifiedDate === null ? '' : `You last checked the facts on ${formats.date(timeline.verifiedDate)}. `}
              {ageWords(age, { planningDate: isoDate(prepared?.planningDate ?? civilDate(hostFacts.today)), formats })}
            </>
          )
        }
        actions={<TimelineActions onAdd={add} acts={acts} isBuiltIn={isBuiltIn} />}
      />
      {problems.length > 0 && <ProblemAlert title="The timeline cannot be used as it is" problem={{ sentence: problems[0] ?? '', findings: problems.slice(1) }} />}
      <PauseQuestions onReplace={replacePause} />
      <TimelineTiles />
      {axis !== null && prepared !== null && (
        <section className={classes.card} aria-labelledby="axis-heading">
          <div className={classes.cardHead}>
            <div>
              <h2 id="axis-heading" className={classes.heading}>
                What is known, and what may come
              </h2>
              <p className={classes.note}>Drag a filled event or use the arrow keys: a week, with Shift four weeks, with Alt a day. Press an event to open it.</p>
            </div>
            <div className={classes.switches}>
              <Switch label="Show the past" checked={isPastShown} onChange={(event) => setIsPastShown(event.currentTarget.checked)} />
              <Switch label="Show events that only inform" checked={areInformingShown} onChange={(event) => setAreInformingShown(event.currentTarget.checked)} />
            </div>
          </div>
          <TimelineAxis
            window={axis.window}
            planningDate={prepared.planningDate}
            groups={axis.groups}
            onOpen={open}
            onMove={move}
          />
        </section>
      )}
      <Later>
        <div className={classes.columns}>
          <section className={classes.card} aria-labelledby="weights-heading" data-tour="weights">
            <h2 id="weights-heading" className={classes.heading}>
              <HelpTerm term="scenario-weight">Scenario weights</HelpTerm>
            </h2>
            <ScenarioWeights />
            <ScenarioAttitude />
          </section>
          <section className={classes.card} aria-labelledby="comparison-heading">
            <h2 id="comparison-heading" className={classes.heading}>
              Scenarios side by side
            </h2>
            <ScenarioTable />
          </section>
        </div>
        <section className={classes.card} aria-labelledby="waits-heading">
          <h2 id="waits-heading" className={classes.heading}>
            <HelpTerm term="licence-wait">How long a licence takes</HelpTerm>
          </h2>
          <LicenceWaits />
        </section>
        {prepared !== null && (
          <section className={classes.card} aria-labelledby="events-heading">
            <h2 id="events-heading" className={classes.heading}>
              Events and their sources
            </h2>
            <EventList events={shownEvents} controls={controls} onOpen={open} />
          </section>
        )}
      </Later>
      <EventDrawer opened={opened} controls={controls} scenarioName={scenarioName} onClose={close} />
    </>
  )
}

function emptyEvent(today: string): PolicyEvent {
  return {
    id: 'e-bcdfgh',
    title: '',
    kind: 'control',
    announcedDate: today,
    effectiveDate: today,
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    effects: [],
    summary: '',
    citations: [],
    confidence: 'medium',
    verifiedDate: today,
    contradictionIds: [],
    supersedesId: null,
  }
}
