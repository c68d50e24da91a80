/** A term of the model in two sentences: what it is, and what it means for the planner. */
export type Term = {
  /** As it stands on screen. */
  readonly name: string
  /** What it is, in one sentence, and what follows from it, in another. */
  readonly sentences: readonly [string, string]
  /** The section of the planning model, the book or the fact of the article it is from. */
  readonly source: string
}

/** The terms that screens explain, by id. */
export const terms = {
  'safety-stock': {
    name: 'Safety stock',
    sentences: ['What is kept above the mean usage of the protection interval, so that late goods and high usage do not empty the shelf.', 'It is the reorder point less the mean usage until the next order can arrive, measured in the status-quo scenario.'],
    source: 'Lodestock planning model, section 6',
  },
  'reorder-point': {
    name: 'Reorder point',
    sentences: ['Order when the inventory position is below it.', 'It covers the usage from now until the order after this one could arrive, with the wanted service.'],
    source: 'Lodestock planning model, section 6',
  },
  'order-up-to-level': {
    name: 'Maximum',
    sentences: ['The position that an order restores, called the maximum stock in most ERP systems.', 'It is the reorder point plus what one order brings beyond a review period’s usage.'],
    source: 'Lodestock planning model, section 6',
  },
  'inventory-position': {
    name: 'Position',
    sentences: ['Stock on hand, less what is allocated and backordered, plus everything on order, wherever it waits.', 'Orders are decided by it and not by the stock on the shelf, so that nothing is ordered twice.'],
    source: 'Lodestock planning model, section 6',
  },
  'order-now': {
    name: 'Order now',
    sentences: ['How much to order today: nothing while the position is at or above the reorder point, else enough to restore the level.', 'It is a whole number of lots and never less than the minimum order.'],
    source: 'Lodestock planning model, section 6',
  },
  'lead-time': {
    name: 'Lead time',
    sentences: ['The days from placing an order to having usable stock, with the waits for export licences that the policy timeline brings.', 'It is a distribution and not a number: the mean, the median and the time that nine of ten orders stay below are shown.'],
    source: 'Lodestock planning model, section 4',
  },
  'base-lead-time': {
    name: 'Base lead time',
    sentences: ['The lead time with no export control at all, as supplier and forwarder quote it.', 'It may be entered as one number or in legs, which add up.'],
    source: 'Lodestock planning model, section 4',
  },
  transit: {
    name: 'After the border',
    sentences: ['The part of the base lead time that comes after the goods have left the country: transit, import and receiving.', 'A licence must be there before it begins, and a halt no longer touches goods in it.'],
    source: 'Lodestock planning model, section 4',
  },
  'protection-interval': {
    name: 'Protection interval',
    sentences: ['The days that one order decision must last: the review period and then the lead time of the next order.', 'So a control that begins soon is felt one review before it is too late.'],
    source: 'Lodestock planning model, section 5',
  },
  'review-period': {
    name: 'Review period',
    sentences: ['The days between two decisions on what to order.', 'The longer it is, the longer a level must last and the higher it is.'],
    source: 'Lodestock planning model, section 1; Chopra & Meindl, Supply Chain Management, ch. 12',
  },
  'planning-date': {
    name: 'Planning date',
    sentences: ['The day for which everything is computed; what happened before it is history.', 'Leave it at today for daily work, and fix it to reproduce the figures of a meeting.'],
    source: 'Lodestock planning model, section 1',
  },
  horizon: {
    name: 'Horizon',
    sentences: ['How many weeks the plan looks ahead, 4 to 156.', 'Relief that comes later, such as new processing plants, cannot close a gap within it.'],
    source: 'Lodestock planning model, section 1; the article, A-HO-01',
  },
  usage: {
    name: 'Usage',
    sentences: ['What is taken of a part per week, from its history, as stated, or from the build plan.', 'It has a mean and a variance; both move the safety stock.'],
    source: 'Lodestock planning model, section 2',
  },
  'usage-cv': {
    name: 'Coefficient of variation',
    sentences: ['The standard deviation of weekly usage as a share of its mean.', 'Where a part has no standard deviation of its own the plan’s value is taken, and the part is marked so.'],
    source: 'Lodestock planning model, section 2',
  },
  'build-plan': {
    name: 'Build plan',
    sentences: ['Products built per week, times the quantity of a part in each, plus scrap.', 'A part whose usage is set to the build plan follows every change of the assemblies.'],
    source: 'Lodestock planning model, section 2',
  },
  scrap: {
    name: 'Scrap',
    sentences: ['What is used up on top of the quantity that stays in the product, as a share of it.', '5 % means that 105 pieces are taken for every 100 built in.'],
    source: 'Lodestock planning model, section 2',
  },
  'demand-distribution': {
    name: 'Distribution of usage',
    sentences: ['How usage over an interval spreads around its mean: gamma unless the part says otherwise.', 'Gamma is never negative and allows for long tails; normal is the textbook’s, negative binomial fits slow movers.'],
    source: 'Lodestock planning model, section 2',
  },
  'cycle-service-level': {
    name: 'Cycle service level',
    sentences: ['The probability that stock does not run out in a replenishment cycle.', 'It is not the share of demand served, which is the fill rate and usually higher.'],
    source: 'Lodestock planning model, section 6; Chopra & Meindl, ch. 12',
  },
  'fill-rate': {
    name: 'Fill rate',
    sentences: ['The share of demand that is met from stock at once.', 'It says how much is short, not how often.'],
    source: 'Lodestock planning model, section 6; Chopra & Meindl, ch. 12',
  },
  'least-cost': {
    name: 'Least cost',
    sentences: ['A target that weighs the cost of holding a unit against the cost of one unit being a day late.', 'The level is the smallest at which one more unit would cost more than it saves.'],
    source: 'Lodestock planning model, section 6',
  },
  'export-control': {
    name: 'Export control',
    sentences: ['A rule that makes goods of some origins, elements or forms wait for a licence, or stops them.', 'What is not known of a part counts as controlled, and is shown as an assumption.'],
    source: 'Lodestock planning model, section 3',
  },
  'policy-event': {
    name: 'Event',
    sentences: ['Something dated that changes a control or only informs: announced, in effect, nominally ended, with its source.', 'Built-in events are never overwritten; your own may stand in their place.'],
    source: 'Lodestock planning model, section 3',
  },
  'nominal-end': {
    name: 'Nominal end',
    sentences: ['The day on which a measure is announced to end, such as the pause of one year.', 'What holds afterwards is not known until someone has verified it; scenarios take both sides.'],
    source: 'Lodestock planning model, section 3; the article, A-GU-03',
  },
  'licence-wait': {
    name: 'Licence wait',
    sentences: ['The days from an accepted application to the grant; a distribution.', 'It is drawn from the rule in force on the day of filing; later changes do not touch an application already filed.'],
    source: 'Lodestock planning model, section 3',
  },
  'refusal-rate': {
    name: 'Refusal rate',
    sentences: ['The share of applications that are refused and filed again at once.', 'Each refusal adds a whole wait, so the longest waits grow much more than the mean.'],
    source: 'Lodestock planning model, section 3',
  },
  'licence-route': {
    name: 'Licence route',
    sentences: ['Whether each shipment needs its own licence, the supplier holds a general one, or the goods are exempt.', 'It decides which wait a part’s orders have.'],
    source: 'Lodestock planning model, section 3',
  },
  'application-day': {
    name: 'Application day',
    sentences: ['The day on which a licence is applied for: some days after the order, or after the goods are ready.', 'Applying at the order lets production and waiting run side by side and shortens the lead time.'],
    source: 'Lodestock planning model, section 3',
  },
  halt: {
    name: 'Halt',
    sentences: ['A time in which nothing leaves; applications that are not granted yet are void and filed again after it.', 'A halt without an end is taken to last the days in the settings, which is an assumption.'],
    source: 'Lodestock planning model, section 3',
  },
  scenario: {
    name: 'Scenario',
    sentences: ['One way the policy may go: events of its own on top of the common timeline, and a weight.', 'The levels are made for all scenarios together, by their weights, unless the plan says otherwise.'],
    source: 'Lodestock planning model, section 3',
  },
  'scenario-weight': {
    name: 'Weight',
    sentences: ['How likely a scenario is taken to be; the weights add up to 100 %.', 'They are a judgement and marked as an assumption: move one and see at once what it costs.'],
    source: 'Lodestock planning model, section 3',
  },
  'status-quo': {
    name: 'Status quo',
    sentences: ['The scenario in which today’s rules continue.', 'Safety stock is measured from its mean usage, so that it cannot fall as a halt becomes likelier.'],
    source: 'Lodestock planning model, section 6',
  },
  contributions: {
    name: 'Contributions',
    sentences: ['What each cause adds to the safety stock, one after the other: usage, lead time, today’s controls, other scenarios, caps, rounding.', 'They add up to the safety stock exactly.'],
    source: 'Lodestock planning model, section 7',
  },
  'policy-blind-level': {
    name: 'Policy-blind level',
    sentences: ['The same computation as if there were no export controls.', 'Beside it stands the service it really gives under the policy timeline.'],
    source: 'Lodestock planning model, section 7',
  },
  'textbook-level': {
    name: 'Textbook level',
    sentences: ['The usual formula: a factor of the service times the standard deviation over the lead time, without controls.', 'It is shown to compare with; nothing is ordered on the strength of it.'],
    source: 'Lodestock planning model, section 7; Chopra, Reinhardt & Dada, Decision Sciences 35(1), 2004',
  },
  'erp-level': {
    name: 'ERP level',
    sentences: ['The safety stock that stands in your ERP today, as imported or entered.', 'The service it really gives under the policy timeline stands beside it.'],
    source: 'Lodestock planning model, section 7',
  },
  pipeline: {
    name: 'Longer pipeline',
    sentences: ['What is on order longer because goods wait for licences.', 'In steady state it is not in your building, so it is shown apart from safety stock.'],
    source: 'Lodestock planning model, section 7',
  },
  cover: {
    name: 'Cover',
    sentences: ['A stock divided by the mean usage per day: how many days it lasts.', 'Cover shorter than the delay a control adds is marked.'],
    source: 'Lodestock planning model, section 7; the article, A-DI-02',
  },
  'holding-rate': {
    name: 'Holding rate',
    sentences: ['What keeping stock costs in a year as a share of its value: capital, space, insurance, loss.', 'It does not move levels with a service target; it moves their cost, and least-cost targets.'],
    source: 'Lodestock planning model, section 6',
  },
  cash: {
    name: 'Cash in safety stock',
    sentences: ['The safety stock times the unit cost, in the plan’s currency.', 'Parts without a unit cost are left out and counted.'],
    source: 'Lodestock planning model, section 7',
  },
  moq: {
    name: 'Minimum order',
    sentences: ['The least that the supplier takes an order for.', 'It raises the maximum and, for fill-rate targets, lowers the reorder point.'],
    source: 'Lodestock planning model, section 6',
  },
  'lot-multiple': {
    name: 'Lot',
    sentences: ['Orders are whole multiples of it.', 'Without a lot, pieces are ordered whole and other units in the plan’s steps.'],
    source: 'Lodestock planning model, section 6',
  },
  cap: {
    name: 'Cap',
    sentences: ['A largest cover or a largest licensed quantity that cuts a level or an order.', 'What is missing because of it is shown, and the service that is left.'],
    source: 'Lodestock planning model, section 6',
  },
  'order-by-date': {
    name: 'Order by',
    sentences: ['The last day to order and still be out, nine times in ten, before a control gets worse.', 'After it, ordering early no longer helps for certain; the level must bear the rest.'],
    source: 'Lodestock planning model, section 8',
  },
  'projected-stock': {
    name: 'Projected stock',
    sentences: ['Net stock by week over many simulated futures, as percentiles.', 'In each of them the scenario is drawn once and the rule of this plan is followed.'],
    source: 'Lodestock planning model, section 8',
  },
  survival: {
    name: 'Survival',
    sentences: ['How many days a part lasts if nothing more leaves the border from a date on.', 'The product that stops first tells which magnet to secure first.'],
    source: 'Lodestock planning model, section 8',
  },
  'open-order': {
    name: 'Open order',
    sentences: ['What is ordered and not yet received, with its promised day and the status of its licence.', 'A promise is taken as the day without the wait, unless it says that the licence is counted in.'],
    source: 'Lodestock planning model, section 8',
  },
  override: {
    name: 'Override',
    sentences: ['A level that a planner sets beside the computed one, with a reason, an author and perhaps an end.', 'It never replaces the computed level, so both can be defended.'],
    source: 'Lodestock planning model, section 7',
  },
  'unknown-chemistry': {
    name: 'Unknown chemistry',
    sentences: ['Elements or origin of a part that the supplier has not stated.', 'Unknown counts as contained and controlled, so the level is on the safe side until you ask.'],
    source: 'Lodestock planning model, section 3',
  },
  assumption: {
    name: 'Assumption',
    sentences: ['A number that no source gives and that you may change.', 'It is marked wherever it is used, and listed in the report.'],
    source: 'Lodestock planning model, introduction',
  },
  sensitivity: {
    name: 'Sensitivity',
    sentences: ['How the whole safety stock changes when one input is a quarter lower or higher.', 'Check first the inputs that move it most.'],
    source: 'Lodestock planning model, section 9',
  },
  regret: {
    name: 'Regret',
    sentences: ['What a plan made for one future costs when another one comes.', 'It helps to choose a plan that is bearable in all of them.'],
    source: 'Lodestock planning model, section 9',
  },
} as const satisfies Readonly<Record<string, Term>>

/** The id of a term that screens explain. */
export type TermId = keyof typeof terms

/** Terms that have every word of a search in their name or sentences, by name. */
export function foundTerms(search: string): readonly (Term & { readonly id: string })[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const all: readonly (Term & { readonly id: string })[] = Object.entries(terms).map(([id, term]) => ({ id, ...term }))
  return all
    .filter(({ name, sentences }) => words.every((word) => `${name} ${sentences.join(' ')}`.toLowerCase().includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
