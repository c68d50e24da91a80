import { describe, expect, it } from 'vitest'
import { foundPlans, freeTitle } from '../../renderer/plans/plan-library'
import type { PlanListing } from '../../shared/ipc/plan-listing'

function listing(name: string): PlanListing {
  return { id: name, name, createdAt: 0, updatedAt: 0, trashedAt: null, partCount: 0, assemblyCount: 0 }
}

describe('foundPlans', () => {
  it('finds titles that have every word, in any order and case', () => {
    const plans = ['Magnets 2027 north', 'Magnets 2026', 'North sensors'].map(listing)
    expect(foundPlans(plans, 'north MAG').map(({ name }) => name)).toEqual(['Magnets 2027 north'])
    expect(foundPlans(plans, '  ')).toEqual(plans)
    expect(foundPlans(plans, 'wind')).toEqual([])
  })
})

describe('freeTitle', () => {
  it('keeps a title that is free, and else counts on', () => {
    expect(freeTitle('Magnets', [])).toBe('Magnets')
    expect(freeTitle('Magnets', ['Magnets', 'Magnets 2'].map(listing))).toBe('Magnets 3')
  })
})
