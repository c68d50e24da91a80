import type { JsonValue } from '../../shared/plan/plan-rows'

/** A value of a plan as it fits into a cell of a table: a dash for none, groups as JSON, cut at 40 letters. */
export function shortValue(value: JsonValue): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value === '' ? '“”' : shortened(value)
  return typeof value === 'object' ? shortened(JSON.stringify(value)) : String(value)
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
