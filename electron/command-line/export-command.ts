import { writtenTable, type ExportTable } from '../../shared/csv/export-table'
import { fileFormOf } from '../../shared/csv/file-form'
import { ordersExportTable, partsExportTable, usageExportTable } from '../../shared/csv/plan-tables'
import { resultsExportTable } from '../../shared/csv/recommendation-table'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { fileRegions } from '../../shared/plan/settings-schema'
import { computerFileForm } from '../services/computer-file-form'
import { tableWorkbook } from '../services/table-workbook'
import { todayHere } from '../today-here'
import { CallError, callOf, decimalOption, type Call } from './call'
import { exitCodeOf, flagOption, recommendOptionsOf, reportReading, savedTo, textOption, type Command } from './command'
import { readPlan } from './read-plan'

const tables = ['parts', 'usage', 'orders', 'results'] as const
type TableName = (typeof tables)[number]

/** `export`: one table of a plan for Excel or an ERP, for a region. */
export const exportCommand: Command = async (args, output) => {
  const call = callOf(args, {
    words: ['PLAN'],
    options: { table: textOption, region: textOption, bare: flagOption, out: textOption, date: textOption, scenario: textOption, decimal: textOption },
  })
  const name = choiceOf(call, 'table', tables)
  if (name === null) throw new CallError(`--table is missing; choose ${tables.join(', ')}`)
  const region = choiceOf(call, 'region', fileRegions)
  const out = call.options['out']
  const isWorkbook = typeof out === 'string' && out.toLowerCase().endsWith('.xlsx')
  if (isWorkbook && (call.options['bare'] === true || region !== null)) throw new CallError('an .xlsx file has typed cells, so --region and --bare say nothing there; leave them out, or write a .csv file')
  const reading = await readPlan(call.words[0] as string, todayHere(), decimalOption(call))
  reportReading(reading, output, { withWarnings: false })
  if (reading.plan === null) return exitCodeOf(reading)
  const table = tableOf(name, reading.plan, call)
  for (const omission of table.omissions) output.error(`note: ${omission}\n`)
  if (isWorkbook) return (await savedTo(out, await tableWorkbook(table), output)) ? exitCodeOf(reading) : 2
  const form = fileFormOf(region ?? reading.plan.settings.region, computerFileForm())
  const { text, warnings } = writtenTable(table, form, { isBare: call.options['bare'] === true })
  for (const warning of warnings) output.error(`warning: ${warning.sentence}\n`)
  if (typeof out === 'string') return (await savedTo(out, text, output)) ? exitCodeOf(reading) : 2
  output.out(text)
  return exitCodeOf(reading)
}

function tableOf(name: TableName, plan: PlanDocument, call: Call): ExportTable {
  switch (name) {
    case 'parts':
      return partsExportTable(plan)
    case 'usage':
      return usageExportTable(plan)
    case 'orders':
      return ordersExportTable(plan)
    case 'results':
      return resultsExportTable(planRecommendations(plan, recommendOptionsOf(call, plan)))
  }
}

function choiceOf<Choice extends string>(call: Call, name: string, choices: readonly Choice[]): Choice | null {
  const text = call.options[name]
  if (typeof text !== 'string') return null
  const choice = choices.find((each) => each === text)
  if (choice === undefined) throw new CallError(`--${name} ${text}: choose ${choices.join(', ')}`)
  return choice
}
