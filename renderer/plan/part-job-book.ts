import type { Part } from '../../shared/plan/part-schema'

/** What is known of a job on one part: its value, whether it belongs to the plan as it is now, and what went wrong. */
export type JobState<Value> = { readonly value: Value | null; readonly isFresh: boolean; readonly problem: string | null }

/** What a job has given for the parts of a plan, and which parts it has to be run on again. The state of a part is the same object as long as nothing of it has changed. */
export type PartJobBook<Value> = {
  /** Takes the plan as it is now, with everything besides its parts that the job depends on; answers the parts to be worked out. */
  readonly setPlan: (parts: readonly Part[], context: readonly unknown[]) => readonly Part[]
  /** Notes what came out for a part as it was then; it stands as stale when the part is another by now. */
  readonly note: (part: Part, outcome: { readonly value: Value } | { readonly problem: string }) => void
  readonly states: ReadonlyMap<string, JobState<Value>>
}

/** A book without entries. */
export function partJobBook<Value>(): PartJobBook<Value> {
  const bases = new Map<string, { readonly part: Part; readonly context: readonly unknown[] }>()
  const states = new Map<string, JobState<Value>>()
  let current = new Map<string, Part>()
  let context: readonly unknown[] = []

  return {
    setPlan: (parts, next) => {
      if (!isSame(context, next)) context = next
      current = new Map(parts.map((part) => [part.id, part]))
      if (states.size > 0) {
        for (const id of states.keys()) {
          if (current.has(id)) continue
          states.delete(id)
          bases.delete(id)
        }
      }
      return parts.filter((part) => {
        const basis = bases.get(part.id)
        const state = states.get(part.id)
        if (basis === undefined || state === undefined) return true
        const isFresh = basis.part === part && isSame(basis.context, context)
        if (state.isFresh !== isFresh) states.set(part.id, { ...state, isFresh })
        return !isFresh
      })
    },
    note: (part, outcome) => {
      if (!current.has(part.id)) return
      bases.set(part.id, { part, context })
      states.set(part.id, { value: 'value' in outcome ? outcome.value : null, isFresh: current.get(part.id) === part, problem: 'problem' in outcome ? outcome.problem : null })
    },
    states,
  }
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || (some.length === others.length && some.every((each, index) => each === others[index]))
}
