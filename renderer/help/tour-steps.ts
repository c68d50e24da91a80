/** One step of the tour: where it stands, what it points at, and what it says. */
export type TourStep = {
  readonly screen: 'actions' | 'part' | 'timeline' | 'parts'
  /** The `data-tour` mark of what it points at. */
  readonly target: string
  readonly title: string
  readonly text: string
}

/** From the question “what do I order” to the keys, in six steps. */
export const tourSteps: readonly TourStep[] = [
  { screen: 'actions', target: 'orders', title: 'What to order', text: 'The answer comes first: what to order, how much and by when, the most urgent on top, each with its reason.' },
  { screen: 'part', target: 'why', title: 'Why so much', text: 'Press a part to see why. The chart takes its safety stock apart by cause; below, your ERP’s level and the service it really gives.' },
  { screen: 'timeline', target: 'weights', title: 'What politics may bring', text: 'Move the weight of a scenario, or an event on the axis above: cash, cover and orders follow at once. Every event has its source.' },
  { screen: 'parts', target: 'grid', title: 'Your data', text: 'The grid behaves like a spreadsheet: type, paste a block from Excel, fill down. Each gesture is one step to undo.' },
  { screen: 'parts', target: 'versions', title: 'Nothing is lost', text: 'Every change is kept at once. Save a version before a meeting, and return to it from the plan’s history.' },
  { screen: 'parts', target: 'commands', title: 'Find everything', text: 'Commands leads to any screen, command or part. Help, beside it, explains every term in two sentences and starts this tour again.' },
]
