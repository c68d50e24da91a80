import { rangeHeight, rangeWidth } from './cell-range'
import type { EditPlan } from './edit-plan'

/** What a gesture was. */
export type EditGesture = 'paste' | 'fill' | 'clear' | 'cut' | 'edit' | 'bulk-edit'

const done: Readonly<Record<EditGesture, string>> = {
  paste: 'pasted', fill: 'filled', clear: 'cleared', cut: 'cut', edit: 'edited', 'bulk-edit': 'edited',
}

/** What happened, for the status line and the screen reader: `50 x 5 pasted: 250 cells changed, 3 refused.` */
export function editSentence(gesture: EditGesture, plan: EditPlan): string {
  const { changes, refused, unchangedCount, readOnlyCount, numbersSentence } = plan
  const counts = [
    `${cells(changes.length)} changed`,
    ...(unchangedCount > 0 ? [`${counted(unchangedCount)} already so`] : []),
    ...(refused.length > 0 ? [`${counted(refused.length)} refused`] : []),
    ...(readOnlyCount > 0 ? [`${counted(readOnlyCount)} read-only left alone`] : []),
  ]
  const size = `${counted(rangeHeight(plan.range))} x ${rangeWidth(plan.range)}`
  return `${size} ${done[gesture]}: ${counts.join(', ')}.${numbersSentence === '' ? '' : ` ${numbersSentence}`}`
}

/** The name of the gesture under Undo. */
export function editLabel(gesture: EditGesture, changedCount: number, columnTitle: string): string {
  switch (gesture) {
    case 'edit':
      return `Change ${columnTitle}`
    case 'paste':
      return `Paste of ${cells(changedCount)}`
    case 'fill':
      return `Fill of ${cells(changedCount)}`
    case 'clear':
      return `Clear ${cells(changedCount)}`
    case 'cut':
      return `Cut of ${cells(changedCount)}`
    case 'bulk-edit':
      return `Change ${columnTitle} of ${changedCount === 1 ? '1 part' : `${counted(changedCount)} parts`}`
  }
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${counted(count)} cells`
}

function counted(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
}
