import { Button } from '@mantine/core'
import { chosenSide, type MergeDecisions } from '../../shared/plan/merge-decisions'
import type { MergeEffect } from '../../shared/plan/merge-effect'
import type { MergeItem } from '../../shared/plan/plan-merge'
import { useFormats } from '../ui/app-context'
import classes from './compare.module.css'
import { sideEffectText } from './effect-text'
import { decidedFor, type MergeLists } from './merge-lists'
import { cellTitle, valueText } from './value-text'

type Props = {
  readonly decisions: MergeDecisions
  readonly effects: ReadonlyMap<string, MergeEffect>
  readonly from: string
  readonly currency: string
  readonly scenarioName: (id: string) => string | null
  readonly onDecide: (decisions: MergeDecisions) => void
  readonly onJoin: (item: MergeItem) => void
}

/** What both have changed: before, mine and theirs side by side, with what each does to the recommendation. */
export function ConflictList({ lists, ...props }: Props & { readonly lists: MergeLists }) {
  const { decisions, from, onDecide } = props
  const all = lists.conflicts.flatMap(({ items }) => items)
  return (
    <section className={classes.card} data-tone={lists.openCount > 0 ? 'ask' : undefined} aria-labelledby="conflicts-heading">
      <div className={classes.cardHead}>
        <h2 id="conflicts-heading" className={classes.heading}>
          {lists.openCount > 0 ? 'You decide: changed on both sides' : 'Changed on both sides'}
        </h2>
        <div className={classes.tools}>
          <Button variant="default" onClick={() => onDecide(decidedFor(decisions, all, 'mine'))}>
            All as in mine
          </Button>
          <Button variant="default" onClick={() => onDecide(decidedFor(decisions, all, 'theirs'))}>
            All from {from}
          </Button>
        </div>
      </div>
      {lists.conflicts.map(({ rowKey, subject, items }) => (
        <div key={rowKey} className={classes.conflict}>
          <div className={classes.conflictHead}>
            <h3 className={classes.conflictTitle}>{`${subject.slice(0, 1).toUpperCase()}${subject.slice(1)}`}</h3>
            {items.length > 1 && (
              <span className={classes.tools}>
                <Button size="compact-sm" variant="subtle" aria-label={`Mine for all of ${subject}`} onClick={() => onDecide(decidedFor(decisions, items, 'mine'))}>
                  Mine for all
                </Button>
                <Button size="compact-sm" variant="subtle" aria-label={`Theirs for all of ${subject}`} onClick={() => onDecide(decidedFor(decisions, items, 'theirs'))}>
                  Theirs for all
                </Button>
              </span>
            )}
          </div>
          {items.map((item) => (
            <Conflict key={item.id} item={item} {...props} />
          ))}
        </div>
      ))}
    </section>
  )
}

function Conflict({ item, decisions, effects, from, currency, scenarioName, onDecide, onJoin }: Props & { readonly item: MergeItem }) {
  const formats = useFormats()
  const chosen = chosenSide(item, decisions)
  const effect = effects.get(item.id)
  const text = (side: 'base' | 'mine' | 'theirs'): string => {
    if (item.cell !== null) return valueText(item[side], { cell: item.cell, formats, nameOf: scenarioName })
    return side === 'theirs' ? 'there' : 'not there'
  }
  const side = (name: 'mine' | 'theirs', words: string) => (
    <label className={classes.side} data-chosen={chosen === name ? '' : undefined}>
      <input type="radio" name={item.id} checked={chosen === name} onChange={() => onDecide(decidedFor(decisions, [item], name))} />
      <span>
        <span className={classes.sideName}>{words}</span>
        <span className={classes.sideValue}>{text(name)}</span>
        <span className={classes.sideEffect}>{effect === undefined ? 'being computed' : sideEffectText(effect, name, { formats, currency })}</span>
      </span>
    </label>
  )
  return (
    <fieldset className={classes.cell}>
      <legend>{cellTitle(item.words)}</legend>
      <div className={classes.sides} data-two={item.hasBase ? undefined : ''}>
        {item.hasBase && (
          <div className={classes.side} data-base="">
            <span>
              <span className={classes.sideName}>Before</span>
              <span className={classes.sideValue}>{item.cell === null ? 'there' : text('base')}</span>
            </span>
          </div>
        )}
        {side('mine', 'Mine')}
        {side('theirs', `From ${from}`)}
      </div>
      {item.joinWith !== null && (
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => onJoin(item)}>
          It is the same part: join it with mine
        </Button>
      )}
    </fieldset>
  )
}
