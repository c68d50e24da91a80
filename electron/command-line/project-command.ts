import { buyingForward } from '../../shared/horizon/buying-forward'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { stockProjection } from '../../shared/horizon/stock-projection'
import { partSurvival } from '../../shared/horizon/stock-survival'
import { callOf } from './call'
import { flagOption, textOption, type Command } from './command'
import { horizonPlan, laterDateOption } from './horizon-plan'
import { noSuchPart, partNamed } from './part-named'
import { projectText } from './project-text'
import { wholeOption } from './whole-option'

/** `project`: the stock of one part over the horizon, simulated. */
export const projectCommand: Command = async (args, output) => {
  const call = callOf(args, {
    words: ['FILE', 'PART'],
    options: {
      weeks: textOption, paths: textOption, seed: textOption, stop: textOption, independent: flagOption,
      date: textOption, scenario: textOption, json: flagOption, decimal: textOption,
    },
  })
  const paths = wholeOption(call, 'paths', { least: 100, most: 100_000, otherwise: 2000 })
  const seed = wholeOption(call, 'seed', { least: 0, most: 4_294_967_295, otherwise: 1 })
  const { plan, exitCode } = await horizonPlan(call, output)
  if (plan === null) return exitCode
  const [path, wanted] = call.words as [string, string]
  const part = partNamed(plan.plan.parts, wanted)
  if (part === null) {
    output.error(noSuchPart(path, plan.plan.parts, wanted))
    return 1
  }
  const horizonWeeks = wholeOption(call, 'weeks', { least: 4, most: 156, otherwise: plan.plan.settings.horizonWeeks })
  const waitDraws = call.options['independent'] === true ? 'independent' : 'one-quantile-per-path'
  const stopDate = laterDateOption(call, 'stop', { planningDate: plan.planningDate, mostDays: 1092 })
  const options = { paths, seed, horizonWeeks, waitDraws } as const
  const result = {
    outlook: partOutlook(plan, part, { horizonWeeks }),
    projection: stockProjection(plan, part, options),
    buyingForward: buyingForward(plan, part, options),
    survival: stopDate === null ? null : partSurvival(plan, part, { paths, seed, waitDraws, stopDate }),
  }
  output.out(call.options['json'] === true ? `${JSON.stringify({ partNumber: part.partNumber, unit: part.unit, currency: plan.plan.settings.currency, ...result }, null, 2)}\n` : projectText(plan, part, result))
  return exitCode
}
