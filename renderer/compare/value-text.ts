import { fieldWords } from '../../shared/plan/field-words'
import type { JsonValue } from '../../shared/plan/plan-rows'
import { noFigure, type Formats } from '../ui/formats'

const fractions = new Set(['cycleServiceLevel', 'fillRate', 'weight', 'holdingRatePerYear', 'scrapRate', 'refusalRate', 'criticalCycleServiceLevel', 'defaultWeeklyUsageCv'])
const mostLetters = 160

/** A field or a remark as a heading: without its article, with a capital letter. */
export function cellTitle(words: string): string {
  const bare = words.replace(/^the /u, '')
  return `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}`
}

/** A value of a plan as a person reads it; `cell` is the field it stands in, `nameOf` knows scenarios by their ids. */
export function valueText(value: JsonValue, of: { readonly cell: string | null; readonly formats: Formats; readonly nameOf: (id: string) => string | null }): string {
  const { cell, formats, nameOf } = of
  if (cell === null) return ''
  if (cell === 'scenarios.weights' && typeof value === 'object' && value !== null) {
    return Object.entries(value as { readonly [id: string]: JsonValue })
      .map(([id, weight]) => `${nameOf(id) ?? id} ${typeof weight === 'number' ? formats.percent(weight, 0) : String(weight)}`)
      .join(', ')
  }
  const known = knownShape(value, cell, formats)
  if (known !== null) return known
  const parts = cell.split('.')
  const isSectorLevel = parts.includes('cycleServiceLevelBySector')
  const text = shown(value, isSectorLevel ? 'cycleServiceLevel' : (parts.at(-1) ?? ''), of)
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text
}

type Shape = { readonly [name: string]: JsonValue }

/** Lead times, usage and targets as people say them; null for others. */
function knownShape(value: JsonValue, cell: string, formats: Formats): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const shape = value as Shape
  const figure = (name: string): string => (typeof shape[name] === 'number' ? formats.exact(shape[name]) : noFigure)
  const spread = (name: string): string => (typeof shape[name] === 'number' && shape[name] > 0 ? ` ± ${formats.exact(shape[name])}` : '')
  switch (`${cell} ${String(shape['kind'])}`) {
    case 'leadTime total':
      return `${figure('meanDays')}${spread('sdDays')} days, ${figure('transitDays')} of them after the border`
    case 'leadTime legs':
      return (shape['legs'] as readonly Shape[]).map((leg) => `${String(leg['name'])} ${formats.exact(Number(leg['meanDays']))} days`).join(' + ')
    case 'usage history':
      return 'by its history'
    case 'usage stated':
      return `${figure('mean')}${spread('sd')} a ${String(shape['per'])}`
    case 'usage build-plan':
      return `by the build plan${spread('sdPerWeek')}`
    case 'target cycle-service-level':
      return `cycle service level ${formats.percent(Number(shape['cycleServiceLevel']))}`
    case 'target fill-rate':
      return `fill rate ${formats.percent(Number(shape['fillRate']))}`
    case 'target least-cost':
      return `least cost, ${figure('backorderCostPerUnitDay')} for a unit a day late`
    default:
      return null
  }
}

function shown(value: JsonValue, field: string, of: { readonly formats: Formats; readonly nameOf: (id: string) => string | null }): string {
  const { formats, nameOf } = of
  if (value === null || value === '') return noFigure
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return fractions.has(field) ? formats.percent(value) : Number.isInteger(value) ? formats.whole(value) : formats.exact(value)
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/u.test(value) ? formats.date(value) : (nameOf(value) ?? value).replaceAll(/\s+/gu, ' ')
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each: JsonValue) => shown(each, field, of)).join('; ')
  return Object.entries(value as { readonly [name: string]: JsonValue })
    .filter(([name, each]) => name !== 'id' && each !== null && each !== '' && !(Array.isArray(each) && each.length === 0))
    .map(([name, each]) => (name === 'kind' || name === 'name' || name === 'status' ? shown(each, name, of).replaceAll('-', ' ') : `${(fieldWords([field, name]) ?? name).replace(/^(the|its) /u, '')} ${shown(each, name, of)}`))
    .join(', ')
}
