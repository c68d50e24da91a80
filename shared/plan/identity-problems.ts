import type { PlanCheck } from './plan-check'
import type { PlanFinding, PlanPath } from './plan-problem'

/**
 * What stands in a plan twice: the same part number at the same plant, or the same id.
 *
 * @param check the plan
 */
export function identityFindings(check: PlanCheck): readonly PlanFinding[] {
  return [...partNumberFindings(check), ...idFindings(check)]
}

function partNumberFindings({ pieces }: PlanCheck): readonly PlanFinding[] {
  const seen = new Map<string, number>()
  return pieces.parts.flatMap((part, index): readonly PlanFinding[] => {
    if (part === null) return []
    const key = JSON.stringify([part.partNumber.trim(), part.plant.trim()])
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, index)
      return []
    }
    const plant = part.plant.trim() === '' ? 'without a plant' : `at plant ${part.plant}`
    const text = `the part number ${part.partNumber} ${plant} stands in the plan twice, as no. ${first + 1} and no. ${index + 1}; remove one, or give them different plants`
    return [{ kind: 'duplicate-part-number', severity: 'error', path: ['parts', index, 'partNumber'], text }]
  })
}

type Named = { readonly id: string; readonly path: PlanPath }

function idFindings({ pieces, builtInIds }: PlanCheck): readonly PlanFinding[] {
  const events = [
    ...listed(pieces.events, 'timeline', 'events'),
    ...pieces.scenarios.flatMap((scenario, index) => (scenario === null ? [] : listed(scenario.events, 'scenarios', index, 'events'))),
  ]
  const orders = pieces.parts.flatMap((part, index) => (part === null ? [] : listed(part.openOrders, 'parts', index, 'openOrders')))
  return [
    ...repeated(listed(pieces.parts, 'parts')),
    ...repeated(orders),
    ...repeated(listed(pieces.assemblies, 'assemblies')),
    ...repeated(listed(pieces.scenarios, 'scenarios')),
    ...repeated(events, builtInIds.events),
    ...repeated(listed(pieces.controls, 'timeline', 'controls'), builtInIds.controls),
  ]
}

function listed(list: readonly ({ readonly id: string } | null)[], ...path: PlanPath): readonly Named[] {
  return list.flatMap((item, index) => (item === null ? [] : [{ id: item.id, path: [...path, index, 'id'] }]))
}

function repeated(items: readonly Named[], builtIn: ReadonlySet<string> = new Set()): readonly PlanFinding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, path }): readonly PlanFinding[] => {
    if (!seen.has(id) && !builtIn.has(id)) {
      seen.add(id)
      return []
    }
    const other = builtIn.has(id) ? 'of something built in' : 'of something else of its kind'
    return [{ kind: 'duplicate-id', severity: 'error', path, text: `its id "${id}" is also that ${other}; give it another id, or remove it` }]
  })
}
