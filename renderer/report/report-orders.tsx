import { memo } from 'react'
import type { ActionRow } from '../plan/action-rows'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import classes from './report.module.css'
import { ReportTable } from './report-table'

const licenceWords = { free: 'not needed', individual: 'individual', general: 'general' } as const

function ReportOrdersView(props: { readonly rows: readonly ActionRow[]; readonly total: number; readonly planningDate: string; readonly currency: string }) {
  const { rows, total, planningDate, currency } = props
  const formats = useFormats()
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>
        Orders of the next two weeks
      </h3>
      {total === 0 ? (
        <p className={classes.note}>Nothing needs to be ordered in the next two weeks.</p>
      ) : (
        <ReportTable
          caption="Orders of the next two weeks"
          rows={rows}
          rowKey={({ part, orderDate }) => `${part.id}/${orderDate}`}
          columns={[
            { heading: 'Part', cell: ({ part }) => part.partNumber },
            { heading: 'Supplier', cell: ({ part }) => (part.supplier === '' ? noFigure : part.supplier) },
            { heading: 'Order on', cell: ({ orderDate }) => (orderDate === planningDate ? <strong className={classes.date}>today</strong> : <span className={classes.date}>{formats.date(orderDate)}</span>) },
            { heading: 'Quantity', align: 'end', cell: ({ part, quantity }) => formats.quantityWithUnit(quantity, part.unit) },
            { heading: 'Cost', align: 'end', cell: ({ cost }) => (cost === null ? noFigure : formats.money(cost, currency)) },
            { heading: 'Licence', cell: ({ licence }) => licenceWords[licence] },
            { heading: 'Order by', note: 'before it gets worse', cell: ({ orderBy, isTooLate }) => (isTooLate ? <span className={classes.bad}>already too late</span> : orderBy === null ? noFigure : <span className={classes.date}>{formats.date(orderBy)}</span>) },
            { heading: 'In by', note: '50 %', cell: ({ medianReceiptDate }) => (medianReceiptDate === null ? noFigure : <span className={classes.date}>{formats.date(medianReceiptDate)}</span>) },
            { heading: 'In by latest', note: '90 %', cell: ({ lateReceiptDate }) => (lateReceiptDate === null ? noFigure : <span className={classes.date}>{formats.date(lateReceiptDate)}</span>) },
            { heading: 'Why now', cell: ({ why }) => why },
          ]}
        />
      )}
      {rows.length < total && <p className={`${classes.note} ${classes.screenOnly}`}>{formats.whole(total - rows.length)} more orders stand in the printed report.</p>}
    </section>
  )
}

/** The orders of the next two weeks, the most urgent first; left alone while they are the same. */
export const ReportOrders = memo(ReportOrdersView)
