import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { MeasuredChange } from '../../shared/plan/difference-effects'
import type { PlanChange } from '../../shared/plan/plan-difference'
import { useFormats } from '../ui/app-context'
import { WaterfallChart } from '../ui/charts/waterfall-chart'
import { DataTable, type DataColumn } from '../ui/data-table'
import { EmptyState } from '../ui/empty-state'
import { noFigure } from '../ui/formats'
import { StatTile, StatTiles } from '../ui/stat-tile'
import { byEffect, changeGroup, changeGroups, effectSteps, foundChanges, type ChangeGroup } from './change-groups'
import classes from './compare.module.css'
import type { ComparisonState } from './use-comparison'
import { cellTitle, valueText } from './value-text'

const rowsAtATime = 100

type Names = { readonly before: string; readonly after: string }

/** Two plans compared: what differs, what each change does to the safety stock, and how these add up. */
export function DifferenceView(props: { readonly state: ComparisonState; readonly names: Names; readonly currency: string; readonly scenarioName: (id: string) => string | null }) {
  const { state, names, currency } = props
  const formats = useFormats()
  const { difference, changes } = state
  const steps = useMemo(() => (difference === null ? [] : effectSteps(difference)), [difference])
  if (changes === null) return null
  if (changes.length === 0) return <EmptyState title="Nothing differs" sentence={`${names.before} and ${names.after} are the same in every cell.`} />
  const added = changes.filter((change) => change.kind === 'added' && change.id.startsWith('part:')).length
  const removed = changes.filter((change) => change.kind === 'removed' && change.id.startsWith('part:')).length
  const change = difference === null ? 0 : difference.after.cash - difference.before.cash
  const missing = difference === null ? 0 : Math.max(difference.before.partsWithoutUnitCost, difference.after.partsWithoutUnitCost)
  return (
    <>
      <StatTiles>
        <StatTile label="Changes" figure={formats.whole(changes.length)} context={`parts: ${formats.whole(added)} added, ${formats.whole(removed)} removed`} isStale={state.isRunning} />
        {difference !== null && (
          <>
            <StatTile label="Cash in safety stock before" figure={formats.money(difference.before.cash, currency)} context={names.before} isStale={state.isRunning} />
            <StatTile label="Cash in safety stock after" figure={formats.money(difference.after.cash, currency)} context={names.after} isStale={state.isRunning} />
            <StatTile label="Difference" figure={`${change > 0 ? '+' : change < 0 ? '−' : ''}${formats.money(Math.abs(change), currency)}`} context={missing === 0 ? 'the effects below add up to it' : missing === 1 ? '1 part has no unit cost' : `${formats.whole(missing)} parts have no unit cost`} tone={Math.abs(change) < 0.5 ? 'neutral' : change > 0 ? 'warn' : 'good'} isStale={state.isRunning} />
          </>
        )}
      </StatTiles>
      {difference !== null && steps.length > 1 && (
        <div className={classes.chart}>
          <WaterfallChart title="Where the difference comes from" subtitle="Cash in safety stock, by what was changed" steps={steps} formatValue={(value) => formats.shortMoney(value, currency)} note={`Measured one after the other: ${difference.order}. What one change adds depends on that order; together they add up.`} />
        </div>
      )}
      <ChangeTable changes={changes} isMeasured={difference !== null} currency={currency} scenarioName={props.scenarioName} />
    </>
  )
}

function ChangeTable({ changes, isMeasured, currency, scenarioName }: { readonly changes: readonly (PlanChange | MeasuredChange)[]; readonly isMeasured: boolean; readonly currency: string; readonly scenarioName: (id: string) => string | null }) {
  const formats = useFormats()
  const [group, setGroup] = useState<ChangeGroup | null>(null)
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<'effect' | 'plan'>('effect')
  const [most, setMost] = useState(rowsAtATime)
  const found = foundChanges(changes, { group, search })
  const rows = isMeasured && order === 'effect' ? byEffect(found as readonly MeasuredChange[]) : found
  const groups = changeGroups.filter((each) => changes.some((change) => changeGroup(change) === each))
  const value = (change: PlanChange, side: 'before' | 'after'): string => {
    const cell = change.id.split('|')[1] ?? null
    return cell === null ? '' : valueText(change[side], { cell, formats, nameOf: scenarioName })
  }
  const columns: readonly DataColumn<PlanChange | MeasuredChange>[] = [
    {
      id: 'what',
      heading: 'What',
      isRowHeader: true,
      cell: ({ subject, words, kind }) => (
        <>
          <span className={classes.subject}>{capital(subject)}</span>
          <span className={classes.words}>{words === '' ? kind : cellTitle(words)}</span>
        </>
      ),
    },
    { id: 'before', heading: 'Before', cell: (change) => <span className={`${classes.value} ${classes.soft}`}>{value(change, 'before')}</span> },
    { id: 'after', heading: 'After', cell: (change) => <span className={classes.value}>{value(change, 'after')}</span> },
    ...(isMeasured
      ? ([
          { id: 'units', heading: 'Safety stock', note: 'of the part', align: 'end', cell: (change) => ('cash' in change ? <Units change={change} /> : '') },
          { id: 'cash', heading: 'Cash in it', note: currency, align: 'end', cell: (change) => ('cash' in change ? <Cash change={change} /> : '') },
        ] as const satisfies readonly DataColumn<PlanChange | MeasuredChange>[])
      : []),
  ]
  return (
    <section className={classes.card} aria-labelledby="changes-heading">
      <div className={classes.cardHead}>
        <h2 id="changes-heading" className={classes.heading}>
          What differs
        </h2>
        <div className={classes.tools}>
          <TextInput aria-label="Search changes" placeholder="Part or field" leftSection={<IconSearch size={16} aria-hidden />} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          <Select aria-label="About" placeholder="Everything" clearable clearButtonProps={{ 'aria-label': 'Everything' }} data={groups} value={group} onChange={(next) => setGroup(next as ChangeGroup | null)} />
          {isMeasured && (
            <SegmentedControl
              aria-label="Order of the changes"
              value={order}
              onChange={(next) => setOrder(next as 'effect' | 'plan')}
              data={[
                { value: 'effect', label: 'Largest effect first' },
                { value: 'plan', label: 'As measured' },
              ]}
            />
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={classes.note}>No change fits. Clear the search, or choose everything.</p>
      ) : (
        <>
          <DataTable caption="Changes" columns={columns} rows={rows.slice(0, most)} rowKey={({ id }) => id} />
          {rows.length > most && (
            <Button variant="subtle" mt="xs" onClick={() => setMost(most + rowsAtATime)}>
              Show more: {formats.whole(rows.length - most)} changes are left
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Units({ change }: { readonly change: MeasuredChange }) {
  const formats = useFormats()
  if (change.safetyStock === null) return <span className={classes.soft}>{noFigure}</span>
  if (change.safetyStock === 0 && !change.isMeasuredWithNext) return <span className={classes.soft}>0</span>
  if (change.isMeasuredWithNext) return <span className={classes.soft}>with the next</span>
  return <span className={classes.figure}>{signed(change.safetyStock, (units) => formats.quantityWithUnit(units, change.unit ?? 'pcs'))}</span>
}

function Cash({ change }: { readonly change: MeasuredChange }) {
  const formats = useFormats()
  if (change.isMeasuredWithNext) return <span className={classes.soft}>with the next</span>
  if (Math.abs(change.cash) < 0.5) return <span className={classes.soft}>0</span>
  return <span className={`${classes.figure} ${change.cash > 0 ? classes.up : classes.down}`}>{signed(change.cash, formats.whole)}</span>
}

function signed(value: number, format: (value: number) => string): string {
  return value === 0 ? format(0) : `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
