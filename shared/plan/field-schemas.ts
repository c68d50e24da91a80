import { z } from 'zod'
import { civilDateFrom } from '../calendar/civil-date'

// zod otherwise probes `new Function`, which the app's content security policy refuses.
z.config({ jitless: true })

/** A day of the calendar, written `YYYY-MM-DD`. */
export const dateSchema = z.string().refine((text) => civilDateFrom(text).ok, {
  params: { kind: 'date' },
  error: (issue) => {
    const result = civilDateFrom(String(issue.input))
    return !result.ok && result.problem.kind === 'no-such-date'
      ? `"${String(issue.input)}" is not a day of the calendar; write a date that exists as YYYY-MM-DD`
      : `"${String(issue.input)}" is not a date; write it as YYYY-MM-DD`
  },
})

/** A finite number of at least 0. */
export const amountSchema = z.number().min(0)

/** A finite number above 0. */
export const positiveSchema = z.number().positive()

/** A fraction above 0 and below 1, such as a service level. */
export const openFractionSchema = z
  .number()
  .gt(0)
  .lt(1, { error: 'must be below 100 %: no stock level can promise that' })

/** ISO 3166 alpha-2 code of a country that exists. */
export const countrySchema = z.string().refine((code) => isCountryCode(code), {
  params: { kind: 'country' },
  error: (issue) =>
    `"${String(issue.input)}" is not a country code; use two letters such as CN, JP or DE, or leave it empty if it is not known`,
})

/** A text of one line that is not empty. */
export const nameSchema = z.string().min(1).max(200)

/** Free text; may be empty. */
export const noteSchema = z.string().max(20_000)

const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
const countryCodeSet: ReadonlySet<string> = new Set(countryCodes.split(' '))

/**
 * Whether a text is the ISO 3166 alpha-2 code of a country.
 *
 * @param text two capital letters
 *
 * @example
 * isCountryCode('CN') // => true
 */
export function isCountryCode(text: string): boolean {
  return countryCodeSet.has(text)
}

/**
 * The form of one of our ids: a prefix and six consonants, so that no spreadsheet takes it for a word, a date or a number.
 *
 * @param prefix `p` part, `o` open order, `a` assembly, `e` event, `s` scenario, `c` control, `pl` plan
 */
export function idSchema(prefix: string): z.ZodString {
  return z.string().regex(new RegExp(`^${prefix}-[bcdfghjklmnpqrstvwxz]{6}$`), {
    error: (issue) => `"${String(issue.input)}" is not an id of ours (${prefix}- and six consonants)`,
  })
}
