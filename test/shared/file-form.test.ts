import { describe, expect, it } from 'vitest'
import { dateTextFor, fileFormFromSamples, fileFormOf, fileForms } from '../../shared/csv/file-form'
import { civilDateFrom } from '../../shared/calendar/civil-date'
import { dateInOrder } from '../../shared/csv/plan-file-cell'
import { fileRegions } from '../../shared/plan/settings-schema'

const samplesOf = (languageTag: string) => ({
  languageTag,
  number: new Intl.NumberFormat(languageTag).format(1.5),
  date: new Intl.DateTimeFormat(languageTag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date('2026-12-31T00:00:00Z')),
})

describe('fileFormFromSamples', () => {
  it.each([
    ['de-DE', 'german'], ['fr-FR', 'french'], ['de-CH', 'swiss'], ['en-US', 'us'], ['en-GB', 'uk'], ['sv-SE', null], ['en-CA', null], ['ja-JP', null], ['pl-PL', null],
  ] as const)('knows a computer set to %s', (tag, region) => {
    const form = fileFormFromSamples(samplesOf(tag))
    if (region !== null) expect(form).toEqual(fileForms[region])
    // Whatever the computer, a date it writes reads back as the same day.
    const text = dateTextFor('2026-12-31', form)
    expect(form.dates === 'year-first' && form.dateMark === '-' ? text : dateInOrder(text, form.dates)).toBe('2026-12-31')
    expect(civilDateFrom('2026-12-31').ok).toBe(true)
  })

  it('writes dates year first where the sample cannot be understood', () => {
    expect(fileFormFromSamples({ number: '1.5', date: '٣١/١٢/٢٠٢٦', languageTag: 'ar' })).toEqual({ decimal: 'point', delimiter: ',', dates: 'year-first', dateMark: '-' })
  })
})

describe('fileFormOf', () => {
  it('has a form for every region and takes that of this computer from its host', () => {
    for (const region of fileRegions) expect(fileFormOf(region, fileForms.swiss)).toEqual(region === 'this-computer' ? fileForms.swiss : fileForms[region])
  })

  it('never has a delimiter that is also the decimal sign', () => {
    for (const form of Object.values(fileForms)) expect([form.decimal, form.delimiter]).not.toEqual(['comma', ','])
  })
})

describe('dateTextFor', () => {
  it.each([['international', '2026-03-04'], ['german', '04.03.2026'], ['french', '04/03/2026'], ['swiss', '04.03.2026'], ['us', '03/04/2026'], ['uk', '04/03/2026']] as const)('writes 4 March 2026 for %s as %s', (region, text) => {
    expect(dateTextFor('2026-03-04', fileForms[region])).toBe(text)
  })
})
