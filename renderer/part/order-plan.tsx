import { useState } from 'react'
import { Button } from '@mantine/core'
import type { OutlookOrder, PartOutlook } from '../../shared/horizon/part-outlook'
import type { Part } from '../../shared/plan/part-schema'
import { usePlan } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { noFigure } from '../ui/formats'
import classes from './part.module.css'

const first = 6

/** The orders of the horizon by expected demand, with when each is in; and the last days to order before each worsening. */
export function OrderPlan({ part, outlook, isStale }: { readonly part: Part; readonly outlook: PartOutlook; readonly isStale: boolean }) {
  const formats = useFormats()
  const { currency } = usePlan((plan) => plan.settings)
  const scenarios = usePlan((plan) => plan.scenarios)
  const [isWhole, setIsWhole] = useState(false)
  const columns: readonly DataColumn<OutlookOrder>[] = [
    { id: 'order', heading: 'Order on', isRowHeader: true, cell: ({ orderDate }) => formats.date(orderDate) },
    { id: 'quantity', heading: 'Quantity', align: 'end', cell: ({ quantity, shortfall }) => `${formats.quantityWithUnit(quantity, part.unit)}${shortfall > 0 ? `, ${formats.quantity(Math.ceil(shortfall), part.unit)} cut off` : ''}` },
    { id: 'cost', heading: 'Cost', align: 'end', cell: ({ cost }) => (cost === null ? noFigure : formats.money(cost, currency)) },
    { id: 'expected', heading: 'Expected in', cell: ({ expectedReceiptDate }) => formats.date(expectedReceiptDate) },
    { id: 'median', heading: 'In by', note: '50 %', cell: ({ medianReceiptDate }) => formats.date(medianReceiptDate) },
    { id: 'late', heading: 'In by', note: '90 %', cell: ({ lateReceiptDate }) => formats.date(lateReceiptDate) },
  ]
  return (
    <section className={classes.card} aria-labelledby="plan-heading" data-stale={isStale ? '' : undefined}>
      <h2 id="plan-heading" className={classes.heading}>
        When to order
      </h2>
      {outlook.changes.map((change) => (
        <p key={`${change.date}${change.title}`} className={classes.change}>
          <strong>{formats.date(change.date)}:</strong> “{change.title}” (weight {formats.percent(change.weight, 0)}).{' '}
          {change.orderBy === null ? 'Even an order of today has less than nine chances in ten to be out before it.' : `The last day to order and be out before it with nine chances in ten is ${formats.date(change.orderBy)}.`}{' '}
          <span className={classes.facts}>
            {change.scenarios.map(({ scenarioId, orderBy }) => `${scenarios.find(({ id }) => id === scenarioId)?.name ?? scenarioId}: ${orderBy === null ? 'too late' : formats.shortDate(orderBy)}`).join('; ')}
          </span>
        </p>
      ))}
      {outlook.orders.length === 0 ? (
        <p className={classes.note}>By expected demand nothing needs to be ordered within the horizon.</p>
      ) : (
        <>
          <DataTable caption="Orders of the horizon" columns={columns} rows={isWhole ? outlook.orders : outlook.orders.slice(0, first)} rowKey={({ orderDate }) => orderDate} />
          {outlook.orders.length > first && (
            <Button variant="subtle" size="xs" mt={6} onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? 'Show the first only' : `Show all ${outlook.orders.length} orders of the horizon`}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
