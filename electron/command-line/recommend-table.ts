import type { PartRecommendation } from '../../shared/plan/part-recommendation'
import type { PlanRecommendations } from '../../shared/plan/plan-recommendations'
import { daysText, moneyText, orDash, percentText, quantityText, roughText } from './figures'
import { textTable, wrapped, type TextColumn } from './text-table'

type Cell = (part: PartRecommendation) => string

/** The recommendations of a plan as a table for people, with totals, orders, warnings and assumptions under it. */
export function recommendText(result: PlanRecommendations, heading: string): string {
  const { plan } = result.prepared
  const { currency } = plan.settings
  const columns: readonly (readonly [heading: readonly string[], align: TextColumn['align'], cell: Cell, sum: string])[] = [
    [['Part'], 'left', ({ prepared }) => prepared.part.partNumber, 'Total'],
    [['Unit'], 'left', ({ prepared }) => prepared.part.unit, ''],
    [['Usage', 'per week'], 'right', ({ usagePerWeek }) => roughText(usagePerWeek), ''],
    [['Lead time', 'no controls', '(days)'], 'right', ({ leadTimeWithoutControls }) => daysText(leadTimeWithoutControls.meanDays), ''],
    [['Lead time', 'controls', '(days)'], 'right', ({ leadTimeWithControls }) => daysText(leadTimeWithControls.meanDays), ''],
    [['Safety', 'stock'], 'right', ({ recommendation }) => quantityText(recommendation.rounded.safetyStock), ''],
    [['Reorder', 'point'], 'right', ({ recommendation }) => quantityText(recommendation.rounded.reorderPoint), ''],
    [['Maximum'], 'right', ({ recommendation }) => quantityText(recommendation.rounded.orderUpToLevel), ''],
    [['Position'], 'right', ({ recommendation }) => quantityText(recommendation.order.inventoryPosition), ''],
    [['Order', 'now'], 'right', ({ recommendation }) => (recommendation.order.orderNow === 0 ? '·' : quantityText(recommendation.order.orderNow)), ''],
    [['Cover', '(days)'], 'right', ({ recommendation }) => orDash(recommendation.coverDays, daysText), ''],
    [['Cash', `(${currency})`], 'right', ({ cash }) => orDash(cash, moneyText), moneyText(result.totals.cashInSafetyStock)],
    [['ERP safety', 'stock'], 'right', ({ prepared }) => orDash(prepared.part.erpSafetyStock, quantityText), ''],
    [['Service', 'it gives'], 'right', ({ recommendation }) => orDash(recommendation.erp, (erp) => percentText(erp.service.cycleServiceLevel)), ''],
    [['', 'Target'], 'right', targetText, ''],
    [['Why'], 'left', (part) => marksOf(part), ''],
  ]
  const rows = ordersFirst(result.parts)
  const table = textTable(
    columns.map(([headingLines, align, cell, sum]) => ({ heading: headingLines, align, cells: [...rows.map(cell), sum] })),
    { hasSums: true },
  )
  return [heading, '', table, legend(result), totals(result), origins(result), notes(result)].join('\n')
}

function isOrdered(part: PartRecommendation): number {
  return part.recommendation.order.orderNow > 0 ? 1 : 0
}

/** Parts to order today first, the most expensive order on top; then the others by number. */
function ordersFirst(parts: readonly PartRecommendation[]): readonly PartRecommendation[] {
  return parts.toSorted(
    (a, b) =>
      isOrdered(b) - isOrdered(a) ||
      isOrdered(a) * ((b.orderCost ?? 0) - (a.orderCost ?? 0)) ||
      (a.prepared.part.partNumber < b.prepared.part.partNumber ? -1 : 1),
  )
}

/** A part's target in words. */
export function targetText({ prepared }: PartRecommendation): string {
  const { target } = prepared.inputs
  switch (target.kind) {
    case 'cycle-service-level':
      return percentText(target.cycleServiceLevel)
    case 'fill-rate':
      return `fill ${percentText(target.fillRate)}`
    case 'least-cost':
      return 'least cost'
  }
}

/** Marks that say at a glance what stands behind a row. */
function marksOf({ prepared, notes: { warnings, assumptions }, recommendation }: PartRecommendation): string {
  const applies = prepared.coverages.some(({ coverage }) => coverage.applies)
  const { licenceRoute } = prepared.inputs.leadTime
  const route = !applies || licenceRoute === 'exempt' ? 'free' : licenceRoute === 'general' ? 'general' : 'licence'
  const marks = [route]
  if (applies && licenceRoute !== 'exempt' && prepared.coverages.every(({ coverage }) => !coverage.applies || coverage.isAssumption)) marks.push('assumed')
  if (recommendation.capShortfall > 0) marks.push('capped')
  if (warnings.some(({ kind }) => kind === 'cover-shorter-than-delay')) marks.push('cover<delay')
  if (warnings.some(({ kind }) => kind === 'weight-near-target')) marks.push('cliff')
  if (assumptions.some((text) => text.startsWith('The variability'))) marks.push('cv?')
  return marks.join(', ')
}

function legend({ parts }: PlanRecommendations): string {
  const used = parts.map(marksOf).join(', ')
  const meanings: readonly (readonly [mark: string, meaning: string])[] = [
    ['licence', 'each shipment needs an export licence'],
    ['general', 'the supplier holds a general licence'],
    ['free', 'no export control applies'],
    ['assumed', 'a control applies only because something is not known'],
    ['capped', 'a cap cuts the level'],
    ['cover<delay', 'stock on hand lasts less than the controls’ delay'],
    ['cliff', 'a scenario’s weight is close to the accepted risk'],
    ['cv?', 'variability of usage assumed'],
  ]
  const shown = meanings.filter(([mark]) => used.includes(mark)).map(([mark, meaning]) => `${mark}: ${meaning}`)
  return `${wrapped(shown.join(' · '), { columns: 120, indent: '' })}\n`
}

function totals({ totals: sums, prepared }: PlanRecommendations): string {
  const { currency } = prepared.plan.settings
  const lines = [
    `${sums.ordersNow} of ${prepared.plan.parts.length} parts to order today, ${moneyText(sums.costOfOrdersNow)} ${currency}.`,
    `Cash in safety stock ${moneyText(sums.cashInSafetyStock)} ${currency} (the ERP’s levels tie up ${moneyText(sums.cashInErpSafetyStock)} ${currency}); holding it costs ${moneyText(sums.holdingCostPerYear)} ${currency} a year.`,
    `${sums.erpBelowTarget} parts whose ERP level gives less service than wanted under the policy timeline.`,
  ]
  if (sums.magnetMassKg > 0) lines.push(`Magnet mass in safety stock ${moneyText(sums.magnetMassKg)} kg.`)
  if (sums.partsWithoutUnitCost > 0) lines.push(`${sums.partsWithoutUnitCost} parts have no unit cost and are not in the sums of money.`)
  return `${lines.join('\n')}\n`
}

function origins({ originShares }: PlanRecommendations): string {
  if (originShares.length === 0) return ''
  const shares = originShares.map(({ originCountry, share, parts }) => `${originCountry ?? 'not known'} ${percentText(share)} (${parts} parts)`)
  return `Usage by origin: ${shares.join(', ')}.\n`
}

function notes({ parts, assumptions }: PlanRecommendations): string {
  const lines: string[] = []
  const rows = parts.flatMap((part) =>
    part.notes.warnings
      .filter(({ kind }) => kind !== 'erp-level-below-target' && kind !== 'open-halt')
      .map(({ sentence, factIds }) => `${part.prepared.part.partNumber}: ${sentence}${factIds.length === 0 ? '' : ` [${factIds.join(', ')}]`}`),
  )
  if (rows.length > 0) lines.push('Warnings', ...rows.map((row) => `  - ${wrapped(row, { columns: 110, indent: '    ' })}`), '')
  const openHalts = new Set(parts.flatMap((part) => part.notes.warnings.filter(({ kind }) => kind === 'open-halt').map(({ sentence }) => sentence)))
  lines.push('Assumptions', ...[...assumptions, ...openHalts].map((text) => `  - ${wrapped(text, { columns: 110, indent: '    ' })}`), '')
  return lines.join('\n')
}
