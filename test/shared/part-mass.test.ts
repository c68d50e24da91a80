import { describe, expect, it } from 'vitest'
import { massByElement } from '../../shared/materials/part-mass'

const samariumKg = (massKg: number) => massByElement({ family: 'smco-2-17', grade: '', stated: {}, massKg })[0]?.mostKg ?? 0

describe('massByElement', () => {
  // Suppliers' shares: about 36 % samarium by weight in SmCo 1:5, 25 % (22.6 % in a customs case) in 2:17.
  it('finds 3.6 kg of samarium in 10 kg of SmCo 1:5 and 2.26 to 2.5 kg in 2:17', () => {
    const [first] = massByElement({ family: 'smco-1-5', grade: '', stated: {}, massKg: 10 })
    expect(first?.elements).toEqual(['Sm'])
    expect(first?.leastKg).toBeCloseTo(3.6, 9)
    expect(first?.mostKg).toBeCloseTo(3.6, 9)
    const [samarium] = massByElement({ family: 'smco-2-17', grade: '', stated: {}, massKg: 10 })
    expect(samarium?.leastKg).toBeCloseTo(2.26, 9)
    expect(samarium?.mostKg).toBeCloseTo(2.5, 9)
    expect(samarium?.isAssumption).toBe(false)
  })

  it('finds 29 to 32.5 % of neodymium with praseodymium in a magnet without suffix, and no dysprosium', () => {
    const masses = massByElement({ family: 'ndfeb-sintered', grade: 'N42', stated: {}, massKg: 100 })
    expect(masses.map((mass) => mass.elements.join())).toEqual(['Nd,Pr'])
    expect(masses[0]?.leastKg).toBeCloseTo(29, 9)
    expect(masses[0]?.mostKg).toBeCloseTo(32.5, 9)
  })

  it('keeps the same total of rare earths when dysprosium takes the place of neodymium', () => {
    const [light, heavy] = massByElement({ family: 'ndfeb-sintered', grade: '38EH', stated: { Dy: 'yes', Tb: 'no' }, massKg: 100 })
    expect(heavy?.elements).toEqual(['Dy'])
    expect((light?.leastKg ?? 0) + (heavy?.mostKg ?? 0)).toBeCloseTo(29, 9)
    expect((light?.mostKg ?? 0) + (heavy?.leastKg ?? 0)).toBeCloseTo(32.5, 9)
  })

  it('leaves out what was stated absent and marks what is only assumed', () => {
    const unstated = massByElement({ family: 'ndfeb-sintered', grade: 'N42SH', stated: {}, massKg: 1 })
    expect(unstated[1]).toMatchObject({ elements: ['Dy', 'Tb'], isAssumption: true })
    expect(massByElement({ family: 'ndfeb-sintered', grade: 'N42SH', stated: { Dy: 'no', Tb: 'no' }, massKg: 1 }).length).toBe(1)
  })

  it('scales with the mass', () => {
    expect(samariumKg(7)).toBeCloseTo(7 * samariumKg(1), 12)
  })

  it('works nothing out for a material that is not known', () => {
    expect(massByElement({ family: 'unknown', grade: 'N42SH', stated: {}, massKg: 1 })).toEqual([])
    expect(massByElement({ family: 'ferrite', grade: '', stated: {}, massKg: 1 })).toEqual([])
  })

  it('names a negative mass', () => {
    expect(() => massByElement({ family: 'ferrite', grade: '', stated: {}, massKg: -1 })).toThrow(
      expect.objectContaining({ name: 'DomainError', argument: 'massKg', value: -1 }),
    )
  })
})
