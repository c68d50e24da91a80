import type { Part } from '../plan/part-schema'
import { looseKey } from './import-keys'
import { monthOfWord } from './import-period'

/** Finds the part of a plan that a line of a file means. */
export type PartMatcher = {
  /** The part with exactly this number and plant; a missing plant fits when one part only has the number. */
  readonly exact: (partNumber: string, plant: string) => Part | null
  /** Parts that the number may mean although it is written otherwise: to be offered, never taken in silence. */
  readonly offers: (partNumber: string, plant: string) => readonly Part[]
}

/**
 * A matcher for the parts of a plan.
 *
 * @param parts parts of the plan
 *
 * @example
 * partMatcher(samplePlan().parts).exact('NO-SUCH-PART', '') // => null
 */
export function partMatcher(parts: readonly Part[]): PartMatcher {
  const byNumber = new Map<string, Part[]>()
  const byLoose = new Map<string, Part[]>()
  for (const part of parts) {
    byNumber.set(part.partNumber, [...(byNumber.get(part.partNumber) ?? []), part])
    const loose = looseKey(part.partNumber)
    byLoose.set(loose, [...(byLoose.get(loose) ?? []), part])
  }
  return {
    exact(partNumber, plant) {
      const found = byNumber.get(partNumber) ?? []
      const same = found.filter((part) => part.plant === plant)
      if (same.length === 1) return same[0] ?? null
      const open = plant === '' ? found : found.filter((part) => part.plant === '')
      return same.length === 0 && open.length === 1 && found.length === 1 ? (open[0] ?? null) : null
    },
    offers(partNumber, plant) {
      const loose = inPlant(byLoose.get(looseKey(partNumber)) ?? [], plant)
      // Every part is looked at only where a spreadsheet may have been at work: others are found by their loose key.
      return loose.length > 0 || !looksDamaged(partNumber) ? loose : inPlant(parts.filter((part) => isDamageOf(partNumber, part.partNumber)), plant)
    },
  }
}

function inPlant(found: readonly Part[], plant: string): readonly Part[] {
  return plant === '' ? found : found.filter((part) => part.plant === plant || part.plant === '' || looseKey(part.plant) === looseKey(plant))
}

const asPower = /^(\d)(?:[.,](\d+))?E\+(\d+)$/iu
const asDate = /^(?:(\d{1,2})(?:\.\s?|[- ])(\p{L}+)\.?|(\p{L}+)\.?[-. ](\d{2}))$/u
// A cell that became a date is read as `2026-03-15`, whatever it was shown as.
const asWholeDate = /^(?:19|20)\d\d-(\d\d)-(\d\d)$/u

function looksDamaged(text: string): boolean {
  return asPower.test(text) || asDate.test(text) || asWholeDate.test(text)
}

/**
 * Whether a spreadsheet could have made one text of another: `1.23457E+17` of a long number, `15-Mar` of `3-15`, `10045` of `00010045`.
 *
 * @param damaged text as found
 * @param original part number it may have been
 *
 * @example
 * isDamageOf('1.23457E+17', '123456789012345678') // => true
 */
export function isDamageOf(damaged: string, original: string): boolean {
  const power = asPower.exec(damaged)
  if (power !== null) {
    const digits = original.replace(/^0+/u, '')
    const shown = `${power[1] ?? ''}${power[2] ?? ''}`
    if (!/^\d+$/u.test(digits) || digits.length !== Number(power[3]) + 1) return false
    return Math.abs(Number(`0.${digits}`) - Number(`0.${shown}`)) <= 0.5000001 * 10 ** -shown.length
  }
  const date = asDate.exec(damaged)
  const whole = asWholeDate.exec(damaged)
  const month = whole !== null ? Number(whole[1]) : date === null ? null : monthOfWord(date[2] ?? date[3] ?? '')
  if (month !== null) {
    const number = Number(whole?.[2] ?? date?.[1] ?? date?.[4])
    const pair = /^0*(\d+)[-/. ]0*(\d+)$/u.exec(original)
    if (pair !== null) return (Number(pair[1]) === month && Number(pair[2]) === number) || (Number(pair[1]) === number && Number(pair[2]) === month)
    const worded = /^(?:(\p{L}+)[-/. ]?0*(\d+)|0*(\d+)[-/. ]?(\p{L}+))$/u.exec(original)
    return worded !== null && monthOfWord(worded[1] ?? worded[4] ?? '') === month && Number(worded[2] ?? worded[3]) === number
  }
  return looseKey(damaged) === looseKey(original)
}
