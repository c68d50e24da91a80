import type { FileRegion } from '../plan/settings-schema'
import type { CsvDelimiter } from './csv-table'
import type { DecimalSign } from './decimal-sign'

/** How numbers and dates stand in a file for one region. */
export type FileForm = {
  readonly decimal: DecimalSign
  /** What a spreadsheet of the region takes for the end of a cell. */
  readonly delimiter: CsvDelimiter
  /** What stands first in a date. */
  readonly dates: 'year-first' | 'day-first' | 'month-first'
  /** What stands between day, month and year. */
  readonly dateMark: '-' | '/' | '.'
}

/** The forms of the regions, as their spreadsheets read and write them; Switzerland has a decimal point. */
export const fileForms: Readonly<Record<Exclude<FileRegion, 'this-computer'>, FileForm>> = {
  international: { decimal: 'point', delimiter: ',', dates: 'year-first', dateMark: '-' },
  german: { decimal: 'comma', delimiter: ';', dates: 'day-first', dateMark: '.' },
  french: { decimal: 'comma', delimiter: ';', dates: 'day-first', dateMark: '/' },
  swiss: { decimal: 'point', delimiter: ';', dates: 'day-first', dateMark: '.' },
  us: { decimal: 'point', delimiter: ',', dates: 'month-first', dateMark: '/' },
  uk: { decimal: 'point', delimiter: ',', dates: 'day-first', dateMark: '/' },
}

/**
 * The form of files for a region; that of this computer is given, for only its host knows it.
 *
 * @param region the region
 * @param computer form of the computer the program runs on
 *
 * @example
 * fileFormOf('german', fileForms.us).decimal // => 'comma'
 */
export function fileFormOf(region: FileRegion, computer: FileForm): FileForm {
  return region === 'this-computer' ? computer : fileForms[region]
}

/**
 * The form of files for a computer, from how it writes one and a half and 31 December 2026.
 *
 * Nobody tells the list separator: it is the semicolon wherever the decimal sign is the comma, and in Switzerland.
 *
 * @param samples the number, the date in figures, and the language tag, such as `de-CH`
 *
 * @example
 * fileFormFromSamples({ number: '1,5', date: '31.12.2026', languageTag: 'de-DE' }) // => { decimal: 'comma', delimiter: ';', dates: 'day-first', dateMark: '.' }
 */
export function fileFormFromSamples(samples: { readonly number: string; readonly date: string; readonly languageTag: string }): FileForm {
  const decimal = samples.number.includes(',') ? 'comma' : 'point'
  const year = samples.date.search(/2026|26/u)
  const [day, month] = [samples.date.indexOf('31'), samples.date.indexOf('12')]
  const mark = /\d\s*([./-])\s*\d/u.exec(samples.date)?.[1]
  const isReadable = year >= 0 && day >= 0 && month >= 0
  const dates = !isReadable || year < Math.min(day, month) ? 'year-first' : day < month ? 'day-first' : 'month-first'
  return {
    decimal,
    delimiter: decimal === 'comma' || /-CH\b|-LI\b/u.test(samples.languageTag) ? ';' : ',',
    dates,
    dateMark: dates === 'year-first' || mark === undefined ? '-' : (mark as FileForm['dateMark']),
  }
}

/**
 * A date as a spreadsheet of the region reads it.
 *
 * @param date civil date, `YYYY-MM-DD`
 * @param form form of the file
 *
 * @example
 * dateTextFor('2026-03-04', fileForms.german) // => '04.03.2026'
 */
export function dateTextFor(date: string, form: FileForm): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const parts = form.dates === 'year-first' ? [year, month, day] : form.dates === 'day-first' ? [day, month, year] : [month, day, year]
  return parts.join(form.dateMark)
}
