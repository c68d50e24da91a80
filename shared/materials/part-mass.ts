import { requireNonNegative } from '../domain-error'
import { elementPresence, type StatedMaterial } from './element-presence'
import type { RareEarthElement } from './element'
import { magnetMaterial } from './magnet-materials'
import type { Citation } from '../policy-timeline/citation'

/** How much of some elements a mass of magnets contains. */
export type ElementMass = {
  /** The elements that share the mass; those stated as absent are left out. */
  readonly elements: readonly RareEarthElement[]
  /** Least mass, kg. */
  readonly leastKg: number
  /** Greatest mass, kg. */
  readonly mostKg: number
  /** Whether the presence of any of them is only assumed. */
  readonly isAssumption: boolean
  /** Where the shares are from. */
  readonly citation: Citation
}

/**
 * The mass of rare earths in a mass of magnets, by element or by elements that share a band: ranges, as far as the material gives them.
 *
 *     mass of element = magnet mass × mass fraction
 *
 * The fractions are planning figures of the material; empty where none are known. With the
 * family unknown nothing is worked out, even if the grade suggests a family.
 *
 * @param part the material, and the mass of its magnets in kg, at least 0
 * @throws {DomainError} naming `massKg` when it is negative or not finite
 *
 * @example
 * massByElement({ family: 'smco-1-5', grade: '', stated: {}, massKg: 10 })[0]?.mostKg // => 3.6
 */
export function massByElement(part: StatedMaterial & { readonly massKg: number }): readonly ElementMass[] {
  requireNonNegative('massKg', part.massKg)
  const material = magnetMaterial(part)
  if (material.family !== part.family) return []
  return material.massFractions
    .map((band) => ({ band, elements: band.elements.filter((element) => elementPresence(part, element).presence !== 'no') }))
    .filter(({ band, elements }) => elements.length > 0 && band.most > 0)
    .map(({ band, elements }) => ({
      elements,
      leastKg: part.massKg * band.least,
      mostKg: part.massKg * band.most,
      isAssumption: elements.some((element) => elementPresence(part, element).presence === 'unknown'),
      citation: band.citation,
    }))
}
