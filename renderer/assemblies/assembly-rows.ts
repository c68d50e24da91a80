import { isWholeUnit } from '../../shared/plan/part-unit'
import type { Part } from '../../shared/plan/part-schema'
import type { Assembly } from '../../shared/plan/plan-document'
import type { FiguresState } from '../plan/calculations'
import type { PartFigures } from '../plan/part-figures'

/** How a part stands today: nothing known yet, not computable, short before an order arrives, to be ordered, or enough. */
export type StockStanding =
  | { readonly kind: 'pending' }
  | { readonly kind: 'problem'; readonly sentence: string }
  /** The position is used up, in the mean, before an order of today arrives. */
  | { readonly kind: 'short'; readonly positionDays: number; readonly leadTimeDays: number; readonly quantity: number }
  | { readonly kind: 'order'; readonly quantity: number }
  | { readonly kind: 'enough' }

/** One part in a product. */
export type UseRow = {
  readonly part: Part
  readonly quantityPerProduct: number
  /** Share scrapped on top. */
  readonly scrapRate: number
  /** What this product takes of the part a week, part units. */
  readonly usagePerWeek: number
  /** Whether the part takes its usage from the build plan. */
  readonly isFromBuildPlan: boolean
  readonly standing: StockStanding
  /** Weeks for which the free stock on hand lasts at the part's whole usage; null where it has none or nothing is known. */
  readonly weeksOfStock: number | null
  readonly isStale: boolean
}

/** The parts of a product; uses of parts that are gone are left out. */
export function rowsOfUses(assembly: Assembly, parts: ReadonlyMap<string, Part>, figuresOf: (partId: string) => FiguresState): readonly UseRow[] {
  return assembly.uses.flatMap(({ partId, quantityPerProduct, scrapRate }): readonly UseRow[] => {
    const part = parts.get(partId)
    if (part === undefined) return []
    const { state, value } = figuresOf(partId)
    return [
      {
        part,
        quantityPerProduct,
        scrapRate,
        usagePerWeek: quantityPerProduct * assembly.buildsPerWeek * (1 + scrapRate),
        isFromBuildPlan: part.usage.kind === 'build-plan',
        standing: value === null ? { kind: 'pending' } : value.kind === 'problem' ? { kind: 'problem', sentence: value.sentences[0] ?? 'It cannot be computed.' } : standingOf(value),
        weeksOfStock: value === null || value.kind === 'problem' || value.demandMeanPerDay === 0 ? null : (part.onHand - part.allocated - part.backordered) / value.demandMeanPerDay / 7,
        isStale: state !== 'fresh',
      },
    ]
  })
}

function standingOf({ order, demandMeanPerDay, leadTimeWithControls }: PartFigures): StockStanding {
  const positionDays = demandMeanPerDay === 0 ? Infinity : order.inventoryPosition / demandMeanPerDay
  if (positionDays < leadTimeWithControls.meanDays) return { kind: 'short', positionDays, leadTimeDays: leadTimeWithControls.meanDays, quantity: order.orderNow }
  return order.orderNow > 0 ? { kind: 'order', quantity: order.orderNow } : { kind: 'enough' }
}

/** The part whose free stock on hand ends first, or null while nothing is known. */
export function limitingRow(rows: readonly UseRow[]): UseRow | null {
  const known = rows.filter(({ weeksOfStock }) => weeksOfStock !== null)
  return known.toSorted((a, b) => (a.weeksOfStock ?? 0) - (b.weeksOfStock ?? 0))[0] ?? null
}

/** Magnet mass in one product, kg, and whether parts of unknown mass are left out. */
export function magnetMass(rows: readonly UseRow[]): { readonly kg: number; readonly isWhole: boolean } {
  const masses = rows.map(({ part, quantityPerProduct }) => {
    const perUnit = part.magnetMassPerUnitKg ?? (part.unit.trim().toLowerCase() === 'kg' ? 1 : null)
    return perUnit === null ? null : perUnit * quantityPerProduct
  })
  return { kg: masses.reduce<number>((sum, mass) => sum + (mass ?? 0), 0), isWhole: masses.every((mass) => mass !== null) }
}

/** The usage of a part when it is to come from the build plan; the spread of its usage today stays. */
export function usageFromBuildPlan(part: Part, figures: PartFigures | null): Part['usage'] {
  const isSpreadKnown = part.usage.kind === 'history' || (part.usage.kind === 'stated' && part.usage.sd !== null)
  const sd = figures === null || !isSpreadKnown ? null : Math.sqrt(7 * figures.demandVariancePerDay)
  return { kind: 'build-plan', sdPerWeek: sd === null ? null : Number(sd.toPrecision(4)) }
}

/** The usage of a part when it no longer comes from the build plan: its history where that is enough, else as much as today, stated. */
export function usageWithoutBuildPlan(part: Part, figures: PartFigures | null): Part['usage'] {
  if (part.usageHistory.length >= 3) return { kind: 'history' }
  const mean = figures?.usagePerWeek ?? 0
  return { kind: 'stated', per: 'week', mean: isWholeUnit(part.unit) ? Math.round(mean) : Number(mean.toPrecision(6)), sd: part.usage.kind === 'build-plan' ? part.usage.sdPerWeek : null }
}
