import { CallError, type Call } from './call'

/**
 * The whole number an option names, or what holds where it is not given.
 *
 * @throws {CallError} for anything but a whole number in its range
 */
export function wholeOption(call: Call, name: string, of: { readonly least: number; readonly most: number; readonly otherwise: number }): number {
  const text = call.options[name]
  if (typeof text !== 'string') return of.otherwise
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (!(number >= of.least && number <= of.most)) throw new CallError(`--${name} ${text}: write a whole number from ${of.least} to ${of.most}`)
  return number
}
