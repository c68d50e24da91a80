import { describe, expect, it } from 'vitest'
import { standingOverride } from '../../shared/plan/part-override'

const override = { field: 'reorderPoint', value: 900, reason: 'New tool', author: 'K. Weber', setDate: '2026-11-02', expiryDate: '2026-12-31' } as const

describe('standingOverride', () => {
  it('finds the override of a level and no other', () => {
    expect(standingOverride({ overrides: [override] }, 'reorderPoint', '2026-11-23')).toEqual({ override, isExpired: false })
    expect(standingOverride({ overrides: [override] }, 'safetyStock', '2026-11-23')).toBeNull()
    expect(standingOverride({ overrides: [] }, 'reorderPoint', '2026-11-23')).toBeNull()
  })

  it('holds on its last day and is expired on the next', () => {
    expect(standingOverride({ overrides: [override] }, 'reorderPoint', '2026-12-31')?.isExpired).toBe(false)
    expect(standingOverride({ overrides: [override] }, 'reorderPoint', '2027-01-01')?.isExpired).toBe(true)
  })

  it('never expires without a last day', () => {
    expect(standingOverride({ overrides: [{ ...override, expiryDate: null }] }, 'reorderPoint', '2199-12-31')?.isExpired).toBe(false)
  })
})
