import { SegmentedControl } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { addDays, civilDate, isoDate } from '../../shared/calendar/civil-date'
import type { StockProjection } from '../../shared/horizon/stock-projection'
import type { Part } from '../../shared/plan/part-schema'
import type { PartOutlook } from '../../shared/horizon/part-outlook'
import { useFigures, usePlan, usePlanState } from '../plan/plan-context'
import { usePreparedTimeline } from '../plan/use-prepared-timeline'
import { usePartJob } from '../plan/use-part-job'
import { useFormats } from '../ui/app-context'
import { TimeChart } from '../ui/charts/time-chart'
import { noFigure } from '../ui/formats'
import { StatTile, StatTiles } from '../ui/stat-tile'
import { BuyingForwardPanel } from './buying-forward-panel'
import classes from './part.module.css'
import { OrderPlan } from './order-plan'
import { policyBands } from './policy-bands'
import { ProofPanel } from './proof-panel'
import { firstChoice, SimulationOptions } from './simulation-options'
import { SurvivalPanel } from './survival-panel'

/** A part over time: projected stock under the policy, when levels rise, when to order, how long it lasts after a stop, and proof. */
export function PartOverTime({ part }: { readonly part: Part }) {
  const formats = useFormats()
  const [choice, setChoice] = useState(firstChoice)
  const [shown, setShown] = useState<'with' | 'without'>('with')
  const planningDate = usePlanState((state) => state.planningDate)
  const settings = usePlan((plan) => plan.settings)
  const scenarios = usePlan((plan) => plan.scenarios)
  const figures = useFigures(part.id).value
  const { prepared } = usePreparedTimeline()
  const waitDraws = choice.isIndependent ? ('independent' as const) : ('one-quantile-per-path' as const)
  const outlook = usePartJob('outlook', part, null)
  const projection = usePartJob('projection', part, { paths: choice.paths, seed: choice.seed, waitDraws })
  const controlIds = figures?.kind === 'figures' && figures.licence !== 'free' ? figures.controlIds : []
  const endDate = isoDate(addDays(civilDate(planningDate), 7 * settings.horizonWeeks))
  const bands = useMemo(
    () => (prepared === null ? [] : policyBands(prepared, { controlIds, scenarioId: settings.statusQuoScenarioId, fromDate: planningDate, untilDate: endDate, days: formats.days })),
    [prepared, controlIds.join(), settings.statusQuoScenarioId, planningDate, endDate, formats],
  )
  const statusQuo = scenarios.find(({ id }) => id === settings.statusQuoScenarioId)?.name ?? ''
  const { value: seen } = outlook
  return (
    <>
      <Tiles part={part} outlook={seen} projection={projection.value} isStale={!outlook.isFresh || !projection.isFresh} />
      {projection.problem !== null && <p className={classes.problem}>{projection.problem}</p>}
      {projection.value === null ? (
        <p className={classes.note} aria-live="polite">
          {formats.whole(choice.paths)} futures are being simulated.
        </p>
      ) : (
        <ProjectionChart
          part={part}
          projection={projection.value}
          outlook={seen}
          shown={shown}
          bands={bands}
          subtitle={`Median, 50 % and 90 % of ${formats.whole(projection.value.paths)} simulated futures, ${part.unit}; shaded: policy in “${statusQuo}”`}
          actions={
            <SegmentedControl
              aria-label="Orders"
              value={shown}
              onChange={(value) => setShown(value as 'with' | 'without')}
              data={[
                { value: 'with', label: 'Ordering by the levels' },
                { value: 'without', label: 'No further orders' },
              ]}
            />
          }
        />
      )}
      <SimulationOptions choice={choice} onChange={setChoice} />
      {seen !== null && <OrderPlan part={part} outlook={seen} isStale={!outlook.isFresh} />}
      <div className={classes.columns}>
        <SurvivalPanel part={part} choice={choice} waitDraws={waitDraws} />
        <BuyingForwardPanel part={part} choice={choice} />
      </div>
      <ProofPanel part={part} choice={choice} waitDraws={waitDraws} />
      <p className={classes.note}>
        Levels over time weigh the scenarios as today does: they do not foresee that the scenario will be known by then. Simulated figures carry the error that {formats.whole(choice.paths)} futures imply.
      </p>
    </>
  )
}

function Tiles({ part, outlook, projection, isStale }: { readonly part: Part; readonly outlook: PartOutlook | null; readonly projection: StockProjection | null; readonly isStale: boolean }) {
  const formats = useFormats()
  const runOut = projection?.runOut
  const short = projection?.firstShortWithOrders
  const worsening = outlook?.changes[0]
  return (
    <StatTiles>
      <StatTile
        label="Runs out without further orders"
        figure={runOut === undefined ? noFigure : runOut.medianDate === null ? 'Not within the horizon' : formats.date(runOut.medianDate)}
        context={runOut?.earlyDate == null ? 'in half of the futures' : `in half of the futures; in 1 of 20 by ${formats.date(runOut.earlyDate)}`}
        isStale={isStale}
      />
      <StatTile
        label="Short at all, ordering by the levels"
        figure={short === undefined ? noFigure : `${formats.percent(short.probability.value, 1)} ± ${formats.percent(2 * short.probability.standardError, 1)}`}
        context="of futures within the horizon, with today’s stock"
        isStale={isStale}
      />
      <StatTile
        label="Levels must rise"
        figure={outlook === null ? noFigure : outlook.buildUp === null ? 'No' : formats.date(outlook.buildUp.date)}
        context={outlook?.buildUp == null ? 'no review raises the reorder point by over 5 %' : `by up to ${formats.quantityWithUnit(Math.ceil(outlook.buildUp.increase), part.unit)}`}
        isStale={isStale}
      />
      <StatTile
        label="Order by, before it gets worse"
        figure={worsening === undefined ? noFigure : worsening.orderBy === null ? 'Too late' : formats.date(worsening.orderBy)}
        context={worsening === undefined ? 'nothing that applies gets worse' : `“${worsening.title}” on ${formats.date(worsening.date)}, weight ${formats.percent(worsening.weight, 0)}`}
        tone={worsening !== undefined && worsening.orderBy === null ? 'bad' : 'neutral'}
        isStale={isStale}
      />
    </StatTiles>
  )
}

function ProjectionChart(props: {
  readonly part: Part
  readonly projection: StockProjection
  readonly outlook: PartOutlook | null
  readonly shown: 'with' | 'without'
  readonly bands: ReturnType<typeof policyBands>
  readonly subtitle: string
  readonly actions: ReactNode
}) {
  const { part, projection, outlook, shown } = props
  const formats = useFormats()
  const weeks = shown === 'with' ? projection.withOrders : projection.withoutOrders
  const levelAt = (date: string): PartOutlook['levels'][number] | undefined => outlook?.levels.findLast((level) => level.date <= date) ?? outlook?.levels[0]
  const dates = useMemo(() => weeks.map(({ date }) => date), [weeks])
  return (
    <>
      <TimeChart
        title={`Projected stock of ${part.partNumber}`}
        subtitle={props.subtitle}
        dates={dates}
        ranges={[
          { label: '90 % range', mark: 'range-outer', low: weeks.map(({ p05 }) => p05.value), high: weeks.map(({ p95 }) => p95.value) },
          { label: '50 % range', mark: 'range-inner', low: weeks.map(({ p25 }) => p25.value), high: weeks.map(({ p75 }) => p75.value) },
        ]}
        lines={[
          { label: 'Median', mark: 'line', values: weeks.map(({ p50 }) => p50.value), isStepped: false },
          { label: 'Safety stock', mark: 'dashed', values: dates.map((date) => levelAt(date)?.safetyStock ?? null), isStepped: true },
          ...(shown === 'with' ? [{ label: 'Reorder point', mark: 'dotted' as const, values: dates.map((date) => levelAt(date)?.reorderPoint ?? null), isStepped: true }] : []),
        ]}
        bands={props.bands}
        events={(outlook?.changes ?? []).map(({ date, title }) => ({ date, label: title }))}
        formatValue={(value) => formats.quantity(Math.round(value), part.unit)}
        formatDate={formats.date}
        formatTick={formats.tick}
        titleAt={(index) => `Week ${index} · ${formats.date(dates[index] ?? '')}`}
        actions={props.actions}
      />
      <TimeChart
        title="Chance of being short, week by week"
        subtitle="Share of futures in which demand is not met at once on some day of the week"
        dates={dates}
        ranges={[{ label: 'Error of the simulation (95 %)', mark: 'range-outer', low: weeks.map(({ short }) => Math.max(0, short.value - 2 * short.standardError)), high: weeks.map(({ short }) => Math.min(1, short.value + 2 * short.standardError)) }]}
        lines={[{ label: 'Chance of being short', mark: 'line', values: weeks.map(({ short }) => short.value), isStepped: false }]}
        bands={[]}
        events={[]}
        height={120}
        formatValue={(value) => formats.percent(value, value > 0 && value < 0.1 ? 1 : 0)}
        formatDate={formats.date}
        formatTick={formats.tick}
      />
    </>
  )
}
