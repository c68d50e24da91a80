import { z } from 'zod'
import type { GridLayout } from '../ui/grid/use-grid-table'
import type { PartColumn } from './part-column'

/** A set of columns under a name: which are shown, in which order, how wide. */
export type ColumnSet = { readonly name: string; readonly layout: GridLayout }

const always = ['partNumber', 'description', 'status']

const shownBySet: Readonly<Record<string, readonly string[]>> = {
  Stock: ['supplier', 'onHand', 'allocated', 'backordered', 'onOrder', 'nextPromised', 'usagePerWeek', 'safetyStock', 'reorderPoint', 'orderNow', 'erpSafetyStock', 'erpService', 'unitCost', 'cash'],
  'Lead time': ['supplier', 'originCountry', 'controlled', 'leadTimeMean', 'leadTimeSd', 'transitDays', 'legs', 'reviewPeriodDays', 'leadTimeWithControls', 'lateDays', 'controlsAdd', 'plannedLeadTime', 'erpLeadTimeDays', 'nextPromised'],
  Policy: ['supplier', 'originCountry', 'rareEarthOriginCountry', 'materialFamily', 'grade', 'form', 'elements', 'licenceRoute', 'controlled', 'sector', 'isCritical', 'controlsAdd', 'policyBlind', 'safetyStock', 'contractEnd'],
  Results: ['orderNow', 'orderCost', 'safetyStock', 'reorderPoint', 'orderUpToLevel', 'inventoryPosition', 'coverDays', 'service', 'erpSafetyStock', 'erpService', 'policyBlind', 'targetBasis', 'cash', 'erpCash', 'holdingCost', 'magnetMass'],
}

/** The column sets that come with the product. */
export function builtInColumnSets(columns: readonly PartColumn[]): readonly ColumnSet[] {
  const ids = columns.map(({ id }) => id)
  const ofShown = (name: string, shown: readonly string[]): ColumnSet => ({
    name,
    layout: { order: [...shown, ...ids.filter((id) => !shown.includes(id))], hidden: ids.filter((id) => !shown.includes(id)), widths: {} },
  })
  return [...Object.entries(shownBySet).map(([name, shown]) => ofShown(name, [...always, ...shown])), { name: 'All', layout: { order: ids, hidden: [], widths: {} } }]
}

/** Key under which the user's own sets are kept. */
export const columnSetsKey = 'parts-column-sets'

const layoutSchema = z.object({ order: z.array(z.string()), hidden: z.array(z.string()), widths: z.record(z.string(), z.number()) })
const storedSchema = z.object({
  own: z.array(z.object({ name: z.string().min(1).max(60), layout: layoutSchema })),
  chosen: z.string().nullable(),
  current: layoutSchema.nullable(),
})

/** The user's own sets, the set that was chosen last, and how it has been changed since. */
export type StoredColumnSets = { readonly own: readonly ColumnSet[]; readonly chosen: string | null; readonly current: GridLayout | null }

/** Stored sets as far as they can be read; what another version has stored is not shown. */
export function readColumnSets(value: unknown): StoredColumnSets {
  const parsed = storedSchema.safeParse(value)
  return parsed.success ? parsed.data : { own: [], chosen: null, current: null }
}
