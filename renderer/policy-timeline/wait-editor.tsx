import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { waitDaysFrom } from './wait-numbers'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'
import { licenceWaitSchema, refusalRateSchema } from '../../shared/plan/timeline-schema'
import { HelpTerm } from '../ui/help-term'
import { useFormats } from '../ui/app-context'
import classes from './policy-timeline.module.css'
import { WaitPicture } from './wait-picture'

type Kind = LicenceWait['kind']

const kindNames: Readonly<Record<Kind, string>> = {
  fixed: 'Always the same',
  uniform: 'Between two lengths',
  triangular: 'Shortest, most likely, longest',
  gamma: 'Mean and standard deviation',
  observed: 'Waits I have seen',
}

const starts: Readonly<Record<Kind, LicenceWait>> = {
  fixed: { kind: 'fixed', days: 45 },
  uniform: { kind: 'uniform', minDays: 30, maxDays: 90 },
  triangular: { kind: 'triangular', minDays: 14, modeDays: 21, maxDays: 28 },
  gamma: { kind: 'gamma', meanDays: 60, sdDays: 20 },
  observed: { kind: 'observed', days: [45, 60, 75] },
}

/** A licence wait of the user's own with its refusal rate; only what can be computed with is handed on. */
export function WaitEditor(props: {
  readonly wait: LicenceWait
  readonly refusalRate: number
  /** A general licence has no refusals, so there is no field for them. */
  readonly isWithoutRefusals?: boolean
  readonly onChange: (of: { readonly wait: LicenceWait; readonly refusalRate: number }) => void
}) {
  const formats = useFormats()
  const [wait, setWait] = useState(props.wait)
  const [refusalPercent, setRefusalPercent] = useState<number | string>(100 * props.refusalRate)
  const [observedText, setObservedText] = useState(() => (props.wait.kind === 'observed' ? props.wait.days.map(formats.exact).join('; ') : '45; 60; 75'))
  const parsedWait = licenceWaitSchema.safeParse(wait)
  const rate = typeof refusalPercent === 'number' ? refusalRateSchema.safeParse(refusalPercent / 100) : null

  const take = (next: LicenceWait, percent: number | string = refusalPercent): void => {
    setWait(next)
    const nextRate = typeof percent === 'number' ? refusalRateSchema.safeParse(percent / 100) : null
    if (licenceWaitSchema.safeParse(next).success && nextRate?.success === true) props.onChange({ wait: next, refusalRate: nextRate.data })
  }
  const days = (label: string, field: string): ReactNode => (
    <NumberInput
      key={field}
      label={label}
      suffix=" days"
      decimalSeparator={formats.decimalSign === 'comma' ? ',' : '.'}
      min={0}
      max={3650}
      hideControls
      value={(wait as unknown as Readonly<Record<string, number>>)[field] ?? ''}
      onChange={(value) => take({ ...wait, [field]: typeof value === 'number' ? value : Number.NaN } as LicenceWait)}
    />
  )

  return (
    <div className={classes.waitEditor}>
      <div className={classes.waitFields}>
        <Select label="Shape" allowDeselect={false} data={Object.entries(kindNames).map(([value, label]) => ({ value, label }))} value={wait.kind} onChange={(value) => (value === null ? undefined : take(starts[value as Kind]))} />
        {wait.kind === 'fixed' && days('Wait', 'days')}
        {(wait.kind === 'uniform' || wait.kind === 'triangular') && days('Shortest', 'minDays')}
        {wait.kind === 'triangular' && days('Most likely', 'modeDays')}
        {(wait.kind === 'uniform' || wait.kind === 'triangular') && days('Longest', 'maxDays')}
        {wait.kind === 'gamma' && days('Mean', 'meanDays')}
        {wait.kind === 'gamma' && days('Standard deviation', 'sdDays')}
        {wait.kind === 'observed' && (
          <TextInput
            label="Waits, in days"
            description="Separated by semicolons"
            value={observedText}
            error={waitDaysFrom(observedText, formats.decimalSign) === null ? 'Write numbers of days separated by semicolons, such as 45; 60; 75.' : undefined}
            onChange={(event) => {
              setObservedText(event.currentTarget.value)
              const list = waitDaysFrom(event.currentTarget.value, formats.decimalSign)
              if (list !== null) take({ ...wait, days: [...list] })
            }}
          />
        )}
        {props.isWithoutRefusals !== true && (
          <NumberInput
            label={<HelpTerm term="refusal-rate">Refused applications</HelpTerm>}
            description="Each is filed again at once"
            suffix=" %"
            decimalSeparator={formats.decimalSign === 'comma' ? ',' : '.'}
            min={0}
            hideControls
            value={refusalPercent}
            error={rate?.success === true ? undefined : 'From 0 to below 100 %. If every application is refused nothing ever leaves: enter a halt instead.'}
            onChange={(value) => {
              setRefusalPercent(value)
              take(wait, value)
            }}
          />
        )}
        <Checkbox label="These are working days (× 7/5)" checked={wait.working === true} onChange={(event) => take({ ...wait, working: event.currentTarget.checked })} />
      </div>
      {parsedWait.success && rate?.success === true ? (
        <WaitPicture wait={parsedWait.data} refusalRate={rate.data} />
      ) : (
        <p className={classes.fieldProblem} role="alert">
          {parsedWait.success ? '' : `${parsedWait.error.issues.map(({ message }) => message).join('; ')}. `}The last wait that could be used still holds.
        </p>
      )}
    </div>
  )
}
