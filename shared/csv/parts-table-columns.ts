import { baseLeadTimeOfLegs } from '../lead-time/base-lead-time'
import type { Part } from '../plan/part-schema'
import type { PlanCellValue } from './plan-file-cell'

/** How the cells of a column of the parts table are written. */
export type PartsTableCellType = 'text' | 'number' | 'days' | 'money' | 'percent' | 'yes-no' | 'elements'

/** A column of the plain parts table. */
export type PartsTableColumn = {
  /** Heading, with its unit. */
  readonly header: string
  readonly type: PartsTableCellType
  /** Path of the field of a part that it fills, for problems found there. */
  readonly field: string
  /** The value of a part for it; null for blank. */
  readonly valueOf: (part: Part) => PlanCellValue
  /** Whether the table is written without it when no part has a value. */
  readonly isOptional?: boolean
}

function field(header: string, type: PartsTableCellType, name: keyof Part): PartsTableColumn {
  return { header, type, field: name, valueOf: (part) => (part[name] ?? null) as PlanCellValue }
}

function stated(header: string, per: 'week' | 'month', what: 'mean' | 'sd'): PartsTableColumn {
  return {
    header, type: 'number', field: `usage.${what}`, isOptional: per === 'month',
    valueOf: ({ usage }) => (usage.kind === 'stated' && usage.per === per ? usage[what] : null),
  }
}

function leadTime(header: string, what: 'meanDays' | 'sdDays' | 'transitDays'): PartsTableColumn {
  return {
    header, type: 'days', field: `leadTime.${what}`,
    valueOf: (part) => (part.leadTime.kind === 'total' ? part.leadTime[what] : baseLeadTimeOfLegs(part.leadTime.legs)[what]),
  }
}

/** The columns of the plain parts table in the order in which they are written; months of usage follow. */
export const partsTableColumns: readonly PartsTableColumn[] = [
  field('part number', 'text', 'partNumber'),
  field('description', 'text', 'description'),
  field('plant', 'text', 'plant'),
  field('unit', 'text', 'unit'),
  field('supplier', 'text', 'supplier'),
  field('origin', 'text', 'originCountry'),
  field('rare earth origin', 'text', 'rareEarthOriginCountry'),
  field('material', 'text', 'materialFamily'),
  field('grade', 'text', 'grade'),
  field('form', 'text', 'form'),
  field('elements', 'elements', 'elements'),
  { ...field('magnet mass (kg per unit)', 'number', 'magnetMassPerUnitKg'), isOptional: true },
  field('sector', 'text', 'sector'),
  field('critical', 'yes-no', 'isCritical'),
  field('licence route', 'text', 'licenceRoute'),
  leadTime('lead time (days)', 'meanDays'),
  leadTime('lead time sd (days)', 'sdDays'),
  leadTime('transit (days)', 'transitDays'),
  stated('usage per week', 'week', 'mean'),
  stated('usage sd per week', 'week', 'sd'),
  stated('usage per month', 'month', 'mean'),
  stated('usage sd per month', 'month', 'sd'),
  field('on hand', 'number', 'onHand'),
  field('allocated', 'number', 'allocated'),
  field('backordered', 'number', 'backordered'),
  field('unit cost', 'money', 'unitCost'),
  field('moq', 'number', 'moq'),
  field('lot', 'number', 'lotMultiple'),
  {
    header: 'service level (%)', type: 'percent', field: 'target.cycleServiceLevel',
    valueOf: ({ target }) => (target?.kind === 'cycle-service-level' ? target.cycleServiceLevel : null),
  },
  { header: 'fill rate (%)', type: 'percent', field: 'target.fillRate', valueOf: ({ target }) => (target?.kind === 'fill-rate' ? target.fillRate : null) },
  field('erp safety stock', 'number', 'erpSafetyStock'),
  field('erp reorder point', 'number', 'erpReorderPoint'),
  field('cap (days)', 'days', 'capCoverDays'),
  field('cap order quantity', 'number', 'capOrderQuantity'),
  field('review (days)', 'days', 'reviewPeriodDays'),
  field('note', 'text', 'note'),
  field('part id', 'text', 'id'),
]

/**
 * The month of a usage column of the parts table, `use 2025-11` or `2025-11`; null for another heading.
 *
 * @param header heading as found
 *
 * @example
 * partsTableMonth('2025-11') // => '2025-11'
 */
export function partsTableMonth(header: string): string | null {
  const month = /^(?:use(?:d|age)? )?(\d{4}-(?:0[1-9]|1[0-2]))$/u.exec(header)?.[1] ?? null
  return month !== null && Number(month.slice(0, 4)) >= 1 ? month : null
}
