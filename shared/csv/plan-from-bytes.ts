import { newPlan } from '../plan/new-plan'
import { planDocumentSchema, type PlanDocument } from '../plan/plan-document'
import { parsePlanJson } from '../plan/plan-migrations'
import type { PlanCheckOptions } from '../plan/plan-check'
import type { PlanProblem } from '../plan/plan-problem'
import { planProblems, validatedPlan } from '../plan/validate-plan'
import { builtInScenarios } from '../policy-timeline/built-in-scenarios'
import { textFromBytes } from './bytes-to-text'
import { csvProblem, type CsvProblem } from './csv-problem'
import type { DecimalSign } from './decimal-sign'
import { filePlaceOf, type FilePlaces } from './file-places'
import { readPartsTable } from './parts-table'
import { readPlanFile } from './plan-file'
import type { IdMaker } from './plan-file-ids'

/** A form in which a plan comes as a file. */
export type PlanFileForm = 'plan-file' | 'plan-document' | 'parts-table'

/** What reading a plan from a file needs besides its bytes. */
export type PlanFromBytesOptions = {
  /** Name of the file; a parts table has no title of its own and takes it. */
  readonly fileName: string
  /** Makes ids for what brings none. */
  readonly idMaker: IdMaker
  /** The decimal sign of a parts table in which nothing proves it, or null to go by the evidence. */
  readonly decimal: DecimalSign | null
  /** How the plan is checked: the day to take where it leaves its planning date open. */
  readonly check: PlanCheckOptions
}

/** A plan read from a file of any of our forms, with everything that was noticed. */
export type PlanFromBytes = {
  /** The form its content has; null when the bytes are no text. */
  readonly form: PlanFileForm | null
  /** The plan, of the right shape; null when something stands in the way. */
  readonly plan: PlanDocument | null
  /** Who saved the file, where it says so; null otherwise. */
  readonly savedBy: string | null
  /** Whether the plan can be computed: no error was found across its fields. */
  readonly isSound: boolean
  /** What was read, in a sentence; empty when nothing was. */
  readonly understood: string
  /** Everything noticed: about the letters, then about the table, then about the plan. */
  readonly findings: readonly CsvProblem[]
}

/**
 * A plan from the bytes of a plan file, a plan document (JSON) or a parts table, told apart by their content.
 *
 * A parts table becomes a plan with the default settings and the built-in timeline and scenarios; its lines with
 * errors are left out, and each is among the findings. Every problem is reported, not only the first.
 *
 * @param bytes the whole file
 * @param options its name, a maker of ids, the answer to an undecided decimal sign and how to check the plan
 *
 * @example
 * planFromBytes(new Uint8Array(), { fileName: 'parts.csv', idMaker: () => 'p-bcdfgh', decimal: null, check: {} }).findings[0].kind // => 'empty-file'
 */
export function planFromBytes(bytes: Uint8Array, options: PlanFromBytesOptions): PlanFromBytes {
  const decoded = textFromBytes(bytes)
  if (!decoded.ok) return unreadable(null, [decoded.problem])
  const { text, warnings } = decoded.value
  const reading = readings[formOf(text)](text, options)
  const { form, understood } = reading
  const checked = reading.plan === null ? { plan: null, problems: [] } : checkedPlan(reading.plan, options.check)
  return {
    form,
    understood,
    plan: checked.plan,
    savedBy: reading.savedBy ?? null,
    isSound: checked.plan !== null && checked.problems.every((problem) => problem.severity === 'warning'),
    findings: [...warnings, ...reading.findings, ...checked.problems.map((problem) => placedFinding(problem, reading))],
  }
}

/**
 * A finding as a sentence with its place in front, such as `Line 14, column C (usage): …`.
 *
 * @param finding something noticed in a file
 *
 * @example
 * placedSentence(csvProblem({ kind: 'empty-cell', line: 14, sentence: 'The cell is empty.' })) // => 'Line 14: The cell is empty.'
 */
export function placedSentence(finding: CsvProblem): string {
  const { line, column, sentence } = finding
  if (line === null && column === null) return sentence
  const header = column === null || column.header === '' ? '' : ` (${column.header})`
  const place = [line === null ? null : `line ${line}`, column === null ? null : `column ${column.letter}${header}`].filter((part) => part !== null).join(', ')
  // Some sentences begin with their line themselves.
  const rest = line !== null && sentence.startsWith(`Line ${line}: `) ? sentence.slice(`Line ${line}: `.length) : sentence
  return `${place.slice(0, 1).toUpperCase()}${place.slice(1)}: ${rest}`
}

type Reading = Omit<PlanFromBytes, 'isSound' | 'savedBy'> & {
  readonly savedBy?: string | null
  /** Where its parts and the like stand in the file; absent where it has no lines to speak of. */
  readonly places?: FilePlaces
}

const longestTitle = 200

const readings: Readonly<Record<PlanFileForm, (text: string, options: PlanFromBytesOptions) => Reading>> = {
  'plan-file': (text, { idMaker }) => {
    const result = readPlanFile(text, { idMaker })
    if (!result.ok) return unreadable('plan-file', result.problem)
    const { plan, savedBy, decimal, warnings, places } = result.value
    return { form: 'plan-file', plan, savedBy, understood: `Plan file "${plan.title}", ${plan.parts.length} parts, decimal ${decimal}.`, findings: warnings, places }
  },
  'plan-document': (text, { check }) => {
    const result = parsePlanJson(text, check)
    if (result.ok) {
      const plan = result.value
      return { form: 'plan-document', plan, understood: `Plan document "${plan.title}", ${plan.parts.length} parts.`, findings: [] }
    }
    const { problem } = result
    const details = problem.kind === 'invalid' ? problem.problems.map(findingOf) : []
    return unreadable('plan-document', [csvProblem({ kind: problem.kind, sentence: problem.sentence }), ...details])
  },
  'parts-table': (text, { idMaker, decimal: answer, fileName }) => {
    const result = readPartsTable(text, { idMaker, decimal: answer })
    if (!result.ok) return unreadable('parts-table', result.problem)
    const { parts, places, held, skipped, recordCount, decimal, problems } = result.value
    const title = fileName.slice(0, longestTitle) || 'Parts'
    const plan = { ...newPlan({ id: idMaker('pl'), title, scenarios: builtInScenarios }), parts: [...parts] }
    const understood =
      `Parts table: ${recordCount} lines = ${parts.length} parts read + ${held.length} held + ${skipped.length} skipped` +
      `${decimal === null ? '' : `; decimal ${decimal}`}. Settings, timeline and scenarios are the defaults.`
    return { form: 'parts-table', plan: parts.length > 0 ? plan : null, understood, findings: problems, places }
  },
}

function unreadable(form: PlanFileForm | null, findings: readonly CsvProblem[]): PlanFromBytes {
  return { form, plan: null, savedBy: null, isSound: false, understood: '', findings }
}

function formOf(text: string): PlanFileForm {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{')) return 'plan-document'
  // Rows of a plan file may be in any order: one that says what it is, anywhere, is enough.
  return /^"?plan"?[;,\t|]"?(format|plan id|witness|title)/m.test(start) || /^"?(#part|part|end)"?[;,\t|]/m.test(start) ? 'plan-file' : 'parts-table'
}

/** The plan where its shape is right, and everything wrong or doubtful in it. */
function checkedPlan(plan: PlanDocument, check: PlanCheckOptions): { readonly plan: PlanDocument | null; readonly problems: readonly PlanProblem[] } {
  const parsed = planDocumentSchema.safeParse(plan)
  if (parsed.success) return { plan: parsed.data, problems: planProblems(parsed.data, check) }
  const result = validatedPlan(plan, check)
  return { plan: null, problems: result.ok ? [] : result.problem }
}

/** A problem of a plan with the line, and the column, it leads back to. */
function placedFinding(problem: PlanProblem, { plan, places }: Reading): CsvProblem {
  const place = plan === null || places === undefined ? null : filePlaceOf(plan, problem.path, places)
  return place === null ? findingOf(problem) : { ...findingOf(problem), ...place }
}

function findingOf({ kind, severity, sentence }: PlanProblem): CsvProblem {
  return csvProblem({ kind, severity, sentence })
}
