import { isoDate } from '../../shared/calendar/civil-date'
import { overriddenLevelWords, standingOverride } from '../../shared/plan/part-override'
import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import type { Citation } from '../../shared/policy-timeline/citation'
import type { PartRecommendation } from '../../shared/plan/part-recommendation'
import type { PlanRecommendations } from '../../shared/plan/plan-recommendations'
import { daysText, moneyText, orDash, percentText, quantityText, roughText } from './figures'
import { targetText } from './recommend-table'
import { textTable, wrapped } from './text-table'

/** Why a part's recommendation is what it is: contributions, inputs, controls that apply and why, sources. */
export function explainText(result: PlanRecommendations, part: PartRecommendation): string {
  const { prepared, recommendation } = part
  const { unit, partNumber, description } = prepared.part
  const { rounded, order } = recommendation
  const orderLine =
    order.orderNow === 0
      ? `Nothing to order today: the position of ${quantityText(order.inventoryPosition)} ${unit} is at or above the reorder point.`
      : `Order ${quantityText(order.orderNow)} ${unit} today${part.orderCost === null ? '' : ` (${moneyText(part.orderCost)} ${result.prepared.plan.settings.currency})`}: the position of ${quantityText(order.inventoryPosition)} ${unit} is below the reorder point.`
  return [
    `${partNumber}${description === '' ? '' : ` · ${description}`}`,
    '',
    `Hold ${quantityText(rounded.safetyStock)} ${unit} as safety stock; reorder point ${quantityText(rounded.reorderPoint)}, maximum ${quantityText(rounded.orderUpToLevel)}.`,
    orderLine,
    '',
    'What the safety stock is made of',
    contributionTable(result, part),
    'What other levels give under the policy timeline',
    comparisonTable(part),
    'Inputs',
    ...inputLines(part, isoDate(result.prepared.planningDate)).map((line) => `  ${wrapped(line, { columns: 108, indent: '    ' })}`),
    '',
    'Export controls',
    ...controlLines(result, part).map((line) => `  - ${wrapped(line, { columns: 108, indent: '    ' })}`),
    '',
    ...section('Warnings', part.notes.warnings.map(({ sentence, factIds }) => `${sentence}${factIds.length === 0 ? '' : ` [${factIds.join(', ')}]`}`)),
    ...section('Assumptions', [...part.notes.assumptions, ...result.assumptions]),
    ...section('Sources', sourceLines(result, part)),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return [title, ...lines.map((line) => `  - ${wrapped(line, { columns: 108, indent: '    ' })}`), '']
}

function contributionTable(result: PlanRecommendations, { recommendation, prepared, usagePerWeek }: PartRecommendation): string {
  const { contributions, rounded } = recommendation
  const { unitCost, unit } = prepared.part
  const rows: readonly (readonly [string, number])[] = [
    ['Demand variability, lead time fixed at its mean', contributions.demand],
    ['Variability of the base lead time', contributions.leadTime],
    [`Controls of the status quo (${result.prepared.plan.scenarios[result.prepared.frame.statusQuoIndex]?.name ?? ''})`, contributions.statusQuoControls],
    ['Weight of the other scenarios', contributions.otherScenarios],
    ['Caps', contributions.caps],
    ['Rounding', contributions.rounding],
    ['Safety stock', rounded.safetyStock],
  ]
  return textTable(
    [
      { heading: ['Step'], align: 'left', cells: rows.map(([name]) => name) },
      { heading: [`Quantity (${unit})`], align: 'right', cells: rows.map(([, quantity]) => quantityText(Math.round(quantity * 1000) / 1000)) },
      { heading: ['Cover (days)'], align: 'right', cells: rows.map(([, quantity]) => (usagePerWeek === 0 ? '–' : roughText((7 * quantity) / usagePerWeek))) },
      {
        heading: [`Cash (${result.prepared.plan.settings.currency})`],
        align: 'right',
        cells: rows.map(([, quantity]) => (unitCost === null ? '–' : moneyText(quantity * unitCost))),
      },
    ],
    { hasSums: true },
  )
}

function comparisonTable({ recommendation, prepared }: PartRecommendation): string {
  const { policyBlind, textbook, erp, service, rounded } = recommendation
  const rows = [
    { name: 'Recommended', safetyStock: rounded.safetyStock, service },
    ...(policyBlind === null ? [] : [{ name: 'Policy-blind (no controls)', ...policyBlind }]),
    ...(textbook === null ? [] : [{ name: 'Textbook formula', ...textbook }]),
    ...(erp === null ? [] : [{ name: 'ERP today', ...erp }]),
  ]
  const table = textTable([
    { heading: ['Level'], align: 'left', cells: rows.map(({ name }) => name) },
    { heading: [`Safety stock (${prepared.part.unit})`], align: 'right', cells: rows.map(({ safetyStock }) => quantityText(Math.round(safetyStock * 10) / 10)) },
    { heading: ['Cycle service'], align: 'right', cells: rows.map((row) => orDash(row.service, (one) => percentText(one.cycleServiceLevel))) },
    { heading: ['Fill rate'], align: 'right', cells: rows.map((row) => orDash(row.service, (one) => percentText(Math.max(0, one.fillRate)))) },
  ])
  return `${table}  The textbook form misjudges lead-time variability for targets a little above 50 % (Chopra, Reinhardt, Dada 2004).\n`
}

/** What the planner has set, beside what is computed and never in its place. */
function overrideLines({ prepared, recommendation }: PartRecommendation, planningDate: string): readonly string[] {
  const { unit, overrides } = prepared.part
  return overrides.map((override) => {
    const { field, value, reason, author, setDate, expiryDate } = override
    const isExpired = standingOverride({ overrides: [override] }, field, planningDate)?.isExpired === true
    const until = expiryDate === null ? '' : isExpired ? `, expired on ${expiryDate}` : ` until ${expiryDate}`
    const by = author === '' ? '' : ` by ${author}`
    return `Set${by} on ${setDate}${until}: ${overriddenLevelWords[field]} ${quantityText(value)} ${unit}, beside the computed ${quantityText(recommendation.rounded[field])} ${unit}: ${reason.replaceAll(/\s+/g, ' ').trim()}`
  })
}

function inputLines(part: PartRecommendation, planningDate: string): readonly string[] {
  const { prepared, recommendation } = part
  const { inputs, demand, targetBasis } = prepared
  const { unit, grade, materialFamily, supplier, originCountry } = prepared.part
  const base = inputs.leadTime.baseLeadTime
  const lines = [
    `Usage: ${roughText(part.usagePerWeek)} ${unit} a week, sd ${roughText(Math.sqrt(7 * demand.rate.variancePerDay))} (${demand.basis}); ${inputs.demandFamily} distribution.`,
    `Base lead time: ${daysText(base.meanDays)} days, sd ${roughText(base.sdDays)}, of which ${daysText(base.transitDays)} after the border.`,
    `Lead time of an order placed today with controls: mean ${daysText(part.leadTimeWithControls.meanDays)}, half within ${part.leadTimeWithControls.medianDays}, nine in ten within ${part.leadTimeWithControls.lateDays} days.`,
    `Protection interval: ${roughText(recommendation.protection.meanDays)} days (review every ${inputs.reviewPeriodDays} days, then the lead time), mean demand ${roughText(recommendation.protection.meanDemand)} ${unit}; ${roughText(recommendation.protection.referenceMeanDemand)} ${unit} in the status quo.`,
    `Planned lead time that belongs to this safety stock: ${roughText(part.plannedLeadTimeDays)} days.${part.safetyStockForErpLeadTime === null ? '' : ` An ERP that keeps ${prepared.part.erpLeadTimeDays} days needs a safety stock of ${quantityText(Math.ceil(part.safetyStockForErpLeadTime))} ${unit} for the same reorder point.`}`,
    `Target: ${targetText(part)} (${targetBasis}).`,
    `Order quantity ${quantityText(recommendation.orderQuantity)} ${unit}; longer pipeline because of controls: ${roughText(recommendation.pipelineIncrease)} ${unit} on order, not in the building.`,
    `Material: ${materialFamily}${grade === '' ? '' : ` ${grade}`}, made in ${originCountry ?? 'a country not known'}${supplier === '' ? '' : ` by ${supplier}`}.`,
  ]
  lines.push(...overrideLines(part, planningDate))
  if (part.magnetMassKg !== null) lines.push(`Magnet mass in the safety stock: ${roughText(part.magnetMassKg)} kg.`)
  return lines
}

function controlLines({ prepared: plan }: PlanRecommendations, { prepared }: PartRecommendation): readonly string[] {
  const { licenceRoute } = prepared.inputs.leadTime
  const lines = prepared.coverages.map(({ coverage }) => coverage.reason)
  if (licenceRoute === 'exempt') return ['The part is exempt: no control is applied.', ...lines]
  if (licenceRoute === 'general') return ['The supplier holds a general licence: its wait is used instead of the controls’ own.', ...lines]
  return plan.controls.length === 0 ? ['The timeline has no controls.'] : lines
}

function sourceLines({ prepared: plan }: PlanRecommendations, { prepared }: PartRecommendation): readonly string[] {
  const applying = new Set(prepared.inputs.leadTime.controlIds)
  const events = [...plan.events, ...plan.plan.scenarios.flatMap((scenario) => scenario.events)].filter((event) =>
    event.effects.some((effect) => applying.has(effect.controlId)),
  )
  const lines = new Set<string>()
  for (const event of events) {
    for (const citation of event.citations) lines.add(`${event.title}: ${citationText(citation)}`)
    for (const id of event.contradictionIds) {
      const contradiction = articleContradictions.find((one) => one.id === id)
      if (contradiction !== undefined) lines.add(`Contradiction ${id} touches "${event.title}": ${contradiction.finding}`)
    }
  }
  return [...lines]
}

/** Where something is known from, in a line. */
export function citationText(citation: Citation): string {
  switch (citation.kind) {
    case 'article':
      return `the article, "${citation.section}" (${citation.factIds.join(', ')})`
    case 'elsewhere':
      return `elsewhere, ${citation.title} (confidence ${citation.confidence}): ${citation.urls.join(' ; ')}`
    case 'user':
      return `entered by you: ${citation.note}`
  }
}
