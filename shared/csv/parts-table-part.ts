import { partSchema, type Part } from '../plan/part-schema'
import { structureFindings } from '../plan/structure-problems'
import { csvProblem, type CsvColumn, type CsvProblem } from './csv-problem'
import { planCellFrom } from './plan-file-cell'
import { unusedId, type IdMaker } from './plan-file-ids'
import { decodedText } from './text-codec'
import { monthPeriod } from './whole-month'

/** The cells of one line of the parts table: numbers read, texts as found. */
export type PartsTableCells = {
  /** By field of the part. */
  readonly fields: Map<string, { readonly type: 'text'; readonly cell: string } | { readonly type: 'number'; readonly value: number | null; readonly cell: string }>
  /** Usage by month, part units. */
  readonly months: Map<string, number>
  /** What the stated usage is per; null when none is stated. */
  per: 'week' | 'month' | null
}

/** What making a part of a line needs besides its cells. */
export type PartFromCellsContext = {
  readonly line: number
  readonly idMaker: IdMaker
  /** Ids in use; the part's is added. */
  readonly takenIds: Set<string>
  /** Where a field stands in the file; null when it has no column. */
  readonly columnOf: (field: string) => CsvColumn | null
  /** Problems of the line; more are added. */
  readonly problems: CsvProblem[]
}

/**
 * The part of one line of the parts table, with defaults for what the table does not say; null when the line has errors.
 *
 * @param cells the line's cells
 * @param context its place, ids, and the list that problems are added to
 */
export function partFromCells(cells: PartsTableCells, context: PartFromCellsContext): Part | null {
  const { line, problems } = context
  const say = (field: string, kind: string, sentence: string, severity: CsvProblem['severity'] = 'error') => {
    const column = context.columnOf(field)
    const entry = cells.fields.get(field)
    problems.push(csvProblem({
      kind, line, severity, sentence: `Line ${line}: ${sentence}`, column: column === null ? null : { letter: column.letter, header: column.header },
      found: entry?.cell ?? '',
    }))
  }
  const text = (field: string) => {
    const entry = cells.fields.get(field)
    return entry?.type === 'text' ? decodedText(entry.cell).replaceAll(/^[\s\u00a0]+|[\s\u00a0]+$/gu, (edge) => (entry.cell.startsWith("'") ? edge : '')) : ''
  }
  const word = (field: string) => text(field).trim()
  const number = (field: string) => {
    const entry = cells.fields.get(field)
    return entry?.type === 'number' ? entry.value : null
  }
  const parsed = (field: string, type: 'yes-no' | 'elements') => {
    const reading = planCellFrom(word(field), type, { decimal: 'point', dates: 'iso' })
    if (reading.ok) return reading.value
    say(field, reading.problem.kind, reading.problem.sentence)
    return null
  }

  const partNumber = text('partNumber')
  if (partNumber === '') say('partNumber', 'no-part-number', 'there is no part number, so this line belongs to no part. Enter it, or delete the line.')
  if (/^\d[.,]\d+E\+\d+$/iu.test(partNumber)) say('partNumber', 'part-number-damaged', `“${partNumber}” is what a spreadsheet makes of a long part number; its last digits are lost. Enter the number again as text.`)
  const hasProblemIn = (field: string) => {
    const column = context.columnOf(field)
    return problems.some((problem) => problem.severity === 'error' && problem.column !== null && problem.column.letter === column?.letter)
  }
  const leadTimeDays = number('leadTime.meanDays')
  if (leadTimeDays === null && !hasProblemIn('leadTime.meanDays')) say('leadTime.meanDays', 'no-lead-time', 'the lead time is empty. Blank is not known, not 0: enter the days from order to receipt.')
  const mean = number('usage.mean')
  if (mean === null && cells.months.size === 0 && problems.every((problem) => problem.severity !== 'error')) {
    say('usage.mean', 'no-usage', 'there is no usage. Blank is not known, not 0: enter usage per week, or 0 if the part is not used.')
  }
  if (mean === null && number('usage.sd') !== null) say('usage.sd', 'sd-without-usage', 'a standard deviation of usage is given, but no usage. Enter the usage, or empty the cell.')
  const serviceLevel = number('target.cycleServiceLevel')
  const fillRate = number('target.fillRate')
  if (serviceLevel !== null && fillRate !== null) say('target.fillRate', 'two-targets', 'there is a service level and a fill rate. A part has one target: empty one of the two.')
  if (context.columnOf('onHand') !== null && number('onHand') === null && !hasProblemIn('onHand')) {
    say('onHand', 'default-taken', 'stock on hand is empty and was taken as 0. Enter it if there is some.', 'warning')
  }
  const isCritical = parsed('isCritical', 'yes-no')
  const elements = parsed('elements', 'elements')
  if (problems.some((problem) => problem.severity === 'error')) return null

  const statedId = word('id')
  const isFree = statedId !== '' && !context.takenIds.has(statedId)
  if (statedId !== '' && !isFree) say('id', 'repeated-id', `the part id “${statedId}” stands on an earlier line as well. Empty it here to make this a part of its own.`)
  const candidate = {
    id: isFree ? statedId : unusedId(context.idMaker, 'p', context.takenIds),
    partNumber, description: text('description'), plant: text('plant'), supplier: text('supplier'), unit: text('unit') || 'pcs',
    originCountry: word('originCountry') || null, rareEarthOriginCountry: word('rareEarthOriginCountry') || null,
    materialFamily: word('materialFamily') || 'unknown', grade: text('grade'), form: word('form') || null, elements: elements ?? {},
    magnetMassPerUnitKg: number('magnetMassPerUnitKg'), sector: word('sector') || 'other', isCritical: isCritical ?? false,
    licenceRoute: word('licenceRoute') || 'individual', applicationLag: null,
    usage: mean === null ? { kind: 'history' } : { kind: 'stated', per: cells.per ?? 'week', mean, sd: number('usage.sd') },
    usageHistory: [...cells.months].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([month, quantity]) => monthPeriod(month, quantity)),
    forecast: [], demandFamily: null,
    leadTime: { kind: 'total', meanDays: leadTimeDays, sdDays: number('leadTime.sdDays') ?? 0, transitDays: number('leadTime.transitDays') ?? 0 },
    reviewPeriodDays: number('reviewPeriodDays'), onHand: number('onHand') ?? 0, allocated: number('allocated') ?? 0, backordered: number('backordered') ?? 0,
    openOrders: [],
    target: serviceLevel !== null ? { kind: 'cycle-service-level', cycleServiceLevel: serviceLevel } : fillRate !== null ? { kind: 'fill-rate', fillRate } : null,
    unitCost: number('unitCost'), moq: number('moq'), lotMultiple: number('lotMultiple'), capCoverDays: number('capCoverDays'),
    capOrderQuantity: number('capOrderQuantity'), erpSafetyStock: number('erpSafetyStock'), erpReorderPoint: number('erpReorderPoint'),
    erpLeadTimeDays: null, overrides: [], contract: null, note: text('note'),
  }
  if (leadTimeDays !== null && leadTimeDays >= 0 && candidate.leadTime.transitDays > leadTimeDays) {
    say('leadTime.transitDays', 'transit-too-long', `the transit of ${candidate.leadTime.transitDays} days is longer than the whole lead time of ${leadTimeDays}. Transit is part of the lead time.`)
  }
  const result = partSchema.safeParse(candidate)
  for (const finding of structureFindings({ parts: [candidate] }, result.error?.issues ?? [], ['parts', 0])) {
    say(finding.path.slice(2).join('.'), finding.kind, `${finding.text}.`)
  }
  if (!result.success || problems.some((problem) => problem.severity === 'error')) return null
  context.takenIds.add(result.data.id)
  return result.data
}
