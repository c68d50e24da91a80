import type { Part } from '../../shared/plan/part-schema'
import type { PartFigures, ServiceFigures } from '../plan/part-figures'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import { HelpTerm } from '../ui/help-term'
import type { TermId } from '../ui/terms'
import classes from './part.module.css'

/** The recommended level beside the ERP's, the one without controls and the textbook's, each with the service it really gives. */
export function LevelComparison({ part, figures, isStale }: { readonly part: Part; readonly figures: PartFigures; readonly isStale: boolean }) {
  const formats = useFormats()
  const rows: readonly { readonly name: string; readonly term?: TermId; readonly safetyStock: number; readonly reorderPoint: number; readonly service: ServiceFigures | null; readonly isOwn: boolean }[] = [
    { name: 'Recommended', safetyStock: figures.rounded.safetyStock, reorderPoint: figures.rounded.reorderPoint, service: figures.service, isOwn: true },
    ...(figures.erp === null ? [] : [{ name: 'ERP today', term: 'erp-level' as const, ...figures.erp, isOwn: false }]),
    ...(figures.policyBlind === null ? [] : [{ name: 'Without controls', term: 'policy-blind-level' as const, ...figures.policyBlind, isOwn: false }]),
    ...(figures.textbook === null ? [] : [{ name: 'Textbook formula', term: 'textbook-level' as const, ...figures.textbook, isOwn: false }]),
  ]
  return (
    <section className={classes.card} aria-labelledby="levels-heading">
      <h2 id="levels-heading" className={classes.heading}>
        What each level really gives
      </h2>
      <table className={classes.table} data-figures data-stale={isStale ? '' : undefined}>
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Safety stock ({part.unit})</th>
            <th scope="col">Reorder point</th>
            <th scope="col">
              <HelpTerm term="cycle-service-level">Cycle service</HelpTerm>
            </th>
            <th scope="col">
              <HelpTerm term="fill-rate">Fill rate</HelpTerm>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, term, safetyStock, reorderPoint, service, isOwn }) => (
            <tr key={name} data-own={isOwn ? '' : undefined}>
              <th scope="row">{term === undefined ? name : <HelpTerm term={term}>{name}</HelpTerm>}</th>
              <td>{formats.quantity(safetyStock, part.unit)}</td>
              <td>{formats.quantity(reorderPoint, part.unit)}</td>
              <td>{service === null ? noFigure : formats.percent(service.cycleServiceLevel)}</td>
              <td>{service === null ? noFigure : formats.percent(Math.max(0, service.fillRate))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {part.erpLeadTimeDays === null || figures.safetyStockForErpLeadTime === null
          ? `The safety stock belongs to a planned lead time of ${formats.rough(figures.plannedLeadTimeDays)} days; an ERP that keeps another one needs another safety stock.`
          : `The safety stock belongs to a planned lead time of ${formats.rough(figures.plannedLeadTimeDays)} days. Your ERP keeps ${formats.rough(part.erpLeadTimeDays)} days and needs ${formats.quantityWithUnit(Math.ceil(figures.safetyStockForErpLeadTime), part.unit)} for the same reorder point.`}{' '}
        The textbook form misjudges lead-time variability for targets a little above 50 % (Chopra, Reinhardt, Dada 2004).
      </p>
    </section>
  )
}
