import { describe, expect, it } from 'vitest'
import { columnSigns, decimalSignSentence } from '../../renderer/ui/grid/decimal-signs'

const german = { sign: 'comma', name: 'German (Germany)' } as const
const english = { sign: 'point', name: 'English (United Kingdom)' } as const

describe('columnSigns', () => {
  it('goes by the evidence in the column, whatever the region', () => {
    for (const region of [german, english]) {
      expect(columnSigns([['1,250', '0,75'], ['1.250', '0.75']], region)).toEqual([
        { sign: 'comma', from: 'column', proof: '0,75' },
        { sign: 'point', from: 'column', proof: '0.75' },
      ])
    }
  })

  it('goes by the rest of the block where the column proves nothing', () => {
    expect(columnSigns([['1,250'], ['0,75'], ['3']], english)).toEqual([
      { sign: 'comma', from: 'block', proof: '0,75' },
      { sign: 'comma', from: 'column', proof: '0,75' },
      { sign: 'point', from: 'none', proof: null },
    ])
  })

  it('goes by the region where nothing in the block proves a sign', () => {
    expect(columnSigns([['1,250'], ['3']], german)[0]).toEqual({ sign: 'comma', from: 'region', proof: null })
    expect(columnSigns([['1,250'], ['3']], english)[0]).toEqual({ sign: 'point', from: 'region', proof: null })
  })

  it('gives no sign to an ambiguous column beside columns that prove both', () => {
    expect(columnSigns([['1,250'], ['0,75'], ['0.75']], english)[0]).toEqual({ sign: null, from: 'block', proof: null })
  })

  it('takes the majority in a column that proves both, and the region at a tie', () => {
    expect(columnSigns([['0,5', '0,75', '0.5']], english)[0]).toMatchObject({ sign: 'comma', from: 'column' })
    expect(columnSigns([['0,5', '0.5']], german)[0]).toMatchObject({ sign: 'comma', from: 'region' })
  })
})

describe('decimalSignSentence', () => {
  it('says which sign was used and what proves it', () => {
    expect(decimalSignSentence(columnSigns([['1,250'], ['0,75']], english), english)).toBe('Numbers read with a decimal comma, proved by 0,75.')
  })

  it('says that the region was used where nothing proves a sign', () => {
    expect(decimalSignSentence(columnSigns([['1,250']], german), german)).toBe(
      'Numbers read with a decimal comma, as in your region (German (Germany)), because nothing in the block proves one.',
    )
  })

  it('says both where columns differ', () => {
    expect(decimalSignSentence(columnSigns([['0,75', '0,5'], ['0.75']], english), english)).toBe(
      'Numbers read with a decimal comma, proved by 0,75, and with a decimal point, proved by 0.75.',
    )
  })

  it('says nothing where no number has a mark', () => {
    expect(decimalSignSentence(columnSigns([['3', '4']], german), german)).toBe('')
  })
})
