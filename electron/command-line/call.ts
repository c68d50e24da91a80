import { parseArgs, type ParseArgsConfig } from 'node:util'
import { civilDate, civilDateFrom, type CivilDate } from '../../shared/calendar/civil-date'
import type { DecimalSign } from '../../shared/csv/decimal-sign'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { ScenarioAttitude } from '../../shared/safety-stock/planning-frame'
import { todayHere } from '../today-here'

/** The call itself is wrong: an unknown option, a missing file name, a date that does not exist. */
export class CallError extends Error {
  override readonly name = 'CallError'
}

/** Options and words of a call. */
export type Call = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/**
 * The options and words of a call of one command.
 *
 * @throws {CallError} for an option the command does not know, or the wrong number of words
 */
export function callOf(args: readonly string[], form: { readonly words: readonly string[]; readonly leastWords?: number; readonly options: ParseArgsConfig['options'] }): Call {
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options: form.options ?? {}, allowPositionals: true })
  } catch (error) {
    throw new CallError(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error))
  }
  const words = parsed.positionals
  const least = form.leastWords ?? form.words.length
  if (words.length < least) throw new CallError(`${form.words[words.length] ?? 'FILE'} is missing`)
  if (words.length > form.words.length) throw new CallError(`"${words[form.words.length] ?? ''}" is one word too many`)
  return { words, options: parsed.values as Call['options'] }
}

/** The day an option names, or null where it is not given. */
export function dateOption(call: Call, name: string): CivilDate | null {
  const text = call.options[name]
  if (typeof text !== 'string') return null
  const date = civilDateFrom(text)
  if (date.ok) return date.value
  throw new CallError(
    date.problem.kind === 'no-such-date'
      ? `--${name} ${text}: the calendar has no such day`
      : `--${name} ${text}: write a date as YYYY-MM-DD`,
  )
}

/** The day to plan for: the option, else the plan's own, else today. */
export function planningDateOf(call: Call, plan: PlanDocument): CivilDate {
  const stated = plan.settings.planningDate
  return dateOption(call, 'date') ?? (stated === null ? todayHere() : civilDate(stated))
}

/** The attitude an option names: `weighted`, `worst`, or a scenario by its name or id; undefined where it is not given. */
export function attitudeOption(call: Call, plan: PlanDocument): ScenarioAttitude | undefined {
  const text = call.options['scenario']
  if (typeof text !== 'string') return undefined
  if (text === 'weighted') return { kind: 'weighted' }
  if (text === 'worst') return { kind: 'worst-case' }
  const wanted = text.toLowerCase()
  const scenario = plan.scenarios.find((one) => one.id === text || one.name.toLowerCase() === wanted)
  if (scenario !== undefined) return { kind: 'scenario', name: scenario.id }
  throw new CallError(`--scenario ${text}: the plan has no such scenario; choose weighted, worst, or one of ${plan.scenarios.map((one) => `"${one.name}"`).join(', ')}`)
}

/** The decimal sign an option names, or null where it is not given. */
export function decimalOption(call: Call): DecimalSign | null {
  const text = call.options['decimal']
  if (typeof text !== 'string') return null
  if (text === 'comma' || text === 'point') return text
  throw new CallError(`--decimal ${text}: write comma or point`)
}
