import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { todayHere } from '../today-here'
import { CallError, dateOption, decimalOption, type Call } from './call'
import { exitCodeOf, recommendOptionsOf, reportReading } from './command'
import type { ExitCode, Output } from './output'
import { readPlan, type PlanReading } from './read-plan'

/** A plan read and made ready for the date and the attitude that a call names, or the exit code where it cannot be used. */
export async function horizonPlan(
  call: Call,
  output: Output,
): Promise<{ readonly plan: PreparedPlan; readonly exitCode: ExitCode } | { readonly plan: null; readonly exitCode: ExitCode }> {
  const reading: PlanReading = await readPlan(call.words[0] as string, todayHere(), decimalOption(call))
  reportReading(reading, output, { withWarnings: false })
  if (reading.plan === null) return { plan: null, exitCode: exitCodeOf(reading) }
  return { plan: preparedPlan(reading.plan, recommendOptionsOf(call, reading.plan)), exitCode: exitCodeOf(reading) }
}

/** The day an option names, which must lie after the planning date and not beyond a last one; null where it is not given. */
export function laterDateOption(call: Call, name: string, of: { readonly planningDate: number; readonly mostDays: number }): string | null {
  const date = dateOption(call, name)
  if (date === null) return null
  const text = String(call.options[name])
  if (date <= of.planningDate) throw new CallError(`--${name} ${text}: write a day after the planning date`)
  if (date - of.planningDate > of.mostDays) throw new CallError(`--${name} ${text}: write a day within ${of.mostDays} days of the planning date`)
  return text
}
