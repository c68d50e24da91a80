import type { AssemblySurvival } from '../../shared/horizon/assembly-survival'
import type { ConservativeReason, LevelProof, RuleProof } from '../../shared/horizon/level-proof'
import type { ProvenRule } from '../../shared/horizon/rule-levels'
import { proofSentence } from '../../shared/horizon/proof-sentence'
import type { Estimate } from '../../shared/horizon/simulation-estimate'
import type { UsageReplay } from '../../shared/horizon/usage-replay'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { moneyText, percentText } from './figures'
import { textTable, wrapped, type TextColumn } from './text-table'

/** What `prove` found out about a plan. */
export type ProveResult = {
  readonly planningDate: string
  readonly paths: number
  readonly seed: number
  readonly parts: readonly { readonly partId: string; readonly partNumber: string; readonly proof: LevelProof | null; readonly replay: UsageReplay }[]
  readonly stopDate: string | null
  readonly assemblies: readonly AssemblySurvival[] | null
}

const rules: readonly (readonly [ProvenRule, string])[] = [['recommended', 'Recommended'], ['policy-blind', 'No controls'], ['textbook', 'Textbook'], ['erp', 'ERP']]

const conservativeWords: Readonly<Record<ConservativeReason, string>> = {
  'large-lots': 'lots of more than one review’s usage keep the position above the reorder point most of the time',
  'order-crossing': 'orders may overtake each other, which the levels do not count on',
  'whole-pieces': 'levels are whole pieces, and one piece is more than a hundredth of them',
  'order-cap': 'a cap on the order quantity holds orders back, so that less than the target may be achieved',
  'cover-cap': 'the largest cover cuts the level at some of the reviews to come, so that less than the target is achieved',
}

/** A proof for people: over simulated futures, in the past, and in words. */
export function proveText(plan: PreparedPlan, result: ProveResult): string {
  const { currency } = plan.plan.settings
  const unitOf = (partId: string): string => plan.plan.parts.find(({ id }) => id === partId)?.unit ?? ''
  const proven = result.parts.flatMap(({ partNumber, proof }) => (proof === null ? [] : [{ partNumber, proof }]))
  const replayed = result.parts.flatMap(({ partNumber, replay }) => (replay.kind === 'replayed' ? [{ partNumber, replay }] : []))
  const idle = result.parts.filter(({ proof }) => proof === null)
  const unreplayed = result.parts.filter(({ replay }) => replay.kind !== 'replayed')
  const reasons = [...new Set(proven.flatMap(({ proof }) => proof.conservative))]
  return [
    `${plan.plan.title} · ${result.paths} simulated futures a part from ${result.planningDate}, seed ${result.seed}`,
    '',
    'Achieved over simulated futures: cycle service and futures with a day short (each ± its standard error)',
    achievedTable(proven.map(({ partNumber, proof }) => ({ partNumber, target: targetText(proof), rules: proof.rules, mark: proof.conservative.length === 0 ? '' : '*' }))),
    ...(reasons.length === 0 ? [] : [wrapped(`* may differ from the target: ${reasons.map((reason) => conservativeWords[reason]).join('; ')}.`, { columns: 108, indent: '  ' })]),
    ...(idle.length === 0 ? [] : [`Without usage: ${idle.map(({ partNumber }) => partNumber).join(', ')}.`]),
    '',
    'Replayed on the parts’ own usage under the timeline as it was, with what had been announced by each review',
    replayed.length === 0
      ? 'No part has six periods of dated usage.\n'
      : achievedTable(replayed.map(({ partNumber, replay }) => ({ partNumber, target: `${replay.fromDate} to ${replay.untilDate}`, rules: replay.rules, mark: '' }))),
    ...(unreplayed.length === 0 || replayed.length === 0 ? [] : [wrapped(`Too little dated usage to replay: ${unreplayed.map(({ partNumber }) => partNumber).join(', ')}.`, { columns: 108, indent: '  ' })]),
    '',
    'In words',
    ...result.parts.flatMap(({ partId, partNumber, proof, replay }) => [
      ...(proof === null ? [] : [`${partNumber}: ${proofSentence(proof.rules, { currency, unit: unitOf(partId), of: 'futures' })}`]),
      ...(replay.kind === 'replayed' ? [`${partNumber}, ${replay.fromDate} to ${replay.untilDate}: ${proofSentence(replay.rules, { currency, unit: unitOf(partId), of: 'past' })}`] : []),
    ]).map((line) => `  ${wrapped(line, { columns: 108, indent: '    ' })}`),
    '',
    totalsText(proven.map(({ proof }) => proof), currency),
    ...(result.assemblies === null ? [] : assemblyLines(plan, result.stopDate ?? '', result.assemblies)),
  ].join('\n')
}

function targetText({ target }: LevelProof): string {
  switch (target.kind) {
    case 'cycle-service-level':
      return percentText(target.cycleServiceLevel)
    case 'fill-rate':
      return `fill ${percentText(target.fillRate)}`
    case 'least-cost':
      return 'least cost'
  }
}

type AchievedRow = { readonly partNumber: string; readonly target: string; readonly rules: readonly RuleProof[]; readonly mark: string }

function achievedTable(rows: readonly AchievedRow[]): string {
  const columns: TextColumn[] = [
    { heading: ['Part'], align: 'left', cells: rows.map(({ partNumber, mark }) => `${partNumber}${mark}`) },
    { heading: ['Target'], align: 'left', cells: rows.map(({ target }) => target) },
  ]
  for (const [rule, name] of rules) {
    const found = rows.map((row) => row.rules.find((one) => one.rule === rule))
    if (found.every((one) => one === undefined)) continue
    columns.push(
      { heading: [name, 'cycles'], align: 'right', cells: found.map((one) => estimateText(one?.cycleServiceLevel ?? null)) },
      ...(rule === 'recommended' ? [{ heading: ['', 'fill rate'], align: 'right' as const, cells: found.map((one) => estimateText(one?.fillRate ?? null)) }] : []),
      { heading: ['', 'short'], align: 'right', cells: found.map((one) => estimateText(one?.shortFutures ?? null)) },
    )
  }
  return textTable(columns)
}

function estimateText(estimate: Estimate | null): string {
  return estimate === null ? '–' : `${(100 * estimate.value).toFixed(1)}±${(100 * estimate.standardError).toFixed(1)}`
}

function totalsText(proofs: readonly LevelProof[], currency: string): string {
  const lines = rules.flatMap(([rule, name]) => {
    const found = proofs.flatMap((proof) => proof.rules.filter((one) => one.rule === rule && one.meanStockCash !== null))
    if (found.length === 0) return []
    const cash = found.reduce((sum, one) => sum + (one.meanStockCash?.value ?? 0), 0)
    const error = Math.sqrt(found.reduce((sum, one) => sum + (one.meanStockCash?.standardError ?? 0) ** 2, 0))
    const holding = found.reduce((sum, one) => sum + (one.holdingCostPerYear?.value ?? 0), 0)
    return [`  ${name}: mean stock worth ${moneyText(cash)} ${currency} (±${moneyText(error)}), holding it costs ${moneyText(holding)} ${currency} a year (${found.length} parts).`]
  })
  return ['Mean stock over the futures', ...lines, ''].join('\n')
}

function days(value: number | null, within: number): string {
  return value === null ? `> ${within}` : String(value)
}

function assemblyLines(plan: PreparedPlan, stopDate: string, assemblies: readonly AssemblySurvival[]): readonly string[] {
  if (assemblies.length === 0) return [`A stop on ${stopDate} touches no product of the plan.`, '']
  const partNumber = (id: string): string => plan.plan.parts.find((part) => part.id === id)?.partNumber ?? id
  return [
    `If nothing that a control applies to leaves from ${stopDate} on: days until a product stops`,
    textTable([
      { heading: ['Product'], align: 'left', cells: assemblies.map(({ name }) => name) },
      { heading: ['Days', '5 %'], align: 'right', cells: assemblies.map((one) => days(one.days.p05Days, one.days.withinDays)) },
      { heading: ['', '50 %'], align: 'right', cells: assemblies.map((one) => days(one.days.p50Days, one.days.withinDays)) },
      { heading: ['', '95 %'], align: 'right', cells: assemblies.map((one) => days(one.days.p95Days, one.days.withinDays)) },
      { heading: ['Half', 'by'], align: 'left', cells: assemblies.map((one) => one.days.medianDate ?? '–') },
      { heading: ['First to', 'stop'], align: 'right', cells: assemblies.map((one) => percentText(one.firstToStop.value)) },
      { heading: ['For want of'], align: 'left', cells: assemblies.map((one) => one.stoppedBy.slice(0, 3).map(({ partId, probability }) => `${partNumber(partId)} ${percentText(probability.value)}`).join(', ')) },
    ]),
  ]
}
