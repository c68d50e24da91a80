import { describe, expect, it } from 'vitest'
import type { PartColumn } from '../../renderer/parts/part-column'
import { partColumns } from '../../renderer/parts/part-columns'
import { partRowMaker, type PartRow } from '../../renderer/parts/part-row'
import { partFiguresOf } from '../../renderer/plan/part-figures'
import { formatsOf } from '../../renderer/ui/formats'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const prepared = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
const columns = new Map(partColumns({ formats: formatsOf('en-GB'), currency: 'EUR' }).map((column) => [column.id, column]))

function row(known: Partial<Part>): PartRow {
  const part = { ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), leadTime: { kind: 'total', meanDays: 60, sdDays: 10, transitDays: 20 } as const, ...known }
  const figures = { state: 'fresh', value: partFiguresOf(partRecommendation(prepared, part)) } as const
  const [made] = partRowMaker(() => '')([part], { figuresOf: () => figures, problemsOf: () => [] }).rows
  if (made === undefined) throw new Error('one part makes one row')
  return made
}
function columnOf(id: string): PartColumn {
  const found = columns.get(id)
  if (found === undefined) throw new Error(`there is no column ${id}`)
  return found
}
const shown = (id: string, of: PartRow): string => columnOf(id).shown(columnOf(id).valueIn(of), of)
const used = { usage: { kind: 'stated', per: 'week', mean: 350, sd: 90 } } as const

describe('partColumns', () => {
  it('marks a stock on hand that nobody has entered as assumed, and one that is known not', () => {
    expect(columnOf('onHand').markOf(row(used))).toEqual({ tone: 'assumed', sentence: 'No stock and no open order is entered, so nothing is taken to be on hand.' })
    expect(columnOf('onHand').markOf(row({ ...used, onHand: 5 }))).toBeNull()
    expect(columnOf('onHand').markOf(row({ ...used, backordered: 5 }))).toBeNull()
  })

  it('recommends nothing of a part without usage, which is not 0', () => {
    const unused = row({ onHand: 400, unitCost: 3 })
    const levels = ['safetyStock', 'reorderPoint', 'orderUpToLevel', 'cash', 'holdingCost', 'magnetMass']
    expect(levels.map((id) => shown(id, unused))).toEqual(levels.map(() => '–'))
    expect(shown('inventoryPosition', unused)).toBe('400')
    expect(shown('safetyStock', row({ ...used, onHand: 400 }))).toMatch(/^[\d,]+$/)
  })
})
