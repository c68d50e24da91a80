import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { civilDate, daysInMonth, isoDate, yearMonthDay } from '../../shared/calendar/civil-date'
import { addMonths } from '../../shared/calendar/months'
import { countedPeriods } from '../../shared/plan/part-demand'
import type { Part, UsagePeriod } from '../../shared/plan/part-schema'
import { usePlan, usePlanState, useFigures } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { UsageChart } from '../ui/charts/usage-chart'
import { DateField } from '../ui/date-field'
import { NumberField } from '../ui/number-field'
import { DeleteHeading, DeleteRow } from '../ui/row-delete'
import classes from './part.module.css'
import { PartForecast } from './part-forecast'
import { periodLabel } from './period-label'
import { useChangePart } from './use-change-part'

/** How usage is known, its history as a chart with the window that counts, and the periods to edit. */
export function PartUsage({ part }: { readonly part: Part }) {
  const formats = useFormats()
  const change = useChangePart(part)
  const figures = useFigures(part.id).value
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const counted = new Set(countedPeriods(part, plan, civilDate(planningDate)).map(({ startDate }) => startDate))
  const sorted = part.usageHistory.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1))
  const meanPerPeriod = sorted.length === 0 || figures?.kind !== 'figures' ? null : (figures.demandMeanPerDay * sorted.reduce((sum, { days }) => sum + days, 0)) / sorted.length
  const q = (quantity: number): string => formats.quantity(quantity, part.unit)

  const setPeriods = (label: string, periods: readonly UsagePeriod[]): void => void change(label, { usageHistory: [...periods] })
  const addMonth = (): void => {
    const last = sorted.at(-1)
    const start = last === undefined ? addMonths(civilDate(`${planningDate.slice(0, 7)}-01`), -1) : civilDate(last.startDate) + last.days
    const { year, month } = yearMonthDay(start as ReturnType<typeof civilDate>)
    setPeriods('Add a period', [...part.usageHistory, { startDate: isoDate(start as ReturnType<typeof civilDate>), days: daysInMonth({ year, month }), quantity: 0 }])
  }
  const setUsage = (kind: string): void => {
    if (kind === 'history') change('Take usage from its history', { usage: { kind } })
    if (kind === 'build-plan') change('Take usage from the build plan', { usage: { kind, sdPerWeek: null } })
    if (kind === 'stated') change('State the usage', { usage: { kind, per: 'week', mean: figures?.kind === 'figures' ? Math.round(1000 * figures.usagePerWeek) / 1000 : 0, sd: figures?.kind === 'figures' ? Math.round(1000 * Math.sqrt(7 * figures.demandVariancePerDay)) / 1000 : null } })
  }
  const { usage } = part
  return (
    <>
      <section className={classes.card} aria-labelledby="usage-heading">
        <h2 id="usage-heading" className={classes.heading}>
          Where usage comes from
        </h2>
        <div className={classes.fields}>
          <Select
            label="Usage is known from"
            allowDeselect={false}
            data={[
              { value: 'history', label: 'Its usage history' },
              { value: 'stated', label: 'A stated mean and standard deviation' },
              { value: 'build-plan', label: 'The assemblies that use it' },
            ]}
            value={usage.kind}
            onChange={(value) => (value === null ? undefined : setUsage(value))}
          />
          {usage.kind === 'stated' && (
            <>
              <Select
                label="Per"
                allowDeselect={false}
                data={[
                  { value: 'week', label: 'week' },
                  { value: 'month', label: 'month' },
                ]}
                value={usage.per}
                onChange={(value) => (value === null ? undefined : change('Change the usage', { usage: { ...usage, per: value as 'week' | 'month' } }))}
              />
              <NumberField label="Mean" unit={part.unit} value={usage.mean} limits={{ least: 0 }} onCommit={(mean) => void change('Change the usage', { usage: { ...usage, mean: mean ?? 0 } })} />
              <NumberField label="Standard deviation" unit={part.unit} value={usage.sd} limits={{ least: 0, isOptional: true }} description="Empty: the plan’s default" onCommit={(sd) => void change('Change the usage', { usage: { ...usage, sd } })} />
            </>
          )}
          {usage.kind === 'build-plan' && (
            <NumberField label="Standard deviation per week" unit={part.unit} value={usage.sdPerWeek} limits={{ least: 0, isOptional: true }} description="Empty: the plan’s default" onCommit={(sdPerWeek) => void change('Change the usage', { usage: { ...usage, sdPerWeek } })} />
          )}
          <Select
            label="Distribution"
            allowDeselect={false}
            data={[
              { value: 'gamma', label: 'Gamma (never negative)' },
              { value: 'normal', label: 'Normal (the textbook)' },
              { value: 'negative-binomial', label: 'Whole pieces (slow movers)' },
            ]}
            value={part.demandFamily ?? 'gamma'}
            onChange={(value) => (value === null ? undefined : change('Change the distribution', { demandFamily: value === 'gamma' ? null : (value as 'normal' | 'negative-binomial') }))}
          />
        </div>
        {figures?.kind === 'figures' && (
          <p className={classes.note}>
            In use: {formats.rough(figures.usagePerWeek)} {part.unit} a week, standard deviation {formats.rough(Math.sqrt(7 * figures.demandVariancePerDay))} ({figures.demandBasis}).
          </p>
        )}
      </section>
      {sorted.length > 0 && (
        <UsageChart
          title="Usage history"
          subtitle={`${part.unit} a period; the last ${plan.settings.usageWindowMonths} months before ${formats.date(planningDate)} count`}
          bars={sorted.map((period) => ({ label: periodLabel(period, formats), quantity: period.quantity, isCounted: counted.has(civilDate(period.startDate)) }))}
          meanPerPeriod={usage.kind === 'history' ? meanPerPeriod : null}
          formatValue={q}
          note={usage.kind === 'history' ? undefined : 'The history is kept, but usage is not taken from it now.'}
        />
      )}
      <section className={classes.card} aria-labelledby="periods-heading">
        <div className={classes.cardHead}>
          <h2 id="periods-heading" className={classes.heading}>
            Periods
          </h2>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={addMonth}>
            Add the next month
          </Button>
        </div>
        {sorted.length === 0 ? (
          <p className={classes.note}>No usage history yet. Add months here, or import usage from your ERP. A missing period is missing, not zero.</p>
        ) : (
          <table className={classes.edit}>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Days</th>
                <th scope="col">Usage ({part.unit})</th>
                <th scope="col">Counts</th>
                <DeleteHeading />
              </tr>
            </thead>
            <tbody>
              {sorted.toReversed().map((period) => {
                const replace = (fields: Partial<UsagePeriod>): void => setPeriods('Change a period', part.usageHistory.map((each) => (each === period ? { ...each, ...fields } : each)))
                const label = periodLabel(period, formats)
                return (
                  <tr key={`${period.startDate}/${period.days}`}>
                    <td>
                      <DateField label={null} ariaLabel={`First day of ${label}`} value={period.startDate} onCommit={(startDate) => (startDate === null ? undefined : replace({ startDate }))} />
                    </td>
                    <td>
                      <NumberField label={null} ariaLabel={`Days of ${label}`} value={period.days} limits={{ isWhole: true, least: 1, most: 3660 }} width={80} onCommit={(days) => (days === null ? undefined : replace({ days }))} />
                    </td>
                    <td>
                      <NumberField label={null} ariaLabel={`Usage in ${label}`} value={period.quantity} width={140} onCommit={(quantity) => (quantity === null ? undefined : replace({ quantity }))} />
                    </td>
                    <td>{counted.has(civilDate(period.startDate)) ? 'yes' : 'no'}</td>
                    <td>
                      <DeleteRow name={label} onDelete={() => setPeriods('Delete a period', part.usageHistory.filter((each) => each !== period))} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </section>
      <PartForecast part={part} />
    </>
  )
}
