import { useState } from 'react'
import type { Estimate } from '../../shared/horizon/simulation-estimate'
import type { Part } from '../../shared/plan/part-schema'
import { usePlan } from '../plan/plan-context'
import { usePartJob } from '../plan/use-part-job'
import { useFormats } from '../ui/app-context'
import { NumberField } from '../ui/number-field'
import classes from './part.module.css'
import type { SimulationChoice } from './simulation-options'

/** Buying forward as a response: what an extra order today costs, what it saves, and where a cap on licensed volume binds. */
export function BuyingForwardPanel({ part, choice }: { readonly part: Part; readonly choice: SimulationChoice }) {
  const formats = useFormats()
  const { currency } = usePlan((plan) => plan.settings)
  const [quantity, setQuantity] = useState<number | null>(null)
  const job = usePartJob('buyingForward', part, { paths: choice.paths, seed: choice.seed, ...(quantity === null ? {} : { quantity }) })
  const { value } = job
  const q = (amount: number): string => formats.quantityWithUnit(Math.round(amount), part.unit)
  const money = ({ value: amount, standardError }: Estimate): string => `${formats.money(amount, currency)} ± ${formats.money(2 * standardError, currency)}`
  const share = ({ value: of, standardError }: Estimate): string => `${formats.percent(of, 1)} ± ${formats.percent(2 * standardError, 1)}`
  return (
    <section className={classes.card} aria-labelledby="forward-heading">
      <h2 id="forward-heading" className={classes.heading}>
        Buying forward today
      </h2>
      <NumberField label="Extra quantity, on top of today’s order" unit={part.unit} value={quantity} limits={{ least: 0, isOptional: true }} placeholder={value === null ? 'suggested' : `suggested: ${formats.quantity(value.quantity, part.unit)}`} width={260} onCommit={setQuantity} />
      {job.problem !== null && <p className={classes.problem}>{job.problem}</p>}
      {value !== null && (
        <dl className={classes.pairs} data-stale={job.isFresh ? undefined : ''}>
          <div>
            <dt>Extra order</dt>
            <dd>
              {q(value.quantity)}
              {value.orderToday > 0 ? `, with ${q(value.orderToday)} that is due anyway` : ''}
            </dd>
          </div>
          <div>
            <dt>Cash it ties up</dt>
            <dd>{value.cash === null ? 'the unit cost is not known' : formats.money(value.cash, currency)}</dd>
          </div>
          <div>
            <dt>Extra holding cost over the horizon</dt>
            <dd>{value.holdingCost === null ? 'the unit cost is not known' : money(value.holdingCost)}</dd>
          </div>
          <div>
            <dt>Usage met at once that would not have been</dt>
            <dd>
              {q(value.shortageSaved.value)} ± {q(2 * value.shortageSaved.standardError)}
              {value.backorderCostSaved === null ? '' : `, ${money(value.backorderCostSaved)} saved`}
            </dd>
          </div>
          <div>
            <dt>Futures with a day short</dt>
            <dd>
              {share(value.shortFuturesWithout)} without, {share(value.shortFuturesWith)} with it
            </dd>
          </div>
          {value.mostPerOrder !== null && (
            <div>
              <dt>Cap on one order or licence</dt>
              <dd>
                {q(value.mostPerOrder)}: {value.ordersNeeded > 1 ? `it binds; it takes ${formats.whole(value.ordersNeeded)} orders and licences, one alone leaves ${q(value.missingInOneOrder)} missing` : 'it does not bind'}
              </dd>
            </div>
          )}
        </dl>
      )}
      <p className={classes.note}>The suggestion lifts the position to the highest reorder point of the horizon. Later orders become smaller by as much.</p>
    </section>
  )
}
