import { civilDate } from '../../shared/calendar/civil-date'
import { partFindings } from '../../shared/plan/part-problems'
import { planCheck, type PlanCheck } from '../../shared/plan/plan-check'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { piecesOfPlan } from '../../shared/plan/plan-pieces'
import { plainWords, type SentenceWords } from '../../shared/plan/sentence-words'
import type { PlanFinding } from '../../shared/plan/plan-problem'

/** What is wrong or doubtful about the parts of a plan; an edit checks only the parts it touches. */
export type PartProblemBook = {
  /** Takes the plan as it is now; answers how many parts have still to be checked. */
  readonly setPlan: (plan: PlanDocument, today: string) => number
  /** Checks parts until the time is up; answers how many are left. */
  readonly checkMore: (isTimeUp: () => boolean) => number
  /** What was found of a part; nothing while it has not been checked. The same list as long as the findings are the same. */
  readonly problemsOf: (part: Part) => readonly PlanFinding[]
}

const none: readonly PlanFinding[] = []
/** So many parts are checked at once, before anything is drawn; more are checked bit by bit. */
const mostAtOnce = 300

export function partProblemBook(words: SentenceWords = plainWords): PartProblemBook {
  let check: PlanCheck | null = null
  let basis: readonly unknown[] = []
  let own = new WeakMap<Part, readonly PlanFinding[]>()
  let whole = new WeakMap<Part, { readonly of: PlanFinding | undefined; readonly all: readonly PlanFinding[] }>()
  let duplicates: ReadonlyMap<string, PlanFinding> = new Map()
  let areNumbersDue = false
  let parts: readonly Part[] = []
  let waiting: readonly (readonly [part: Part, index: number])[] = []

  function checkOne([part, index]: readonly [part: Part, index: number]): void {
    if (check === null || own.has(part)) return
    const found = partFindings(part, ['parts', index], check)
    own.set(part, found.length === 0 ? none : found)
  }

  function checkNumbers(): void {
    if (areNumbersDue) duplicates = repeatedNumbers(parts)
    areNumbersDue = false
  }

  return {
    setPlan: (plan, today) => {
      // What a part is checked against: another plan date or other settings may change every finding.
      const nextBasis = [plan.settings, plan.assemblies, today]
      if (nextBasis.some((one, index) => one !== basis[index])) {
        basis = nextBasis
        own = new WeakMap()
        whole = new WeakMap()
        check = planCheck({ ...piecesOfPlan({ ...plan, parts: [] }), parts: plan.parts }, { today: civilDate(today), words })
      }
      areNumbersDue ||= hasOtherNumbers(parts, plan.parts)
      parts = plan.parts
      waiting = parts.flatMap((part, index) => (own.has(part) ? [] : [[part, index] as const]))
      if (waiting.length > mostAtOnce) return waiting.length
      checkNumbers()
      waiting.forEach(checkOne)
      waiting = []
      return 0
    },
    checkMore: (isTimeUp) => {
      checkNumbers()
      let at = 0
      while (at < waiting.length && !isTimeUp()) {
        const next = waiting[at++]
        if (next !== undefined) checkOne(next)
      }
      waiting = waiting.slice(at)
      return waiting.length
    },
    problemsOf: (part) => {
      const found = own.get(part) ?? none
      const duplicate = duplicates.get(part.id)
      if (duplicate === undefined) return found
      const known = whole.get(part)
      if (known !== undefined && known.of?.text === duplicate.text && known.all.length === found.length + 1) return known.all
      const all = [duplicate, ...found]
      whole.set(part, { of: duplicate, all })
      return all
    },
  }
}

function hasOtherNumbers(before: readonly Part[], after: readonly Part[]): boolean {
  return before.length !== after.length || after.some((part, index) => part !== before[index] && (part.partNumber !== before[index]?.partNumber || part.plant !== before[index]?.plant))
}

function repeatedNumbers(parts: readonly Part[]): ReadonlyMap<string, PlanFinding> {
  const places = new Map<string, number | number[]>()
  const found = new Map<string, PlanFinding>()
  parts.forEach(({ id, partNumber, plant }, index) => {
    const number = partNumber.trim()
    const known = places.get(number)
    if (known === undefined) {
      places.set(number, index)
      return
    }
    const others = typeof known === 'number' ? [known] : known
    const before = others.find((place) => parts[place]?.plant.trim() === plant.trim())
    if (before === undefined) {
      places.set(number, [...others, index])
      return
    }
    const where = plant.trim() === '' ? 'without a plant' : `at plant ${plant}`
    const text = `the part number ${partNumber} ${where} stands in the plan twice, as no. ${before + 1} and no. ${index + 1}; delete one, or give them different plants`
    found.set(id, { kind: 'duplicate-part-number', severity: 'error', path: ['parts', index, 'partNumber'], text })
  })
  return found
}
