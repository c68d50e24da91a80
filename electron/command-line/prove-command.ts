import { isoDate } from '../../shared/calendar/civil-date'
import { assemblySurvivals } from '../../shared/horizon/assembly-survival'
import { callOf } from './call'
import { flagOption, recommendOptionsOf, savedTo, textOption, type Command } from './command'
import { horizonPlan, laterDateOption } from './horizon-plan'
import { noSuchPart, partNamed } from './part-named'
import { proveText } from './prove-text'
import { provenParts } from './proven-parts'
import { wholeOption } from './whole-option'

/** `prove`: what levels achieve over simulated futures and would have achieved in the past. */
export const proveCommand: Command = async (args, output) => {
  const call = callOf(args, {
    words: ['FILE'],
    options: {
      paths: textOption, seed: textOption, part: textOption, stop: textOption, out: textOption, json: flagOption,
      date: textOption, scenario: textOption, decimal: textOption,
    },
  })
  const paths = wholeOption(call, 'paths', { least: 100, most: 100_000, otherwise: 500 })
  const seed = wholeOption(call, 'seed', { least: 0, most: 4_294_967_295, otherwise: 1 })
  const { plan, exitCode } = await horizonPlan(call, output)
  if (plan === null) return exitCode
  const wanted = call.options['part']
  const only = typeof wanted === 'string' ? partNamed(plan.plan.parts, wanted) : null
  if (typeof wanted === 'string' && only === null) {
    output.error(noSuchPart(call.words[0] as string, plan.plan.parts, wanted))
    return 1
  }
  const stopDate = laterDateOption(call, 'stop', { planningDate: plan.planningDate, mostDays: 1092 })
  const chosen = only === null ? plan.plan.parts : [only]
  const task = { plan: plan.plan, options: recommendOptionsOf(call, plan.plan), paths, seed }
  const onProgress = (done: number): void => output.progress?.(`${done} of ${chosen.length} parts`)
  const parts = await provenParts(task, chosen, { thread: output.thread ?? null, onProgress })
  const assemblies =
    stopDate === null
      ? null
      : assemblySurvivals(plan, { stopDate, paths, seed, onProgress: (done, of) => output.progress?.(`${done} of ${of} parts after the stop`) })
  output.progress?.('')
  const result = { planningDate: isoDate(plan.planningDate), currency: plan.plan.settings.currency, paths, seed, parts, stopDate, assemblies }
  const json = (): string => `${JSON.stringify(result, null, 2)}\n`
  const out = call.options['out']
  if (typeof out === 'string') return (await savedTo(out, json(), output)) ? exitCode : 2
  output.out(call.options['json'] === true ? json() : proveText(plan, result))
  return exitCode
}
