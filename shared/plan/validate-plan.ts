import { failed, succeeded, type Result } from '../result'
import { identityFindings } from './identity-problems'
import { partFindings } from './part-problems'
import { planCheck, type PlanCheckOptions } from './plan-check'
import { planDocumentSchema, type PlanDocument } from './plan-document'
import { piecesOfPlan, readablePieces, type PlanPieces } from './plan-pieces'
import type { PlanFinding, PlanProblem } from './plan-problem'
import { problemPlace } from './problem-place'
import { referenceFindings } from './reference-problems'
import { structureFindings } from './structure-problems'

/**
 * A plan that is safe to compute with, or every problem that stands in the way, with the warnings besides.
 *
 * Fields the program does not know are left out and are no problem. A plan that is answered has no errors
 * left; its warnings come from `planProblems`. Where the shape is wrong somewhere, the rest is checked all
 * the same.
 *
 * @param value anything: a parsed file, a message, a form
 * @param options the day to take where the plan leaves its planning date open, and the ids of the product
 */
export function validatedPlan(value: unknown, options: PlanCheckOptions = {}): Result<PlanDocument, readonly PlanProblem[]> {
  const parsed = planDocumentSchema.safeParse(value)
  const problems = parsed.success
    ? planProblems(parsed.data, options)
    : inWords(value, [...structureFindings(value, parsed.error.issues), ...crossFindings(readablePieces(value), options)])
  return parsed.success && problems.every((problem) => problem.severity === 'warning') ? succeeded(parsed.data) : failed(problems)
}

/**
 * Everything wrong or doubtful across the fields of a plan of which the shape is right: errors and warnings, in the order of the plan.
 *
 * @param plan a plan of the right shape
 * @param options the day to take where the plan leaves its planning date open, and the ids of the product
 */
export function planProblems(plan: PlanDocument, options: PlanCheckOptions = {}): readonly PlanProblem[] {
  return inWords(plan, crossFindings(piecesOfPlan(plan), options))
}

function crossFindings(pieces: PlanPieces, options: PlanCheckOptions): readonly PlanFinding[] {
  const check = planCheck(pieces, options)
  return [
    ...pieces.parts.flatMap((part, index) => (part === null ? [] : partFindings(part, ['parts', index], check))),
    ...referenceFindings(check),
    ...identityFindings(check),
  ]
}

function inWords(document: unknown, findings: readonly PlanFinding[]): readonly PlanProblem[] {
  return findings.map(({ kind, severity, path, text }) => {
    const { subject, item } = problemPlace(document, path)
    const place = `${subject.slice(0, 1).toUpperCase()}${subject.slice(1)}${item === null ? '' : `, ${item}`}`
    return { kind, severity, path, subject, sentence: `${place}: ${text}.` }
  })
}
