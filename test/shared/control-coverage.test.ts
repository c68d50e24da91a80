import { describe, expect, it } from 'vitest'
import { controlCoverage, type CoveragePart } from '../../shared/materials/control-coverage'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import type { ExportControl } from '../../shared/policy-timeline/export-control'

function control(number: 18 | 57 | 61): ExportControl {
  const found = builtInControls.find((candidate) => candidate.id === `cn-announcement-${number}`)
  if (found === undefined) throw new Error(`no announcement ${number}`)
  return found
}

function part(details: Partial<CoveragePart> = {}): CoveragePart {
  return {
    originCountry: 'CN', rareEarthOriginCountry: 'CN', family: 'ndfeb-sintered', grade: 'N42SH', form: 'magnet',
    elements: { Dy: 'yes', Tb: 'no', Gd: 'no', Ho: 'no' }, destinationCountry: 'DE', ...details,
  }
}

const clean = { Dy: 'no', Tb: 'no', Gd: 'no', Ho: 'no' } as const

describe('controlCoverage by Announcement 18', () => {
  it('covers a Chinese magnet with dysprosium, for certain', () => {
    expect(controlCoverage(part(), control(18))).toEqual({
      applies: true, isAssumption: false, reason: 'Announcement 18 applies: made in CN and it contains Dy.', elements: ['Dy'],
    })
  })

  it('does not cover a magnet stated to be free of the listed elements', () => {
    expect(controlCoverage(part({ elements: clean }), control(18))).toEqual({
      applies: false, isAssumption: false, elements: [],
      reason: 'Announcement 18 does not apply: it contains none of the listed elements or materials.',
    })
  })

  it('covers an unknown element as if contained, and says so', () => {
    expect(controlCoverage(part({ elements: { ...clean, Dy: 'unknown' } }), control(18))).toEqual({
      applies: true, isAssumption: true, elements: ['Dy'],
      reason: 'Announcement 18 applies: made in CN and it contains Dy (unknown, treated as contained).',
    })
  })

  it('covers a magnet of which nothing was stated, whatever its suffix', () => {
    for (const grade of ['N42', 'N38UH', '']) {
      const coverage = controlCoverage(part({ grade, elements: {} }), control(18))
      expect(coverage).toMatchObject({ applies: true, isAssumption: true, elements: ['Gd', 'Tb', 'Dy'] })
    }
  })

  it('is no assumption when one element is certain and another open', () => {
    expect(controlCoverage(part({ elements: { Dy: 'yes' } }), control(18))).toMatchObject({
      applies: true, isAssumption: false, elements: ['Gd', 'Tb', 'Dy'],
    })
  })

  it('always covers SmCo, even stated free of samarium', () => {
    for (const family of ['smco-1-5', 'smco-2-17'] as const) {
      expect(controlCoverage(part({ family, elements: {} }), control(18))).toMatchObject({ applies: true, isAssumption: false })
      expect(controlCoverage(part({ family, elements: { Sm: 'no' } }), control(18)).applies).toBe(true)
    }
  })

  it('never covers ferrite or AlNiCo', () => {
    for (const family of ['ferrite', 'alnico'] as const) {
      for (const number of [18, 57, 61] as const) {
        expect(controlCoverage(part({ family, elements: {}, originCountry: null, form: null }), control(number)).applies).toBe(false)
      }
    }
  })

  it('leaves rotors, stators and moulded assemblies out, SmCo too', () => {
    for (const form of ['rotor-or-stator', 'moulded-assembly'] as const) {
      expect(controlCoverage(part({ form }), control(18)).applies).toBe(false)
      expect(controlCoverage(part({ form, family: 'smco-2-17' }), control(18)).applies).toBe(false)
    }
    expect(controlCoverage(part({ form: 'rotor-or-stator' }), control(18)).reason).toBe(
      'Announcement 18 does not apply: rotors and stators lie outside it.',
    )
    expect(controlCoverage(part({ form: 'magnetised-component' }), control(18)).applies).toBe(true)
  })

  it('covers an unknown form as if inside, and says so', () => {
    expect(controlCoverage(part({ form: null }), control(18))).toMatchObject({
      applies: true, isAssumption: true,
      reason: 'Announcement 18 applies: made in CN, its form is not known (treated as covered) and it contains Dy.',
    })
  })

  it('covers an unknown origin as Chinese, and says so; a known other one not', () => {
    expect(controlCoverage(part({ originCountry: null }), control(18))).toMatchObject({
      applies: true, isAssumption: true,
      reason: 'Announcement 18 applies: its origin is not known (treated as CN) and it contains Dy.',
    })
    expect(controlCoverage(part({ originCountry: 'JP' }), control(18))).toMatchObject({
      applies: false, reason: 'Announcement 18 does not apply: it is made in JP.',
    })
  })

  it('covers an unknown material as listed, unless everything listed was ruled out', () => {
    expect(controlCoverage(part({ family: 'unknown', elements: {} }), control(18))).toMatchObject({
      applies: true, isAssumption: true,
      reason: 'Announcement 18 applies: made in CN and its material is not known (treated as listed).',
    })
    const ruledOut = { Sm: 'no', Gd: 'no', Tb: 'no', Dy: 'no', Lu: 'no', Sc: 'no', Y: 'no' } as const
    expect(controlCoverage(part({ family: 'unknown', elements: ruledOut }), control(18)).applies).toBe(false)
  })
})

describe('controlCoverage by Announcement 57', () => {
  it('catches holmium in a magnet without dysprosium', () => {
    expect(controlCoverage(part({ elements: { ...clean, Ho: 'yes' } }), control(57))).toMatchObject({ applies: true, elements: ['Ho'] })
    expect(controlCoverage(part({ elements: { ...clean, Ho: 'unknown' } }), control(57))).toMatchObject({ applies: true, isAssumption: true })
    expect(controlCoverage(part({ elements: clean }), control(57)).applies).toBe(false)
  })

  it('covers rotors with holmium', () => {
    expect(controlCoverage(part({ form: 'rotor-or-stator', elements: { Ho: 'yes' } }), control(57)).applies).toBe(true)
  })
})

describe('controlCoverage by Announcement 61', () => {
  it('covers magnets made abroad from Chinese dysprosium, rotors included', () => {
    expect(controlCoverage(part({ originCountry: 'JP' }), control(61))).toEqual({
      applies: true, isAssumption: false, elements: ['Dy'],
      reason: 'Announcement 61 applies: made in JP from rare earths of CN and it contains Dy.',
    })
    expect(controlCoverage(part({ originCountry: 'JP', form: 'rotor-or-stator' }), control(61)).applies).toBe(true)
  })

  it('covers rare earths of unknown origin as Chinese, and says so', () => {
    expect(controlCoverage(part({ originCountry: 'JP', rareEarthOriginCountry: null }), control(61))).toMatchObject({
      applies: true, isAssumption: true,
      reason: 'Announcement 61 applies: made in JP from rare earths of unknown origin (treated as CN) and it contains Dy.',
    })
  })

  it('does not cover rare earths of another origin', () => {
    expect(controlCoverage(part({ originCountry: 'JP', rareEarthOriginCountry: 'AU' }), control(61))).toMatchObject({
      applies: false, reason: 'Announcement 61 does not apply: its rare earths come from AU.',
    })
  })

  it('does not cover goods made in China itself, so that they do not wait twice', () => {
    expect(controlCoverage(part(), control(61))).toMatchObject({
      applies: false, reason: 'Announcement 61 does not apply: it is made in CN itself, and the control is on goods made elsewhere.',
    })
  })
})

describe('controlCoverage by a control of the user', () => {
  const own: ExportControl = {
    id: 'c-1', title: 'Own rule', originCountries: ['JP'], rareEarthOriginCountries: [], elements: [], materialFamilies: [],
    forms: ['raw-material'], excludedForms: [], destinationCountries: ['US'], summary: '', citations: [],
  }

  it('goes by form and destination', () => {
    const powder = part({ originCountry: 'JP', form: 'raw-material', destinationCountry: 'US', elements: clean })
    expect(controlCoverage(powder, own)).toMatchObject({
      applies: true, isAssumption: false, reason: 'Own rule applies: made in JP, it goes to US and raw materials are listed.',
    })
    expect(controlCoverage({ ...powder, destinationCountry: 'DE' }, own)).toMatchObject({
      applies: false, reason: 'Own rule does not apply: it is limited to US.',
    })
    expect(controlCoverage({ ...powder, destinationCountry: null }, own)).toMatchObject({ applies: true, isAssumption: true })
    expect(controlCoverage({ ...powder, form: 'magnet' }, own).applies).toBe(false)
    expect(controlCoverage({ ...powder, form: null }, own)).toMatchObject({ applies: true, isAssumption: true })
  })
})
