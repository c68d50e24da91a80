/** A term of the model in two sentences: what it is, and what it means for the planner. */
export type Term = {
  /** As it stands on screen. */
  readonly name: string
  /** What it is, in one sentence, and what follows from it, in another. */
  readonly sentences: readonly [string, string]
}

/** The terms that screens explain, by id. */
export const terms = {
  'safety-stock': {
    name: 'Safety stock',
    sentences: [
      'What is kept above the mean usage of the protection interval, so that late goods and high usage do not empty the shelf.',
      'It is the reorder point less the mean usage until the next order can arrive, measured in the status-quo scenario.',
    ],
  },
  'reorder-point': {
    name: 'Reorder point',
    sentences: [
      'Order when the inventory position is below it.',
      'It covers the usage from now until the order after this one could arrive, with the wanted service.',
    ],
  },
  'order-up-to-level': {
    name: 'Maximum',
    sentences: ['The position that an order restores, called the maximum stock in most ERP systems.', 'It is the reorder point plus what one order brings beyond a review period’s usage.'],
  },
  'inventory-position': {
    name: 'Position',
    sentences: [
      'Stock on hand, less what is allocated and backordered, plus everything on order, wherever it waits.',
      'Orders are decided by it and not by the stock on the shelf, so that nothing is ordered twice.',
    ],
  },
  'lead-time': {
    name: 'Lead time',
    sentences: [
      'The days from placing an order to having usable stock, with the waits for export licences that the policy timeline brings.',
      'It is a distribution and not a number: the mean, the median and the time that nine of ten orders stay below are shown.',
    ],
  },
  'cycle-service-level': {
    name: 'Cycle service level',
    sentences: ['The probability that stock does not run out in a replenishment cycle.', 'It is not the share of demand served, which is the fill rate and usually higher.'],
  },
  'fill-rate': {
    name: 'Fill rate',
    sentences: ['The share of demand that is met from stock at once.', 'It says how much is short, not how often.'],
  },
} as const satisfies Readonly<Record<string, Term>>

/** The id of a term that screens explain. */
export type TermId = keyof typeof terms
