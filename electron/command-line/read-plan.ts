import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CivilDate } from '../../shared/calendar/civil-date'
import { fileSizeProblem } from '../../shared/csv/bytes-to-text'
import type { CsvProblem } from '../../shared/csv/csv-problem'
import type { DecimalSign } from '../../shared/csv/decimal-sign'
import { planFromBytes } from '../../shared/csv/plan-from-bytes'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { idMaker } from '../id-maker'
import { fileErrorSentence } from '../files/file-errors'

/** A plan read from a file of any of our forms, with what was noticed. */
export type PlanReading = {
  /** Null when something stands in the way. */
  readonly plan: PlanDocument | null
  /** What was read, in a sentence. */
  readonly understood: string
  /** Lines for standard error: place and sentence. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** Whether the file could not be used at all (exit code 2), or has content to mend (1). */
  readonly isUnusable: boolean
}

/**
 * Reads a plan from a plan file, a JSON plan document or a parts table, told apart by their content.
 *
 * A parts table becomes a plan with the default settings and the built-in timeline and scenarios. Every problem is
 * reported, not only the first.
 *
 * @param path of the file
 * @param today for what depends on the day where the plan leaves its planning date open
 * @param decimal the decimal sign of a parts table in which nothing proves it, or null to go by the evidence
 */
export async function readPlan(path: string, today: CivilDate, decimal: DecimalSign | null): Promise<PlanReading> {
  let bytes: Uint8Array
  try {
    // Asked before reading, so that a file of 200 MB costs nothing.
    const { size } = await stat(path)
    const tooLarge = fileSizeProblem(size)
    if (tooLarge !== null) return { plan: null, understood: '', errors: lines(path, [tooLarge], 'error'), warnings: [], isUnusable: true }
    bytes = await readFile(path)
  } catch (error) {
    return { plan: null, understood: '', errors: [fileErrorSentence(path, error)], warnings: [], isUnusable: true }
  }
  const { form, plan, isSound, understood, findings } = planFromBytes(bytes, { fileName: basename(path), idMaker, decimal, check: { today } })
  const isForeign = findings.some(({ kind }) => kind === 'missing-column')
  const isUndecided = findings.some(({ kind }) => kind === 'undecided-decimal-sign')
  return {
    plan: isSound ? plan : null,
    understood: isUndecided ? 'Answer with --decimal comma or --decimal point.' : isForeign ? `If this is an export of another system, read it with “lodestock import ${path} --into PLAN.csv”, which knows their headings, and use PLAN.csv here.` : understood,
    errors: lines(path, findings, 'error'),
    warnings: lines(path, findings, 'warning'),
    isUnusable: form === null,
  }
}

function lines(path: string, problems: readonly CsvProblem[], severity: CsvProblem['severity']): readonly string[] {
  return problems
    .filter((problem) => problem.severity === severity)
    .map((problem) => {
      const line = problem.line === null ? '' : `:${problem.line}`
      const column = problem.column === null ? '' : `:${problem.column.letter}${problem.column.header === '' ? '' : ` (${problem.column.header})`}`
      return `${path}${line}${column}: ${problem.sentence}`
    })
}
