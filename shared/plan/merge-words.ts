import { fieldWords } from './field-words'
import { overriddenLevelWords } from './part-override'
import { idOfRow, weightsCell, type JsonValue, type PlanRow, type PlanRows } from './plan-rows'

/**
 * A row of a plan as a person would name it, such as `part MG-N42-7` or `open order 4711 of part MG-N42-7`.
 *
 * @param row the row
 * @param rows all rows of the plan it stands in
 *
 * @example
 * rowWords(planRows(samplePlan()).get('part:p-trctns'), planRows(samplePlan())) // => 'part MG-N42SH-281205'
 */
export function rowWords(row: PlanRow, rows: PlanRows): string {
  const named = (what: string, field: string): string => {
    const name = row.cells.get(field)
    return `${what} ${typeof name === 'string' && name.trim() !== '' ? name : idOfRow(row)}`
  }
  const ofPart = (partId: JsonValue | undefined): string => {
    const number = rows.get(`part:${String(partId)}`)?.cells.get('partNumber')
    return `part ${typeof number === 'string' ? number : String(partId)}`
  }
  const [owner = '', other = ''] = idOfRow(row).split(':')
  switch (row.kind) {
    case 'settings':
      return 'settings'
    case 'part':
      return named('part', 'partNumber')
    case 'order':
      return `${named('open order', 'purchaseOrder')} of ${ofPart(row.cells.get('partId'))}`
    case 'override':
      return `override of ${overriddenLevelWords[other as keyof typeof overriddenLevelWords]} of ${ofPart(owner)}`
    case 'assembly':
      return named('assembly', 'name')
    case 'use':
      return `${ofPart(other)} in assembly ${String(rows.get(row.parentKey ?? '')?.cells.get('name') ?? owner)}`
    case 'event':
      return named('event', 'title')
    case 'control':
      return named('control', 'title')
    case 'set-aside':
      return `built-in event ${idOfRow(row)} set aside`
    case 'scenario':
      return named('scenario', 'name')
  }
}

/**
 * A cell of a row as a person would name it, with its article.
 *
 * @param cell field of the row
 *
 * @example
 * cellWords('usageHistory.2025-11-01/30') // => 'the usage of 2025-11-01 and 30 days'
 */
export function cellWords(cell: string): string {
  if (cell === weightsCell) return 'the weights of the scenarios'
  if (cell === 'phases') return 'the dates and effects'
  if (cell === 'override') return 'the level set'
  if (cell === 'partId') return 'the part'
  const [field = '', rest = ''] = cell.split('.', 2)
  if (field === 'usageHistory') {
    const [start = '', days = ''] = rest.split('#', 1)[0]?.split('/') ?? []
    return `the usage of ${start} and ${days} days`
  }
  return fieldWords(cell.split('.')) ?? `the field ${cell}`
}
