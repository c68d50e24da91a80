import { failed, succeeded, type Result } from '../../shared/result'
import { isWholeUnit } from '../../shared/plan/part-unit'
import { partSchema, type Part } from '../../shared/plan/part-schema'
import { structureFindings } from '../../shared/plan/structure-problems'
import type { PartFigures } from '../plan/part-figures'
import { noFigure, type Formats } from '../ui/formats'
import type { CellOption, CellType, CellValue } from '../ui/grid/cell-type'
import type { GridColumn } from '../ui/grid/grid-column'
import type { PartRow } from './part-row'

/** What columns are made for. */
export type ColumnContext = { readonly formats: Formats; readonly currency: string }

/** What a column is about; the column chooser lists them so. */
export const columnGroups = ['Identity', 'Origin and material', 'Usage', 'Lead time', 'Stock', 'Target and ordering', 'ERP today', 'Results'] as const
export type ColumnGroup = (typeof columnGroups)[number]

/** A column of the parts grid. */
export type PartColumn = GridColumn<PartRow> & {
  readonly group: ColumnGroup
  /** Fields of a part, such as `leadTime.meanDays`, whose problems show in it. */
  readonly paths: readonly string[]
  /** The fields of a part that hold a new value; a sentence without place when they cannot. Null for a column that is never typed. */
  readonly fieldsWith: ((part: Part, value: CellValue) => Result<Partial<Part>, string>) | null
}

/** What kind of unit a column's numbers have. */
export type UnitKind = 'part' | 'days' | 'money' | 'percent' | 'kg' | 'none'

type InputOptions = {
  readonly id: string
  readonly title: string
  readonly help: string
  readonly group: ColumnGroup
  readonly width: number
  readonly type: CellType
  readonly unit?: UnitKind
  readonly paths?: readonly string[]
  readonly valueIn: (part: Part) => CellValue
  readonly fieldsWith: (part: Part, value: CellValue) => Partial<Part> | string
  /** Why this part's cell cannot be typed; null where it can. */
  readonly readOnlyReason?: (part: Part) => string | null
  /** What is assumed while it is not known; null for nothing. */
  readonly assumption?: (part: Part) => string | null
  readonly shown?: (value: CellValue, part: Part) => string
}

/** A column that the planner fills in. */
export function inputColumn(context: ColumnContext, of: InputOptions): PartColumn {
  const unit = of.unit ?? 'none'
  const paths = of.paths ?? [of.id]
  const fieldsWith = (part: Part, value: CellValue): Result<Partial<Part>, string> => {
    const fields = of.fieldsWith(part, value)
    return typeof fields === 'string' ? failed(fields) : checkedFields(fields)
  }
  const shown = of.shown ?? ((value: CellValue, part: Part) => shownValue(context, { value, part, unit, type: of.type }))
  return {
    id: of.id, title: of.title, help: of.help, group: of.group, width: of.width, type: of.type, paths,
    unit: headingUnit(unit, context),
    isComputed: false,
    valueIn: ({ part }) => of.valueIn(part),
    unitOf: ({ part }) => (unit === 'part' ? part.unit : ''),
    isUnitAccepted: (found, { part }) => isSameUnit(found, unit, part, context),
    readOnlyReason: ({ part }) => of.readOnlyReason?.(part) ?? null,
    problemWith: (value, { part }) => {
      const fields = fieldsWith(part, value)
      return fields.ok ? null : fields.problem
    },
    shown: (value, { part }) => shown(value, part),
    markOf: ({ part, marks }) => {
      const mark = marks.get(of.id)
      if (mark !== undefined) return mark
      const assumption = of.assumption?.(part) ?? null
      return assumption === null ? null : { tone: 'assumed', sentence: assumption }
    },
    fieldsWith,
  }
}

type ComputedOptions = {
  readonly id: string
  readonly title: string
  readonly help: string
  readonly group: ColumnGroup
  readonly width: number
  readonly type?: CellType
  readonly unit?: UnitKind
  readonly valueIn: (figures: PartFigures, part: Part) => CellValue
  readonly shown?: (value: CellValue, part: Part) => string
}

/** A column that is computed of the part's figures; stale figures look stale. */
export function figureColumn(context: ColumnContext, of: ComputedOptions): PartColumn {
  const unit = of.unit ?? 'none'
  const type = of.type ?? { kind: 'number' }
  const shown = of.shown ?? ((value: CellValue, part: Part) => shownValue(context, { value, part, unit, type }))
  return {
    id: of.id, title: of.title, help: of.help, group: of.group, width: of.width, type, paths: [], fieldsWith: null,
    unit: headingUnit(unit, context),
    isComputed: true,
    valueIn: ({ figures: { value }, part }) => (value?.kind === 'figures' ? of.valueIn(value, part) : null),
    unitOf: ({ part }) => (unit === 'part' ? part.unit : ''),
    isUnitAccepted: () => false,
    readOnlyReason: () => `${of.title} is computed. Change what it rests on, or open the part to see how it comes about.`,
    problemWith: () => null,
    shown: (value, { part, figures }) => (figures.state === 'pending' ? '…' : shown(value, part)),
    markOf: ({ figures, marks }) =>
      marks.get(of.id) ?? (figures.state === 'stale' ? { tone: 'stale', sentence: 'Being computed anew; this is the figure from before the last change.' } : null),
  }
}

/** A column that sums up what is edited elsewhere. */
export function summaryColumn(
  context: ColumnContext,
  of: Omit<ComputedOptions, 'valueIn'> & { readonly valueIn: (part: Part) => CellValue; readonly paths: readonly string[]; readonly editedIn: string },
): PartColumn {
  const unit = of.unit ?? 'none'
  const type = of.type ?? { kind: 'number' }
  const shown = of.shown ?? ((value: CellValue, part: Part) => shownValue(context, { value, part, unit, type }))
  return {
    id: of.id, title: of.title, help: of.help, group: of.group, width: of.width, type, paths: of.paths, fieldsWith: null,
    unit: headingUnit(unit, context),
    isComputed: true,
    valueIn: ({ part }) => of.valueIn(part),
    unitOf: ({ part }) => (unit === 'part' ? part.unit : ''),
    isUnitAccepted: () => false,
    readOnlyReason: () => `${of.title} is a summary. ${of.editedIn}`,
    problemWith: () => null,
    shown: (value, { part }) => shown(value, part),
    markOf: ({ marks }) => marks.get(of.id) ?? null,
  }
}

/** A field of the part itself, under its own name. */
export function field(name: keyof Part): Pick<InputOptions, 'valueIn' | 'fieldsWith'> {
  return { valueIn: (part) => part[name] as CellValue, fieldsWith: (_, value) => ({ [name]: value }) }
}

export const yesNo: readonly CellOption[] = [
  { value: true, label: 'Yes', words: ['y', 'true', 'x', 'ja', 'oui', 'wahr', '1'] },
  { value: false, label: 'No', words: ['n', 'false', 'nein', 'non', 'falsch', '0'] },
]

// The shape of each field that would be written; what several fields say together is for the plan's own check.
function checkedFields(fields: Partial<Part>): Result<Partial<Part>, string> {
  for (const [name, value] of Object.entries(fields)) {
    const parsed = partSchema.shape[name as keyof typeof partSchema.shape].safeParse(value)
    if (parsed.success) continue
    const [first] = structureFindings({ parts: [fields] }, parsed.error.issues, ['parts', 0, name])
    return failed(first?.text ?? 'it cannot be kept; enter another value')
  }
  return succeeded(fields)
}

function headingUnit(unit: UnitKind, { currency }: ColumnContext): string {
  return { part: '', none: '', days: 'days', money: currency, percent: '%', kg: 'kg' }[unit]
}

function shownValue({ formats, currency }: ColumnContext, of: { readonly value: CellValue; readonly part: Part; readonly unit: UnitKind; readonly type: CellType }): string {
  const { value, part, unit, type } = of
  if (type.kind === 'choice') return type.options.find((option) => option.value === value)?.label ?? String(value ?? '')
  if (value === null) return type.kind === 'number' ? noFigure : ''
  if (typeof value !== 'number') return type.kind === 'date' ? formats.date(String(value)) : String(value)
  switch (unit) {
    case 'part':
      // What the planner typed is never shown rounded.
      return Number.isInteger(value) || !isWholeUnit(part.unit) ? formats.quantity(value, part.unit) : formats.exact(value)
    case 'days':
      return formats.rough(value)
    case 'money':
      return moneyText(formats, value, currency)
    case 'percent':
      return formats.percent(value).replace(/\s*%$/, '')
    default:
      return formats.exact(value)
  }
}

// The currency stands in the heading.
function moneyText(formats: Formats, value: number, currency: string): string {
  return formats.price(value, currency).replaceAll(/[^\d.,'’\u00a0\u202f −-]/g, '').trim()
}

const dayWords: ReadonlySet<string> = new Set(['d', 'day', 'days', 't', 'tag', 'tage', 'tagen', 'jour', 'jours'])
const currencySigns: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥', CNY: '¥' }

function isSameUnit(found: string, kind: UnitKind, part: Part, { currency }: ColumnContext): boolean {
  const word = found.toLowerCase()
  switch (kind) {
    case 'part':
      return word === part.unit.toLowerCase() || (isWholeUnit(word) && isWholeUnit(part.unit))
    case 'days':
      return dayWords.has(word)
    case 'money':
      return word === currency.toLowerCase() || found === currencySigns[currency] || (currency === 'USD' && word === 'us$')
    case 'kg':
      return word === 'kg'
    default:
      return false
  }
}
