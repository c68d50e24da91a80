import type { z } from 'zod'
import { civilDateFrom } from '../calendar/civil-date'
import { fieldWords } from './field-words'
import { planDocumentVersion } from './plan-document'
import { planProblemKinds, shownValue, type PlanFinding, type PlanPath, type PlanProblemKind } from './plan-problem'
import { valueAt } from './problem-place'

type Issue = z.core.$ZodIssue

/**
 * What zod found wrong with the shape of a plan, in plain words: at least one finding for every issue.
 *
 * @param document what was checked, so that the user's own values can be shown
 * @param issues what zod found, paths counted from `at`
 * @param at where in the document the checked value stands
 */
export function structureFindings(document: unknown, issues: readonly Issue[], at: PlanPath = []): readonly PlanFinding[] {
  return issues.flatMap((issue) => findingsOf(document, issue, [...at, ...(issue.path as (string | number)[])]))
}

function findingsOf(document: unknown, issue: Issue, path: PlanPath): readonly PlanFinding[] {
  const value = valueAt(document, path)
  const field = placeWords(path)
  const finding = (kind: PlanProblemKind, text: string): readonly PlanFinding[] => [{ kind, severity: 'error', path, text }]
  const isMissing = value === undefined
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = wantedWords(issue.expected)
      if (isMissing) return finding('missing', `${field} is missing; enter ${wanted}`)
      if (typeof value === 'number' && !Number.isFinite(value)) return finding('not-finite', `${field} is ${value}; enter a number that exists`)
      if (issue.expected === 'int' && typeof value === 'number') return finding('not-whole', `${field} is ${value}; enter a whole number`)
      return finding('wrong-type', `${field} is ${shownValue(value)}; enter ${wanted}`)
    }
    case 'invalid_value': {
      if (path.at(-1) === 'version' && typeof value === 'number') {
        return finding('other-version', `${field} is ${value}; this program reads version ${planDocumentVersion}`)
      }
      const choice = choiceWords(issue.values)
      return isMissing ? finding('missing', `${field} is missing; choose ${choice}`) : finding('unknown-choice', `${field} is ${shownValue(value)}; choose ${choice}`)
    }
    case 'too_small':
    case 'too_big':
      return finding(rangeKind(issue, path, value), `${field} ${rangeText(issue, path, value)}`)
    case 'invalid_format': {
      const kind = path.at(-1) === 'currency' ? 'currency-shape' : /[iI]d$/.test(String(path.at(-1))) ? 'id-shape' : 'text-shape'
      return finding(kind, kind === 'currency-shape' ? `${field} is ${shownValue(value)}; ${issue.message}` : issue.message)
    }
    case 'not_multiple_of':
      return finding('not-whole', `${field} is ${shownValue(value)}; enter a multiple of ${issue.divisor}`)
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        kind: 'unknown-entry',
        severity: 'error',
        path: [...path, key],
        text: `${field} names ${shownValue(key)}, which this program does not know; take it out or correct it`,
      }))
    case 'invalid_union': {
      if (issue.discriminator !== undefined && 'options' in issue) {
        const choice = choiceWords(issue.options ?? [])
        return isMissing ? finding('missing', `${field} is missing; choose ${choice}`) : finding('unknown-choice', `${field} is ${shownValue(value)}; choose ${choice}`)
      }
      return structureFindings(document, closestBranch(issue.errors), path)
    }
    case 'invalid_key':
      return finding('unknown-entry', `${field} is not known to this program; take it out or correct it`)
    case 'invalid_element':
      return structureFindings(document, issue.issues, path)
    case 'custom':
      return [customFinding(issue, path, value)]
  }
}

function placeWords(path: PlanPath): string {
  const place = path.at(-1)
  const words = fieldWords(path) ?? `the field ${shownValue(path.findLast((step) => typeof step === 'string'))}`
  return typeof place === 'number' ? `entry no. ${place + 1} of ${words}` : words
}

function wantedWords(expected: string): string {
  switch (expected) {
    case 'string':
      return 'a text'
    case 'number':
      return 'a number, with a decimal point and no unit'
    case 'int':
      return 'a whole number'
    case 'boolean':
      return 'yes or no (true or false)'
    case 'array':
      return 'a list (it may be empty)'
    default:
      return 'a group of fields'
  }
}

function choiceWords(values: readonly unknown[]): string {
  const shown = values.map(String)
  return shown.length === 1 ? `${shown[0]}` : `one of ${shown.join(', ')}`
}

type RangeIssue = Extract<Issue, { readonly code: 'too_small' | 'too_big' }>

const stockFields: ReadonlySet<unknown> = new Set(['onHand', 'allocated', 'backordered'])

function isServiceLevel(path: PlanPath): boolean {
  const name = String(path.at(-1))
  return /^(?:cycleServiceLevel|fillRate|criticalCycleServiceLevel)$/.test(name) || path.at(-2) === 'cycleServiceLevelBySector'
}

function rangeKind(issue: RangeIssue, path: PlanPath, value: unknown): PlanProblemKind {
  const isSmall = issue.code === 'too_small'
  if (issue.origin === 'string') return isSmall ? 'empty-text' : 'text-too-long'
  if (issue.origin === 'array') return isSmall ? 'empty-list' : 'list-too-long'
  if (isServiceLevel(path)) return 'service-level-out-of-range'
  if (path.at(-1) === 'refusalRate') return 'refusal-rate-out-of-range'
  if (path.at(-1) === 'horizonWeeks') return 'horizon-out-of-range'
  if (stockFields.has(path.at(-1))) return 'negative-stock'
  if (isSmall && typeof value === 'number' && value < 0 && issue.minimum === 0) return 'negative'
  return isSmall ? 'below-range' : 'above-range'
}

function rangeText(issue: RangeIssue, path: PlanPath, value: unknown): string {
  const isSmall = issue.code === 'too_small'
  const limit = isSmall ? issue.minimum : issue.maximum
  if (issue.origin === 'string') {
    return isSmall ? 'is empty; enter at least one letter or digit' : `has ${String(value).length} characters; shorten it to ${limit}`
  }
  if (issue.origin === 'array') return isSmall ? 'is empty; enter at least one' : `is too long; at most ${limit} may stand there`
  if (isServiceLevel(path) && typeof value === 'number') {
    return `is ${Number((100 * value).toPrecision(12))} %, and no stock level can ${isSmall ? 'aim at that' : 'promise that'}; enter a level above 0 % and below 100 %, such as 97 %`
  }
  if (path.at(-1) === 'refusalRate' && !isSmall) return `is ${value}, so nothing would ever be granted; enter a share below 1, or a halt instead`
  const bound = issue.inclusive === true ? (isSmall ? `${limit} or more` : `${limit} or less`) : isSmall ? `a number above ${limit}` : `a number below ${limit}`
  return `is ${value}; enter ${bound}`
}

// The branch whose choices fit, so that the user reads about the field that is wrong and not about the other shapes.
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const misfit = (branch: readonly Issue[]): number => branch.filter((issue) => issue.code === 'invalid_value').length
  let best = branches[0] ?? []
  for (const branch of branches) if (misfit(branch) < misfit(best)) best = branch
  const first = best.find((issue) => issue.code === 'invalid_value')
  if (first === undefined) return best
  // Where no branch fits, all the choices of the field are named.
  const values = branches.flatMap((branch) =>
    branch.flatMap((issue) => (issue.code === 'invalid_value' && issue.path.join() === first.path.join() ? issue.values : [])),
  )
  return [{ ...first, values: [...new Set(values)] }]
}

const knownKinds: ReadonlySet<unknown> = new Set(planProblemKinds)

function customFinding(issue: z.core.$ZodIssueCustom, path: PlanPath, value: unknown): PlanFinding {
  const finding = { severity: 'error', path } as const
  const named: unknown = issue.params?.['kind']
  if (named === 'date' || named === 'country') {
    const date = named === 'date' ? civilDateFrom(String(value)) : null
    const kind = date === null ? 'unknown-country' : date.ok || date.problem.kind === 'date-shape' ? 'date-shape' : 'no-such-date'
    return { ...finding, kind, text: `${placeWords(path)} ${issue.message}` }
  }
  return { ...finding, kind: knownKinds.has(named) ? (named as PlanProblemKind) : 'not-valid', text: issue.message }
}
