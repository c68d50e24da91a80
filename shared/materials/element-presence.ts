import type { ElementPresence, RareEarthElement } from './element'
import { magnetMaterial } from './magnet-materials'
import type { MaterialFamily } from './material-family'

/** What is known of a part's material: as stated by the user, nothing worked out. */
export type StatedMaterial = {
  /** Its family. */
  readonly family: MaterialFamily
  /** Its grade as written; may be empty. */
  readonly grade: string
  /** What was stated of its elements; absent means not stated. */
  readonly stated: Readonly<Partial<Record<RareEarthElement, ElementPresence | undefined>>>
}

/** Whether a part contains an element, and how that is known. */
export type KnownPresence = {
  /** Whether it contains it; `unknown` counts as yes. */
  readonly presence: ElementPresence
  /** Stated by the user, certain for the family, or neither: then the presence is `unknown`. */
  readonly basis: 'stated' | 'family' | 'assumed'
}

/**
 * Whether a part contains an element: as stated, else as its family implies for certain, else unknown.
 *
 * A grade never decides: UH, EH and AH usually contain dysprosium and grades without suffix
 * usually do not, and either stays unknown until somebody states it. A stated `unknown` says
 * nothing, so that SmCo still contains samarium. Elements that are not alloyed into a family
 * count as absent; ferrite may carry some lanthanum, which no built-in control lists.
 *
 * @param part family, grade and stated elements
 * @param element the element asked for
 *
 * @example
 * elementPresence({ family: 'ndfeb-sintered', grade: 'N42UH', stated: {} }, 'Dy') // => { presence: 'unknown', basis: 'assumed' }
 */
export function elementPresence(part: StatedMaterial, element: RareEarthElement): KnownPresence {
  const stated = part.stated[element]
  if (stated === 'yes' || stated === 'no') return { presence: stated, basis: 'stated' }
  const material = magnetMaterial(part)
  const typical = material.elements[element]
  if (material.family === part.family && typical.isCertain) return { presence: typical.presence, basis: 'family' }
  return { presence: 'unknown', basis: 'assumed' }
}
