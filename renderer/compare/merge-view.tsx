import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { chosenSide, type MergeDecisions } from '../../shared/plan/merge-decisions'
import type { MergeEffect } from '../../shared/plan/merge-effect'
import { mergeSummary } from '../../shared/plan/merge-summary'
import type { MergeItem, PlanMerge } from '../../shared/plan/plan-merge'
import { useFormats } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { noFigure } from '../ui/formats'
import { StatTile, StatTiles } from '../ui/stat-tile'
import classes from './compare.module.css'
import { ConflictList } from './conflict-list'
import { effectText, proposalEffectText } from './effect-text'
import { decidedFor, mergeLists, methodSentence } from './merge-lists'
import type { ComparisonState } from './use-comparison'
import { cellTitle, valueText } from './value-text'

const rowsAtATime = 50

/** A colleague's copy beside mine: conflicts side by side, proposals unticked, what is taken and kept, and what it all does. */
export function MergeView(props: {
  readonly merge: PlanMerge
  readonly fileName: string
  readonly decisions: MergeDecisions
  readonly effects: ReadonlyMap<string, MergeEffect>
  readonly outcome: ComparisonState
  readonly currency: string
  readonly scenarioName: (id: string) => string | null
  readonly isBusy: boolean
  readonly onDecide: (decisions: MergeDecisions) => void
  readonly onJoin: (item: MergeItem) => void
  readonly onMerge: () => void
}) {
  const { merge, decisions, outcome, currency, onDecide } = props
  const formats = useFormats()
  const lists = useMemo(() => mergeLists(merge, decisions), [merge, decisions])
  const from = merge.author ?? 'the other copy'
  const conflictCount = lists.conflicts.reduce((sum, { items }) => sum + items.length, 0)
  const measured = useMemo(() => new Map((outcome.difference?.changes ?? []).map((change) => [change.id, change])), [outcome.difference])
  if (merge.items.length === 0) return <EmptyState title="Nothing to merge" sentence={`${props.fileName} and this plan are the same in every cell.`} />
  const cash = outcome.difference === null ? null : outcome.difference.after.cash - outcome.difference.before.cash
  // Another plan leaves nothing behind unless something of it is taken.
  const isNothing = merge.method === 'import' && merge.items.every((item) => chosenSide(item, decisions) !== 'theirs')
  const rest = { scenarioName: props.scenarioName, decisions, onDecide, cashOf: (id: string) => measured.get(id)?.cash ?? null, currency }
  return (
    <>
      <p className={classes.note} style={{ marginBottom: 12 }}>
        {merge.author === null && merge.savedDate === null ? '' : `Saved${merge.author === null ? '' : ` by ${merge.author}`}${merge.savedDate === null ? '' : ` on ${/^\d{4}-\d\d-\d\d$/u.test(merge.savedDate) ? formats.date(merge.savedDate) : merge.savedDate}`}. `}
        {methodSentence(merge, from)}
      </p>
      <StatTiles>
        <StatTile label="Conflicts" figure={formats.whole(conflictCount)} context={lists.openCount > 0 ? `${formats.whole(lists.openCount)} to decide` : conflictCount === 0 ? 'nothing was changed on both sides' : merge.method === 'three-way' ? 'all decided' : 'yours is marked in each'} tone={lists.openCount > 0 ? 'warn' : conflictCount > 0 && merge.method !== 'three-way' ? 'neutral' : 'good'} />
        <StatTile label={`Changed by ${from}`} figure={formats.whole(lists.taken.length)} context="taken unless you untick them" />
        <StatTile label="Changed by you" figure={formats.whole(lists.kept.length)} context="kept" />
        <StatTile
          label="Cash in safety stock"
          figure={outcome.difference === null ? '–' : formats.money(outcome.difference.after.cash, currency)}
          context={cash === null ? (outcome.sentence ?? 'being computed') : `${cash > 0 ? '+' : cash < 0 ? '−' : ''}${formats.money(Math.abs(cash), currency)} by this merge`}
          isStale={outcome.isRunning}
        />
      </StatTiles>
      {conflictCount > 0 && <ConflictList lists={lists} decisions={decisions} effects={props.effects} from={from} currency={currency} scenarioName={props.scenarioName} onDecide={onDecide} onJoin={props.onJoin} />}
      {lists.proposals.length > 0 && (
        <section className={classes.card} aria-labelledby="proposals-heading">
          <div className={classes.cardHead}>
            <div>
              <h2 id="proposals-heading" className={classes.heading}>
                Proposals
              </h2>
              <p className={classes.note}>Done only where you tick them: what {from} deleted, and what nobody knows to be new or deleted.</p>
            </div>
            {merge.method === 'import' && (
              <Button variant="default" onClick={() => onDecide(decidedFor(decisions, lists.proposals, 'theirs'))}>
                Tick all
              </Button>
            )}
          </div>
          <ItemTable caption="Proposed changes" items={lists.proposals} tickHeading="Do it" effects={props.effects} {...rest} />
        </section>
      )}
      {lists.taken.length > 0 && (
        <section className={classes.card} aria-labelledby="taken-heading">
          <div className={classes.cardHead}>
            <h2 id="taken-heading" className={classes.heading}>
              Taken from {from}
            </h2>
          </div>
          <ItemTable caption={`Changes taken from ${from}`} items={lists.taken} tickHeading="Take" effects={null} {...rest} />
        </section>
      )}
      {lists.kept.length > 0 && (
        <section className={classes.card}>
          <details className={classes.more}>
            <summary>{lists.kept.length === 1 ? '1 change of yours is kept' : `${formats.whole(lists.kept.length)} changes of yours are kept`}</summary>
            <ul className={classes.plainList}>
              {lists.kept.slice(0, 200).map((item) => (
                <li key={item.id}>
                  {item.subject}, {item.words}
                  {item.cell === null ? '' : `: ${valueText(item.mine, { cell: item.cell, formats, nameOf: props.scenarioName })}`}
                </li>
              ))}
              {lists.kept.length > 200 && <li>and {formats.whole(lists.kept.length - 200)} more</li>}
            </ul>
          </details>
        </section>
      )}
      <footer className={classes.foot}>
        <div aria-live="polite">
          <p className={classes.footWords}>{capital(mergeSummary(merge, decisions))}</p>
          <p className={classes.footNote}>{lists.openCount > 0 ? 'Decide every conflict first; nothing is written before.' : 'One step, which Undo takes back; the history keeps both copies.'}</p>
        </div>
        <Button disabled={lists.openCount > 0 || props.isBusy || isNothing} onClick={props.onMerge}>
          Merge into this plan
        </Button>
      </footer>
    </>
  )
}

function ItemTable(props: {
  readonly caption: string
  readonly items: readonly MergeItem[]
  readonly tickHeading: string
  readonly decisions: MergeDecisions
  readonly onDecide: (decisions: MergeDecisions) => void
  readonly cashOf: (id: string) => number | null
  /** What each would do by itself; null where the whole merge is measured. */
  readonly effects: ReadonlyMap<string, MergeEffect> | null
  readonly currency: string
  readonly scenarioName: (id: string) => string | null
}) {
  const { items, decisions } = props
  const formats = useFormats()
  const [most, setMost] = useState(rowsAtATime)
  const text = (item: MergeItem, side: 'mine' | 'theirs'): string => valueText(item[side], { cell: item.cell, formats, nameOf: props.scenarioName })
  const columns: readonly DataColumn<MergeItem>[] = [
    {
      id: 'take',
      heading: props.tickHeading,
      width: '64px',
      cell: (item) => (
        <Checkbox aria-label={`${props.tickHeading}: ${item.subject}, ${item.words}`} checked={chosenSide(item, decisions) === 'theirs'} onChange={(event) => props.onDecide(decidedFor(decisions, [item], event.currentTarget.checked ? 'theirs' : 'mine'))} />
      ),
    },
    {
      id: 'what',
      heading: 'What',
      isRowHeader: true,
      cell: ({ subject, words }) => (
        <>
          <span className={classes.subject}>{capital(subject)}</span>
          <span className={classes.words}>{cellTitle(words)}</span>
        </>
      ),
    },
    { id: 'mine', heading: 'Mine', cell: (item) => <span className={`${classes.value} ${classes.soft}`}>{text(item, 'mine')}</span> },
    { id: 'theirs', heading: 'Theirs', cell: (item) => <span className={classes.value}>{text(item, 'theirs')}</span> },
    props.effects === null
      ? { id: 'effect', heading: 'Cash in safety stock', note: props.currency, align: 'end', cell: (item) => <span className={classes.figure}>{effectText(chosenSide(item, decisions) === 'theirs' ? props.cashOf(item.id) : null, formats)}</span> }
      : {
          id: 'effect',
          heading: 'Safety stock',
          note: 'if it is done',
          align: 'end',
          cell: (item) => {
            const effect = props.effects?.get(item.id)
            return <span className={classes.figure}>{effect === undefined ? noFigure : proposalEffectText(effect, { formats, currency: props.currency })}</span>
          },
        },
  ]
  return (
    <>
      <DataTable caption={props.caption} columns={columns} rows={items.slice(0, most)} rowKey={({ id }) => id} />
      {items.length > most && (
        <Button variant="subtle" mt="xs" onClick={() => setMost(most + 200)}>
          Show more: {formats.whole(items.length - most)} are left
        </Button>
      )}
    </>
  )
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
