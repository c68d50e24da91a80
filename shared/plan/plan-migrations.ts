import { failed, succeeded, type Result } from '../result'
import type { PlanCheckOptions } from './plan-check'
import { planDocumentVersion, type PlanDocument } from './plan-document'
import { shownValue, type PlanProblem } from './plan-problem'
import { validatedPlan } from './validate-plan'

/** A parsed plan document of some version, of which only the envelope is known. */
export type PlanJson = { readonly [field: string]: unknown }

/** Takes a plan document to the next version, without touching what was given; leaves what it does not understand for validation to name. */
export type PlanMigration = (plan: PlanJson) => PlanJson

/** Why a text is not a plan this program can open; one member for each way to fail, with what to tell the user. */
export type PlanFileProblem =
  | { readonly kind: 'not-json'; readonly sentence: string }
  | { readonly kind: 'not-a-plan'; readonly sentence: string }
  | { readonly kind: 'newer-version'; readonly version: number; readonly sentence: string }
  | { readonly kind: 'too-old'; readonly version: number; readonly sentence: string }
  | {
      readonly kind: 'invalid'
      /** Every problem found, warnings included. */
      readonly problems: readonly PlanProblem[]
      readonly sentence: string
    }

/**
 * From every version to the next, in order; the place in the list is the version it starts from. Append only.
 *
 * 0 → 1: version 0 is the format of the first prototypes, before any release. Its settings had no level for
 * critical parts and its parts had no contract. Critical parts get 0.99, which the prototypes had built in.
 *
 * 1 → 2: parts have overrides, of which there were none, and the settings a region for files, which was this computer's.
 */
export const planMigrations: readonly PlanMigration[] = [
  (plan) => ({
    ...plan,
    settings: withField(plan['settings'], 'criticalCycleServiceLevel', 0.99),
    parts: Array.isArray(plan['parts']) ? plan['parts'].map((part: unknown) => withField(part, 'contract', null)) : plan['parts'],
  }),
  (plan) => ({
    ...plan,
    settings: withField(plan['settings'], 'region', 'this-computer'),
    parts: Array.isArray(plan['parts']) ? plan['parts'].map((part: unknown) => withField(part, 'overrides', [])) : plan['parts'],
  }),
]

/**
 * The plan in a text, or the one reason why it cannot be opened, told from the user's side.
 *
 * Text, JSON, envelope, migration, and validation again at the end, whatever the version was.
 *
 * @param text contents of a plan file; a byte order mark at its start is allowed
 * @param options how the plan is checked
 */
export function parsePlanJson(text: string, options: PlanCheckOptions = {}): Result<PlanDocument, PlanFileProblem> {
  const document = jsonOf(text.startsWith('\uFEFF') ? text.slice(1) : text)
  if (!document.ok) return document
  const migrated = migratedPlanJson(document.value, { migrations: planMigrations, currentVersion: planDocumentVersion })
  if (!migrated.ok) return migrated
  const plan = validatedPlan(migrated.value, options)
  if (plan.ok) return plan
  const errors = plan.problem.filter((problem) => problem.severity === 'error').length
  const sentence = `The plan has ${errors === 1 ? '1 error' : `${errors} errors`} and cannot be opened until ${errors === 1 ? 'it is' : 'they are'} corrected.`
  return failed({ kind: 'invalid', problems: plan.problem, sentence })
}

/**
 * A plan document taken to the current version, or the reason why it is none or cannot be taken there.
 *
 * @param document what was parsed
 * @param of the migrations up to the current version, and that version; the oldest that can be read follows from both
 */
export function migratedPlanJson(
  document: unknown,
  of: { readonly migrations: readonly PlanMigration[]; readonly currentVersion: number },
): Result<PlanJson, PlanFileProblem> {
  const { migrations, currentVersion } = of
  if (!isGroup(document)) return failed({ kind: 'not-a-plan', sentence: `This is ${shownValue(document)}, not a Lodestock plan; choose a file that Lodestock has saved.` })
  if (document['format'] !== 'lodestock-plan') {
    return failed({ kind: 'not-a-plan', sentence: 'This file does not say that it is a Lodestock plan; choose a file that Lodestock has saved.' })
  }
  const version = document['version']
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    return failed({ kind: 'not-a-plan', sentence: `The version of this plan is ${shownValue(version)}, which is no version number; choose another copy of the file.` })
  }
  if (version > currentVersion) {
    const sentence = `This plan was made with version ${version} of the plan format, and this program reads version ${currentVersion}; update Lodestock to open it.`
    return failed({ kind: 'newer-version', version, sentence })
  }
  const oldestVersion = currentVersion - migrations.length
  if (version < oldestVersion) {
    const sentence = `This plan was made with version ${version} of the plan format, and the oldest this program reads is ${oldestVersion}; open and save it with an earlier Lodestock first.`
    return failed({ kind: 'too-old', version, sentence })
  }
  let plan: PlanJson = document
  migrations.slice(version - oldestVersion).forEach((migration, step) => {
    plan = { ...migration(plan), version: version + step + 1 }
  })
  return succeeded(plan)
}

function jsonOf(text: string): Result<unknown, PlanFileProblem> {
  if (text.trim() === '') return failed({ kind: 'not-json', sentence: 'The file is empty; choose another copy of it.' })
  try {
    return succeeded(JSON.parse(text))
  } catch {
    const isCutOff = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}')
    const sentence = isCutOff
      ? 'The file is cut off: it begins like a plan and does not end like one. Choose another copy of it.'
      : 'The file is not in the JSON format in which Lodestock saves plans; choose a file that Lodestock has saved. Tables (CSV) are imported, not opened.'
    return failed({ kind: 'not-json', sentence })
  }
}

function isGroup(value: unknown): value is PlanJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withField(value: unknown, field: string, initial: unknown): unknown {
  return isGroup(value) ? { ...value, [field]: initial } : value
}
