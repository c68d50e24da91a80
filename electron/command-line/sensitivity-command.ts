import { planSensitivity, type PlanSensitivity } from '../../shared/portfolio/sensitivity'
import { sensitivityWords } from '../../shared/portfolio/sensitivity-inputs'
import { todayHere } from '../today-here'
import { callOf, decimalOption, planningDateOf } from './call'
import { exitCodeOf, flagOption, reportReading, textOption, type Command } from './command'
import { moneyText, orDash } from './figures'
import { readPlan } from './read-plan'
import { textTable } from './text-table'

/** `sensitivity`: what a quarter less and a quarter more of each input does to the cash in safety stock. */
export const sensitivityCommand: Command = async (args, output) => {
  const call = callOf(args, { words: ['FILE'], options: { json: flagOption, date: textOption, decimal: textOption } })
  const reading = await readPlan(call.words[0] as string, todayHere(), decimalOption(call))
  reportReading(reading, output, { withWarnings: false })
  if (reading.plan === null) return exitCodeOf(reading)
  const sensitivity = planSensitivity(reading.plan, { planningDate: planningDateOf(call, reading.plan) })
  const { currency } = reading.plan.settings
  output.out(call.options['json'] === true ? `${JSON.stringify({ currency, ...sensitivity }, null, 2)}\n` : sensitivityText(sensitivity, currency))
  return exitCodeOf(reading)
}

function sensitivityText({ cash, partsWithoutUnitCost, inputs }: PlanSensitivity, currency: string): string {
  return (
    textTable([
      { heading: ['a quarter of'], align: 'left', cells: inputs.map(({ input }) => sensitivityWords[input]) },
      { heading: ['less', currency], align: 'right', cells: inputs.map(({ smaller }) => signed(smaller)) },
      { heading: ['more', currency], align: 'right', cells: inputs.map(({ larger }) => signed(larger)) },
    ]) +
    `\nCash in safety stock now: ${moneyText(cash)} ${currency}. Each input is changed alone; effects do not add up.\n` +
    (partsWithoutUnitCost === 0 ? '' : `${partsWithoutUnitCost} parts without a unit cost are not in it.\n`)
  )
}

function signed(change: number | null): string {
  return orDash(change, (value) => `${value > 0 ? '+' : ''}${moneyText(value)}`)
}
