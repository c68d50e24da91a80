import { DomainError } from '../domain-error'
import type { Scenario } from '../policy-timeline/scenario'
import { defaultSettings } from './default-settings'
import { planDocumentVersion, type PlanDocument } from './plan-document'

/**
 * A plan without parts, with the default settings.
 *
 * The status quo is the default one, or the first scenario where that is not among them.
 *
 * @param of id and title of the plan, and its scenarios, at least one
 * @throws {DomainError} naming `scenarios` when there is none
 *
 * @example
 * newPlan({ id: 'pl-bcdfgh', title: 'Magnets 2027', scenarios: builtInScenarios }).settings.statusQuoScenarioId // => 'pause-extended'
 */
export function newPlan(of: { readonly id: string; readonly title: string; readonly scenarios: readonly Scenario[] }): PlanDocument {
  const [first] = of.scenarios
  if (first === undefined) throw new DomainError('scenarios', '[]', 'at least one scenario')
  const hasDefault = of.scenarios.some((scenario) => scenario.id === defaultSettings.statusQuoScenarioId)
  return {
    format: 'lodestock-plan',
    version: planDocumentVersion,
    id: of.id,
    title: of.title,
    settings: { ...defaultSettings, statusQuoScenarioId: hasDefault ? defaultSettings.statusQuoScenarioId : first.id },
    parts: [],
    assemblies: [],
    timeline: { events: [], controls: [], setAsideEventIds: [], verifiedDate: null },
    scenarios: [...of.scenarios],
  }
}
