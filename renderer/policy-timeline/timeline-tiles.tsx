import { memo } from 'react'
import { usePlan, useTotals } from '../plan/plan-context'
import { isNothingKnown } from '../plan/plan-totals'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import { HelpTerm } from '../ui/help-term'
import { StatTile, StatTiles } from '../ui/stat-tile'

function TimelineTilesView() {
  const formats = useFormats()
  const totals = useTotals()
  const { currency, holdingRatePerYear } = usePlan((plan) => plan.settings)
  const partCount = usePlan((plan) => plan.parts.length)
  const isStale = totals.notFresh > 0
  if (isNothingKnown(totals, partCount)) {
    const context = 'no part has figures yet; Actions says what they lack'
    return (
      <StatTiles>
        <StatTile label={<HelpTerm term="cash" />} figure={noFigure} context={context} />
        <StatTile label="Orders due now" figure={noFigure} context={context} />
        <StatTile label={<HelpTerm term="holding-rate">Holding cost a year</HelpTerm>} figure={noFigure} context={context} />
        <StatTile label={<HelpTerm term="erp-level">ERP level gives too little</HelpTerm>} figure={noFigure} context={context} />
      </StatTiles>
    )
  }
  return (
    <StatTiles>
      <StatTile label={<HelpTerm term="cash" />} figure={formats.money(totals.cashInSafetyStock, currency)} context={`today’s ERP levels: ${formats.money(totals.cashInErpSafetyStock, currency)}`} isStale={isStale} />
      <StatTile label="Orders due now" figure={formats.money(totals.costOfOrdersNow, currency)} context={`${formats.whole(totals.ordersNow)} parts`} isStale={isStale} />
      <StatTile label={<HelpTerm term="holding-rate">Holding cost a year</HelpTerm>} figure={formats.money(totals.holdingCostPerYear, currency)} context={`at ${formats.percent(holdingRatePerYear, 0)} a year`} isStale={isStale} />
      <StatTile label={<HelpTerm term="erp-level">ERP level gives too little</HelpTerm>} figure={formats.whole(totals.erpBelowTarget)} context={`of ${formats.whole(partCount)} parts, under this timeline`} tone={totals.erpBelowTarget > 0 ? 'warn' : 'good'} isStale={isStale} />
    </StatTiles>
  )
}

/** What the policy timeline does to the headline figures; alone drawn anew while these come in. */
export const TimelineTiles = memo(TimelineTilesView)
