import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { addMonths } from '../../shared/calendar/months'
import type { Part } from '../../shared/plan/part-schema'
import { useFigures, usePlanState } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { DateField } from '../ui/date-field'
import { NumberField } from '../ui/number-field'
import { DeleteHeading, DeleteRow } from '../ui/row-delete'
import classes from './part.module.css'
import { useChangePart } from './use-change-part'

/** Dated means that stand in place of the base mean, for a ramp or a run-out. */
export function PartForecast({ part }: { readonly part: Part }) {
  const formats = useFormats()
  const change = useChangePart(part)
  const figures = useFigures(part.id).value
  const planningDate = usePlanState((state) => state.planningDate)
  const add = (): void => {
    const last = part.forecast.at(-1)
    const from = last === undefined ? addMonths(civilDate(`${planningDate.slice(0, 7)}-01`), 1) : civilDate(last.untilDate)
    const meanPerDay = figures?.kind === 'figures' ? Math.round(1000 * figures.demandMeanPerDay) / 1000 : 0
    change('Add a forecast', { forecast: [...part.forecast, { fromDate: isoDate(from), untilDate: isoDate(addMonths(from, 1)), meanPerDay }] })
  }
  const replace = (index: number, fields: Partial<Part['forecast'][number]>): void =>
    void change('Change the forecast', { forecast: part.forecast.map((each, place) => (place === index ? { ...each, ...fields } : each)) })
  return (
    <section className={classes.card} aria-labelledby="forecast-heading">
      <div className={classes.cardHead}>
        <h2 id="forecast-heading" className={classes.heading}>
          Forecast
        </h2>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add a month
        </Button>
      </div>
      {part.forecast.length === 0 ? (
        <p className={classes.note}>None: the mean above holds on every day. Add months in which usage will differ, such as a ramp or a run-out.</p>
      ) : (
        <table className={classes.edit}>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">First day after</th>
              <th scope="col">Mean per day ({part.unit})</th>
              <th scope="col">Per week</th>
              <DeleteHeading />
            </tr>
          </thead>
          <tbody>
            {part.forecast.map((period, index) => (
              <tr key={`${period.fromDate}/${period.untilDate}`}>
                <td>
                  <DateField label={null} ariaLabel={`From, forecast ${index + 1}`} value={period.fromDate} onCommit={(fromDate) => (fromDate === null ? undefined : replace(index, { fromDate }))} />
                </td>
                <td>
                  <DateField label={null} ariaLabel={`First day after, forecast ${index + 1}`} value={period.untilDate} onCommit={(untilDate) => (untilDate === null ? undefined : replace(index, { untilDate }))} />
                </td>
                <td>
                  <NumberField label={null} ariaLabel={`Mean per day, forecast ${index + 1}`} value={period.meanPerDay} limits={{ least: 0 }} width={140} onCommit={(meanPerDay) => (meanPerDay === null ? undefined : replace(index, { meanPerDay }))} />
                </td>
                <td>{formats.rough(7 * period.meanPerDay)}</td>
                <td>
                  <DeleteRow name={`forecast ${index + 1}`} onDelete={() => void change('Delete a forecast', { forecast: part.forecast.filter((_, place) => place !== index) })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
