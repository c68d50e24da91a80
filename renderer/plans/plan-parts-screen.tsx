import { useVirtualizer } from '@tanstack/react-virtual'
import { Button } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import { useFigures, usePlan, usePlanStore, useTotals } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { EmptyState } from '../ui/empty-state'
import { noFigure } from '../ui/formats'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import { StatTile, StatTiles } from '../ui/stat-tile'
import classes from './plan-parts-screen.module.css'

const rowHeight = 34
const headings: readonly (readonly [heading: string, align: 'start' | 'end'])[] = [
  ['Part', 'start'], ['Description', 'start'], ['Usage per week', 'end'], ['Lead time (days)', 'end'], ['Safety stock', 'end'],
  ['Reorder point', 'end'], ['Maximum', 'end'], ['Position', 'end'], ['Order now', 'end'], ['ERP safety stock', 'end'], ['Service it gives', 'end'],
]

/** The parts of an open plan with what to hold and to order of each. */
export function PlanPartsScreen() {
  const parts = usePlan((plan) => plan.parts)
  const currency = usePlan((plan) => plan.settings.currency)
  const formats = useFormats()
  const totals = useTotals()
  const isStale = totals.notFresh > 0
  const scroll = useRef<HTMLDivElement>(null)
  const store = usePlanStore()
  const rows = useVirtualizer({ count: parts.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12, getItemKey: (index) => parts[index]?.id ?? index })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  useEffect(() => store.setVisiblePartIds(parts.slice(first, last + 1).map(({ id }) => id)), [store, parts, first, last])

  return (
    <div className={classes.screen}>
      <PageHeader title="Parts" sentence="What to hold of each part, what to order today, and what the ERP’s levels really give under the policy timeline." />
      {parts.length === 0 ? (
        <EmptyState icon={<IconList size={24} />} title="This plan has no parts yet" sentence="Import an ERP export or a parts table on the plans screen; it becomes a plan with its parts." actions={<Button onClick={() => navigate({ screen: 'plans' })}>Go to the plans</Button>} />
      ) : (
        <>
          <StatTiles>
            <StatTile label="To order today" figure={formats.whole(totals.ordersNow)} context={`${formats.money(totals.costOfOrdersNow, currency)} of ${formats.whole(parts.length)} parts`} isStale={isStale} />
            <StatTile label="Cash in recommended safety stock" figure={formats.money(totals.cashInSafetyStock, currency)} context={`the ERP’s levels tie up ${formats.money(totals.cashInErpSafetyStock, currency)}`} isStale={isStale} />
            <StatTile label="ERP level below target" figure={formats.whole(totals.erpBelowTarget)} tone={totals.erpBelowTarget > 0 ? 'warn' : 'neutral'} context="parts whose service is less than wanted" isStale={isStale} />
            <StatTile label="Holding it costs" figure={formats.money(totals.holdingCostPerYear, currency)} context="a year" isStale={isStale} />
          </StatTiles>
          <div className={classes.scroll} ref={scroll} tabIndex={0} role="region" aria-label="Parts and their recommended levels">
            <table className={classes.table} aria-rowcount={parts.length + 1}>
              <caption className="visually-hidden">Parts and their recommended levels</caption>
              <thead>
                <tr aria-rowindex={1}>
                  {headings.map(([heading, align]) => (
                    <th key={heading} scope="col" data-align={align}>
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {first > 0 ? <tr aria-hidden style={{ height: items[0]?.start ?? 0 }} /> : null}
                {items.map(({ index, key }) => {
                  const part = parts[index]
                  return part === undefined ? null : <PartRow key={key} part={part} index={index} />
                })}
                {last < parts.length - 1 ? <tr aria-hidden style={{ height: rows.getTotalSize() - (items.at(-1)?.end ?? 0) }} /> : null}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}

function PartRow({ part, index }: { readonly part: Part; readonly index: number }) {
  const { state, value } = useFigures(part.id)
  const formats = useFormats()
  const quantity = (amount: number): string => formats.quantityWithUnit(amount, part.unit)
  const figures = value?.kind === 'figures' ? value : null
  const cell = (text: string): string => (figures === null ? (state === 'pending' ? '…' : noFigure) : text)
  return (
    <tr aria-rowindex={index + 2} data-state={state}>
      <th scope="row">{part.partNumber}</th>
      <td className={classes.description} title={part.description}>
        {value?.kind === 'problem' ? <span className={classes.problem}>{value.sentences[0]}</span> : part.description}
      </td>
      <td data-align="end">{cell(figures === null ? '' : `${formats.rough(figures.usagePerWeek)} ${part.unit}`)}</td>
      <td data-align="end">{cell(figures === null ? '' : formats.days(figures.leadTimeWithControls.meanDays))}</td>
      <td data-align="end" className={classes.strong}>
        {cell(figures === null ? '' : quantity(figures.rounded.safetyStock))}
        {state === 'stale' ? <span className="visually-hidden"> (being computed anew)</span> : null}
      </td>
      <td data-align="end">{cell(figures === null ? '' : quantity(figures.rounded.reorderPoint))}</td>
      <td data-align="end">{cell(figures === null ? '' : quantity(figures.rounded.orderUpToLevel))}</td>
      <td data-align="end">{cell(figures === null ? '' : quantity(figures.order.inventoryPosition))}</td>
      <td data-align="end" className={classes.strong}>
        {cell(figures === null ? '' : figures.order.orderNow === 0 ? noFigure : quantity(figures.order.orderNow))}
      </td>
      <td data-align="end">{part.erpSafetyStock === null ? noFigure : quantity(part.erpSafetyStock)}</td>
      <td data-align="end">{cell(figures?.erp == null ? noFigure : formats.percent(figures.erp.service.cycleServiceLevel))}</td>
    </tr>
  )
}
