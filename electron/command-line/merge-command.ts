import { readFile } from 'node:fs/promises'
import { isoDate } from '../../shared/calendar/civil-date'
import { textFromBytes } from '../../shared/csv/bytes-to-text'
import { fileFormOf } from '../../shared/csv/file-form'
import { planRevision } from '../../shared/csv/plan-revision'
import { planFileMerge } from '../../shared/csv/plan-file-merge'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { chosenSide, type MergeDecisions } from '../../shared/plan/merge-decisions'
import { mergeEffect, type MergeEffect } from '../../shared/plan/merge-effect'
import { mergeSummary } from '../../shared/plan/merge-summary'
import { mergedPlan } from '../../shared/plan/merged-plan'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMerge, type MergeItem, type PlanMerge } from '../../shared/plan/plan-merge'
import { planProblems } from '../../shared/plan/validate-plan'
import { appVersion } from '../app-version'
import { idMaker } from '../id-maker'
import { computerFileForm } from '../services/computer-file-form'
import { todayHere } from '../today-here'
import { CallError, callOf, decimalOption, planningDateOf, type Call } from './call'
import { exitCodeOf, flagOption, reportReading, savedTo, textOption, type Command } from './command'
import { quantityText } from './figures'
import type { ExitCode, Output } from './output'
import { readPlan } from './read-plan'
import { shortValue } from './short-value'
import { textTable } from './text-table'

/** `merge`: two copies of a plan made from one, brought together; exits 1 while a conflict is undecided. */
export const mergeCommand: Command = async (args, output) => {
  const call = callOf(args, {
    words: ['BASE', 'MINE', 'THEIRS'],
    options: { take: textOption, join: flagOption, 'accept-deletions': flagOption, out: textOption, json: flagOption, date: textOption, decimal: textOption },
  })
  const take = call.options['take'] ?? null
  if (take !== null && take !== 'mine' && take !== 'theirs') throw new CallError(`--take ${String(take)}: choose mine or theirs`)
  const [basePath, minePath, theirPath] = call.words as [string, string, string]
  const paths = basePath === '-' ? [minePath, theirPath] : [minePath, theirPath, basePath]
  const readings = await Promise.all(paths.map((path) => readPlan(path, todayHere(), decimalOption(call))))
  for (const reading of readings) reportReading(reading, output, { withWarnings: false })
  const unread = readings.find((reading) => reading.plan === null)
  const [mine, theirs, base = null] = readings.map((reading) => reading.plan)
  if (unread !== undefined || !mine || !theirs) return unread === undefined ? 2 : exitCodeOf(unread)
  const merge = base === null ? await mergeWithoutBase(mine, theirs, theirPath) : mergeOf({ base, mine, theirs, isJoining: call.options['join'] === true })
  const deletions = call.options['accept-deletions'] === true ? merge.items.filter((item) => item.outcome === 'proposal' && item.change === 'only-mine') : []
  const decisions: MergeDecisions = { choices: Object.fromEntries(deletions.map((item) => [item.id, 'theirs' as const])), conflicts: take }
  return await carryOut({ call, base, mine, merge, decisions }, output)
}

/** Row by row by the check codes of their file, or two-way where it has none. */
async function mergeWithoutBase(mine: PlanDocument, theirs: PlanDocument, theirPath: string): Promise<PlanMerge> {
  const text = textFromBytes(await readFile(theirPath))
  const file = text.ok ? readPlanFile(text.value.text, { idMaker, restoreFrom: mine }) : null
  if (file === null || !file.ok) return planMerge({ base: { kind: 'none' }, mine, theirs })
  // Nobody here can tell whether their program wrote the codes anew, so a row of theirs never counts as untouched.
  return planFileMerge({ mine, file: file.value, states: [] })
}

type Task = { readonly call: Call; readonly base: PlanDocument | null; readonly mine: PlanDocument; readonly merge: PlanMerge; readonly decisions: MergeDecisions }

function mergeOf(of: { readonly base: PlanDocument; readonly mine: PlanDocument; readonly theirs: PlanDocument; readonly isJoining: boolean }): PlanMerge {
  const { base, mine, theirs, isJoining } = of
  const inputs = { base: { kind: 'plan', plan: base }, mine, theirs } as const
  const merge = planMerge(inputs)
  if (!isJoining) return merge
  const joins = merge.items.flatMap((item) => (item.joinWith === null || item.partId === null ? [] : [{ theirId: item.partId, myId: item.joinWith }]))
  return joins.length === 0 ? merge : planMerge({ ...inputs, joins })
}

async function carryOut({ call, base, mine, merge, decisions }: Task, output: Output): Promise<ExitCode> {
  const planningDate = planningDateOf(call, mine)
  const effects = new Map(merge.items.filter((item) => item.outcome === 'conflict').map((item) => [item.id, mergeEffect(mine, item, { planningDate })]))
  const result = mergedPlan(mine, merge, decisions)
  const summary = mergeSummary(merge, decisions)
  const isJson = call.options['json'] === true
  if (isJson) {
    const items = merge.items.map((item) => ({ ...item, decided: chosenSide(item, decisions), ...(effects.has(item.id) ? { effect: effects.get(item.id) } : {}) }))
    output.out(`${JSON.stringify({ summary, undecided: result.ok ? [] : result.problem.itemIds, ...merge, planningDate: isoDate(planningDate), items }, null, 2)}\n`)
  } else output.out(mergeText(merge, decisions, effects, summary))
  if (!result.ok) {
    output.error(`error: ${result.problem.sentence} Or decide all with --take mine or --take theirs. Nothing was written.\n`)
    return 1
  }
  const out = call.options['out']
  if (typeof out !== 'string') return 0
  const { plan } = result.value
  for (const problem of planProblems(plan, { today: todayHere() })) if (problem.severity === 'error') output.error(`warning: ${problem.sentence}\n`)
  const { decimal, delimiter } = fileFormOf(plan.settings.region, computerFileForm())
  const file = writtenPlanFile({ plan, decimal, delimiter, appVersion, revision: planRevision(plan), basedOn: base === null ? null : planRevision(base) })
  return (await savedTo(out, file, output)) ? 0 : 2
}

function mergeText(merge: PlanMerge, decisions: MergeDecisions, effects: ReadonlyMap<string, MergeEffect>, summary: string): string {
  if (merge.items.length === 0) return 'The copies are equal: nothing to merge.\n'
  const cell = (of: (item: MergeItem) => string): readonly string[] => merge.items.map(of)
  const table = textTable([
    { heading: ['outcome'], align: 'left', cells: cell((item) => outcomeWords(item, chosenSide(item, decisions))) },
    { heading: ['what'], align: 'left', cells: cell((item) => `${item.subject}, ${item.words}`) },
    { heading: ['before'], align: 'left', cells: cell((item) => (item.cell === null ? '' : shortValue(item.base))) },
    { heading: ['mine'], align: 'left', cells: cell((item) => (item.cell === null ? '' : shortValue(item.mine))) },
    { heading: ['theirs'], align: 'left', cells: cell((item) => (item.cell === null ? '' : shortValue(item.theirs))) },
    { heading: ['effect on safety stock', 'mine → theirs'], align: 'left', cells: cell((item) => effectWords(effects.get(item.id))) },
  ])
  return `${table}\n${summary}.\n`
}

function outcomeWords({ outcome }: MergeItem, side: 'mine' | 'theirs' | null): string {
  if (side === null) return 'CONFLICT'
  if (outcome === 'conflict') return `conflict: ${side}`
  if (outcome === 'proposal') return side === 'theirs' ? 'accepted' : 'proposal'
  return outcome
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : quantityText(Math.abs(value) < 1000 ? value : Math.round(value))
}

function effectWords(effect: MergeEffect | undefined): string {
  if (effect === undefined) return ''
  if (effect.kind === 'plan') return `cash ${shown(effect.cashInMine)} → ${shown(effect.cashInTheirs)}`
  return `${shown(effect.mine?.safetyStock)} → ${shown(effect.theirs?.safetyStock)} ${effect.unit}`
}
