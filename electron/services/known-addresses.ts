import type { PlanHead } from '../../shared/ipc/planner-api'
import * as magnetMaterialSources from '../../shared/materials/magnet-material-sources'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { customsCitations } from '../../shared/policy-timeline/customs-volumes'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { waitPresets } from '../../shared/policy-timeline/wait-presets'

// A few of our own sources have no https; what a plan names may come from anyone, so it must have it.
const builtIn: ReadonlySet<string> = new Set(addressesIn([builtInEvents, builtInScenarios, elsewhereFacts, magnetMaterialSources, customsCitations, waitPresets], /^https?:\/\//))

/** Whether a source of the product, or of one of some plans, has this very address. */
export function isKnownAddress(url: string, plans: readonly PlanHead[]): boolean {
  return builtIn.has(url) || plans.some(({ timeline, scenarios }) => addressesIn([timeline, scenarios], /^https:\/\//).includes(url))
}

/** Every text in a value that begins like an address. */
function addressesIn(value: unknown, begins: RegExp): readonly string[] {
  if (typeof value === 'string') return begins.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each) => addressesIn(each, begins))
}
