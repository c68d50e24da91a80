import type { Citation } from './citation'

/**
 * An export control: what it covers. When it holds is compiled from events (`PolicyEvent`).
 * Countries are ISO 3166 alpha-2 codes.
 */
export type ExportControl = {
  /** Stable; built-in ids are words, a user's begin with `c-`. */
  readonly id: string
  readonly title: string
  /** Origins of the goods it applies to; empty when it applies only through inputs. */
  readonly originCountries: readonly string[]
  /** Applies also to goods made elsewhere from rare earths of these origins (extraterritorial rules); usually empty. */
  readonly rareEarthOriginCountries: readonly string[]
  /** Element symbols it lists. */
  readonly elements: readonly string[]
  /** Material families it lists, whatever their elements. */
  readonly materialFamilies: readonly string[]
  /** Forms it lists, whatever their elements. */
  readonly forms: readonly string[]
  /** Forms that lie outside it although their elements are listed. */
  readonly excludedForms: readonly string[]
  /** Destinations it is limited to, or null for all. */
  readonly destinationCountries: readonly string[] | null
  /** What it covers, in a sentence. */
  readonly summary: string
  readonly citations: readonly Citation[]
}
