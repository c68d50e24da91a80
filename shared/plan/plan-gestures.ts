import type { Scenario } from '../policy-timeline/scenario'
import type { PlanCommand, SimplePlanCommand } from './plan-command'
import { planCommandLabel } from './plan-command-label'
import type { PlanDocument } from './plan-document'

/**
 * The command that deletes parts and takes them out of every assembly, so that no assembly names what is gone.
 *
 * @param plan the plan they stand in
 * @param ids the parts
 *
 * @example
 * partDeletion(samplePlan(), ['p-trctns']).commands.map((command) => command.kind) // => ['change-assemblies', 'delete-parts']
 */
export function partDeletion(plan: PlanDocument, ids: readonly string[]): PlanCommand {
  const gone = new Set(ids)
  const deletion: SimplePlanCommand = { kind: 'delete-parts', ids }
  const changes = plan.assemblies
    .filter((assembly) => assembly.uses.some((use) => gone.has(use.partId)))
    .map((assembly) => ({ id: assembly.id, fields: { uses: assembly.uses.filter((use) => !gone.has(use.partId)) } }))
  if (changes.length === 0) return deletion
  return { kind: 'several', label: planCommandLabel(deletion), commands: [{ kind: 'change-assemblies', changes }, deletion] }
}

/**
 * The command that resets the scenarios, and with them the settings that name a scenario which is then gone.
 *
 * The status quo becomes the first of the given scenarios, and a plan for a single scenario weighs them all again.
 *
 * @param plan the plan
 * @param scenarios what its scenarios become, at least one
 *
 * @example
 * scenarioReset(samplePlan(), builtInScenarios).kind // => 'reset-scenarios'
 */
export function scenarioReset(plan: PlanDocument, scenarios: readonly Scenario[]): PlanCommand {
  const reset: SimplePlanCommand = { kind: 'reset-scenarios', scenarios }
  const has = (id: string): boolean => scenarios.some((scenario) => scenario.id === id)
  const { statusQuoScenarioId, attitude } = plan.settings
  const [first] = scenarios
  const fields = {
    ...(has(statusQuoScenarioId) || first === undefined ? {} : { statusQuoScenarioId: first.id }),
    ...(attitude.kind !== 'scenario' || has(attitude.scenarioId) ? {} : { attitude: { kind: 'weighted' as const } }),
  }
  if (Object.keys(fields).length === 0) return reset
  return { kind: 'several', label: planCommandLabel(reset), commands: [reset, { kind: 'change-settings', fields }] }
}
