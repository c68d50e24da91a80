import type { ElementPresence, RareEarthElement } from './element'
import type { GradeSuffix } from './grade-suffix'
import type { MaterialFamily } from './material-family'
import type { Citation } from '../policy-timeline/citation'

/** Whether a material contains an element. */
export type TypicalElement = {
  /** What is usual in the material. */
  readonly presence: ElementPresence
  /** Whether the material is defined by it, so that it holds for every part; otherwise it is only usual. */
  readonly isCertain: boolean
}

/** How much of a material's mass some elements make up together. */
export type MassFractionBand = {
  /** The elements that share the band. */
  readonly elements: readonly RareEarthElement[]
  /** Least share of the mass, 0 to 1. */
  readonly least: number
  /** Greatest share of the mass, 0 to 1. */
  readonly most: number
  /** Where the band is from; bands of dysprosium and terbium are a planning synthesis. */
  readonly citation: Citation
}

/** What is usual for one magnet material. Planning figures, not a data sheet. */
export type MagnetMaterial = {
  /** Stable words, such as `ndfeb-sintered-sh`. */
  readonly id: string
  /** Its family. */
  readonly family: MaterialFamily
  /** Its suffix; null where the family has none or the grade does not say. */
  readonly suffix: GradeSuffix | null
  /** Its name. */
  readonly title: string
  /** Usual highest operating temperature, °C: the makers' range; null where it depends on the design. */
  readonly maxOperatingCelsius: { readonly least: number; readonly most: number } | null
  /** Density in g/cm³: the usual value between the makers' extremes; null where none was found. */
  readonly densityGramsPerCm3: { readonly least: number; readonly typical: number; readonly most: number } | null
  /** Every rare-earth element and whether the material contains it. */
  readonly elements: Readonly<Record<RareEarthElement, TypicalElement>>
  /** Shares of the mass, as far as known. */
  readonly massFractions: readonly MassFractionBand[]
  /** Whether it needs a licence under Announcement 18, in a sentence. */
  readonly licenceNote: string
  /** Where its figures are from. */
  readonly citations: readonly Citation[]
}
