import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { policyEventSchema } from '../../shared/plan/timeline-schema'
import type { ExportControl } from '../../shared/policy-timeline/export-control'
import type { EventEffect, PolicyEvent, PolicyEventKind } from '../../shared/policy-timeline/policy-event'
import { useApp } from '../ui/app-context'
import { kindWords } from '../plan/event-words'
import classes from './policy-timeline.module.css'
import { WaitEditor } from './wait-editor'

const effectChoices = [
  { value: 'introduces licence', label: 'demands a licence' },
  { value: 'revises licence', label: 'changes the licence' },
  { value: 'revises halt', label: 'halts shipments' },
  { value: 'suspends', label: 'suspends the control' },
  { value: 'resumes', label: 'lets it apply again' },
  { value: 'lifts', label: 'lifts it' },
] as const

const choiceOf = (effect: EventEffect): string => ('state' in effect ? (effect.state === 'halt' ? 'revises halt' : `${effect.action} licence`) : effect.action)

function effectOf(controlId: string, choice: string, before: EventEffect | undefined): EventEffect {
  const wait = before !== undefined && 'wait' in before ? before.wait : { kind: 'plan' as const }
  switch (choice) {
    case 'introduces licence':
      return { controlId, action: 'introduces', state: 'licence', wait }
    case 'revises licence':
      return { controlId, action: 'revises', state: 'licence', wait }
    case 'revises halt':
      return { controlId, action: 'revises', state: 'halt' }
    case 'resumes':
    case 'lifts':
      return { controlId, action: choice }
    default:
      return { controlId, action: 'suspends' }
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The form of an event: dates, what it does to which controls, and where the user knows it from. */
export function EventForm(props: {
  readonly event: PolicyEvent
  readonly controls: readonly ExportControl[]
  readonly isBuiltIn: boolean
  readonly submitLabel: string
  readonly onSubmit: (event: PolicyEvent) => void
  readonly onCancel: () => void
}) {
  const { controls, isBuiltIn } = props
  const { hostFacts } = useApp()
  const [event, setEvent] = useState<PolicyEvent>(props.event)
  const [note, setNote] = useState(() => props.event.citations.flatMap((citation) => (citation.kind === 'user' ? [citation.note] : []))[0] ?? '')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const change = (fields: Partial<PolicyEvent>): void => setEvent((known) => ({ ...known, ...fields }))
  const changeEffect = (index: number, effect: EventEffect | null): void => {
    const effects = [...event.effects]
    if (effect === null) effects.splice(index, 1)
    else effects[index] = effect
    change({ effects })
  }

  const submit = (): void => {
    const citations = [...event.citations.filter(({ kind }) => kind !== 'user'), { kind: 'user' as const, note }]
    const whole = { ...event, title: event.title.trim(), citations, verifiedDate: event.verifiedDate ?? hostFacts.today }
    const parsed = policyEventSchema.safeParse(whole)
    if (parsed.success) return props.onSubmit(parsed.data)
    setProblems(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0] ?? 'title'), `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`])))
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        submit()
      }}
    >
      {isBuiltIn && <p className={classes.note}>A built-in fact is never overwritten: what you save stands in its place in this plan, with its sources kept, and can be taken back.</p>}
      <TextInput label="Title" required value={event.title} error={problems['title']} onChange={(changed) => change({ title: changed.currentTarget.value })} data-autofocus />
      <Select label="Kind" allowDeselect={false} data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={event.kind} onChange={(value) => (value === null ? undefined : change({ kind: value as PolicyEventKind }))} />
      <div className={classes.pair}>
        <TextInput type="date" label="Announced" value={event.announcedDate ?? ''} error={problems['announcedDate']} onChange={(changed) => change({ announcedDate: orNull(changed.currentTarget.value) })} />
        <TextInput type="date" label="In effect from" description="First day on which it holds" value={event.effectiveDate ?? ''} error={problems['effectiveDate']} onChange={(changed) => change({ effectiveDate: orNull(changed.currentTarget.value) })} />
      </div>
      <div className={classes.pair}>
        <TextInput type="date" label="Nominal end" description="First day on which it no longer holds; empty for none" value={event.nominalEndDate ?? ''} error={problems['nominalEndDate']} onChange={(changed) => change({ nominalEndDate: orNull(changed.currentTarget.value) })} />
        <Select
          label="After that"
          allowDeselect={false}
          disabled={event.nominalEndDate === null}
          data={[
            { value: 'as-before', label: 'What held before' },
            { value: 'unverified', label: 'Not verified' },
          ]}
          value={event.stateAfterEnd}
          onChange={(value) => (value === null ? undefined : change({ stateAfterEnd: value as PolicyEvent['stateAfterEnd'] }))}
        />
      </div>
      <fieldset className={classes.effects}>
        <legend>What it does</legend>
        {event.effects.length === 0 && <p className={classes.note}>It informs only. Add an effect if it changes an export control.</p>}
        {event.effects.map((effect, index) => (
          <div key={`${effect.controlId}${index}`} className={classes.effect}>
            <Select aria-label={`Effect ${index + 1}`} allowDeselect={false} data={[...effectChoices]} value={choiceOf(effect)} onChange={(value) => (value === null ? undefined : changeEffect(index, effectOf(effect.controlId, value, effect)))} />
            <Select aria-label={`Control of effect ${index + 1}`} allowDeselect={false} data={controls.map(({ id, title }) => ({ value: id, label: title }))} value={effect.controlId} onChange={(value) => (value === null ? undefined : changeEffect(index, { ...effect, controlId: value }))} />
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove effect ${index + 1}`} onClick={() => changeEffect(index, null)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
            {'wait' in effect && (
              <div className={classes.effectWait}>
                <Select
                  label="Wait"
                  allowDeselect={false}
                  data={[
                    { value: 'plan', label: 'The plan’s licence wait' },
                    { value: 'own', label: 'Own distribution' },
                  ]}
                  value={effect.wait.kind}
                  onChange={(value) => changeEffect(index, { ...effect, wait: value === 'own' ? { kind: 'own', wait: { kind: 'triangular', minDays: 30, modeDays: 60, maxDays: 90 }, refusalRate: 0 } : { kind: 'plan' } })}
                />
                {effect.wait.kind === 'own' && <WaitEditor wait={effect.wait.wait} refusalRate={effect.wait.refusalRate} onChange={({ wait, refusalRate }) => changeEffect(index, { ...effect, wait: { kind: 'own', wait, refusalRate } })} />}
              </div>
            )}
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change({ effects: [...event.effects, { controlId: controls.find(({ id }) => event.effects.every((effect) => effect.controlId !== id))?.id ?? controls[0]?.id ?? '', action: 'suspends' }] })}
        >
          Add an effect
        </Button>
      </fieldset>
      <Textarea label="What it is" autosize minRows={2} value={event.summary} error={problems['summary']} onChange={(changed) => change({ summary: changed.currentTarget.value })} />
      <TextInput label="Where you know it from" description="A notice, a supplier, an address: your source" value={note} maxLength={500} onChange={(changed) => setNote(changed.currentTarget.value)} />
      <div className={classes.pair}>
        <Select
          label="How sure"
          allowDeselect={false}
          data={[
            { value: 'high', label: 'High: official text or several reports' },
            { value: 'medium', label: 'Medium: one good report' },
            { value: 'low', label: 'Low: one supplier or an inference' },
          ]}
          value={event.confidence}
          onChange={(value) => (value === null ? undefined : change({ confidence: value as PolicyEvent['confidence'] }))}
        />
        <TextInput type="date" label="Last verified" value={event.verifiedDate ?? ''} error={problems['verifiedDate']} onChange={(changed) => change({ verifiedDate: orNull(changed.currentTarget.value) })} />
      </div>
      {Object.entries(problems).some(([field]) => !['title', 'announcedDate', 'effectiveDate', 'nominalEndDate', 'summary', 'verifiedDate'].includes(field)) && (
        <p role="alert" className={classes.fieldProblem}>
          {Object.values(problems).join(' ')}
        </p>
      )}
      <div className={classes.drawerActions}>
        <Button type="submit">{props.submitLabel}</Button>
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
