import { describe, expect, it } from 'vitest'
import { filePlaceOf, placesOfRows } from '../../shared/csv/file-places'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const text = writtenPlanFile({ plan, decimal: 'point', delimiter: ';', appVersion: 'test' })
const reading = readPlanFile(text, { idMaker: () => 'p-zzzzzz' })
if (!reading.ok) throw new Error('not read')
const { places } = reading.value
const lineWith = (start: string, id: string): number => text.split('\r\n').findIndex((line) => line.startsWith(start) && line.includes(id)) + 1

describe('filePlaceOf', () => {
  it('leads to a part, and to an open order where the problem is within one', () => {
    const at = plan.parts.findIndex(({ openOrders }) => openOrders.length > 0)
    const part = plan.parts[at]!
    expect(filePlaceOf(plan, ['parts', at, 'onHand'], places)).toMatchObject({ line: lineWith('part;', part.id), column: { header: 'on hand' } })
    expect(filePlaceOf(plan, ['parts', at, 'openOrders', 0, 'quantity'], places)).toMatchObject({ line: lineWith('order;', part.openOrders[0]!.id), column: { header: 'quantity' } })
  })

  it('leads to the settings, and to the line alone where no column has the name', () => {
    expect(filePlaceOf(plan, ['settings', 'horizonWeeks'], places)).toEqual({ line: lineWith('settings;', 'EUR'), column: { letter: 'D', header: 'horizon (weeks)' } })
    expect(filePlaceOf(plan, ['settings', 'attitude'], places)).toEqual({ line: lineWith('settings;', 'EUR'), column: null })
  })

  it('leads nowhere where nothing stands in the file', () => {
    expect(filePlaceOf(plan, ['timeline'], places)).toBeNull()
    expect(filePlaceOf(plan, ['parts', 0], placesOfRows([]))).toBeNull()
  })
})
