import { fieldWords } from './field-words'
import type { PlanFinding } from './plan-problem'

/** Why a command cannot be applied to a plan; one member for each way, with what to tell the user. */
export type PlanCommandProblem =
  /** It names entries that the plan does not have. */
  | { readonly kind: 'not-found'; readonly list: string; readonly ids: readonly string[]; readonly sentence: string }
  /** It adds entries under ids that are taken. */
  | { readonly kind: 'id-taken'; readonly list: string; readonly ids: readonly string[]; readonly sentence: string }
  /** It names one entry twice. */
  | { readonly kind: 'id-repeated'; readonly list: string; readonly ids: readonly string[]; readonly sentence: string }
  /** It adds entries at places that do not fit the list. */
  | { readonly kind: 'place-out-of-range'; readonly list: string; readonly sentence: string }
  /** Something in it, or in what would result, has a wrong shape or a wrong value. */
  | { readonly kind: 'wrong-shape'; readonly findings: readonly PlanFinding[]; readonly sentence: string }

/**
 * A problem about the ids of a command.
 *
 * @param kind what is wrong with them
 * @param of the list they belong to, and the ids
 *
 * @example
 * idProblem('not-found', { list: 'parts', ids: ['p-bcdfgh'] }).sentence
 * // => 'The list of parts has no entry p-bcdfgh; it may have been deleted meanwhile, so look again.'
 */
export function idProblem(
  kind: 'not-found' | 'id-taken' | 'id-repeated',
  of: { readonly list: string; readonly ids: readonly string[] },
): PlanCommandProblem {
  const words = fieldWords([of.list]) ?? `the list of ${of.list}`
  const shown = of.ids.length > 3 ? `${of.ids.slice(0, 3).join(', ')} and ${of.ids.length - 3} more` : of.ids.join(', ')
  const sentences = {
    'not-found': `${capital(words)} has no entry ${shown}; it may have been deleted meanwhile, so look again.`,
    'id-taken': `The id ${shown} is already taken in ${words}; give what is added another id.`,
    'id-repeated': `The entry ${shown} of ${words} is named twice in one change; name it once.`,
  }
  return { kind, ...of, sentence: sentences[kind] }
}

/**
 * A problem about the shape of a command or of what would result from it.
 *
 * @param findings what is wrong, at least one
 *
 * @example
 * shapeProblem([{ kind: 'negative', severity: 'error', path: ['moq'], text: 'the minimum order quantity is -1; enter 0 or more' }]).sentence
 * // => 'The minimum order quantity is -1; enter 0 or more.'
 */
export function shapeProblem(findings: readonly PlanFinding[]): PlanCommandProblem {
  const [first] = findings
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return { kind: 'wrong-shape', findings, sentence: first === undefined ? 'The change cannot be read.' : `${capital(first.text)}${more}.` }
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
