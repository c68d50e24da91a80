import type { OpenOrder, Part } from '../plan/part-schema'
import type { FieldChange, PlanCommand, SimplePlanCommand } from '../plan/plan-command'
import type { Assembly, PlanDocument } from '../plan/plan-document'
import { partMatcher, type PartMatcher } from './import-match'
import { usagePeriodOf } from './import-period'
import { inUnit, partFieldsOf, partOfImport, quantityFactor } from './import-plan-part'
import type { ImportProgress } from './import-file'
import type { ImportedOrder, ImportedPart, ImportResult } from './import-result'
import { unusedId, type IdMaker } from './plan-file-ids'

/** What the user has decided about an import into a plan. */
export type ImportDecisions = {
  /** By part number as the file has it (`number@plant` where it has plants): the id of the part it means, `new`, or `skip`. */
  readonly matches: Readonly<Record<string, string>>
  /** Whether parts the plan does not have are added. */
  readonly addsParts: boolean
}

/** One cell of the plan that changes. */
export type ImportedCell = {
  readonly partId: string
  readonly partNumber: string
  /** Field of the part. */
  readonly field: string
  /** Before and after, for people; empty for none. */
  readonly before: string
  readonly after: string
  /** A change so large that it is likelier a mistake; null for others. */
  readonly flag: 'factor-10' | 'factor-1000' | 'over-5x' | null
}

/** What importing a file into a plan would do; nothing is done before the command is run. */
export type ImportedPlanChange = {
  /** Null when nothing changes. */
  readonly command: PlanCommand | null
  /** Parts that are added. */
  readonly added: readonly Part[]
  /** Cells of parts the plan has. */
  readonly cells: readonly ImportedCell[]
  /** Parts of the file that may be parts of the plan written otherwise; nothing is done with them before they are decided. */
  readonly offers: readonly { readonly key: string; readonly line: number; readonly candidates: readonly { readonly id: string; readonly partNumber: string; readonly plant: string }[] }[]
  /** What was left out, and why. */
  readonly leftOut: readonly string[]
}

/** What is needed besides the plan and the file. */
export type PlanChangeOptions = { readonly decisions: ImportDecisions; readonly idMaker: IdMaker; readonly label: string }

const partsPerStep = 1000

type Edits = { readonly part: Part; readonly fields: Partial<Part> }

/**
 * What a file changes in a plan, as one step that can be undone.
 *
 * A part is found by number and plant. A list of parts writes master data and what the ERP owns; lists of stock, usage and
 * orders write only what the ERP owns; both only cells that have a value. What is not in the file stays: absence never deletes.
 *
 * @param plan the plan
 * @param result the file, read
 * @param of decisions, maker of ids, and what the step is called
 */
export function importedPlanChange(plan: PlanDocument, result: ImportResult, of: PlanChangeOptions): ImportedPlanChange {
  const steps = importedPlanChangeSteps(plan, result, of)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * The same in steps, so that it can be shown and broken off between any two.
 *
 * @param plan the plan
 * @param result the file, read
 * @param of decisions, maker of ids, and what the step is called
 */
export function* importedPlanChangeSteps(plan: PlanDocument, result: ImportResult, of: PlanChangeOptions): Generator<ImportProgress, ImportedPlanChange> {
  let done = 0
  const total = Math.max(1, result.parts.length + result.usage.length + result.orders.length)
  const isStep = () => done++ % partsPerStep === 0
  const matcher = partMatcher(plan.parts)
  const takenIds = new Set([...plan.parts.map((part) => part.id), ...plan.assemblies.map((assembly) => assembly.id), ...plan.parts.flatMap((part) => part.openOrders.map((order) => order.id))])
  const state: State = { plan, matcher, of, takenIds, edits: new Map(), added: [], offers: new Map(), leftOut: [], addedByKey: new Map(), partById: new Map(plan.parts.map((part) => [part.id, part])), repeatedIds: repeatedIdsOf(result.parts) }
  const usageByKey = new Map(result.usage.map((usage) => [keyOf(usage.part, usage.plant), usage.periods]))
  for (const imported of result.parts) {
    if (isStep()) yield { done: done - 1, total }
    takePart(state, imported, usageByKey.get(keyOf(imported.part, imported.plant)) ?? {}, result.understood.kind === 'parts')
  }
  for (const usage of result.usage) {
    if (isStep()) yield { done: done - 1, total }
    takeUsage(state, usage)
  }
  for (const order of result.orders) {
    if (isStep()) yield { done: done - 1, total }
    takeOrder(state, order)
  }
  const assemblies = takeComponents(state, result)
  const changes: FieldChange<Part>[] = []
  const cells: ImportedCell[] = []
  for (const { part, fields } of state.edits.values()) {
    const changed = Object.entries(fields).filter(([field, value]) => JSON.stringify(part[field as keyof Part]) !== JSON.stringify(value))
    if (changed.length === 0) continue
    changes.push({ id: part.id, fields: Object.fromEntries(changed) })
    for (const [field, value] of changed) cells.push(...cellsOf(part, field, part[field as keyof Part], value))
  }
  const commands: SimplePlanCommand[] = [
    ...(state.added.length === 0 ? [] : [{ kind: 'add-parts' as const, items: state.added, places: null }]),
    ...(changes.length === 0 ? [] : [{ kind: 'change-parts' as const, changes }]),
    ...assemblies,
  ]
  return {
    command: commands.length === 0 ? null : { kind: 'several', label: of.label.slice(0, 200), commands },
    added: state.added, cells, offers: [...state.offers.values()], leftOut: state.leftOut,
  }
}

type State = {
  readonly plan: PlanDocument
  readonly matcher: PartMatcher
  readonly of: PlanChangeOptions
  readonly takenIds: Set<string>
  readonly edits: Map<string, Edits>
  readonly added: Part[]
  readonly addedByKey: Map<string, number>
  readonly partById: ReadonlyMap<string, Part>
  readonly repeatedIds: ReadonlySet<string>
  readonly offers: Map<string, ImportedPlanChange['offers'][number]>
  readonly leftOut: string[]
}

function keyOf(part: string, plant: string): string {
  return plant === '' ? part : `${part}@${plant}`
}

/** The part meant; null when it is new, undecided or to be skipped, which is then noted. */
function found(state: State, partNumber: string, plant: string, line: number): Part | 'new' | null {
  const key = keyOf(partNumber, plant)
  const decision = state.of.decisions.matches[key] ?? state.of.decisions.matches[partNumber]
  if (decision === 'skip') return null
  if (decision === 'new') return 'new'
  if (decision !== undefined) return state.plan.parts.find((part) => part.id === decision) ?? null
  const exact = state.matcher.exact(partNumber, plant)
  if (exact !== null) return exact
  const candidates = state.matcher.offers(partNumber, plant)
  if (candidates.length === 0) return 'new'
  state.offers.set(key, { key, line, candidates: candidates.map((part) => ({ id: part.id, partNumber: part.partNumber, plant: part.plant })) })
  return null
}

/**
 * The part that our own table names by its id, whatever a spreadsheet has made of its number; null without one, where the
 * number is another part's, the row was copied with its id, or it was decided otherwise.
 */
function partOfId(state: State, imported: ImportedPart): Part | null {
  const { id } = imported.ownTexts
  const { matches } = state.of.decisions
  if (id === undefined || state.repeatedIds.has(id) || matches[keyOf(imported.part, imported.plant)] !== undefined || matches[imported.part] !== undefined) return null
  return state.matcher.exact(imported.part, imported.plant) === null ? (state.partById.get(id) ?? null) : null
}

function repeatedIdsOf(parts: readonly ImportedPart[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { ownTexts: { id } } of parts) {
    if (id !== undefined && seen.has(id)) repeated.add(id)
    else if (id !== undefined) seen.add(id)
  }
  return repeated
}

function edit(state: State, part: Part, fields: Partial<Part>): void {
  const earlier = state.edits.get(part.id)
  state.edits.set(part.id, { part, fields: { ...earlier?.fields, ...fields } })
}

function current<Field extends keyof Part>(state: State, part: Part, field: Field): Part[Field] {
  return (state.edits.get(part.id)?.fields[field] ?? part[field]) as Part[Field]
}

function takePart(state: State, imported: ImportedPart, usage: Readonly<Record<string, number>>, isMasterData: boolean): void {
  const part = partOfId(state, imported) ?? found(state, imported.part, imported.plant, imported.line)
  if (part === null) return
  const currency = state.plan.settings.currency
  const say = (leftOut: readonly string[]) => {
    for (const text of leftOut) state.leftOut.push(`Line ${imported.line}, part ${imported.part}: ${text}.`)
  }
  if (part === 'new') {
    if (!state.of.decisions.addsParts) {
      say(['the plan has no such part, and parts are not added'])
      return
    }
    const made = partOfImport(imported, { id: unusedId(state.of.idMaker, 'p', state.takenIds), currency, usage })
    say(made.leftOut)
    if (made.part === null) return
    state.takenIds.add(made.part.id)
    state.addedByKey.set(keyOf(imported.part, imported.plant), state.added.length)
    state.added.push(made.part)
    return
  }
  if (part.partNumber !== imported.part) say([`it is ${part.partNumber} in the plan by its id, and that number was kept`])
  const { erp, master, leftOut } = partFieldsOf(imported, { unit: part.unit, currency, leadTime: part.leadTime })
  say(leftOut)
  edit(state, part, isMasterData ? { ...master, ...erp } : erp)
}

function takeUsage(state: State, usage: ImportResult['usage'][number]): void {
  const key = keyOf(usage.part, usage.plant)
  if (state.addedByKey.has(key)) return
  const part = found(state, usage.part, usage.plant, 0)
  if (part === null) return
  if (part === 'new') {
    state.leftOut.push(`Usage of part ${key} was not taken: the plan has no such part.`)
    return
  }
  const factor = quantityFactor(usage.unit, part.unit)
  if (factor === null) {
    state.leftOut.push(`Usage of part ${key} was not taken: it is in ${usage.unit ?? '?'} in the file, and the part is counted in ${part.unit}.`)
    return
  }
  const periods = Object.entries(usage.periods).map(([period, quantity]) => usagePeriodOf(period, inUnit(quantity, factor)))
  const history = new Map(current(state, part, 'usageHistory').map((period) => [`${period.startDate}+${period.days}`, period]))
  for (const period of periods) history.set(`${period.startDate}+${period.days}`, period)
  edit(state, part, { usageHistory: [...history.values()].toSorted((a, b) => (a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : a.days - b.days)) })
}

function takeOrder(state: State, order: ImportedOrder): void {
  const purchaseOrder = [order.po, order.item].filter((text) => text !== null).join('/')
  const say = (text: string) => state.leftOut.push(`Line ${order.line}, order ${purchaseOrder || '(no number)'}: ${text}.`)
  const index = state.addedByKey.get(keyOf(order.part, order.plant))
  const part = index === undefined ? found(state, order.part, order.plant, order.line) : (state.added[index] ?? null)
  if (part === null) return
  if (part === 'new') return void say(`the plan has no part ${keyOf(order.part, order.plant)}`)
  if (order.due === null) return void say('it has no due date, and a plan needs one')
  const factor = quantityFactor(order.unit, part.unit)
  if (factor === null) return void say(`it is in ${order.unit ?? '?'}, and the part is counted in ${part.unit}`)
  const orders = current(state, part, 'openOrders')
  const sameNumber = orders.filter((each) => each.purchaseOrder === purchaseOrder && purchaseOrder !== '')
  const same = sameNumber.find((each) => each.promisedDate === order.due) ?? (sameNumber.length === 1 ? sameNumber[0] : undefined)
  const fresh: OpenOrder = {
    id: same?.id ?? unusedId(state.of.idMaker, 'o', state.takenIds), purchaseOrder: purchaseOrder.slice(0, 100), quantity: inUnit(order.qty, factor), promisedDate: order.due,
    orderedDate: order.ordered ?? same?.orderedDate ?? null, licence: same?.licence ?? { status: 'not-filed' },
  }
  state.takenIds.add(fresh.id)
  const next = same === undefined ? [...orders, fresh] : orders.map((each) => (each === same ? fresh : each))
  if (index === undefined) edit(state, part, { openOrders: next })
  else state.added[index] = { ...part, openOrders: next }
}

function takeComponents(state: State, result: ImportResult): readonly SimplePlanCommand[] {
  const byName = new Map<string, typeof result.components[number][]>()
  for (const component of result.components) byName.set(component.assembly, [...(byName.get(component.assembly) ?? []), component])
  const added: Assembly[] = []
  const changes: FieldChange<Assembly>[] = []
  for (const [name, components] of byName) {
    const known = state.plan.assemblies.find((assembly) => assembly.name === name)
    const uses = new Map((known?.uses ?? []).map((use) => [use.partId, use]))
    for (const component of components) {
      const part = found(state, component.part, component.plant, component.line)
      if (part === 'new') state.leftOut.push(`Line ${component.line}: the plan has no part ${component.part}, so it is not in ${name}.`)
      if (part === null || part === 'new') continue
      uses.set(part.id, { partId: part.id, quantityPerProduct: component.quantityPer, scrapRate: component.scrap ?? uses.get(part.id)?.scrapRate ?? 0 })
    }
    if (uses.size === 0) continue
    const buildsPerWeek = components.find((component) => component.buildsPerWeek !== null)?.buildsPerWeek
    const list = [...uses.values()]
    if (known === undefined) {
      const id = unusedId(state.of.idMaker, 'a', state.takenIds)
      state.takenIds.add(id)
      added.push({ id, name, sector: 'other', buildsPerWeek: buildsPerWeek ?? 0, uses: list, note: '' })
    } else if (JSON.stringify(known.uses) !== JSON.stringify(list) || (buildsPerWeek ?? known.buildsPerWeek) !== known.buildsPerWeek) {
      changes.push({ id: known.id, fields: { uses: list, ...(buildsPerWeek === undefined || buildsPerWeek === null ? {} : { buildsPerWeek }) } })
    }
  }
  return [...(added.length === 0 ? [] : [{ kind: 'add-assemblies' as const, items: added, places: null }]), ...(changes.length === 0 ? [] : [{ kind: 'change-assemblies' as const, changes }])]
}

function cellsOf(part: Part, field: string, before: unknown, after: unknown): readonly ImportedCell[] {
  const cell = (name: string, old: unknown, fresh: unknown): ImportedCell => ({
    partId: part.id, partNumber: part.partNumber, field: name, before: shown(old), after: shown(fresh),
    flag: typeof old === 'number' && typeof fresh === 'number' ? changeFlag(old, fresh) : null,
  })
  if (field === 'usageHistory') {
    const earlier = new Map(part.usageHistory.map((period) => [`${period.startDate}+${period.days}`, period.quantity]))
    return (after as Part['usageHistory']).filter((period) => earlier.get(`${period.startDate}+${period.days}`) !== period.quantity)
      .map((period) => cell(`usage ${period.days === 7 ? `week of ${period.startDate}` : period.startDate.slice(0, 7)}`, earlier.get(`${period.startDate}+${period.days}`), period.quantity))
  }
  if (field === 'openOrders') {
    const earlier = new Map(part.openOrders.map((order) => [order.id, order]))
    return (after as Part['openOrders']).filter((order) => JSON.stringify(earlier.get(order.id)) !== JSON.stringify(order)).flatMap((order) => {
      const old = earlier.get(order.id)
      return [cell(`order ${order.purchaseOrder}`, old?.quantity, order.quantity), ...(old?.promisedDate === order.promisedDate ? [] : [cell(`order ${order.purchaseOrder} due`, old?.promisedDate, order.promisedDate)])]
    })
  }
  return [cell(field, before, after)]
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  const { kind, meanDays, mean, cycleServiceLevel, fillRate, legs } = value as Record<string, unknown>
  if (legs !== undefined) return (legs as readonly { readonly name: string; readonly meanDays: number }[]).map((leg) => `${leg.name} ${leg.meanDays}`).join(' + ')
  return String(meanDays ?? mean ?? cycleServiceLevel ?? fillRate ?? kind)
}

/**
 * Whether a change is so large that it is likelier a mistake: by 10 or 1000, as a mistaken mark makes it, or over fivefold.
 *
 * @param before value in the plan
 * @param after value in the file
 *
 * @example
 * changeFlag(13.75, 13750) // => 'factor-1000'
 */
export function changeFlag(before: number, after: number): ImportedCell['flag'] {
  if (!(before > 0) || !(after > 0)) return null
  const ratio = Math.max(after / before, before / after)
  const isNear = (factor: number) => Math.abs(ratio / factor - 1) < 0.02
  return isNear(1000) ? 'factor-1000' : isNear(10) ? 'factor-10' : ratio > 5 ? 'over-5x' : null
}
