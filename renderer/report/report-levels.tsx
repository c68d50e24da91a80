import { memo } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import type { PartFigures } from '../plan/part-figures'
import { usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import classes from './report.module.css'
import { ReportTable, type ReportColumn } from './report-table'

type LevelRow = { readonly part: Part; readonly figures: PartFigures | null; readonly problem: string | null }

function ReportLevelsView({ parts, total }: { readonly parts: readonly Part[]; readonly total: number; readonly figuresVersion: number }) {
  const store = usePlanStore()
  const formats = useFormats()
  const rows = parts.map((part): LevelRow => {
    const { value } = store.figuresOf(part.id)
    return { part, figures: value?.kind === 'figures' ? value : null, problem: value?.kind === 'problem' ? value.sentences.join(' ') : null }
  })
  const quantity = (heading: string, read: (figures: PartFigures) => number): ReportColumn<LevelRow> => ({ heading, align: 'end', cell: ({ part, figures }) => (figures === null ? noFigure : formats.quantity(read(figures), part.unit)) })
  return (
    <section className={`${classes.section} ${classes.startsPage}`}>
      <h3 className={classes.heading}>
        Levels of all parts
      </h3>
      <ReportTable
        caption="Levels of all parts"
        rows={rows}
        rowKey={({ part }) => part.id}
        columns={[
          { heading: 'Part', cell: ({ part }) => part.partNumber },
          {
            heading: 'Description',
            cell: ({ part, problem }) => (
              <>
                {part.description}
                {problem !== null && <span className={classes.bad}> Not computed: {problem}</span>}
              </>
            ),
          },
          { heading: 'Unit', cell: ({ part }) => part.unit },
          { heading: 'Usage', note: 'a week', align: 'end', cell: ({ figures }) => (figures === null ? noFigure : formats.rough(figures.usagePerWeek)) },
          { heading: 'Lead time', note: 'days, without · with controls', align: 'end', cell: ({ figures }) => (figures === null ? noFigure : `${formats.days(figures.leadTimeWithoutControls.meanDays)} · ${formats.days(figures.leadTimeWithControls.meanDays)}`) },
          { heading: 'Target', align: 'end', cell: ({ figures }) => (figures === null ? noFigure : targetWords(figures, formats.percent)) },
          quantity('Safety stock', ({ rounded }) => rounded.safetyStock),
          quantity('Reorder point', ({ rounded }) => rounded.reorderPoint),
          quantity('Maximum', ({ rounded }) => rounded.orderUpToLevel),
          quantity('Position', ({ order }) => order.inventoryPosition),
          quantity('Order now', ({ order }) => order.orderNow),
          { heading: 'ERP safety stock', align: 'end', cell: ({ part }) => (part.erpSafetyStock === null ? noFigure : formats.quantity(part.erpSafetyStock, part.unit)) },
          { heading: 'Service', note: 'the ERP’s gives', align: 'end', cell: ({ figures }) => (figures === null || figures.erp === null ? noFigure : formats.percent(figures.erp.service.cycleServiceLevel)) },
        ]}
      />
      {rows.length < total && <p className={`${classes.note} ${classes.screenOnly}`}>{formats.whole(total - rows.length)} more parts stand in the printed report.</p>}
    </section>
  )
}

/** The levels of all parts beside those of the ERP, as a plain table. `figuresVersion` says when to read the figures again. */
export const ReportLevels = memo(ReportLevelsView)

function targetWords({ target }: PartFigures, percent: (fraction: number) => string): string {
  switch (target.kind) {
    case 'cycle-service-level':
      return `${percent(target.cycleServiceLevel)} cycle`
    case 'fill-rate':
      return `${percent(target.fillRate)} fill`
    case 'least-cost':
      return 'least cost'
  }
}
