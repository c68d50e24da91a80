import type { Part } from '../../shared/plan/part-schema'
import type { PartFigures } from '../plan/part-figures'
import { usePlan } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import classes from './part.module.css'

/** The formula behind the level with this part's numbers put in, step by step. */
export function PartFormula({ part, figures }: { readonly part: Part; readonly figures: PartFigures }) {
  const formats = useFormats()
  const settings = usePlan((plan) => plan.settings)
  const { rough } = formats
  const { unit } = part
  const { protection, target, levels, rounded, orderQuantity } = figures
  const sdPerWeek = Math.sqrt(7 * figures.demandVariancePerDay)
  const basis =
    target.kind === 'cycle-service-level'
      ? { rule: 'the smallest s with F(s) ≥ α', words: `usage over the protection interval stays at or below it in ${formats.percent(target.cycleServiceLevel)} of all cycles` }
      : target.kind === 'fill-rate'
        ? { rule: 'the s at which E[(X − s)⁺] − E[(Y − s − q + u)⁺] = (1 − β) q', words: `${formats.percent(target.fillRate)} of usage is met from stock at once` }
        : { rule: 'the smallest s at which one more unit costs more to hold than it saves', words: `holding costs ${formats.price(365 * target.holdingCostPerUnitDay, settings.currency)} a unit and year, being short ${formats.price(target.backorderCostPerUnitDay, settings.currency)} a unit and day` }
  const steps: readonly (readonly [string, string, string])[] = [
    ['Usage', 'μ, v', `${rough(figures.usagePerWeek)} ${unit} a week, standard deviation ${rough(sdPerWeek)} (${figures.demandBasis}); ${part.demandFamily ?? 'gamma'} distribution.`],
    ['Protection interval', 'N = R + L', `Review every ${figures.reviewPeriodDays} days, then the lead time: ${rough(protection.meanDays)} days on average, as the scenarios are weighed.`],
    ['Mean usage in it', 'm = E[μ N]', `${rough(protection.meanDemand)} ${unit}; in the status quo m₀ = ${rough(protection.referenceMeanDemand)} ${unit}.`],
    ['Reorder point', basis.rule, `s = ${rough(levels.reorderPoint)} ${unit}, so that ${basis.words}. F mixes every length of N with its probability; nothing is sampled and nothing is taken to be normal that is not.`],
    ['Safety stock', 'max(0, s − m₀)', `${rough(levels.reorderPoint)} − ${rough(protection.referenceMeanDemand)} = ${rough(levels.safetyStock)} ${unit}, rounded up to ${formats.quantityWithUnit(rounded.safetyStock, unit)}.`],
    ['Maximum', 's + max(0, q − u)', `One order is q = ${formats.quantityWithUnit(orderQuantity, unit)}; the position it restores is ${formats.quantityWithUnit(rounded.orderUpToLevel, unit)}.`],
  ]
  return (
    <section className={classes.card} aria-labelledby="formula-heading">
      <h2 id="formula-heading" className={classes.heading}>
        How it is worked out
      </h2>
      <table className={classes.formula}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Formula</th>
            <th scope="col">With the numbers of this part</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(([name, formula, words]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={classes.symbols}>{formula}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.assumptions.length > 0 && (
        <>
          <h3 className={classes.subheading}>Assumptions</h3>
          <ul className={classes.assumptions}>
            {figures.assumptions.map((sentence) => (
              <li key={sentence}>
                <span className={classes.assumptionMark}>Assumption</span> {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
