import { describe, expect, it } from 'vitest'
import { urgentFirst } from '../../renderer/plan/urgent-first'
import { sampleFigures } from './sample-figures'

const { prepared, figuresOf } = sampleFigures()
const { parts } = prepared.plan

describe('urgentFirst', () => {
  it('puts parts that must be ordered today before those that last, each by the days they last above the reorder point', () => {
    const sorted = urgentFirst(parts, figuresOf)
    const orders = sorted.map(({ id }) => {
      const { value } = figuresOf(id)
      return value?.kind === 'figures' && value.order.orderNow > 0
    })
    expect(orders.filter(Boolean)).toHaveLength(15)
    expect(orders.slice(0, 15).every(Boolean)).toBe(true)
    expect(new Set(sorted)).toEqual(new Set(parts))
    expect(sorted).not.toEqual(parts)
  })

  it('puts parts without figures last, in their order', () => {
    const [first, second, third] = parts
    if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has parts')
    const isUnknown = (id: string): boolean => id === first.id || id === second.id
    const sorted = urgentFirst([first, second, third], (id) => (isUnknown(id) ? { state: 'pending', value: null } : figuresOf(id)))
    expect(sorted.map(({ id }) => id)).toEqual([third.id, first.id, second.id])
  })
})
