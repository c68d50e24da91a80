/** The coercivity suffixes of NdFeB grades; `none` for a grade without one. */
export const gradeSuffixes = ['none', 'M', 'H', 'SH', 'UH', 'EH', 'AH'] as const

/** The coercivity suffix of a NdFeB grade. It suggests a composition and proves none. */
export type GradeSuffix = (typeof gradeSuffixes)[number]

// Energy products of NdFeB grades, MGOe; other numbers are not grades.
const leastEnergyProduct = 25
const greatestEnergyProduct = 60

/**
 * The coercivity suffix in the text of a NdFeB grade, or null when the text is not one.
 *
 * Reads `N42SH`, `38EH`, `N52`, `45SH(Ce)` and `N35-UH` in any case. A number alone is no grade.
 *
 * @param grade the grade as written
 *
 * @example
 * gradeSuffix('45SH(Ce)') // => 'SH'
 */
export function gradeSuffix(grade: string): GradeSuffix | null {
  const match = /^(N?)(\d{2})[\s-]*(M|H|SH|UH|EH|AH)?(?![A-Z0-9])/i.exec(grade.trim())
  if (match === null) return null
  const energyProduct = Number(match[2])
  if (energyProduct < leastEnergyProduct || energyProduct > greatestEnergyProduct) return null
  const suffix = gradeSuffixes.find((candidate) => candidate === match[3]?.toUpperCase())
  if (suffix !== undefined) return suffix
  return match[1] === '' ? null : 'none'
}
