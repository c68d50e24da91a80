import { columnLetter, csvProblem, type CsvProblem } from './csv-problem'
import { dateShape } from './import-date'
import { isImportField, importFieldTypes, type ImportField } from './import-field'
import { foldedHeader, headerMeaning, type HeaderMeaning } from './import-header'
import { shownHeadings } from './import-header-row'
import type { GridRow } from './import-grid'
import { monthHeadings } from './import-month-headings'
import { namedPeriod, type NamedPeriod } from './import-period'
import { plainText, type ImportChoices, type ImportColumn } from './import-column'
import type { ImportQuestion } from './import-question'

/** The columns of a table with their fields, what is still to be asked about them, and what is wrong with the mapping. */
export type ImportColumns = {
  /** In the order of the file. */
  readonly columns: readonly ImportColumn[]
  /** Columns that mean different things in different files, and fields that two columns claim. */
  readonly questions: readonly ImportQuestion[]
  /** Mappings that cannot be. */
  readonly problems: readonly CsvProblem[]
}

type Draft = { readonly index: number; readonly name: string; readonly shown: string; readonly meaning: HeaderMeaning | null; field: ImportField | null; period: NamedPeriod | null; confidence: ImportColumn['confidence']; isOpen: boolean }

const quantities: readonly ImportField[] = ['onHand', 'openQty', 'orderedQty', 'usageQty', 'postingQty', 'quantityPer']

/**
 * The fields of the columns of a table. A heading that means one thing is taken; one that means several is asked unless
 * the rest of the table settles it; two columns for one field are asked unless their cells are the same.
 *
 * @param names headings
 * @param rows rows below them
 * @param choices what the user has decided
 */
export function importColumns(names: readonly string[], rows: readonly GridRow[], choices: ImportChoices): ImportColumns {
  const shown = shownHeadings(names)
  const drafts: Draft[] = names.map((name, index) => ({ index, name, shown: shown[index] ?? name, meaning: headerMeaning(name), field: null, period: null, confidence: 'ignored', isOpen: true }))
  const problems = takeChosen(drafts, choices)
  const stroked = monthHeadings(names, choices.answers['month-headings'])
  takePeriods(drafts, stroked.months)
  const questions: ImportQuestion[] = [...(stroked.question === null ? [] : [stroked.question]), ...settlePeriods(drafts, rows, choices)]
  const hasOwnNumber = drafts.some((draft) => /^part(number)?$/u.test(foldedHeader(draft.name).name))
  for (const draft of drafts) {
    if (!draft.isOpen || draft.meaning?.kind !== 'field' || draft.meaning.strength === 'weak') continue
    // `Material` is a part number in SAP, and a material family beside our own `part number`.
    const field = draft.meaning.field === 'part' && hasOwnNumber && foldedHeader(draft.name).name === 'material' ? 'materialFamily' : draft.meaning.field
    take(draft, field, draft.meaning.strength === 'strong' ? 'certain' : 'likely')
  }
  settleEntryUnits(drafts)
  for (const [field, claims] of byField(drafts)) questions.push(...settleClaims(field, claims, rows, choices))
  const has = (field: ImportField) => drafts.some((draft) => draft.field === field)
  const move = (from: ImportField, to: ImportField) => {
    if (!has(to)) for (const draft of drafts) if (draft.field === from) draft.field = to
  }
  move('totalLeadTimeDays', 'leadTimeDays')
  move('storageLocation', 'plant')
  questions.push(...settleIdOrName(drafts, rows, choices, has))
  takeWeak(drafts, has)
  for (const draft of drafts) questions.push(...settleAmbiguous(draft, drafts, rows, choices, has))
  // A total of open orders in a list of parts is no order.
  if (has('orderedQty') && has('onHand') && !has('po') && !has('dueDate') && choices.kind !== 'orders') move('orderedQty', 'onOrder')
  if (has('openQty') && !has('po') && !has('dueDate') && choices.kind !== 'orders' && (has('onHand') || has('leadTimeDays') || has('safetyStock') || has('reorderPoint'))) move('openQty', 'onOrder')
  move('supplierCode', 'supplier')
  return { columns: drafts.map((draft) => columnOf(draft)), questions, problems }
}

const entryUnit = /^(erfme|eun|unitofentry|erfassungsmengeneinheit|erfassungsme|erfassme|eme|入力単位|录入单位)$/u
const baseQuantity = /^(menge|quantity|qty|quantite|qte|数量|mengeinbasismengeneinheit|mengeinbme|qtyinbun)$/u

/** Movements may have their quantity twice, in the base unit and in that of entry: a quantity goes with its own unit only. */
function settleEntryUnits(drafts: readonly Draft[]): void {
  const named = (draft: Draft) => foldedHeader(draft.name).name
  const units = drafts.filter((draft) => draft.field === 'unit' && draft.confidence !== 'chosen')
  const entry = units.filter((draft) => entryUnit.test(named(draft)))
  if (entry.length === 0 || entry.length === units.length || !drafts.some((draft) => draft.field === 'movementType')) return
  const hasBase = drafts.some((draft) => baseQuantity.test(named(draft)))
  for (const draft of hasBase ? entry : units.filter((each) => !entry.includes(each))) take(draft, null, 'ignored')
  if (hasBase) for (const draft of drafts) if (draft.field === 'postingQty' && draft.confidence !== 'chosen' && !baseQuantity.test(named(draft))) take(draft, null, 'ignored')
}

function columnOf(draft: Draft): ImportColumn {
  const { meaning } = draft
  return {
    index: draft.index, letter: columnLetter(draft.index), header: draft.name, shown: draft.shown, unit: foldedHeader(draft.name).unit, field: draft.field, period: draft.period,
    isInDays: meaning?.kind === 'field' && meaning.isInDays, confidence: draft.field === null && draft.period === null ? 'ignored' : draft.confidence,
  }
}

function take(draft: Draft, field: ImportField | null, confidence: ImportColumn['confidence']): void {
  draft.field = field
  draft.confidence = confidence
  draft.isOpen = false
}

function takeChosen(drafts: readonly Draft[], { map }: ImportChoices): readonly CsvProblem[] {
  const problems: CsvProblem[] = []
  for (const [wanted, name] of Object.entries(map)) {
    const found = drafts.filter((draft) => draft.shown === wanted)
    const exact = found.length > 0 ? found : drafts.filter((draft) => draft.name === wanted)
    const close = exact.length > 0 ? exact : drafts.filter((draft) => foldedHeader(draft.name).name === foldedHeader(wanted).name && draft.name !== '')
    const named = close.length > 0 ? close : drafts.filter((draft) => columnLetter(draft.index) === wanted.toUpperCase())
    const [draft] = named
    if (draft === undefined || named.length > 1) {
      problems.push(csvProblem({ kind: 'no-such-column', found: wanted, sentence: `There is ${draft === undefined ? 'no column' : 'more than one column'} “${wanted}”. Columns are ${drafts.map((each) => `“${each.shown}”`).join(', ')}.` }))
    } else if (name === 'ignore') take(draft, null, 'chosen')
    else if (!isImportField(name)) problems.push(csvProblem({ kind: 'no-such-field', found: name, sentence: `There is no field “${name}”. Fields are ${Object.keys(importFieldTypes).join(', ')}, ignore.` }))
    else take(draft, name, 'chosen')
  }
  const seen = new Map<ImportField, Draft>()
  for (const draft of drafts) {
    if (draft.field === null) continue
    const earlier = seen.get(draft.field)
    if (earlier !== undefined) problems.push(csvProblem({ kind: 'two-columns-one-field', sentence: `“${earlier.shown}” and “${draft.shown}” cannot both be ${draft.field}. Choose one of them.` }))
    seen.set(draft.field, draft)
  }
  return problems
}

/** Columns of months or weeks: three or more of them, or ones that say `use` in front. A total beside them is none. */
function takePeriods(drafts: readonly Draft[], months: ReadonlyMap<string, string>): void {
  const periods = drafts.filter((draft) => draft.isOpen && (draft.meaning === null || /^\d/u.test(draft.name))).map((draft) => ({ draft, period: periodOfHeading(draft.name, months) })).filter((each) => each.period !== null)
  const isUsage = periods.length >= 3
  // `GSV` and `MGV` are all that was used, `UNV` and `MUV` the part of it that was not planned.
  const hasTotals = periods.some(({ draft }) => /^(GSV|MGV)\d\d$/iu.test(draft.name))
  for (const { draft, period } of periods) {
    if (!isUsage && !/^(use[d]?|usage|verbrauch|consumption|consommation|使用量|消耗|用量)[\s:_.-]/iu.test(draft.name)) continue
    draft.isOpen = false
    if (hasTotals && /^(UNV|MUV)\d\d$/iu.test(draft.name)) continue
    draft.period = period
    draft.confidence = 'certain'
  }
}

/** Two columns of one month are never added up: equal cells do not matter, else it is asked which of them counts. */
function settlePeriods(drafts: readonly Draft[], rows: readonly GridRow[], { answers }: ImportChoices): readonly ImportQuestion[] {
  const questions: ImportQuestion[] = []
  const claims = new Map<string, Draft[]>()
  for (const draft of drafts) if (draft.period !== null && draft.period.kind !== 'special') claims.set(periodText(draft.period), [...(claims.get(periodText(draft.period)) ?? []), draft])
  for (const [period, rivals] of claims) {
    const [first, ...others] = rivals
    if (first === undefined || others.length === 0) continue
    const id = `column:usage ${period}`
    const isEqual = others.every((draft) => cellsOf(draft, rows) === cellsOf(first, rows))
    const chosen = isEqual ? first.shown : answers[id]
    for (const draft of rivals) {
      if (draft.shown === chosen) continue
      draft.period = null
      draft.confidence = 'ignored'
    }
    if (chosen === 'none' || rivals.some((draft) => draft.shown === chosen)) continue
    questions.push({
      id, kind: 'duplicate-header', columns: rivals.map((draft) => draft.shown), choices: [...rivals.map((draft) => draft.shown), 'none'],
      text: `Which column is the usage of ${period}: ${rivals.map((draft) => `“${draft.shown}”`).join(' or ')}?`,
      readings: rivals.map((draft) => ({ choice: draft.shown, text: samples(draft, rows) })),
    })
  }
  return questions
}

function periodText(period: NamedPeriod): string {
  switch (period.kind) {
    case 'month-without-year':
      return `month ${period.month}`
    case 'special':
      return 'special period'
    default:
      return period.period
  }
}

const isPeriodLike = /^(?:19|20)\d\d[-\s./]?(?:W|KW|CW|WK)?[-\s.]?\d{1,2}$|^(?:W|KW|CW|WK)?[\s.]?\d{1,2}[-\s./](?:19|20)\d\d$/iu

/**
 * What is said of headings that are written like a week or month but name none, such as `2025-W53`: they are left out, not in silence.
 *
 * @param columns columns of the table
 */
export function impossiblePeriods(columns: readonly ImportColumn[]): readonly CsvProblem[] {
  if (columns.filter((column) => column.period !== null).length < 2) return []
  return columns.filter(({ header, field, period }) => field === null && isPeriodLike.test(header) && (period === null ? namedPeriod(header) === null : period.kind === 'special')).map((column) =>
    csvProblem({ kind: 'no-such-period', severity: 'warning', column: { letter: column.letter, header: column.shown }, found: column.header, sentence: `The heading “${column.shown}” names no week or month of the calendar, so its column was left out. Check it.` }))
}

function periodOfHeading(name: string, months: ReadonlyMap<string, string>): NamedPeriod | null {
  const month = months.get(name)
  const period = month === undefined ? namedPeriod(name) : { kind: 'month' as const, period: month }
  if (period !== null) return period
  // Spreadsheets turn a heading `2025-11` into the first day of that month, or its number.
  const date = dateShape(name)
  return date.kind === 'date' && date.date.endsWith('-01') ? { kind: 'month', period: date.date.slice(0, 7) } : null
}

function byField(drafts: readonly Draft[]): ReadonlyMap<ImportField, readonly Draft[]> {
  const claims = new Map<ImportField, Draft[]>()
  for (const draft of drafts) if (draft.field !== null) claims.set(draft.field, [...(claims.get(draft.field) ?? []), draft])
  return claims
}

function cellsOf(draft: Draft, rows: readonly GridRow[]): string {
  return rows.map((row) => plainText(row.cells[draft.index] ?? '')).join('\u001f')
}

/** Two columns on one field are blocked: what was chosen wins, then what is certain; equal cells do not matter; else it is asked. */
function settleClaims(field: ImportField, claims: readonly Draft[], rows: readonly GridRow[], { answers }: ImportChoices): readonly ImportQuestion[] {
  if (claims.length < 2) return []
  const rank = { chosen: 3, certain: 2, likely: 1, ignored: 0 }
  const best = Math.max(...claims.map((draft) => rank[draft.confidence]))
  const rivals = claims.filter((draft) => rank[draft.confidence] === best)
  for (const draft of claims) if (!rivals.includes(draft)) take(draft, null, 'ignored')
  const [first, ...others] = rivals
  if (first === undefined || others.length === 0 || best === 3) return []
  const cells = cellsOf(first, rows)
  if (others.every((draft) => cellsOf(draft, rows) === cells)) {
    for (const draft of others) take(draft, null, 'ignored')
    return []
  }
  const id = `column:${field}`
  const answer = answers[id]
  for (const draft of rivals) if (answer !== draft.shown) take(draft, null, 'ignored')
  if (answer === 'none' || rivals.some((draft) => draft.shown === answer)) return []
  const isRepeated = new Set(rivals.map((draft) => draft.name.toLowerCase())).size === 1
  return [{
    id, kind: isRepeated ? 'duplicate-header' : 'two-columns-one-field', columns: rivals.map((draft) => draft.shown), choices: [...rivals.map((draft) => draft.shown), 'none'],
    text: `Which column is ${field}: ${rivals.map((draft) => `“${draft.shown}”`).join(' or ')}?`,
    readings: rivals.map((draft) => ({ choice: draft.shown, text: samples(draft, rows) })),
  }]
}

function samples(draft: Draft, rows: readonly GridRow[]): string {
  return rows.map((row) => plainText(row.cells[draft.index] ?? '')).filter((cell) => cell !== '').slice(0, 3).join(', ')
}

/** `Internal ID` beside `Name`: in some systems the one is the part number, in others the other. */
function settleIdOrName(drafts: readonly Draft[], rows: readonly GridRow[], { answers }: ImportChoices, has: (field: ImportField) => boolean): readonly ImportQuestion[] {
  if (has('part')) return []
  const ids = drafts.filter((draft) => draft.isOpen && /^(internal|external)?id$/u.test(foldedHeader(draft.name).name))
  const name = drafts.find((draft) => draft.isOpen && foldedHeader(draft.name).name === 'name')
  if (ids.length === 0 || name === undefined) return []
  const rivals = [name, ...ids]
  const chosen = rivals.find((draft) => draft.shown === answers['column:part'])
  if (chosen !== undefined) {
    take(chosen, 'part', 'chosen')
    return []
  }
  // Nothing is taken for it before it is answered, or the other would be taken for something else.
  for (const draft of rivals) draft.isOpen = false
  return [{
    id: 'column:part', kind: 'two-columns-one-field', columns: rivals.map((draft) => draft.shown), choices: rivals.map((draft) => draft.shown),
    text: `Which column is the part number: ${rivals.map((draft) => `“${draft.shown}”`).join(' or ')}?`, readings: rivals.map((draft) => ({ choice: draft.shown, text: samples(draft, rows) })),
  }]
}

function takeWeak(drafts: readonly Draft[], has: (field: ImportField) => boolean): void {
  const loose = drafts.filter((draft) => draft.isOpen && draft.meaning?.kind === 'field' && draft.meaning.strength === 'weak')
  // `Name` is the last to be taken for a part number: mostly it is a description.
  loose.sort((a, b) => Number(/^name$/iu.test(a.name)) - Number(/^name$/iu.test(b.name)))
  for (const draft of loose) {
    if (draft.meaning?.kind !== 'field') continue
    const fields = has('po') ? draft.meaning.weak.toSorted((a, b) => Number(b === 'item') - Number(a === 'item')) : draft.meaning.weak.filter((field) => field !== 'item')
    const field = fields.find((each) => !has(each))
    if (field !== undefined) take(draft, field, 'likely')
  }
}

function settleAmbiguous(draft: Draft, drafts: readonly Draft[], rows: readonly GridRow[], choices: ImportChoices, has: (field: ImportField) => boolean): readonly ImportQuestion[] {
  if (!draft.isOpen || draft.meaning?.kind !== 'ambiguous') return []
  const { fields } = draft.meaning
  const isQuantity = fields.includes('postingQty')
  const settled = isQuantity ? settledQuantity(choices, has, drafts) : settledOther(fields, choices, has)
  if (settled === 'ignore') return []
  if (settled !== null) {
    take(draft, settled, 'likely')
    return []
  }
  const id = `column:${draft.shown}`
  const open = fields.filter((field) => !has(field) && (field !== 'postingQty' || has('postingDate')) && (field !== 'quantityPer' || has('assembly')))
  const offered = [...(open.length === 0 ? fields : open), 'ignore']
  const answer = choices.answers[id]
  if (answer !== undefined && offered.includes(answer)) {
    take(draft, answer === 'ignore' ? null : (answer as ImportField), 'chosen')
    return []
  }
  return [{
    id, kind: 'ambiguous-column', columns: [draft.shown], choices: offered, text: `What is in the column “${draft.shown}” (${samples(draft, rows)})? Files use this heading for different things.`,
    readings: offered.map((choice) => ({ choice, text: choice === 'ignore' ? 'leave the column out' : `“${draft.shown}” is ${choice}` })),
  }]
}

function settledQuantity({ kind }: ImportChoices, has: (field: ImportField) => boolean, drafts: readonly Draft[]): ImportField | 'ignore' | null {
  if (has('movementType') && has('postingDate')) return has('postingQty') ? 'ignore' : 'postingQty'
  if (has('assembly') && has('part')) return has('quantityPer') ? 'ignore' : 'quantityPer'
  if (has('openQty') && has('po')) return 'ignore'
  if (has('po') && has('deliveredQty') && !has('orderedQty')) return 'orderedQty'
  if (has('orderedQty') && has('deliveredQty')) return 'ignore'
  if (quantities.every(has)) return 'ignore'
  switch (kind) {
    case 'stock':
      return has('onHand') ? 'ignore' : 'onHand'
    case 'orders':
      return has('openQty') || has('orderedQty') ? 'ignore' : 'openQty'
    case 'usage':
      return has('usageQty') || drafts.some((draft) => draft.period !== null) ? 'ignore' : has('postingDate') ? 'postingQty' : 'usageQty'
    case 'assemblies':
      return has('quantityPer') ? 'ignore' : 'quantityPer'
    default:
      return null
  }
}

function settledOther(fields: readonly ImportField[], { kind }: ImportChoices, has: (field: ImportField) => boolean): ImportField | 'ignore' | null {
  if (fields.includes('postingDate') && has('movementType')) return has('postingDate') ? 'ignore' : 'postingDate'
  if (fields.includes('dueDate') && has('dueDate')) return 'ignore'
  if (fields.includes('onHand') && kind === 'stock' && !has('onHand')) return 'onHand'
  if (fields.includes('usageQty') && kind === 'usage' && !has('usageQty')) return 'usageQty'
  return fields.every(has) ? 'ignore' : null
}
