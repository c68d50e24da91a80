import { proofSentence, provenRuleName } from '../../shared/horizon/proof-sentence'
import type { ConservativeReason, RuleProof } from '../../shared/horizon/level-proof'
import type { Estimate } from '../../shared/horizon/simulation-estimate'
import type { WaitDraws } from '../../shared/horizon/simulated-goods'
import type { Part } from '../../shared/plan/part-schema'
import { usePlan } from '../plan/plan-context'
import { usePartJob } from '../plan/use-part-job'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import classes from './part.module.css'
import type { SimulationChoice } from './simulation-options'

const reasons: Readonly<Record<ConservativeReason, string>> = {
  'large-lots': 'Orders are large against what is used while waiting, so stock seldom comes near the reorder point: the service achieved lies above the target.',
  'order-crossing': 'Independent waits let orders overtake one another; the level is then prudent, the more so the more often one orders.',
  'whole-pieces': 'Whole pieces and rounding up give a little more than the target.',
  'order-cap': 'A cap on the quantity of an order keeps the level from being reached: the service achieved lies below the target.',
  'cover-cap': 'The largest cover cuts the level at some of the reviews to come, as before a halt: the service achieved lies below the target.',
}

/** Proof of the levels over simulated futures and on the part's own past, in words and figures with their errors. */
export function ProofPanel({ part, choice, waitDraws }: { readonly part: Part; readonly choice: SimulationChoice; readonly waitDraws: WaitDraws }) {
  const formats = useFormats()
  const { currency } = usePlan((plan) => plan.settings)
  const proof = usePartJob('proof', part, { paths: choice.paths, seed: choice.seed, waitDraws })
  const replay = usePartJob('replay', part, { paths: Math.min(choice.paths, 2000), seed: choice.seed })
  const past = replay.value
  return (
    <section className={classes.card} aria-labelledby="proof-heading">
      <h2 id="proof-heading" className={classes.heading}>
        Proof
      </h2>
      {proof.problem !== null && <p className={classes.problem}>{proof.problem}</p>}
      {proof.value === null ? (
        <p className={classes.note}>{proof.isFresh && proof.problem === null ? 'A part without usage needs no level and no proof.' : 'The levels are being put to the proof.'}</p>
      ) : (
        <div data-stale={proof.isFresh ? undefined : ''}>
          <p className={classes.sentence}>{proofSentence(proof.value.rules, { currency, unit: part.unit, of: 'futures' })}</p>
          <RuleTable caption="What each level achieves over simulated futures" rules={proof.value.rules} part={part} />
          <p className={classes.note}>
            {formats.whole(proof.value.paths)} futures of {proof.value.horizonWeeks} weeks, each level as if it had been in use before; ± is twice the standard error. Theory gives {formats.percent(proof.value.expectedCycleServiceLevel)} of cycles without a shortage for the recommended level of today.
          </p>
          {proof.value.conservative.map((reason) => (
            <p key={reason} className={classes.note}>
              {reasons[reason]}
            </p>
          ))}
        </div>
      )}
      <h3 className={classes.subheading}>On your own usage, under the timeline as it was</h3>
      {replay.problem !== null && <p className={classes.problem}>{replay.problem}</p>}
      {past === null && replay.problem === null && <p className={classes.note}>The past is being replayed.</p>}
      {past?.kind === 'too-little-history' && <p className={classes.note}>There are {past.periods} periods of usage history before the planning date; a replay needs six: three to learn from and three to replay.</p>}
      {past?.kind === 'negative-usage' && <p className={classes.note}>Returns exceed usage in the window before {formats.date(past.date)}, so no level could have been set then.</p>}
      {past?.kind === 'replayed' && (
        <div data-stale={replay.isFresh ? undefined : ''}>
          <p className={classes.sentence}>{proofSentence(past.rules, { currency, unit: part.unit, of: 'past' })}</p>
          <RuleTable caption="What each level would have achieved" rules={past.rules} part={part} />
          <p className={classes.note}>
            {formats.date(past.fromDate)} to {formats.date(past.untilDate)}, your usage as it was, {formats.whole(past.paths)} courses that lead times and waits might have taken
            {past.events.length === 0 ? '' : `; in between: ${past.events.map(({ title, date }) => `${title} (${formats.date(date)})`).join(', ')}`}.
            {past.filledDays > 0 ? ` ${formats.whole(past.filledDays)} days without a period were filled with the mean.` : ''}
          </p>
        </div>
      )}
    </section>
  )
}

function RuleTable({ caption, rules, part }: { readonly caption: string; readonly rules: readonly RuleProof[]; readonly part: Part }) {
  const formats = useFormats()
  const { currency } = usePlan((plan) => plan.settings)
  const share = (estimate: Estimate | null): string => (estimate === null ? noFigure : `${formats.percent(estimate.value)} ± ${formats.percent(2 * estimate.standardError)}`)
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col">Reorder point</th>
          <th scope="col">Cycles without a shortage</th>
          <th scope="col">Fill rate</th>
          <th scope="col">Short at all</th>
          <th scope="col">Mean stock</th>
          <th scope="col">Mean cash in stock</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.rule} data-own={rule.rule === 'recommended' ? '' : undefined}>
            <th scope="row">{provenRuleName(rule.rule).replace(/^(the|a|your) /, (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)}</th>
            <td>{formats.quantity(rule.reorderPoint, part.unit)}</td>
            <td>{share(rule.cycleServiceLevel)}</td>
            <td>{share(rule.fillRate)}</td>
            <td>{share(rule.shortFutures)}</td>
            <td>{formats.quantity(Math.round(rule.meanStock.value), part.unit)}</td>
            <td>{rule.meanStockCash === null ? noFigure : formats.money(rule.meanStockCash.value, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
