import type { MergeEffect } from '../../shared/plan/merge-effect'
import { noFigure, type Formats } from '../ui/formats'

/** A change of cash with its sign; a dash where it is not known, 0 where there is none. */
export function effectText(cash: number | null, formats: Formats): string {
  if (cash === null) return noFigure
  if (Math.abs(cash) < 0.5) return '0'
  return `${cash > 0 ? '+' : '−'}${formats.whole(Math.abs(cash))}`
}

/** What taking a difference would do: the safety stock of its part before and after, or the cash in all of it. */
export function proposalEffectText(effect: MergeEffect, of: { readonly formats: Formats; readonly currency: string }): string {
  const { formats, currency } = of
  if (effect.kind === 'plan') {
    const [before, after] = [effect.cashInMine, effect.cashInTheirs]
    return before === null || after === null ? 'cannot be computed' : Math.abs(after - before) < 0.5 ? 'no effect' : `${effectText(after - before, formats)} ${currency}`
  }
  const [before, after] = [effect.mine?.safetyStock ?? 0, effect.theirs?.safetyStock ?? 0]
  if (effect.mine !== null && effect.theirs !== null && before === after && effect.mine.orderNow === effect.theirs.orderNow) return 'no effect'
  return `${formats.quantity(before, effect.unit)} to ${formats.quantityWithUnit(after, effect.unit)}`
}

/** What is recommended on one side of a conflict: safety stock and reorder point of its part, or the cash in all safety stock. */
export function sideEffectText(effect: MergeEffect, side: 'mine' | 'theirs', of: { readonly formats: Formats; readonly currency: string }): string {
  const { formats, currency } = of
  if (effect.kind === 'plan') {
    const cash = side === 'mine' ? effect.cashInMine : effect.cashInTheirs
    return cash === null ? 'this cannot be computed' : `${formats.money(cash, currency)} in safety stock`
  }
  const levels = effect[side]
  if (levels === null) return 'no figures for the part'
  const { safetyStock, reorderPoint, orderNow } = levels
  return `safety stock ${formats.quantityWithUnit(safetyStock, effect.unit)}, reorder point ${formats.quantity(reorderPoint, effect.unit)}, ${orderNow > 0 ? `order ${formats.quantity(orderNow, effect.unit)} now` : 'nothing to order now'}`
}
