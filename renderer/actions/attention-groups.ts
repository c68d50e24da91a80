import type { PartActions } from '../../shared/horizon/part-actions'
import type { Part } from '../../shared/plan/part-schema'
import type { ActionWords } from '../plan/action-rows'
import type { FiguresState } from '../plan/calculations'
import type { JobState } from '../plan/part-job-book'
import { attentionFindings, type AttentionFinding, type AttentionReason, type AttentionRow } from './attention-rows'

/** Parts that deserve a look for one reason. */
export type AttentionGroup = { readonly id: AttentionReason; readonly title: string; readonly hint: string; readonly rows: readonly AttentionRow[] }

/** Every group, the most pressing first. */
const groups: readonly Omit<AttentionGroup, 'rows'>[] = [
  { id: 'problem', title: 'Cannot be computed', hint: 'Something in these parts is wrong; their figures are missing everywhere.' },
  { id: 'no-stock', title: 'No stock entered', hint: 'Orders of these parts take it that nothing is on hand; enter or import what there is.' },
  { id: 'short', title: 'Likely to run out before an order of today arrives', hint: 'Open orders are counted on the day by which half of them are in.' },
  { id: 'cover-shorter-than-delay', title: 'Cover shorter than the licence delay', hint: 'Stock on hand lasts less long than export controls add to the lead time.' },
  { id: 'lands-after-pause', title: 'Lands after the pause’s nominal end', hint: 'An order of today may arrive when the suspended rules hold again.' },
  { id: 'unknown-chemistry-on-critical-part', title: 'Unknown chemistry on a critical part', hint: 'Ask the supplier for elements and origin; unknown counts as controlled.' },
  { id: 'control-assumed', title: 'Counted as controlled for want of facts', hint: 'What is not known of origin, material and elements counts as controlled: waits and levels are on the safe side.' },
  { id: 'weight-near-target', title: 'On a cliff of the scenario weights', hint: 'A slightly different weight would move the reorder point far.' },
  { id: 'order-cap-binds', title: 'Order cut by a cap', hint: 'The largest licensed quantity per order leaves something missing.' },
  { id: 'cap-binds', title: 'Level cut by a cap', hint: 'The largest cover allowed keeps the level below its target.' },
  { id: 'contract-ends-before-receipt', title: 'Contract ends before receipt', hint: 'An order of today may arrive after the supply contract has ended.' },
  { id: 'erp', title: 'ERP level gives less service than its target', hint: 'Under the policy timeline, the lowest first.' },
  { id: 'no-usage', title: 'No usage known', hint: 'Nothing can be recommended of a part without usage.' },
  { id: 'excess', title: 'More than is needed', hint: 'The inventory position is above the maximum by more than one order.' },
]

/** The parts that deserve a look, grouped by reason, the most pressing first; groups without parts are left out. */
export function attentionGroups(
  parts: readonly Part[],
  of: { readonly figuresOf: (partId: string) => FiguresState; readonly actionsOf: (partId: string) => JobState<PartActions> | undefined; readonly words: ActionWords; readonly percent: (fraction: number) => string },
): readonly AttentionGroup[] {
  const byReason = new Map<AttentionReason, AttentionFinding[]>(groups.map(({ id }) => [id, []]))
  for (const part of parts) {
    const found = attentionFindings(part, { figures: of.figuresOf(part.id), job: of.actionsOf(part.id), words: of.words, percent: of.percent })
    for (const finding of found) byReason.get(finding.reason)?.push(finding)
  }
  return groups.flatMap((group) => {
    const found = byReason.get(group.id) ?? []
    return found.length === 0 ? [] : [{ ...group, rows: found.toSorted((a, b) => a.rank - b.rank).map(({ row }) => row) }]
  })
}
