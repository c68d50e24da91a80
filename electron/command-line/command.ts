import type { PlanDocument } from '../../shared/plan/plan-document'
import type { planRecommendations } from '../../shared/plan/plan-recommendations'
import { attitudeOption, planningDateOf, type Call } from './call'
import { fileErrorSentence } from '../files/file-errors'
import type { ExitCode, Output } from './output'
import type { PlanReading } from './read-plan'
import { writeFileWhole } from '../files/write-file'

/** A command: what it does with the words and options after its name. */
export type Command = (args: readonly string[], output: Output) => Promise<ExitCode>

/** An option that takes a text. */
export const textOption = { type: 'string' } as const
/** An option that is there or not. */
export const flagOption = { type: 'boolean' } as const

/** The day and the attitude to scenarios that a call names for a plan. */
export function recommendOptionsOf(call: Call, plan: PlanDocument): Parameters<typeof planRecommendations>[1] {
  const attitude = attitudeOption(call, plan)
  return { planningDate: planningDateOf(call, plan), ...(attitude === undefined ? {} : { attitude }) }
}

/** Prints what was found while reading a plan: errors always, warnings where wanted. */
export function reportReading(reading: PlanReading, output: Output, options: { readonly withWarnings: boolean }): void {
  for (const line of reading.errors) output.error(`error: ${line}\n`)
  if (options.withWarnings) for (const line of reading.warnings) output.error(`warning: ${line}\n`)
  if (reading.errors.length > 0 && reading.understood !== '') output.error(`${reading.understood}\n`)
}

/** The exit code of a command that got no further than this reading. */
export function exitCodeOf(reading: PlanReading): ExitCode {
  if (reading.isUnusable) return 2
  return reading.errors.length > 0 ? 1 : 0
}

/** Writes a file and says on standard error when that fails; answers whether it is written. */
export async function savedTo(path: string, content: string | Uint8Array, output: Output): Promise<boolean> {
  try {
    await writeFileWhole(path, content)
    return true
  } catch (error) {
    output.error(`error: ${fileErrorSentence(path, error)}\n`)
    return false
  }
}
