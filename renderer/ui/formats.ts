import { isWholeUnit } from '../../shared/plan/part-unit'

/** Figures, money and dates as the user's region writes them. Every text on screen comes from here. */
export type Formats = {
  /** BCP 47 name of the region. */
  readonly locale: string
  /** Mark before the decimals in this region. */
  readonly decimalSign: 'comma' | 'point'
  /** A quantity without its unit: pieces whole, others with up to three decimals. */
  readonly quantity: (quantity: number, unit: string) => string
  /** A quantity with its unit. */
  readonly quantityWithUnit: (quantity: number, unit: string) => string
  /** A figure that is no level, such as usage: about three significant places. */
  readonly rough: (figure: number) => string
  /** A whole number. */
  readonly whole: (figure: number) => string
  /** A number in full, for fields the user edits. */
  readonly exact: (figure: number) => string
  /** Money in whole units of its currency. */
  readonly money: (amount: number, currency: string) => string
  /** The same in thousands or millions where that is shorter. */
  readonly shortMoney: (amount: number, currency: string) => string
  /** A price: two decimals. */
  readonly price: (amount: number, currency: string) => string
  /** A fraction as a percentage with one decimal, `97.5 %`. */
  readonly percent: (fraction: number, decimals?: number) => string
  /** Days as a whole number, without the word. */
  readonly days: (days: number) => string
  /** A civil date, `YYYY-MM-DD`. */
  readonly date: (isoDate: string) => string
  /** A civil date without its year. */
  readonly shortDate: (isoDate: string) => string
  /** A mark of a date axis: the year, the month, or the day with its month. */
  readonly tick: (date: number, shows: 'year' | 'month' | 'day') => string
  /** A moment, milliseconds since 1970, with the time of day. */
  readonly moment: (milliseconds: number) => string
  /** How long ago a moment was, in words. */
  readonly ago: (milliseconds: number, now: number) => string
}

/** What stands where there is no figure. */
export const noFigure = '–'

/** The formats of a region; its formatters are made once. */
export function formatsOf(locale: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>()
  const number = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    let format = numbers.get(key)
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, options)
      numbers.set(key, format)
    }
    return format
  }
  const upTo = (decimals: number): Intl.NumberFormat => number(`upto${decimals}`, { maximumFractionDigits: decimals })
  const civil = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const civilShort = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const civilMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const civilYear = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const quantity = (amount: number, unit: string): string =>
    upTo(isWholeUnit(unit) || Math.abs(amount) >= 10_000 ? 0 : Math.abs(amount) >= 100 ? 1 : 3).format(noMinusZero(amount))
  return {
    locale,
    decimalSign: upTo(1).format(1.5).includes(',') ? 'comma' : 'point',
    quantity,
    quantityWithUnit: (amount, unit) => `${quantity(amount, unit)} ${unit}`,
    rough: (figure) => upTo(Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2).format(noMinusZero(figure)),
    whole: (figure) => upTo(0).format(noMinusZero(Math.round(figure))),
    exact: (figure) => number('exact', { maximumFractionDigits: 12, useGrouping: false }).format(figure),
    money: (amount, currency) => number(`money${currency}`, { style: 'currency', currency, maximumFractionDigits: 0 }).format(noMinusZero(Math.round(amount))),
    shortMoney: (amount, currency) =>
      Math.abs(amount) < 100_000
        ? number(`money${currency}`, { style: 'currency', currency, maximumFractionDigits: 0 }).format(noMinusZero(Math.round(amount)))
        : number(`short${currency}`, { style: 'currency', currency, notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }).format(amount),
    price: (amount, currency) => number(`price${currency}`, { style: 'currency', currency }).format(amount),
    percent: (fraction, decimals = 1) => `${number(`percent${decimals}`, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(100 * fraction)} %`,
    days: (days) => upTo(0).format(noMinusZero(Math.round(days))),
    date: (isoDate) => civil.format(new Date(`${isoDate}T00:00:00Z`)),
    shortDate: (isoDate) => civilShort.format(new Date(`${isoDate}T00:00:00Z`)),
    // A civil date counts days since 1970, as the clock does in UTC.
    tick: (date, shows) => (shows === 'year' ? civilYear : shows === 'month' ? civilMonth : civilShort).format(date * 86_400_000),
    moment: (milliseconds) => moments.format(new Date(milliseconds)),
    ago: (milliseconds, now) => {
      const seconds = (milliseconds - now) / 1000
      const step = agoSteps.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const)
      return step[0] === 'second' ? relative.format(0, 'second') : relative.format(Math.round(seconds / step[1]), step[0])
    },
  }
}

const agoSteps = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function noMinusZero(figure: number): number {
  return figure === 0 ? 0 : figure
}
