import type { Part } from './part-schema'

/**
 * Whether nothing at all is entered about the stock of a part: nothing on hand, promised, owed or on order.
 *
 * A part that has just been added or imported without its stock looks so, and so does one that has really run out; what
 * is recommended of either rests on there being none, and that must be said.
 *
 * @param part the part
 *
 * @example
 * hasNoStockEntered({ onHand: 0, allocated: 0, backordered: 0, openOrders: [] }) // => true
 */
export function hasNoStockEntered({ onHand, allocated, backordered, openOrders }: Pick<Part, 'onHand' | 'allocated' | 'backordered' | 'openOrders'>): boolean {
  return onHand === 0 && allocated === 0 && backordered === 0 && openOrders.length === 0
}

/** What is assumed of such a part, in a sentence. */
export const noStockSentence = 'No stock and no open order is entered, so nothing is taken to be on hand.'
