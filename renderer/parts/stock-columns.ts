import type { Part } from '../../shared/plan/part-schema'
import { hasNoStockEntered, noStockSentence } from '../../shared/plan/stock-entered'
import type { CellValue } from '../ui/grid/cell-type'
import { field, inputColumn, summaryColumn, type ColumnContext, type PartColumn } from './part-column'

const number = { kind: 'number' } as const
const required = { kind: 'number', isRequired: true } as const
const percent = { kind: 'number', shownPlaces: 2 } as const

/** What is there and what is on its way. */
export function stockColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Stock'
  return [
    inputColumn(context, { id: 'onHand', title: 'On hand', help: 'Usable stock physically here.', group, width: 118, type: required, unit: 'part', assumption: (part) => (hasNoStockEntered(part) ? noStockSentence : null), ...field('onHand') }),
    inputColumn(context, { id: 'allocated', title: 'Allocated', help: 'On hand, but promised to work orders.', group, width: 118, type: required, unit: 'part', ...field('allocated') }),
    inputColumn(context, { id: 'backordered', title: 'Backordered', help: 'Accepted demand that is not yet met.', group, width: 118, type: required, unit: 'part', ...field('backordered') }),
    summaryColumn(context, {
      id: 'onOrder', title: 'On order', help: 'Ordered and not received, over all open orders.', group, width: 118, unit: 'part', paths: ['openOrders'], editedIn: 'Open the part to edit its open orders.',
      valueIn: ({ openOrders }) => openOrders.reduce((sum, { quantity }) => sum + quantity, 0),
    }),
    summaryColumn(context, {
      id: 'nextPromised', title: 'Next promised', help: 'The earliest promised date of its open orders.', group, width: 122, type: { kind: 'date' }, paths: [], editedIn: 'Open the part to edit its open orders.',
      valueIn: ({ openOrders }) => openOrders.reduce<string | null>((first, { promisedDate }) => (first === null || promisedDate < first ? promisedDate : first), null),
    }),
    inputColumn(context, { id: 'unitCost', title: 'Unit cost', help: 'Cost of one unit; money figures need it.', group, width: 108, type: number, unit: 'money', ...field('unitCost') }),
    inputColumn(context, {
      id: 'contractEnd', title: 'Contract ends', help: 'When the supply contract ends.', group, width: 122, type: { kind: 'date' }, paths: ['contract'],
      valueIn: ({ contract }) => contract?.endDate ?? null,
      fieldsWith: ({ contract }, value) => ({ contract: withEnd(contract, value as string | null) }),
    }),
  ]
}

/** What must be achieved and how it may be ordered. */
export function orderingColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Target and ordering'
  return [
    inputColumn(context, {
      id: 'cycleServiceLevel', title: 'Service level', help: 'Wanted probability of no stockout in a replenishment cycle; typing it makes it the target.', group, width: 118, paths: ['target.cycleServiceLevel', 'target.kind', 'target'], type: percent, unit: 'percent', assumption: byDefault,
      valueIn: ({ target }) => (target?.kind === 'cycle-service-level' ? target.cycleServiceLevel : null),
      fieldsWith: (_, value) => ({ target: value === null ? null : { kind: 'cycle-service-level', cycleServiceLevel: value as number } }),
    }),
    inputColumn(context, {
      id: 'fillRate', title: 'Fill rate', help: 'Wanted share of demand met from stock at once; typing it makes it the target.', group, width: 92, paths: ['target.fillRate'], type: percent, unit: 'percent',
      valueIn: ({ target }) => (target?.kind === 'fill-rate' ? target.fillRate : null),
      fieldsWith: (_, value) => ({ target: value === null ? null : { kind: 'fill-rate', fillRate: value as number } }),
    }),
    inputColumn(context, {
      id: 'backorderCost', title: 'Cost of a day late', help: 'Cost of one unit one day late; typing it makes least cost the target.', group, width: 152, paths: ['target.backorderCostPerUnitDay'], type: number, unit: 'money',
      valueIn: ({ target }) => (target?.kind === 'least-cost' ? target.backorderCostPerUnitDay : null),
      fieldsWith: (_, value) => ({ target: value === null ? null : { kind: 'least-cost', backorderCostPerUnitDay: value as number } }),
    }),
    inputColumn(context, { id: 'moq', title: 'Minimum order', help: 'Minimum order quantity.', group, width: 126, type: number, unit: 'part', ...field('moq') }),
    inputColumn(context, { id: 'lotMultiple', title: 'Lot', help: 'Orders are whole multiples of it.', group, width: 106, type: number, unit: 'part', ...field('lotMultiple') }),
    inputColumn(context, { id: 'capCoverDays', title: 'Cap on cover', help: 'Largest safety stock allowed, in days of mean usage.', group, width: 124, type: number, unit: 'days', ...field('capCoverDays') }),
    inputColumn(context, { id: 'capOrderQuantity', title: 'Largest order', help: 'Largest quantity one order or licence may cover.', group, width: 120, type: number, unit: 'part', ...field('capOrderQuantity') }),
  ]
}

/** What the ERP holds today, to compare with. */
export function erpColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'ERP today'
  return [
    inputColumn(context, { id: 'erpSafetyStock', title: 'ERP safety stock', help: 'The safety stock set in the ERP today.', group, width: 136, type: number, unit: 'part', ...field('erpSafetyStock') }),
    inputColumn(context, { id: 'erpReorderPoint', title: 'ERP reorder point', help: 'The reorder point set in the ERP today.', group, width: 140, type: number, unit: 'part', ...field('erpReorderPoint') }),
    summaryColumn(context, {
      id: 'overrides', title: 'Overrides', help: 'Levels that somebody has set by hand, beside the computed ones.', group, width: 190, type: { kind: 'text' }, paths: ['overrides'], editedIn: 'Open the part to edit its overrides.',
      valueIn: ({ overrides, unit }) => overrides.map(({ field: level, value }) => `${levelWords[level]} ${context.formats.quantityWithUnit(value, unit)}`).join(', '),
    }),
    inputColumn(context, { id: 'erpLeadTimeDays', title: 'ERP lead time', help: 'The lead time set in the ERP today.', group, width: 136, type: number, unit: 'days', ...field('erpLeadTimeDays') }),
  ]
}

function byDefault(part: Part): string | null {
  return part.target === null ? 'The default of its sector is taken.' : null
}

const levelWords = { safetyStock: 'Safety stock', reorderPoint: 'Reorder point', orderUpToLevel: 'Maximum' } as const

function withEnd(contract: Part['contract'], endDate: CellValue): Part['contract'] {
  const priceAdjustment = contract?.priceAdjustment ?? ''
  return endDate === null && priceAdjustment === '' ? null : { endDate: endDate as string | null, priceAdjustment }
}
