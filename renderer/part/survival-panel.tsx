import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays, civilDate, civilDateFrom, isoDate } from '../../shared/calendar/civil-date'
import type { WaitDraws } from '../../shared/horizon/simulated-goods'
import type { Part } from '../../shared/plan/part-schema'
import { usePlan, usePlanState } from '../plan/plan-context'
import { usePartJob } from '../plan/use-part-job'
import { useFormats } from '../ui/app-context'
import classes from './part.module.css'
import type { SimulationChoice } from './simulation-options'

/** How long a part lasts if nothing more leaves the border from a chosen day on. */
export function SurvivalPanel({ part, choice, waitDraws }: { readonly part: Part; readonly choice: SimulationChoice; readonly waitDraws: WaitDraws }) {
  const formats = useFormats()
  const planningDate = usePlanState((state) => state.planningDate)
  const horizonWeeks = usePlan((plan) => plan.settings.horizonWeeks)
  const first = isoDate(addDays(civilDate(planningDate), 1))
  const last = isoDate(addDays(civilDate(planningDate), 7 * horizonWeeks))
  const [stopDate, setStopDate] = useState(() => isoDate(addDays(civilDate(planningDate), 28)))
  const isUsable = civilDateFrom(stopDate).ok && stopDate >= first && stopDate <= last
  const survival = usePartJob('survival', isUsable ? part : null, { stopDate: isUsable ? stopDate : first, paths: choice.paths, seed: choice.seed, waitDraws })
  const days = survival.value?.days
  const figure = (value: number | null | undefined): string => (value === null || value === undefined ? `more than ${days?.withinDays ?? 364} days` : `${formats.days(value)} days`)
  return (
    <section className={classes.card} aria-labelledby="survival-heading">
      <h2 id="survival-heading" className={classes.heading}>
        If nothing more leaves the border
      </h2>
      <TextInput type="date" label="From" w={180} min={first} max={last} value={stopDate} error={isUsable ? undefined : `Choose a day from ${formats.date(first)} to ${formats.date(last)}.`} onChange={(event) => setStopDate(event.currentTarget.value)} />
      {survival.problem !== null && <p className={classes.problem}>{survival.problem}</p>}
      {days !== undefined && (
        <div data-stale={survival.isFresh ? undefined : ''}>
          <p className={classes.sentence}>
            In half of the futures it lasts {figure(days.p50Days)} from then{days.medianDate === null ? '' : `, to ${formats.date(days.medianDate)}`}; in 1 of 20 only {figure(days.p05Days)}.
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Share of futures</th>
                {['5 %', '25 %', '50 %', '75 %', '95 %'].map((share) => (
                  <th key={share} scope="col">
                    {share}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">out by day</th>
                {[days.p05Days, days.p25Days, days.p50Days, days.p75Days, days.p95Days].map((value, index) => (
                  <td key={`${index}`}>{value === null ? `> ${days.withinDays}` : formats.days(value)}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
      <p className={classes.note}>Orders go on until then by the levels; what has left before still arrives.</p>
    </section>
  )
}
