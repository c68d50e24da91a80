import { describe, expect, it } from 'vitest'
import { rareEarthElements, type RareEarthElement } from '../../shared/materials/element'
import { elementPresence } from '../../shared/materials/element-presence'
import type { MaterialFamily } from '../../shared/materials/material-family'

const presence = (family: MaterialFamily, element: RareEarthElement, grade = '') =>
  elementPresence({ family, grade, stated: {} }, element)

describe('elementPresence', () => {
  it('takes what was stated before anything else', () => {
    expect(elementPresence({ family: 'ndfeb-sintered', grade: 'N42UH', stated: { Dy: 'no' } }, 'Dy')).toEqual({ presence: 'no', basis: 'stated' })
    expect(elementPresence({ family: 'ferrite', grade: '', stated: { La: 'yes' } }, 'La')).toEqual({ presence: 'yes', basis: 'stated' })
  })

  it('knows what a family is made of', () => {
    expect(presence('smco-2-17', 'Sm')).toEqual({ presence: 'yes', basis: 'family' })
    expect(presence('ndfeb-bonded', 'Nd')).toEqual({ presence: 'yes', basis: 'family' })
    expect(presence('ndfeb-sintered', 'Sm')).toEqual({ presence: 'no', basis: 'family' })
  })

  it('finds no rare earth in ferrite and AlNiCo', () => {
    for (const element of rareEarthElements) {
      expect(presence('ferrite', element)).toEqual({ presence: 'no', basis: 'family' })
      expect(presence('alnico', element)).toEqual({ presence: 'no', basis: 'family' })
    }
  })

  it.each(['N42', 'N42SH', 'N38UH', '38EH', 'N33AH', ''])('leaves dysprosium in grade %j open: a suffix proves nothing', (grade) => {
    expect(presence('ndfeb-sintered', 'Dy', grade)).toEqual({ presence: 'unknown', basis: 'assumed' })
    expect(presence('ndfeb-sintered', 'Ho', grade)).toEqual({ presence: 'unknown', basis: 'assumed' })
  })

  it('takes a stated unknown as nothing stated', () => {
    expect(elementPresence({ family: 'smco-1-5', grade: '', stated: { Sm: 'unknown' } }, 'Sm')).toEqual({ presence: 'yes', basis: 'family' })
  })

  it('knows nothing of an unknown material although its grade suggests one', () => {
    for (const element of rareEarthElements) expect(presence('unknown', element, 'YXG-28').presence).toBe('unknown')
  })
})
