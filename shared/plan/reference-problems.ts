import type { PolicyEvent } from '../policy-timeline/policy-event'
import { firstPlanningDate, lastPlanningDate, type PlanCheck } from './plan-check'
import type { PlanFinding, PlanPath, PlanProblemKind } from './plan-problem'

/**
 * What is wrong with what a plan's sections say about each other: settings, assemblies, scenarios and events naming what is not there.
 *
 * @param check the plan
 */
export function referenceFindings(check: PlanCheck): readonly PlanFinding[] {
  return [...settingsFindings(check), ...assemblyFindings(check), ...weightFindings(check), ...timelineFindings(check)]
}

function settingsFindings({ pieces, builtInIds }: PlanCheck): readonly PlanFinding[] {
  const { settings, ids } = pieces
  if (settings === null) return []
  const found: PlanFinding[] = []
  const names = pieces.scenarios.flatMap((scenario) => (scenario === null ? [] : [`"${scenario.name}"`]))
  const choice = names.length === 0 ? 'add a scenario first' : `choose one of ${names.join(', ')}`
  const { planningDate, attitude, statusQuoScenarioId, licenceWait } = settings
  if (planningDate !== null && (planningDate < firstPlanningDate || planningDate > lastPlanningDate)) {
    const text = `the planning date is ${planningDate}; enter a day from ${firstPlanningDate} to ${lastPlanningDate}, or leave it empty for today`
    found.push(error('planning-date-out-of-range', ['settings', 'planningDate'], text))
  }
  if (attitude.kind === 'scenario' && ids.scenarios?.has(attitude.scenarioId) === false) {
    const text = `the scenario planned for is "${attitude.scenarioId}", which is not among the scenarios; ${choice}`
    found.push(error('attitude-scenario-missing', ['settings', 'attitude', 'scenarioId'], text))
  }
  if (ids.scenarios?.has(statusQuoScenarioId) === false) {
    const text = `the status-quo scenario is "${statusQuoScenarioId}", which is not among the scenarios; ${choice}`
    found.push(error('status-quo-missing', ['settings', 'statusQuoScenarioId'], text))
  }
  if (licenceWait.kind === 'preset' && !builtInIds.waitPresets.has(licenceWait.presetId)) {
    const text = `the licence wait is the preset "${licenceWait.presetId}", which this program does not have; choose one of ${[...builtInIds.waitPresets].join(', ')}, or enter a wait of your own`
    found.push(error('wait-preset-missing', ['settings', 'licenceWait', 'presetId'], text))
  }
  return found
}

function assemblyFindings({ pieces }: PlanCheck): readonly PlanFinding[] {
  return pieces.assemblies.flatMap((assembly, index) =>
    (assembly?.uses ?? []).flatMap((use, place) =>
      pieces.ids.parts?.has(use.partId) !== false
        ? []
        : [
            error(
              'assembly-part-missing',
              ['assemblies', index, 'uses', place, 'partId'],
              `it uses the part "${use.partId}", which is not in the plan; add the part, or take it out of the assembly`,
            ),
          ],
    ),
  )
}

function weightFindings({ pieces }: PlanCheck): readonly PlanFinding[] {
  // A scenario that cannot be read may be the one with the weight.
  if (pieces.scenarios.some((scenario) => scenario === null || scenario.weight > 0)) return []
  const text =
    pieces.scenarios.length === 0
      ? 'there is no scenario; add at least one with a weight above 0'
      : `the weights of all ${pieces.scenarios.length} scenarios are 0; give at least one a weight above 0`
  return [error('no-positive-weight', ['scenarios'], text)]
}

function timelineFindings({ pieces, builtInIds }: PlanCheck): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  const controls = pieces.ids.controls === null ? null : new Set([...builtInIds.controls, ...pieces.ids.controls])
  pieces.events.forEach((event, index) => {
    if (event !== null) found.push(...eventFindings(event, ['timeline', 'events', index], { controls, events: builtInIds.events }))
  })
  const common = pieces.ids.events === null ? null : new Set([...builtInIds.events, ...pieces.ids.events])
  pieces.scenarios.forEach((scenario, index) => {
    scenario?.events.forEach((event, place) => {
      found.push(...eventFindings(event, ['scenarios', index, 'events', place], { controls, events: common }))
    })
  })
  pieces.setAsideEventIds.forEach((id, index) => {
    if (builtInIds.events.has(id)) return
    const text = `the event "${id}" is set aside and is none of the built-in events, so this has no effect; take it out of the list`
    found.push({ kind: 'set-aside-event-missing', severity: 'warning', path: ['timeline', 'setAsideEventIds', index], text })
  })
  return found
}

function eventFindings(
  event: PolicyEvent,
  path: PlanPath,
  known: { readonly controls: ReadonlySet<string> | null; readonly events: ReadonlySet<string> | null },
): readonly PlanFinding[] {
  const found: PlanFinding[] = []
  event.effects.forEach((effect, index) => {
    if (known.controls === null || known.controls.has(effect.controlId)) return
    const text = `it changes the control "${effect.controlId}", which is neither built in nor in the plan; choose one of ${[...known.controls].join(', ')}, or add the control`
    found.push(error('event-control-missing', [...path, 'effects', index, 'controlId'], text))
  })
  if (event.supersedesId !== null && known.events?.has(event.supersedesId) === false) {
    const text = `it is to replace the event "${event.supersedesId}", which is not in the timeline; choose the event it replaces, or leave that empty`
    found.push(error('superseded-event-missing', [...path, 'supersedesId'], text))
  }
  return found
}

function error(kind: PlanProblemKind, path: PlanPath, text: string): PlanFinding {
  return { kind, severity: 'error', path, text }
}
