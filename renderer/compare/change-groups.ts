import type { MeasuredChange, PlanDifference } from '../../shared/plan/difference-effects'
import type { PlanChange } from '../../shared/plan/plan-difference'
import type { WaterfallStep } from '../ui/charts/waterfall-steps'

/** What changes are sorted by, in the order in which they are shown. */
export const changeGroups = ['Policy timeline', 'Scenarios', 'Settings', 'Assemblies', 'Usage', 'Lead times', 'Targets', 'Costs and lots', 'Stock and orders', 'Other part data', 'Parts added', 'Parts removed'] as const
/** What a change is about. */
export type ChangeGroup = (typeof changeGroups)[number]

const groupsOfFields: Readonly<Record<string, ChangeGroup>> = {
  usage: 'Usage', usageHistory: 'Usage', forecast: 'Usage', demandFamily: 'Usage',
  leadTime: 'Lead times', applicationLag: 'Lead times', licenceRoute: 'Lead times', originCountry: 'Lead times', rareEarthOriginCountry: 'Lead times', materialFamily: 'Lead times', elements: 'Lead times', reviewPeriodDays: 'Lead times', erpLeadTimeDays: 'Lead times',
  target: 'Targets', isCritical: 'Targets', sector: 'Targets', capCoverDays: 'Targets', override: 'Targets',
  unitCost: 'Costs and lots', moq: 'Costs and lots', lotMultiple: 'Costs and lots', capOrderQuantity: 'Costs and lots',
  onHand: 'Stock and orders', allocated: 'Stock and orders', backordered: 'Stock and orders', erpSafetyStock: 'Stock and orders', erpReorderPoint: 'Stock and orders',
}

/** What a change is about, by the row and the cell it is in. */
export function changeGroup({ id, kind }: Pick<PlanChange, 'id' | 'kind'>): ChangeGroup {
  const [rowKey = '', cell = ''] = id.split('|')
  switch (rowKey.split(':')[0]) {
    case 'event':
    case 'control':
    case 'set-aside':
      return 'Policy timeline'
    case 'scenario':
      return 'Scenarios'
    case 'settings':
      return cell === 'scenarios.weights' ? 'Scenarios' : cell === 'timeline.verifiedDate' ? 'Policy timeline' : 'Settings'
    case 'assembly':
    case 'use':
      return 'Assemblies'
    case 'order':
      return 'Stock and orders'
    case 'override':
      return 'Targets'
    default:
      return kind === 'added' ? 'Parts added' : kind === 'removed' ? 'Parts removed' : (groupsOfFields[cell.split('.')[0] ?? ''] ?? 'Other part data')
  }
}

/** What each group of changes does to the cash in safety stock, adding up to the whole difference; groups without an effect are left out. */
export function effectSteps({ changes, before, after }: PlanDifference): readonly WaterfallStep[] {
  const sums = new Map<ChangeGroup, { cash: number; count: number }>()
  for (const change of changes) {
    const group = changeGroup(change)
    const sum = sums.get(group) ?? { cash: 0, count: 0 }
    sums.set(group, { cash: sum.cash + change.cash, count: sum.count + 1 })
  }
  const steps = changeGroups.flatMap((group): WaterfallStep[] => {
    const sum = sums.get(group)
    return sum === undefined || Math.abs(sum.cash) < 0.5 ? [] : [{ label: group, value: sum.cash, isTotal: false, sentence: `${sum.count} ${sum.count === 1 ? 'change' : 'changes'}` }]
  })
  return steps.length === 0 ? [] : [...steps, { label: 'Difference', value: after.cash - before.cash, isTotal: true, sentence: 'all changes together' }]
}

/** Changes that a person looks for: of one group or all, with every word of a search. */
export function foundChanges<Change extends PlanChange>(changes: readonly Change[], of: { readonly group: ChangeGroup | null; readonly search: string }): readonly Change[] {
  const words = of.search.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  return changes.filter((change) => (of.group === null || changeGroup(change) === of.group) && words.every((word) => `${change.subject} ${change.words}`.toLowerCase().includes(word)))
}

/** The largest effect on the cash first; what has none keeps its order. */
export function byEffect(changes: readonly MeasuredChange[]): readonly MeasuredChange[] {
  return changes.toSorted((a, b) => Math.abs(b.cash) - Math.abs(a.cash))
}
