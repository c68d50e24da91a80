import { Alert } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import type { PartExplanation } from '../plan/part-explanation'
import type { PartFigures } from '../plan/part-figures'
import { useFigures, usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { DistributionChart } from '../ui/charts/distribution-chart'
import { WaterfallChart } from '../ui/charts/waterfall-chart'
import { noFigure } from '../ui/formats'
import { HelpTerm } from '../ui/help-term'
import { ProblemAlert } from '../ui/problem-alert'
import { StatTile, StatTiles } from '../ui/stat-tile'
import { contributionSteps } from './contribution-steps'
import { LevelComparison } from './level-comparison'
import { mixedDays } from './mixed-days'
import { PartControls } from './part-controls'
import { PartFormula } from './part-formula'
import { PartOverrides } from './part-overrides'
import classes from './part.module.css'

/** What is recommended of a part beside what its ERP has, what it is made of, and why. */
export function PartOverview({ part }: { readonly part: Part }) {
  const figures = useFigures(part.id)
  if (figures.value === null) return <p className={classes.note}>The figures of this part are being computed.</p>
  if (figures.value.kind === 'problem') return <ProblemAlert title="This part cannot be computed" problem={{ sentence: figures.value.sentences[0] ?? '', findings: figures.value.sentences.slice(1) }} />
  return <Overview part={part} figures={figures.value} isStale={figures.state !== 'fresh'} />
}

function Overview({ part, figures, isStale }: { readonly part: Part; readonly figures: PartFigures; readonly isStale: boolean }) {
  const formats = useFormats()
  const store = usePlanStore()
  const settings = usePlan((plan) => plan.settings)
  const scenarios = usePlan((plan) => plan.scenarios)
  const figuresVersion = usePlanState((state) => state.figuresVersion)
  const [explanation, setExplanation] = useState<PartExplanation | null>(null)
  useEffect(() => {
    let isGone = false
    void store.explainPart(part.id).then((answer) => {
      if (!isGone && answer.kind === 'explanation') setExplanation(answer)
      return null
    })
    return () => {
      isGone = true
    }
  }, [store, part, figuresVersion])
  const { unit } = part
  const q = (quantity: number): string => formats.quantityWithUnit(quantity, unit)
  const { order, rounded, erp } = figures
  const statusQuo = scenarios.find(({ id }) => id === settings.statusQuoScenarioId)?.name ?? ''
  const steps = contributionSteps(figures, { statusQuo, perDay: figures.usagePerWeek / 7, formats, unit, unitCost: part.unitCost, currency: settings.currency })
  return (
    <>
      <StatTiles>
        <StatTile
          label={<HelpTerm term="safety-stock" />}
          figure={q(rounded.safetyStock)}
          context={erp === null ? 'the ERP’s level is not known' : `ERP today: ${q(part.erpSafetyStock ?? 0)}, which gives ${formats.percent(erp.service.cycleServiceLevel)}`}
          isStale={isStale}
        />
        <StatTile label={<HelpTerm term="reorder-point" />} figure={q(rounded.reorderPoint)} context={`position today ${q(order.inventoryPosition)}`} isStale={isStale} />
        <StatTile
          label={<HelpTerm term="order-now" />}
          figure={order.orderNow === 0 ? 'Nothing' : q(order.orderNow)}
          context={order.orderNow === 0 ? 'the position is at or above the reorder point' : figures.orderCost === null ? 'the unit cost is not known' : formats.money(figures.orderCost, settings.currency)}
          tone={order.orderNow > 0 ? 'warn' : 'good'}
          isStale={isStale}
        />
        <StatTile
          label={<HelpTerm term="cycle-service-level">Service it gives</HelpTerm>}
          figure={figures.service === null ? noFigure : formats.percent(figures.service.cycleServiceLevel)}
          context={`target: ${figures.targetBasis.split('. ')[0] ?? ''}`}
          isStale={isStale}
        />
      </StatTiles>
      {figures.warnings.map(({ kind, sentence, factIds }) => (
        <Alert key={`${kind}${sentence}`} color="yellow" className={classes.warning}>
          {sentence}
          {factIds.length > 0 && <span className={classes.facts}> {factIds.join(', ')}</span>}
        </Alert>
      ))}
      <PartOverrides part={part} figures={figures} />
      <div data-tour="why">
        <WaterfallChart
          title="What the safety stock is made of"
          subtitle={`Each step is the difference that adding one thing makes, in ${unit}; they add up exactly`}
          steps={steps}
          formatValue={(value) => formats.quantity(value, unit === 'pcs' && Math.abs(value) < 10 ? 'kg' : unit)}
          note={figures.pipelineIncrease > 0 ? `Waiting for licences also lengthens the pipeline by ${q(Math.round(figures.pipelineIncrease))}: in steady state that stock is on order, not in the building, and is no part of the safety stock.` : undefined}
        />
      </div>
      <div className={classes.columns}>
        <LevelComparison part={part} figures={figures} isStale={isStale} />
        {explanation === null ? (
          <p className={classes.note}>The lead times are being computed.</p>
        ) : (
          <DistributionChart
            title="Lead time of an order placed today"
            subtitle={`Mean ${formats.days(figures.leadTimeWithoutControls.meanDays)} days without controls, ${formats.days(figures.leadTimeWithControls.meanDays)} with them; nine in ten within ${formats.days(figures.leadTimeWithControls.lateDays)} days`}
            withoutControls={explanation.withoutControls}
            withControls={mixedDays(explanation.byScenario, settings.attitude)}
            formatShare={(share) => formats.percent(share, 0)}
          />
        )}
      </div>
      <PartFormula part={part} figures={figures} />
      <PartControls part={part} figures={figures} explanation={explanation} />
    </>
  )
}
