import { z } from 'zod'
import { failed, succeeded, type Result } from '../result'
import { checkedPlanCommand, planAfterCheckedCommand } from './plan-after-command'
import { planCommandSchema, type PlanCommand } from './plan-command'
import { planCommandLabel } from './plan-command-label'
import type { PlanCommandProblem } from './plan-command-problem'
import type { PlanDocument } from './plan-document'

/** A command that was applied and can be undone, or was undone and can be redone. */
export type PlanHistoryEntry = {
  /** What it is called under Undo and Redo. */
  readonly label: string
  /** The command as it was given. */
  readonly command: PlanCommand
  /** The command that takes it back. */
  readonly inverse: PlanCommand
}

/** What can be undone and redone in a plan. */
export type PlanHistory = {
  /** What can be undone, the last one last. */
  readonly past: readonly PlanHistoryEntry[]
  /** What can be redone, the next one last. */
  readonly future: readonly PlanHistoryEntry[]
}

/** A plan with its history. */
export type PlanWithHistory = {
  /** The plan as it is. */
  readonly plan: PlanDocument
  /** How it can go back and forth. */
  readonly history: PlanHistory
}

/** One step in the life of a plan, as JSON, as it stands in the journal: a command, or the undoing or redoing of the last one. */
export type PlanStep = { readonly kind: 'do'; readonly command: PlanCommand } | { readonly kind: 'undo' } | { readonly kind: 'redo' }

/** A step as it comes from a window or from a journal. */
export const planStepSchema: z.ZodType<PlanStep> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('do'), command: planCommandSchema }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
])

/** Why a step cannot be taken. */
export type PlanStepProblem =
  | PlanCommandProblem
  | { readonly kind: 'nothing-to-undo'; readonly sentence: string }
  | { readonly kind: 'nothing-to-redo'; readonly sentence: string }

/** The largest number of commands that can be undone. */
export const longestPlanHistory = 200

/** The history of a plan that has just been made. */
export const emptyPlanHistory: PlanHistory = { past: [], future: [] }

/** Of the plan that the last command of all made: the plan before it. Undoing that command goes back to the very same one. */
let lastMade = new WeakMap<PlanDocument, { readonly entry: PlanHistoryEntry; readonly before: PlanDocument }>()

/**
 * A plan and its history after a step, or the reason why it cannot be taken.
 *
 * A new command forgets what could be redone; the oldest of more than 200 commands is forgotten.
 *
 * @param before the plan and its history
 * @param step what to do
 *
 * @example
 * planHistoryAfter({ plan: samplePlan(), history: emptyPlanHistory }, { kind: 'undo' }).problem.kind // => 'nothing-to-undo'
 */
export function planHistoryAfter(before: PlanWithHistory, step: PlanStep): Result<PlanWithHistory, PlanStepProblem> {
  const { past, future } = before.history
  switch (step.kind) {
    case 'do': {
      const parsed = checkedPlanCommand(step.command)
      if (!parsed.ok) return parsed
      const command = parsed.value
      const result = planAfterCheckedCommand(before.plan, command)
      if (!result.ok) return result
      const { plan, inverse } = result.value
      const entry = { label: planCommandLabel(command), command, inverse }
      // A map of its own, so that no chain of earlier plans stays in memory.
      lastMade = new WeakMap([[plan, { entry, before: before.plan }]])
      return succeeded({ plan, history: { past: [...past, entry].slice(-longestPlanHistory), future: [] } })
    }
    case 'undo': {
      const entry = past.at(-1)
      if (entry === undefined) return failed({ kind: 'nothing-to-undo', sentence: 'There is nothing left to undo in this plan.' })
      const history = { past: past.slice(0, -1), future: [...future, entry] }
      const made = lastMade.get(before.plan)
      if (made?.entry === entry) return succeeded({ plan: made.before, history })
      const result = planAfterCheckedCommand(before.plan, entry.inverse)
      return result.ok ? succeeded({ plan: result.value.plan, history }) : result
    }
    case 'redo': {
      const entry = future.at(-1)
      if (entry === undefined) return failed({ kind: 'nothing-to-redo', sentence: 'There is nothing left to redo in this plan.' })
      const result = planAfterCheckedCommand(before.plan, entry.command)
      if (!result.ok) return result
      return succeeded({ plan: result.value.plan, history: { past: [...past, entry], future: future.slice(0, -1) } })
    }
  }
}
