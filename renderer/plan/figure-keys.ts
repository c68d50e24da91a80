import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { commonEvents } from '../../shared/policy-timeline/compiled-phases'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'

/** Everything of a plan but its parts: what a worker keeps while parts come and go. */
export type PlanContext = {
  /** The plan without parts. */
  readonly plan: PlanDocument
  /** Day for which it is computed. */
  readonly planningDate: string
}

/** What figures depend on besides the part itself; two contexts with the same keys give the same figures. */
export type ContextKeys = {
  /** What every part depends on. */
  readonly base: string
  /** What every part under a control depends on besides. */
  readonly policy: string
  /** What happens to each control, in every scenario. */
  readonly byControl: ReadonlyMap<string, string>
}

/** The keys of a plan's context. */
export function contextKeys({ plan, planningDate }: PlanContext): ContextKeys {
  const { settings, timeline, scenarios } = plan
  const {
    currency: _currency, horizonWeeks: _horizonWeeks, planningDate: _planningDate,
    attitude, statusQuoScenarioId, licenceWait, generalLicenceWait, openHaltDays, applicationLag, ...forAll
  } = settings
  const common = commonEvents({ builtIn: builtInEvents, own: timeline.events, setAsideIds: timeline.setAsideEventIds })
  const controls = [...builtInControls, ...timeline.controls].map((control) => control.id)
  return {
    base: JSON.stringify([planningDate, forAll, timeline.controls]),
    policy: JSON.stringify([
      attitude, statusQuoScenarioId, licenceWait, generalLicenceWait, openHaltDays, applicationLag,
      scenarios.map(({ id, name, weight }) => [id, name, weight]),
    ]),
    byControl: new Map(
      controls.map((id) => [id, JSON.stringify([touching(common, id), scenarios.map(({ events }) => touching(events, id))])]),
    ),
  }
}

/** The events that may matter to a control: those with an effect on it, and those that take the place of others. */
function touching(events: readonly PolicyEvent[], controlId: string): readonly PolicyEvent[] {
  return events.filter((event) => event.supersedesId !== null || event.effects.some((effect) => effect.controlId === controlId))
}

/** The key of what a part's figures depend on in its context, once it is known which controls apply to it. */
export function contextKeyOfPart(keys: ContextKeys, controlIds: readonly string[]): string {
  if (controlIds.length === 0) return keys.base
  return [keys.base, keys.policy, ...controlIds.map((id) => keys.byControl.get(id) ?? '')].join('\n')
}

/** The key of what flows to a part from the assemblies; empty for parts that do not take their usage from there. */
export function assemblyKeyOfPart(part: Part, assemblies: PlanDocument['assemblies']): string {
  return part.usage.kind === 'build-plan' ? (flowsOf(assemblies).get(part.id) ?? '') : ''
}

const flows = new WeakMap<PlanDocument['assemblies'], ReadonlyMap<string, string>>()

/** What flows to each part, in one pass over the assemblies. */
function flowsOf(assemblies: PlanDocument['assemblies']): ReadonlyMap<string, string> {
  let known = flows.get(assemblies)
  if (known === undefined) {
    const byPart = new Map<string, string>()
    for (const { buildsPerWeek, uses } of assemblies) {
      for (const { partId, quantityPerProduct, scrapRate } of uses) {
        byPart.set(partId, `${byPart.get(partId) ?? ''}${buildsPerWeek}*${quantityPerProduct}*${scrapRate};`)
      }
    }
    known = byPart
    flows.set(assemblies, known)
  }
  return known
}
