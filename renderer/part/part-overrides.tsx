import { Alert, Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { overriddenLevelWords, standingOverride } from '../../shared/plan/part-override'
import type { Part, PartOverride } from '../../shared/plan/part-schema'
import type { PartFigures } from '../plan/part-figures'
import { usePlanState } from '../plan/plan-context'
import { useApp, useFormats } from '../ui/app-context'
import { NumberField } from '../ui/number-field'
import { useChangePart } from './use-change-part'
import classes from './part.module.css'

const fields = ['safetyStock', 'reorderPoint', 'orderUpToLevel'] as const

/** Levels the planner has set by hand, each beside the computed one with its reason, author and expiry; and the way to set one. */
export function PartOverrides({ part, figures }: { readonly part: Part; readonly figures: PartFigures }) {
  const formats = useFormats()
  const planningDate = usePlanState((state) => state.planningDate)
  const change = useChangePart(part)
  const [edited, setEdited] = useState<PartOverride | 'new' | null>(null)
  const standing = fields.flatMap((field) => standingOverride(part, field, planningDate) ?? [])
  return (
    <div className={classes.overrides}>
      {standing.map(({ override, isExpired }) => (
        <Alert
          key={override.field}
          color={isExpired ? 'red' : 'accent'}
          title={`${overriddenLevelWords[override.field].replace(/^the s/, 'S').replace(/^the r/, 'R').replace(/^the o/, 'O')} set by hand: ${formats.quantityWithUnit(override.value, part.unit)}; computed: ${formats.quantityWithUnit(figures.rounded[override.field], part.unit)}`}
        >
          {override.reason} — {override.author === '' ? 'without an author' : override.author}, {formats.date(override.setDate)}
          {override.expiryDate === null ? ', without an end.' : isExpired ? `; it expired on ${formats.date(override.expiryDate)} and should be renewed or removed.` : `, until ${formats.date(override.expiryDate)}.`}
          <div className={classes.overrideActions}>
            <Button size="xs" variant="default" onClick={() => setEdited(override)}>
              Change…
            </Button>
            <Button size="xs" variant="default" onClick={() => change('Remove the override', { overrides: part.overrides.filter(({ field }) => field !== override.field) })}>
              Remove
            </Button>
          </div>
        </Alert>
      ))}
      <Button variant="default" size="xs" onClick={() => setEdited('new')} disabled={standing.length === fields.length}>
        Set a level by hand…
      </Button>
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={`Set a level of ${part.partNumber} by hand`}>
        {edited !== null && (
          <OverrideForm
            part={part}
            figures={figures}
            override={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            onSave={(override) => {
              if (change('Set a level by hand', { overrides: [...part.overrides.filter(({ field }) => field !== override.field), override] })) setEdited(null)
            }}
          />
        )}
      </Modal>
    </div>
  )
}

function OverrideForm(props: { readonly part: Part; readonly figures: PartFigures; readonly override: PartOverride | null; readonly onSave: (override: PartOverride) => void; readonly onClose: () => void }) {
  const { part, figures, override } = props
  const { hostFacts } = useApp()
  const free = fields.filter((field) => override?.field === field || !part.overrides.some((each) => each.field === field))
  const [field, setField] = useState<PartOverride['field']>(override?.field ?? free[0] ?? 'safetyStock')
  const [value, setValue] = useState<number | null>(override?.value ?? null)
  const [reason, setReason] = useState(override?.reason ?? '')
  const [author, setAuthor] = useState(override?.author ?? '')
  const [expiryDate, setExpiryDate] = useState(override?.expiryDate ?? '')
  const [isTried, setIsTried] = useState(false)
  const isEndWrong = expiryDate !== '' && expiryDate < hostFacts.today
  const isComplete = value !== null && reason.trim() !== '' && author.trim() !== '' && !isEndWrong
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (isComplete) props.onSave({ field, value, reason: reason.trim(), author: author.trim(), setDate: hostFacts.today, expiryDate: expiryDate === '' ? null : expiryDate })
      }}
    >
      <Select
        label="Level"
        allowDeselect={false}
        data={free.map((each) => ({ value: each, label: overriddenLevelWords[each].replace('the ', '') }))}
        value={field}
        onChange={(chosen) => (chosen === null ? undefined : setField(chosen as PartOverride['field']))}
      />
      <NumberField label="Value" unit={part.unit} value={value} limits={{ least: 0 }} description={`Computed: ${figures.rounded[field]}`} onCommit={setValue} />
      {isTried && value === null && (
        <p role="alert" className={classes.problem}>
          Enter the level you want to hold.
        </p>
      )}
      <Textarea label="Why" required autosize minRows={2} value={reason} error={isTried && reason.trim() === '' ? 'Say why, so that others can follow it.' : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
      <TextInput label="Who decides it" required value={author} error={isTried && author.trim() === '' ? 'Give a name.' : undefined} onChange={(event) => setAuthor(event.currentTarget.value)} />
      <TextInput type="date" label="Until" description="Its last day; empty for no end" value={expiryDate} error={isEndWrong ? 'Choose today or a later day.' : undefined} onChange={(event) => setExpiryDate(event.currentTarget.value)} />
      <p className={classes.note}>The computed level stays beside it; orders here still follow the computed level.</p>
      <div className={classes.formActions}>
        <Button type="submit">Set it</Button>
        <Button variant="default" onClick={props.onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
