import { structureFindings } from '../plan/structure-problems'
import { planDocumentSchema, planDocumentVersion, type PlanDocument } from '../plan/plan-document'
import { failed, succeeded, type Result } from '../result'
import { csvProblem, type CsvProblem } from './csv-problem'
import { canonicalCell, type PlanCellValue } from './plan-file-cell'
import { usageMonth } from './plan-file-kinds'
import { canonicalPlan, planFileSections } from './plan-file-rows'
import { rowProblem, type PlanFileRow } from './plan-file-records'
import { monthPeriod } from './whole-month'

type Draft = { [key: string]: unknown }
type Place = { readonly row: PlanFileRow; readonly draft: Draft }

/**
 * The plan that the records of a plan file make up, or everything that keeps them from being one, with its place.
 *
 * @param rows all records of known kinds, in any order
 * @param facts id and title of the plan
 */
export function planFromRows(
  rows: readonly PlanFileRow[],
  facts: { readonly id: string; readonly title: string },
): Result<PlanDocument, readonly CsvProblem[]> {
  const problems: CsvProblem[] = []
  const places = new Map<string, Place[]>()
  for (const row of rows) {
    const list = places.get(row.kind.kind) ?? []
    list.push({ row, draft: draftOf(row) })
    places.set(row.kind.kind, list)
  }
  const of = (kind: string) => places.get(kind) ?? []
  const byId = (kind: string, idOf = (draft: Draft) => draft['id']) => new Map(of(kind).map((place) => [String(idOf(place.draft)), place.draft]))

  const parts = byId('part')
  const assemblies = byId('assembly')
  const scenarios = byId('scenario')
  const controls = byId('control')
  const events = byId('event', (draft) => eventKey(draft['id'], draft['@scenarioId']))
  for (const part of parts.values()) Object.assign(part, { usageHistory: [], forecast: [], openOrders: [], overrides: [] })
  for (const part of parts.values()) finishPart(part)
  for (const assembly of assemblies.values()) assembly['uses'] = []
  for (const scenario of scenarios.values()) scenario['events'] = []
  for (const control of controls.values()) control['citations'] = []
  for (const event of events.values()) Object.assign(event, { effects: [], citations: [] })

  const attach = (place: Place, parent: Draft | undefined, list: string, owner: string, header: string, item: Draft = place.draft) => {
    if (parent === undefined) {
      problems.push(rowProblem(place.row, header, 'no-such-owner', `This ${place.row.kind.kind} belongs to ${owner}, which is not in the file. Put that row back, or delete this one.`))
    } else (parent[list] as Draft[]).push(item)
  }
  const inOrder = (kind: string) => of(kind).toSorted((a, b) => positionOf(a.draft) - positionOf(b.draft))
  const partOf = (place: Place) => parts.get(String(place.draft['@partId']))

  for (const place of inOrder('leg')) {
    const lead = partOf(place)?.['leadTime'] as Draft | undefined
    if (lead !== undefined && lead['kind'] !== 'legs') {
      problems.push(rowProblem(place.row, 'part id', 'not-used', 'This leg has no place: the lead time of its part is given as a total. Write “legs” in its “lead time from”, or delete this row.'))
    } else attach(place, lead, 'legs', nameOf('part', place.draft['@partId']), 'part id')
  }
  for (const place of of('usage')) {
    for (const [header, quantity] of place.row.values) {
      const month = usageMonth(header)
      if (month === null || typeof quantity !== 'number') continue
      attach(place, partOf(place), 'usageHistory', nameOf('part', place.draft['@partId']), 'part id', monthPeriod(month, quantity))
      // Said once for the row, not once for each of its months.
      if (partOf(place) === undefined) break
    }
  }
  for (const place of of('period')) attach(place, partOf(place), 'usageHistory', nameOf('part', place.draft['@partId']), 'part id')
  for (const place of of('forecast')) attach(place, partOf(place), 'forecast', nameOf('part', place.draft['@partId']), 'part id')
  for (const place of of('order')) attach(place, partOf(place), 'openOrders', nameOf('part', place.draft['@partId']), 'part id')
  for (const place of of('override')) attach(place, partOf(place), 'overrides', nameOf('part', place.draft['@partId']), 'part id')
  for (const place of of('use of assembly')) attach(place, assemblies.get(String(place.draft['@assemblyId'])), 'uses', nameOf('assembly', place.draft['@assemblyId']), 'assembly id')
  const own: Draft = { events: [] }
  for (const place of inOrder('event')) {
    const scenarioId = place.draft['@scenarioId']
    attach(place, scenarioId === null ? own : scenarios.get(String(scenarioId)), 'events', nameOf('scenario', scenarioId), 'scenario id')
  }
  const eventOf = (place: Place) => events.get(eventKey(place.draft['@eventId'], place.draft['@scenarioId']))
  for (const place of inOrder('effect')) {
    const wait = place.draft['wait'] as Draft
    finishWait(wait, 'wait')
    nullIfEmpty(place.draft, 'wait')
    attach(place, eventOf(place), 'effects', nameOf('event', place.draft['@eventId']), 'event id')
  }
  for (const place of inOrder('citation')) {
    const controlId = place.draft['@controlId']
    if (controlId === null) attach(place, eventOf(place), 'citations', nameOf('event', place.draft['@eventId']), 'event id')
    else attach(place, controls.get(String(controlId)), 'citations', nameOf('control', controlId), 'control id')
  }

  const whole = of('settings')[0]?.draft ?? { settings: {}, timeline: {} }
  const settings = (whole['settings'] ?? {}) as Draft
  finishWait(settings['licenceWait'], 'wait')
  finishWait(settings, 'generalLicenceWait')
  settings['cycleServiceLevelBySector'] = Object.fromEntries(of('sector').map(({ draft }) => [String(draft['@sector']), draft['@level']]))
  const candidate = {
    format: 'lodestock-plan', version: planDocumentVersion, ...facts, settings,
    parts: of('part').map((place) => place.draft),
    assemblies: of('assembly').map((place) => place.draft),
    timeline: {
      ...(whole['timeline'] as Draft), events: own['events'], controls: inOrder('control').map((place) => place.draft),
      setAsideEventIds: of('set aside').map(({ draft }) => draft['@eventId']),
    },
    scenarios: inOrder('scenario').map((place) => place.draft),
  }
  if (problems.length > 0) return failed(problems)
  const parsed = planDocumentSchema.safeParse(candidate)
  if (parsed.success) {
    // What is untouched was written from a plan, so all of it has its place.
    const changed = rows.filter((row) => row.state !== 'untouched')
    const unused = changed.length === 0 ? [] : unusedCells(changed, parsed.data)
    return unused.length > 0 ? failed(unused) : succeeded(canonicalPlan(parsed.data))
  }
  const rowOfDraft = new Map([...places.values()].flat().map((place) => [place.draft, place.row]))
  return failed(parsed.error.issues.map((issue) => issueProblem(issue, candidate, rowOfDraft, of('settings')[0]?.row)))
}

function eventKey(id: unknown, scenarioId: unknown): string {
  return `${String(scenarioId ?? '')}\u001f${String(id)}`
}

function nameOf(kind: string, id: unknown): string {
  return id === null || id === undefined || id === '' ? `a ${kind} it does not name` : `${kind} ${String(id)}`
}

function draftOf(row: PlanFileRow): Draft {
  const draft: Draft = {}
  for (const column of row.kind.columns) {
    const steps = column.field.split('.')
    let at = draft
    for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Draft
    at[steps.at(-1) ?? ''] = row.values.get(column.header) ?? null
  }
  return draft
}

function positionOf(draft: Draft): number {
  const position = draft['@position']
  return typeof position === 'number' ? position : Infinity
}

function finishPart(part: Draft): void {
  nullIfEmpty(part, 'applicationLag')
  const target = part['target'] as Draft
  const kinds = { 'cycle-service-level': 'cycleServiceLevel', 'fill-rate': 'fillRate', 'least-cost': 'backorderCostPerUnitDay' }
  // More than one filled cell is found by `unusedCells`, since only the first becomes the target.
  target['kind'] = Object.entries(kinds).find(([, field]) => target[field] !== null)?.[0] ?? null
  nullIfEmpty(part, 'target')
  const contract = part['contract'] as Draft
  if (contract['priceAdjustment'] === '' && contract['endDate'] === null && contract['@exists'] !== true) part['contract'] = null
  const lead = part['leadTime'] as Draft
  if (lead['kind'] === 'legs') lead['legs'] = []
}

function finishWait(holder: unknown, key: string): void {
  const wait = (holder as Draft | undefined)?.[key] as Draft | null | undefined
  if (wait === null || wait === undefined) return
  if (wait['kind'] === 'fixed') wait['days'] = wait['@days']
  if (wait['kind'] === 'observed') wait['days'] = wait['@observed']
  if (wait['working'] === null) delete wait['working']
}

function nullIfEmpty(holder: Draft, key: string): void {
  if (Object.values((holder[key] ?? {}) as Draft).every((value) => value === null || (typeof value === 'object' && Object.values(value).every((inner) => inner === null)))) {
    holder[key] = null
  }
}

/** Cells that are filled although what the rest of their row says leaves no place for them. */
function unusedCells(rows: readonly PlanFileRow[], plan: PlanDocument): readonly CsvProblem[] {
  const problems: CsvProblem[] = []
  const sections = new Map(
    planFileSections(plan).map((section) => [section.kind.kind, { ...section, byKey: new Map(section.rows.map((values) => [keyOf(section.kind.key, values), values])) }]),
  )
  for (const row of rows) {
    const section = sections.get(row.kind.kind)
    if (section === undefined || row.kind.key.includes('position') || (row.kind.key.length === 0 && row.kind.kind !== 'settings')) continue
    const key = keyOf(row.kind.key, row.values)
    const kept = section.byKey.get(key)
    for (const column of section.columns) {
      const found = canonicalCell(row.values.get(column.header) ?? null, column.type)
      if (column.field === '@position' || column.field === 'contract.@exists' || found === null) continue
      if (canonicalCell(kept?.get(column.header) ?? null, column.type) !== null) continue
      problems.push(rowProblem(row, column.header, 'not-used', `“${found}” has no place here: other cells of this row leave no room for it (as a usage mean has none where usage comes from history). Empty this cell or change those.`))
    }
  }
  return problems
}

function keyOf(headers: readonly string[], values: ReadonlyMap<string, PlanCellValue>): string {
  return headers.map((header) => String(values.get(header) ?? '')).join('\u001f')
}

type Issue = Parameters<typeof structureFindings>[1][number]

function issueProblem(issue: Issue, candidate: object, rowOfDraft: ReadonlyMap<Draft, PlanFileRow>, settingsRow: PlanFileRow | undefined): CsvProblem {
  let value: unknown = candidate
  let row = issue.path[0] === 'settings' ? settingsRow : undefined
  let depth = 0
  for (const [at, step] of issue.path.entries()) {
    value = typeof value === 'object' && value !== null ? (value as { readonly [key: PropertyKey]: unknown })[step] : undefined
    const found = rowOfDraft.get(value as Draft)
    if (found !== undefined) {
      row = found
      depth = at + 1
    }
  }
  const words = structureFindings(candidate, [issue])[0]?.text ?? issue.message
  if (row === undefined) return csvProblem({ kind: 'not-a-plan', sentence: `The plan cannot be put together at “${issue.path.join(' ')}”: ${words}.` })
  const field = issue.path.slice(depth).join('.')
  const column = row.kind.columns.find((each) => each.field === field || each.field === `${field}.kind`) ?? row.kind.columns.find((each) => field.startsWith(`${each.field}.`))
  const isBlank = column !== undefined && (row.values.get(column.header) ?? '') === ''
  return rowProblem(
    row, column?.header ?? null, isBlank ? 'blank-cell' : 'not-allowed',
    isBlank ? `“${column.header}” is empty, and the plan needs it. Enter a value.` : `${words}.`,
  )
}
