import type { PlanDocument } from '../../shared/plan/plan-document'
import { budgetedPlan, type BudgetedPlan } from '../../shared/portfolio/budget'
import { todayHere } from '../today-here'
import { CallError, callOf, decimalOption, planningDateOf } from './call'
import { exitCodeOf, flagOption, reportReading, textOption, type Command } from './command'
import { moneyText, quantityText } from './figures'
import { readPlan } from './read-plan'
import { textTable } from './text-table'

/** `budget`: the safety stocks that keep expected shortage cost least within a limit on the cash in them. */
export const budgetCommand: Command = async (args, output) => {
  const call = callOf(args, { words: ['FILE', 'LIMIT'], options: { json: flagOption, date: textOption, decimal: textOption } })
  const [path, limitText] = call.words as [string, string]
  if (!/^\d+(\.\d+)?$/.test(limitText)) throw new CallError(`LIMIT ${limitText}: write an amount in the plan's currency, such as 250000 or 1999.50`)
  const reading = await readPlan(path, todayHere(), decimalOption(call))
  reportReading(reading, output, { withWarnings: false })
  const { plan } = reading
  if (plan === null) return exitCodeOf(reading)
  const budget = budgetedPlan(plan, { limit: Number(limitText), planningDate: planningDateOf(call, plan) })
  output.out(call.options['json'] === true ? `${JSON.stringify({ currency: plan.settings.currency, ...budget }, null, 2)}\n` : budgetText(plan, budget))
  return exitCodeOf(reading)
}

function budgetText(plan: PlanDocument, { parts, limit, wantedCash, cash, oddsDivisor, partsWithoutUnitCost }: BudgetedPlan): string {
  const { currency } = plan.settings
  const partOf = new Map(plan.parts.map((part) => [part.id, part]))
  const cut = parts.filter((part) => part.safetyStock < part.wanted)
  const shown = cut.toSorted((a, b) => (b.wanted - b.safetyStock) * (partOf.get(b.partId)?.unitCost ?? 0) - (a.wanted - a.safetyStock) * (partOf.get(a.partId)?.unitCost ?? 0))
  const verdict =
    oddsDivisor === 1
      ? `The targets ask for ${moneyText(wantedCash)} ${currency}, which fits into ${moneyText(limit)} ${currency}: nothing is cut.\n`
      : `The targets ask for ${moneyText(wantedCash)} ${currency}; within ${moneyText(limit)} ${currency} the stocks above cost ${moneyText(cash)} ${currency}. ${oddsDivisor === null ? 'Not even the least levels fit, so no safety stock is left.' : `The odds of every target are divided by ${quantityText(Number(oddsDivisor.toPrecision(3)))}.`}\n`
  const table =
    cut.length === 0
      ? ''
      : `${textTable([
          { heading: ['Part'], align: 'left', cells: shown.map(({ partId }) => partOf.get(partId)?.partNumber ?? partId) },
          { heading: ['Unit'], align: 'left', cells: shown.map(({ partId }) => partOf.get(partId)?.unit ?? '') },
          { heading: ['Target', 'asks for'], align: 'right', cells: shown.map(({ wanted }) => quantityText(wanted)) },
          { heading: ['Within', 'the limit'], align: 'right', cells: shown.map(({ safetyStock }) => quantityText(safetyStock)) },
          { heading: [`Cash (${currency})`], align: 'right', cells: shown.map((part) => moneyText(part.cash)) },
        ])}\n`
  return `${table}${verdict}${partsWithoutUnitCost === 0 ? '' : `${partsWithoutUnitCost} parts without a unit cost are not in it.\n`}`
}
