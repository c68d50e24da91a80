import type { OutlookChange, PartOutlook } from '../../shared/horizon/part-outlook'
import type { Part } from '../../shared/plan/part-schema'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { percentText, quantityText } from './figures'
import { textTable } from './text-table'

const changeWords: Readonly<Record<OutlookChange['change'], string>> = { licence: 'licence demanded', halt: 'nothing leaves', 'longer-wait': 'longer waits' }

/** Days on which controls get worse for a part, with the last days to order before them; none: no lines. */
export function changeLines(plan: PreparedPlan, { changes }: PartOutlook): readonly string[] {
  if (changes.length === 0) return []
  const nameOf = (id: string): string => plan.plan.scenarios.find((scenario) => scenario.id === id)?.name ?? id
  const rows = changes.flatMap((change) =>
    change.scenarios.map((scenario, index) => ({ change, isFirst: index === 0, words: `${nameOf(scenario.scenarioId)}: ${scenario.orderBy ?? 'too late'}` })),
  )
  return [
    'Last day to order and be out (90 %) before controls get worse',
    textTable([
      { heading: ['On'], align: 'left', cells: rows.map(({ change, isFirst }) => (isFirst ? change.date : '')) },
      { heading: ['What'], align: 'left', cells: rows.map(({ change, isFirst }) => (isFirst ? changeWords[change.change] : '')) },
      { heading: ['Weight'], align: 'right', cells: rows.map(({ change, isFirst }) => (isFirst ? percentText(change.weight) : '')) },
      { heading: ['Order by'], align: 'left', cells: rows.map(({ change, isFirst }) => (isFirst ? (change.orderBy ?? 'too late') : '')) },
      { heading: ['By scenario'], align: 'left', cells: rows.map(({ words }) => words) },
      { heading: ['Event'], align: 'left', cells: rows.map(({ change, isFirst }) => (isFirst ? change.title : '')) },
    ]),
  ]
}

/** Open orders of a part with when they may be expected; none: no lines. */
export function openOrderLines({ unit }: Part, { openOrders }: PartOutlook): readonly string[] {
  if (openOrders.length === 0) return []
  return [
    'Open orders',
    textTable([
      { heading: ['Order'], align: 'left', cells: openOrders.map(({ purchaseOrder, orderId }) => (purchaseOrder === '' ? orderId : purchaseOrder)) },
      { heading: [`Quantity (${unit})`], align: 'right', cells: openOrders.map(({ quantity }) => quantityText(quantity)) },
      { heading: ['Promised'], align: 'left', cells: openOrders.map(({ promisedDate }) => promisedDate) },
      { heading: ['Licence'], align: 'left', cells: openOrders.map(({ licenceStatus }) => licenceStatus) },
      { heading: ['Licence', 'by (50 %)'], align: 'left', cells: openOrders.map(({ licenceDecisionDate }) => licenceDecisionDate ?? '–') },
      { heading: ['Received', 'by (50 %)'], align: 'left', cells: openOrders.map(({ weighted }) => weighted.medianDate) },
      { heading: ['Received', 'by (90 %)'], align: 'left', cells: openOrders.map(({ weighted }) => weighted.lateDate) },
    ]),
  ]
}
