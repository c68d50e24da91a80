import type { z } from 'zod'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'
import type { LibraryProblem } from '../storage/library-problem'

/** A problem of the library as a window gets it: a refused step under the name of what is wrong with it, and no data but sentences. */
export function apiProblemOf(problem: LibraryProblem): ApiProblem {
  if (problem.kind !== 'refused') return { kind: problem.kind, sentence: problem.sentence }
  const refused = problem.problem
  const { kind, sentence } = refused
  return refused.kind === 'wrong-shape' ? { kind, sentence, findings: refused.findings.map(({ text }) => sentenceOf(text)) } : { kind, sentence }
}

/** The library's answer as the window gets it. */
export function apiResult<Value>(result: Result<Value, LibraryProblem>): Result<Value, ApiProblem> {
  return result.ok ? succeeded(result.value) : failed(apiProblemOf(result.problem))
}

/** The problem of an argument that is not what the verb takes. */
export function badArgument(verb: string, error: z.ZodError): ApiProblem {
  const findings = error.issues.slice(0, 20).map(({ path, message }) =>
    // Sentences are for people; all else is between programs and names its place.
    message.endsWith('.') ? message : `${path.length === 0 ? 'The argument' : path.map(String).join('.')}: ${message}.`,
  )
  const [first = ''] = findings
  const isForPeople = error.issues[0]?.message.endsWith('.') === true
  return {
    kind: 'bad-argument',
    sentence: isForPeople ? first : `The request ${verb} was not understood (${first.slice(0, -1)}). Nothing was changed; load the window again.`,
    findings,
  }
}

function sentenceOf(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}
