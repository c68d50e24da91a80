import { Alert, Button, TextInput } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { openPauses, pauseAnswered, type OpenPause, type PauseAnswer } from '../../shared/plan/pause-answer'
import { usePlan, usePlanState, usePlanStore } from './plan-context'
import { useApp, useFormats } from '../ui/app-context'
import { freshId } from '../ui/fresh-id'
import { noticeDone, noticeProblem } from '../ui/notices'
import classes from './pause-question.module.css'

/** Asks what became of a pause that has reached its nominal end; nothing when no pause is open. */
export const PauseQuestions = memo(PauseQuestionsView)

function PauseQuestionsView(props: { readonly onReplace: (pause: OpenPause) => void }) {
  const timeline = usePlan((plan) => plan.timeline)
  const planningDate = usePlanState((state) => state.planningDate)
  const [laidAside, setLaidAside] = useState<readonly string[]>([])
  const open = useMemo(() => openPauses({ timeline }, civilDate(planningDate)), [timeline, planningDate])
  const pauses = open.filter(({ event }) => !laidAside.includes(event.id))
  return pauses.map((pause) => <PauseQuestion key={pause.event.id} pause={pause} onReplace={props.onReplace} onUnknown={() => setLaidAside([...laidAside, pause.event.id])} />)
}

function PauseQuestion(props: { readonly pause: OpenPause; readonly onReplace: (pause: OpenPause) => void; readonly onUnknown: () => void }) {
  const { pause } = props
  const store = usePlanStore()
  const { hostFacts } = useApp()
  const formats = useFormats()
  const [chosen, setChosen] = useState<'extended' | 'lapsed' | null>(null)
  const [untilDate, setUntilDate] = useState(() => isoDate(civilDate(`${Number(pause.endDate.slice(0, 4)) + 1}${pause.endDate.slice(4)}`)))
  const [note, setNote] = useState('')

  const answer = (given: PauseAnswer): void => {
    const plan = store.getState().plan
    const eventId = freshId('e', new Set(plan.timeline.events.map(({ id }) => id)))
    const result = store.run(pauseAnswered(plan, { pause, answer: given, eventId, note, verifiedDate: hostFacts.today }))
    if (result.ok) noticeDone(given.kind === 'extended' ? 'Recorded: the pause was extended. The scenarios no longer assume otherwise.' : 'Recorded: the pause lapsed. The suspended rules apply again from that day.')
    else noticeProblem(result.problem)
  }
  const isLater = untilDate > pause.endDate

  return (
    <Alert color="yellow" icon={<IconHelpCircle aria-hidden />} title={`The pause “${pause.event.title}” ended on ${formats.date(pause.endDate)}: what happened?`} className={classes.question}>
      <div className={classes.questionBody}>
        <p className={classes.questionText}>
          Until you say, the scenarios carry both outcomes by their weights.
        </p>
        {chosen === null ? (
          <div className={classes.questionActions}>
            <Button variant="default" size="xs" onClick={() => setChosen('extended')}>
              Extended…
            </Button>
            <Button variant="default" size="xs" onClick={() => setChosen('lapsed')}>
              Lapsed…
            </Button>
            <Button variant="default" size="xs" onClick={() => props.onReplace(pause)}>
              Replaced by another rule…
            </Button>
            <Button variant="subtle" size="xs" color="gray" onClick={props.onUnknown}>
              Don’t know
            </Button>
          </div>
        ) : (
          <div className={classes.questionActions}>
            {chosen === 'extended' && (
              <TextInput
                type="date"
                label="Extended until"
                description="First day on which it no longer holds"
                value={untilDate}
                error={isLater ? undefined : `Choose a day after ${formats.date(pause.endDate)}.`}
                onChange={(event) => setUntilDate(event.currentTarget.value)}
              />
            )}
            <TextInput
              label="Where you know it from"
              description="Kept with the answer as its source"
              value={note}
              maxLength={500}
              className={classes.questionNote ?? ''}
              data-autofocus
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button disabled={chosen === 'extended' && !isLater} onClick={() => answer(chosen === 'extended' ? { kind: 'extended', untilDate } : { kind: 'lapsed' })}>
              {chosen === 'extended' ? 'Record the extension' : 'Record that it lapsed'}
            </Button>
            <Button variant="default" onClick={() => setChosen(null)}>
              Back
            </Button>
          </div>
        )}
      </div>
    </Alert>
  )
}
