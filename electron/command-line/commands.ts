import { isoDate } from '../../shared/calendar/civil-date'
import { writtenTable } from '../../shared/csv/export-table'
import { fileForms } from '../../shared/csv/file-form'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { recommendationTable } from '../../shared/csv/recommendation-table'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { newPlan } from '../../shared/plan/new-plan'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { samplePlan } from '../../shared/sample/sample-plan'
import { appVersion } from '../app-version'
import { todayHere } from '../today-here'
import { attitudeOption, callOf, decimalOption, planningDateOf, type Call } from './call'
import { exitCodeOf, flagOption, recommendOptionsOf, reportReading, savedTo, textOption, type Command } from './command'
import { budgetCommand } from './budget-command'
import { diffCommand } from './diff-command'
import { exportCommand } from './export-command'
import { explainText } from './explain-text'
import { mergeCommand } from './merge-command'
import { importCommand } from './import-command'
import { ordersCommand } from './orders-command'
import { noSuchPart, partNamed } from './part-named'
import { projectCommand } from './project-command'
import { proveCommand } from './prove-command'
import { readPlan } from './read-plan'
import { plansCommand } from './plans-command'
import { recommendationJson } from './recommend-json'
import { recommendText } from './recommend-table'
import { sensitivityCommand } from './sensitivity-command'
import { timelineText } from './timeline-text'

/** The commands by name. */
export const commands: Readonly<Record<string, Command>> = {
  async recommend(args, output) {
    const call = callOf(args, { words: ['FILE'], options: { date: textOption, scenario: textOption, out: textOption, json: flagOption, decimal: textOption } })
    const reading = await readPlan(call.words[0] as string, todayHere(), decimalOption(call))
    reportReading(reading, output, { withWarnings: true })
    if (reading.plan === null) return exitCodeOf(reading)
    const result = planRecommendations(reading.plan, recommendOptionsOf(call, reading.plan))
    const isJson = call.options['json'] === true
    const out = call.options['out']
    const machine = (): string => (isJson ? `${JSON.stringify(recommendationJson(result), null, 2)}\n` : writtenTable(recommendationTable(result), fileForms.international).text)
    if (typeof out === 'string') return (await savedTo(out, machine(), output)) ? exitCodeOf(reading) : 2
    const date = isoDate(result.prepared.planningDate)
    output.out(isJson ? machine() : recommendText(result, `${reading.plan.title} · planned for ${date} · ${attitudeText(call, reading.plan)}`))
    return exitCodeOf(reading)
  },

  async explain(args, output) {
    const call = callOf(args, { words: ['FILE', 'PART'], options: { date: textOption, scenario: textOption, decimal: textOption } })
    const [path, wanted] = call.words as [string, string]
    const reading = await readPlan(path, todayHere(), decimalOption(call))
    reportReading(reading, output, { withWarnings: false })
    if (reading.plan === null) return exitCodeOf(reading)
    const part = partNamed(reading.plan.parts, wanted)
    if (part === null) {
      output.error(noSuchPart(path, reading.plan.parts, wanted))
      return 1
    }
    const result = planRecommendations(reading.plan, recommendOptionsOf(call, reading.plan))
    const recommendation = result.parts.find(({ prepared }) => prepared.part.id === part.id)
    if (recommendation !== undefined) output.out(explainText(result, recommendation))
    return exitCodeOf(reading)
  },

  async timeline(args, output) {
    const call = callOf(args, { words: ['FILE'], leastWords: 0, options: { date: textOption, decimal: textOption } })
    const path = call.words[0]
    if (path === undefined) {
      const plan = newPlan({ id: 'pl-bcdfgh', title: 'Built-in timeline', scenarios: builtInScenarios })
      output.out(timelineText(preparedPlan(plan, { planningDate: planningDateOf(call, plan) })))
      return 0
    }
    const reading = await readPlan(path, todayHere(), decimalOption(call))
    reportReading(reading, output, { withWarnings: false })
    if (reading.plan === null) return exitCodeOf(reading)
    output.out(timelineText(preparedPlan(reading.plan, { planningDate: planningDateOf(call, reading.plan) })))
    return exitCodeOf(reading)
  },

  async sample(args, output) {
    const call = callOf(args, { words: [], options: { out: textOption } })
    const file = writtenPlanFile({ plan: samplePlan(), decimal: 'point', delimiter: ';', appVersion })
    const out = call.options['out']
    if (typeof out !== 'string') {
      output.out(file)
      return 0
    }
    return (await savedTo(out, file, output)) ? 0 : 2
  },

  orders: ordersCommand,

  project: projectCommand,

  prove: proveCommand,

  export: exportCommand,
  import: importCommand,

  diff: diffCommand,

  merge: mergeCommand,

  sensitivity: sensitivityCommand,

  budget: budgetCommand,

  async check(args, output) {
    const call = callOf(args, { words: ['FILE'], options: { decimal: textOption } })
    const reading = await readPlan(call.words[0] as string, todayHere(), decimalOption(call))
    reportReading(reading, output, { withWarnings: true })
    if (reading.plan !== null && reading.errors.length === 0) {
      output.out(`${call.words[0]}: fine. ${reading.understood}${reading.warnings.length === 0 ? '' : ` ${countOf(reading.warnings.length, 'warning')}.`}\n`)
    }
    return exitCodeOf(reading)
  },

  plans: plansCommand,
}

function attitudeText(call: Call, plan: PlanDocument): string {
  const attitude = attitudeOption(call, plan) ?? (plan.settings.attitude.kind === 'scenario' ? { kind: 'scenario' as const, name: plan.settings.attitude.scenarioId } : plan.settings.attitude)
  switch (attitude.kind) {
    case 'weighted':
      return 'scenarios weighted'
    case 'worst-case':
      return 'worst scenario'
    case 'scenario':
      return `scenario "${plan.scenarios.find((one) => one.id === attitude.name)?.name ?? attitude.name}"`
  }
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
