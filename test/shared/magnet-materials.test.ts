import { describe, expect, it } from 'vitest'
import { magnetMaterial, magnetMaterials } from '../../shared/materials/magnet-materials'
import { materialFamilies } from '../../shared/materials/material-family'

describe('magnetMaterials', () => {
  it('has an entry for every family and no id twice', () => {
    expect(new Set(magnetMaterials.map((material) => material.family))).toEqual(new Set(materialFamilies))
    expect(new Set(magnetMaterials.map((material) => material.id)).size).toBe(magnetMaterials.length)
  })

  // Mainrich and Dura Magnetics, tables of NdFeB grades.
  it('gets hotter with every suffix: 80, 100, 120, 150, 180, 200 and 220 °C', () => {
    const sintered = magnetMaterials.filter((material) => material.suffix !== null)
    expect(sintered.map((material) => material.maxOperatingCelsius?.most)).toEqual([80, 100, 120, 150, 180, 200, 220])
  })

  it('has ordered ranges and shares that fit into the whole', () => {
    for (const material of magnetMaterials) {
      const { maxOperatingCelsius: celsius, densityGramsPerCm3: density, massFractions } = material
      if (celsius !== null) expect(celsius.least).toBeLessThanOrEqual(celsius.most)
      if (density !== null) {
        expect(density.least).toBeLessThanOrEqual(density.typical)
        expect(density.typical).toBeLessThanOrEqual(density.most)
      }
      for (const band of massFractions) expect(band.least >= 0 && band.least <= band.most && band.most < 1, material.id).toBe(true)
    }
  })
})

describe('magnetMaterial', () => {
  it.each([
    ['ndfeb-sintered', 'N42SH', 'ndfeb-sintered-sh'],
    ['ndfeb-sintered', 'N52', 'ndfeb-sintered-none'],
    ['ndfeb-sintered', 'house grade 7', 'ndfeb-sintered-any'],
    ['ndfeb-bonded', 'N42SH', 'ndfeb-bonded'],
    ['smco-1-5', 'YXG-28', 'smco-1-5'],
    ['unknown', 'N42SH', 'ndfeb-sintered-sh'],
    ['unknown', 'YXG-28', 'smco-2-17'],
    ['unknown', 'XGS32H', 'smco-2-17'],
    ['unknown', 'YX20', 'smco-1-5'],
    ['unknown', 'C5', 'unknown'],
  ] as const)('finds %s with grade %j as %s', (family, grade, id) => {
    expect(magnetMaterial({ family, grade }).id).toBe(id)
  })
})
