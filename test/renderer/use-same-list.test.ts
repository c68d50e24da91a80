import { describe, expect, it } from 'vitest'
import { isSameList } from '../../renderer/ui/use-same-list'

describe('isSameList', () => {
  it('holds for the same entries in the same order, whatever the list', () => {
    const entry = {}
    expect(isSameList([entry, Number.NaN], [entry, Number.NaN])).toBe(true)
    expect(isSameList([], [])).toBe(true)
  })

  it('does not hold for other entries, another order or another length', () => {
    expect(isSameList([{}], [{}])).toBe(false)
    expect(isSameList([1, 2], [2, 1])).toBe(false)
    expect(isSameList([1], [1, 2])).toBe(false)
  })
})
