import type { PartActions } from '../../shared/horizon/part-actions'
import type { PartWarningKind } from '../../shared/plan/part-notes'
import type { Part } from '../../shared/plan/part-schema'
import type { FiguresState } from '../plan/calculations'
import type { PartFigures } from '../plan/part-figures'
import type { JobState } from '../plan/use-part-job'
import type { ActionWords } from '../plan/action-rows'

/** A part that deserves a look, and why in a sentence. */
export type AttentionRow = { readonly part: Part; readonly sentence: string; readonly factIds: readonly string[] }

/** Parts that deserve a look for one reason. */
export type AttentionGroup = { readonly id: string; readonly title: string; readonly hint: string; readonly rows: readonly AttentionRow[] }

const flagGroups: readonly { readonly kind: PartWarningKind; readonly title: string; readonly hint: string }[] = [
  { kind: 'cover-shorter-than-delay', title: 'Cover shorter than the licence delay', hint: 'Stock on hand lasts less long than export controls add to the lead time.' },
  { kind: 'lands-after-pause', title: 'Lands after the pause’s nominal end', hint: 'An order of today may arrive when the suspended rules hold again.' },
  { kind: 'unknown-chemistry-on-critical-part', title: 'Unknown chemistry on a critical part', hint: 'Ask the supplier for elements and origin; unknown counts as controlled.' },
  { kind: 'weight-near-target', title: 'On a cliff of the scenario weights', hint: 'A slightly different weight would move the reorder point far.' },
  { kind: 'order-cap-binds', title: 'Order cut by a cap', hint: 'The largest licensed quantity per order leaves something missing.' },
  { kind: 'cap-binds', title: 'Level cut by a cap', hint: 'The largest cover allowed keeps the level below its target.' },
  { kind: 'contract-ends-before-receipt', title: 'Contract ends before receipt', hint: 'An order of today may arrive after the supply contract has ended.' },
]

/** The parts that deserve a look, grouped by reason, the most pressing first; groups without parts are left out. */
export function attentionGroups(
  parts: readonly Part[],
  of: { readonly figuresOf: (partId: string) => FiguresState; readonly actionsOf: (partId: string) => JobState<PartActions> | undefined; readonly words: ActionWords; readonly percent: (fraction: number) => string },
): readonly AttentionGroup[] {
  const known = parts.flatMap((part): readonly { readonly part: Part; readonly figures: PartFigures }[] => {
    const { value } = of.figuresOf(part.id)
    return value?.kind === 'figures' ? [{ part, figures: value }] : []
  })
  const broken = parts.flatMap((part): readonly AttentionRow[] => {
    const { value } = of.figuresOf(part.id)
    return value?.kind === 'problem' ? [{ part, sentence: value.sentences.join(' '), factIds: [] }] : []
  })
  const short = known.flatMap(({ part }): readonly AttentionRow[] => {
    const actions = of.actionsOf(part.id)?.value
    if (actions?.isShortBeforeReceipt !== true || actions.runOutDate === null) return []
    return [{ part, sentence: `Lasts until ${of.words.date(actions.runOutDate)} at mean usage; an order of today is in by ${of.words.date(actions.todayMedianReceiptDate)} at even odds, ${of.words.date(actions.todayLateReceiptDate)} at nine in ten.`, factIds: [] }]
  })
  const erp = known
    .flatMap(({ part, figures }): readonly (AttentionRow & { readonly given: number })[] => {
      const warning = figures.warnings.find(({ kind }) => kind === 'erp-level-below-target')
      if (warning === undefined || figures.erp === null) return []
      const { target } = figures
      const given = target.kind === 'fill-rate' ? figures.erp.service.fillRate : figures.erp.service.cycleServiceLevel
      const wanted = target.kind === 'fill-rate' ? target.fillRate : target.kind === 'cycle-service-level' ? target.cycleServiceLevel : (figures.service?.cycleServiceLevel ?? 0)
      return [{ part, given, sentence: `${of.words.quantity(part.erpSafetyStock ?? 0, part.unit)} gives ${of.percent(given)} under this timeline; ${of.percent(wanted)} is wanted (${of.words.quantity(figures.rounded.safetyStock, part.unit)}).`, factIds: warning.factIds }]
    })
    .toSorted((a, b) => a.given - b.given)
  const excess = known.flatMap(({ part, figures }): readonly AttentionRow[] => {
    const above = figures.order.inventoryPosition - figures.rounded.orderUpToLevel
    if (figures.demandMeanPerDay === 0 || above <= figures.orderQuantity) return []
    return [{ part, sentence: `${of.words.quantity(Math.floor(above), part.unit)} above the maximum of ${of.words.quantity(figures.rounded.orderUpToLevel, part.unit)}.`, factIds: [] }]
  })
  const idle = known.flatMap(({ part, figures }): readonly AttentionRow[] => (figures.demandMeanPerDay === 0 ? [{ part, sentence: 'No usage is known, so nothing is recommended: enter its usage, its history or the products it goes into.', factIds: [] }] : []))
  const flags = flagGroups.map(({ kind, title, hint }) => ({
    id: kind,
    title,
    hint,
    rows: known.flatMap(({ part, figures }) => figures.warnings.filter((warning) => warning.kind === kind).map(({ sentence, factIds }) => ({ part, sentence, factIds }))),
  }))
  return [
    { id: 'problem', title: 'Cannot be computed', hint: 'Something in these parts is wrong; their figures are missing everywhere.', rows: broken },
    { id: 'short', title: 'Likely to run out before an order of today arrives', hint: 'Open orders are counted on the day by which half of them are in.', rows: short },
    ...flags,
    { id: 'erp', title: 'ERP level gives less service than its target', hint: 'Under the policy timeline, the lowest first.', rows: erp },
    { id: 'no-usage', title: 'No usage known', hint: 'Nothing can be recommended of a part without usage.', rows: idle },
    { id: 'excess', title: 'More than is needed', hint: 'The inventory position is above the maximum by more than one order.', rows: excess },
  ].filter(({ rows }) => rows.length > 0)
}
