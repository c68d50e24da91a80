import { todayHere } from '../today-here'
import { planDifference, type MeasuredChange, type PlanDifference } from '../../shared/plan/difference-effects'
import { callOf, dateOption, decimalOption } from './call'
import { exitCodeOf, flagOption, reportReading, textOption, type Command } from './command'
import { moneyText } from './figures'
import { readPlan } from './read-plan'
import { shortValue } from './short-value'
import { textTable } from './text-table'

/** `diff`: what changed between two plans, and how much of the change in safety stock each change causes. */
export const diffCommand: Command = async (args, output) => {
  const call = callOf(args, { words: ['A', 'B'], options: { json: flagOption, date: textOption, decimal: textOption } })
  const today = dateOption(call, 'date') ?? todayHere()
  const readings = await Promise.all(call.words.map((path) => readPlan(path, today, decimalOption(call))))
  for (const reading of readings) reportReading(reading, output, { withWarnings: false })
  const [before, after] = readings.map((reading) => reading.plan)
  const worst = readings.find((reading) => reading.plan === null)
  if (before === undefined || before === null || after === undefined || after === null) return worst === undefined ? 2 : exitCodeOf(worst)
  const difference = planDifference(before, after, { today })
  const { currency } = after.settings
  output.out(call.options['json'] === true ? `${JSON.stringify({ currency, ...difference }, null, 2)}\n` : differenceText(difference, currency))
  return 0
}

function differenceText(difference: PlanDifference, currency: string): string {
  const { changes, before, after, order } = difference
  if (changes.length === 0) return 'The plans are equal.\n'
  const missing = Math.max(before.partsWithoutUnitCost, after.partsWithoutUnitCost)
  return (
    textTable([
      { heading: ['change'], align: 'left', cells: changes.map(sentenceOf) },
      { heading: ['from'], align: 'left', cells: changes.map((change) => shortValue(change.before)) },
      { heading: ['to'], align: 'left', cells: changes.map((change) => shortValue(change.after)) },
      { heading: ['safety stock'], align: 'right', cells: changes.map((change) => (change.safetyStock === null ? '' : `${signed(change.safetyStock)} ${change.unit ?? ''}`)) },
      { heading: ['cash in it', currency], align: 'right', cells: changes.map((change) => (change.isMeasuredWithNext ? 'with next' : signed(change.cash))) },
    ]) +
    `\n${changes.length === 1 ? '1 change' : `${changes.length} changes`}. Cash in safety stock: ${moneyText(before.cash)} → ${moneyText(after.cash)} ${currency} (${signed(after.cash - before.cash)}).\n` +
    `Measured one after the other: ${order}.\n${missing === 0 ? '' : `${missing} parts without a unit cost are not in the cash.\n`}`
  )
}

function sentenceOf({ subject, words, kind }: MeasuredChange): string {
  return words === '' ? `${subject} ${kind}` : `${subject}, ${words}`
}

function signed(value: number): string {
  const rounded = Number(value.toFixed(2))
  return rounded > 0 ? `+${rounded}` : String(rounded === 0 ? 0 : rounded)
}
