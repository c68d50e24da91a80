import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { randomInt } from 'node:crypto'
import type { CivilDate } from '../../shared/calendar/civil-date'
import { fileSizeProblem, textFromBytes } from '../../shared/csv/bytes-to-text'
import type { CsvProblem } from '../../shared/csv/csv-problem'
import type { DecimalSign } from '../../shared/csv/decimal-sign'
import { readPartsTable } from '../../shared/csv/parts-table'
import { readPlanFile } from '../../shared/csv/plan-file'
import { newId, type IdPrefix } from '../../shared/plan/new-id'
import { newPlan } from '../../shared/plan/new-plan'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { parsePlanJson } from '../../shared/plan/plan-migrations'
import type { PlanProblem } from '../../shared/plan/plan-problem'
import { planProblems, validatedPlan } from '../../shared/plan/validate-plan'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { fileErrorSentence } from './file-errors'

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

type Form = 'plan file' | 'plan document (JSON)' | 'parts table'

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
    if (tooLarge !== null) return unusable(path, [tooLarge])
    bytes = await readFile(path)
  } catch (error) {
    return { plan: null, understood: '', errors: [fileErrorSentence(path, error)], warnings: [], isUnusable: true }
  }
  const decoded = textFromBytes(bytes)
  if (!decoded.ok) return unusable(path, [decoded.problem])
  const { text, warnings } = decoded.value
  const form = formOf(text)
  const reading = form === 'plan file' ? fromPlanFile(path, text) : form === 'parts table' ? fromPartsTable(path, text, decimal) : fromJson(path, text)
  const checked = reading.plan === null ? reading : withPlanProblems(path, reading, today)
  return { ...checked, warnings: [...csvLines(path, warnings), ...checked.warnings] }
}

function unusable(path: string, problems: readonly CsvProblem[]): PlanReading {
  return { plan: null, understood: '', errors: csvLines(path, problems), warnings: [], isUnusable: true }
}

function formOf(text: string): Form {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{')) return 'plan document (JSON)'
  // Rows of a plan file may be in any order: one that says what it is, anywhere, is enough.
  return /^"?plan"?[;,\t|]"?(format|plan id|witness|title)/m.test(start) || /^"?(#part|part|end)"?[;,\t|]/m.test(start) ? 'plan file' : 'parts table'
}

function fromPlanFile(path: string, text: string): PlanReading {
  const result = readPlanFile(text, { idMaker })
  if (!result.ok) return { plan: null, understood: '', ...split(path, result.problem), isUnusable: false }
  const { plan, decimal, warnings } = result.value
  return {
    plan,
    understood: `Plan file "${plan.title}", ${plan.parts.length} parts, decimal ${decimal}.`,
    ...split(path, warnings),
    isUnusable: false,
  }
}

function fromPartsTable(path: string, text: string, answer: DecimalSign | null): PlanReading {
  const result = readPartsTable(text, { idMaker, decimal: answer })
  if (!result.ok) {
    const { errors, warnings } = split(path, result.problem)
    const isUndecided = result.problem.some(({ kind }) => kind === 'undecided-decimal-sign')
    return {
      plan: null,
      understood: isUndecided ? 'Answer with --decimal comma or --decimal point.' : '',
      errors,
      warnings,
      isUnusable: false,
    }
  }
  const { parts, held, skipped, recordCount, decimal, problems } = result.value
  const plan = { ...newPlan({ id: idMaker('pl'), title: basename(path), scenarios: builtInScenarios }), parts: [...parts] }
  const understood =
    `Parts table: ${recordCount} lines = ${parts.length} parts read + ${held.length} held + ${skipped.length} skipped` +
    `${decimal === null ? '' : `; decimal ${decimal}`}. Settings, timeline and scenarios are the defaults.`
  return { plan: parts.length === 0 ? null : plan, understood, ...split(path, problems), isUnusable: false }
}

function fromJson(path: string, text: string): PlanReading {
  const result = parsePlanJson(text)
  if (result.ok) return { plan: result.value, understood: `Plan document "${result.value.title}", ${result.value.parts.length} parts.`, errors: [], warnings: [], isUnusable: false }
  const { problem } = result
  const details = problem.kind === 'invalid' ? planLines(path, problem.problems, 'error') : []
  return { plan: null, understood: '', errors: [`${path}: ${problem.sentence}`, ...details], warnings: [], isUnusable: false }
}

function withPlanProblems(path: string, reading: PlanReading, today: CivilDate): PlanReading {
  const plan = reading.plan as PlanDocument
  const result = validatedPlan(plan, { today })
  const problems = result.ok ? planProblems(plan, { today }) : result.problem
  return {
    ...reading,
    plan: result.ok ? result.value : null,
    errors: [...reading.errors, ...planLines(path, problems, 'error')],
    warnings: [...reading.warnings, ...planLines(path, problems, 'warning')],
  }
}

function split(path: string, problems: readonly CsvProblem[]): Pick<PlanReading, 'errors' | 'warnings'> {
  return {
    errors: csvLines(path, problems.filter((problem) => problem.severity === 'error')),
    warnings: csvLines(path, problems.filter((problem) => problem.severity === 'warning')),
  }
}

function csvLines(path: string, problems: readonly CsvProblem[]): readonly string[] {
  return problems.map((problem) => {
    const line = problem.line === null ? '' : `:${problem.line}`
    const column = problem.column === null ? '' : `:${problem.column.letter}${problem.column.header === '' ? '' : ` (${problem.column.header})`}`
    return `${path}${line}${column}: ${problem.sentence}`
  })
}

function planLines(path: string, problems: readonly PlanProblem[], severity: PlanProblem['severity']): readonly string[] {
  return problems.filter((problem) => problem.severity === severity).map((problem) => `${path}: ${problem.sentence}`)
}

/** Makes ids with the system's source of chance. */
export function idMaker(prefix: string): string {
  return newId({ prefix: prefix as IdPrefix, randomUnit: () => randomInt(2 ** 32) / 2 ** 32 })
}
