import { Button } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import { useFormats } from '../ui/app-context'
import { DataTable, type DataColumn } from '../ui/data-table'
import { noFigure, type Formats } from '../ui/formats'
import { HelpTerm } from '../ui/help-term'
import type { ActionRow } from '../plan/action-rows'
import classes from './actions.module.css'

const rowsAtATime = 50
const licenceWords = { free: 'not needed', individual: 'individual', general: 'general' } as const

/** The orders to place, the most urgent first: when, what, how many, for how much, and why now. */
function OrderTableView(props: { readonly rows: readonly ActionRow[]; readonly today: string; readonly currency: string; readonly onOpenPart: (partId: string) => void }) {
  const { rows, today, currency, onOpenPart } = props
  const formats = useFormats()
  const [most, setMost] = useState(rowsAtATime)
  const columns = useMemo(() => orderColumns({ formats, today, currency, onOpenPart }), [formats, today, currency, onOpenPart])
  return (
    <>
      <DataTable caption="Orders to place in the next two weeks" columns={columns} rows={rows.slice(0, most)} rowKey={(row) => `${row.part.id}/${row.orderDate}`} />
      {rows.length > most && (
        <Button variant="subtle" mt="xs" onClick={() => setMost(most + rowsAtATime)}>
          Show more: {formats.whole(rows.length - most)} orders are left
        </Button>
      )}
    </>
  )
}

/** The table is left alone while it would show the same. */
export const OrderTable = memo(OrderTableView)

function orderColumns(of: { readonly formats: Formats; readonly today: string; readonly currency: string; readonly onOpenPart: (partId: string) => void }): readonly DataColumn<ActionRow>[] {
  const { formats, today, currency, onOpenPart } = of
  return [
    {
      id: 'when',
      heading: 'Order',
      width: '68px',
      cell: ({ orderDate }) => (orderDate === today ? <span className={classes.today}>today</span> : formats.shortDate(orderDate)),
    },
    {
      id: 'part',
      heading: 'Part',
      isRowHeader: true,
      width: '170px',
      cell: ({ part }) => (
        <>
          <button type="button" className={classes.part} onClick={() => onOpenPart(part.id)}>
            {part.partNumber}
          </button>
          <span className={classes.description}>{[part.description, part.supplier].filter((text) => text !== '').join(' · ')}</span>
        </>
      ),
    },
    {
      id: 'quantity',
      heading: 'Quantity',
      note: 'and cost',
      align: 'end',
      cell: ({ part, quantity, cost, shortfall, isStale }) => (
        <span data-stale={isStale ? '' : undefined} className={classes.figure}>
          {formats.quantityWithUnit(quantity, part.unit)}
          <span className={classes.description}>{cost === null ? 'cost not known' : formats.money(cost, currency)}</span>
          {shortfall > 0 && <span className={classes.warn}>{formats.quantityWithUnit(Math.ceil(shortfall), part.unit)} cut off by the cap</span>}
        </span>
      ),
    },
    {
      id: 'licence',
      heading: <HelpTerm term="licence-route">Licence</HelpTerm>,
      cell: ({ licence, figures }) => (
        <>
          {licenceWords[licence]}
          {figures.isControlAssumed && <span className={classes.description}>assumed</span>}
        </>
      ),
    },
    {
      id: 'order-by',
      heading: <HelpTerm term="order-by-date" />,
      note: 'before it gets worse',
      cell: ({ orderBy, isTooLate }) => (isTooLate ? <span className={classes.bad}>already too late</span> : orderBy === null ? noFigure : formats.shortDate(orderBy)),
    },
    {
      id: 'receipt',
      heading: 'In by',
      note: '50 %, then 90 %',
      cell: ({ medianReceiptDate, lateReceiptDate }) =>
        medianReceiptDate === null || lateReceiptDate === null ? (
          noFigure
        ) : (
          <span className={classes.dates}>
            {formats.date(medianReceiptDate)}
            <span className={classes.description}>{formats.date(lateReceiptDate)}</span>
          </span>
        ),
    },
    { id: 'why', heading: 'Why now', width: '36%', cell: ({ why }) => <span className={classes.why}>{why}</span> },
  ]
}
