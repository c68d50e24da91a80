import { describe, expect, it } from 'vitest'
import { partSlices } from '../../renderer/plan/plan-slices'
import { largePlan } from '../fixtures/large-plan'

describe('partSlices', () => {
  it('holds every part once, in order, and no slice is empty or large', () => {
    for (const count of [0, 1, 250, 251, 1000]) {
      const { parts } = largePlan(count)
      const slices = partSlices(parts)
      expect(slices.flat()).toEqual(parts)
      expect(slices.every(({ length }) => length > 0 && length <= 250)).toBe(true)
    }
  })
})
