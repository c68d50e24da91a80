import { describe, expect, it } from 'vitest'
import { isWholeUnit } from '../../shared/plan/part-unit'

describe('isWholeUnit', () => {
  it.each(['pcs', 'PCS', ' pc ', 'Stück', 'ST', 'ea', 'C62', 'sets'])('counts "%s" in whole pieces', (unit) => {
    expect(isWholeUnit(unit)).toBe(true)
  })

  it.each(['kg', 'KGM', 'g', 'm', 'l', 't', '', 'pcs/kg'])('measures "%s"', (unit) => {
    expect(isWholeUnit(unit)).toBe(false)
  })
})
