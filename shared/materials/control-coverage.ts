import { rareEarthElements, type RareEarthElement } from './element'
import { elementPresence, type StatedMaterial } from './element-presence'
import type { MagnetForm } from './magnet-form'
import type { MaterialFamily } from './material-family'
import type { ExportControl } from '../policy-timeline/export-control'

/** What decides whether a control applies to a part. Null and `unknown` count as controlled, and are said. */
export type CoveragePart = Pick<StatedMaterial, 'family' | 'grade'> & {
  /** Country it is made in, ISO 3166 alpha-2; null when not known. */
  readonly originCountry: string | null
  /** Country its rare earths come from; null when not known. */
  readonly rareEarthOriginCountry: string | null
  /** What it is made up as; null when not known. */
  readonly form: MagnetForm | null
  /** What was stated of its elements; absent means not stated. */
  readonly elements: StatedMaterial['stated']
  /** Country it is shipped to; null when not known. */
  readonly destinationCountry: string | null
}

/** Whether a control applies to a part, and why. */
export type ControlCoverage = {
  /** Whether it applies. */
  readonly applies: boolean
  /** Whether it applies only because something is not known. False when it does not apply. */
  readonly isAssumption: boolean
  /** Why, in one sentence that names what was assumed. */
  readonly reason: string
  /** The listed elements that the part contains or may contain; empty when it does not apply. */
  readonly elements: readonly string[]
}

/** One condition: met or not, whether only by assumption, and the words for it. */
type Condition = { readonly isMet: boolean; readonly isAssumption: boolean; readonly words: string }

/**
 * Whether an export control applies to a part: by its form, destination, origin, and its material, form or elements.
 *
 * It applies when all of these hold:
 * - the form is not one that lies outside the control;
 * - the destination is one the control is limited to, if it is limited;
 * - the part is made in a listed country, or made elsewhere from rare earths of a listed country
 *   (goods made in that country itself fall under its own exports, not under the extraterritorial rule);
 * - the material family or the form is listed, or a listed element is or may be in it.
 *
 * Whatever is not known counts as controlled, each control for itself: a part of unknown origin
 * may meet both a rule on Chinese goods and one on foreign goods with Chinese rare earths.
 * When a control holds is not asked here.
 *
 * @param part what is known of the part
 * @param control the control
 *
 * @example
 * controlCoverage({
 *   originCountry: 'CN', rareEarthOriginCountry: 'CN', family: 'smco-2-17', grade: 'YXG-28',
 *   form: 'magnet', elements: {}, destinationCountry: 'DE',
 * }, builtInControls[0]).reason // => 'Announcement 18 applies: made in CN and its material is listed (SmCo 2:17).'
 */
export function controlCoverage(part: CoveragePart, control: ExportControl): ControlCoverage {
  const material = materialCondition(part, control)
  const conditions = [originCondition(part, control), destinationCondition(part, control), formCondition(part, control), material]
  const unmet = conditions.find((condition) => !condition.isMet)
  if (unmet !== undefined) {
    return { applies: false, isAssumption: false, reason: `${control.title} does not apply: ${unmet.words}.`, elements: [] }
  }
  const words = conditions.map((condition) => condition.words).filter((text) => text !== '')
  return {
    applies: true,
    isAssumption: conditions.some((condition) => condition.isAssumption),
    reason: `${control.title} applies: ${joined(words)}.`,
    elements: material.elements,
  }
}

const formNames: Readonly<Record<MagnetForm, string>> = {
  magnet: 'bare magnets',
  'magnetised-component': 'simple magnetic parts',
  'rotor-or-stator': 'rotors and stators',
  'moulded-assembly': 'moulded assemblies',
  'raw-material': 'raw materials',
}

function formCondition(part: CoveragePart, control: ExportControl): Condition {
  if (control.excludedForms.length === 0) return { isMet: true, isAssumption: false, words: '' }
  if (part.form === null) return { isMet: true, isAssumption: true, words: 'its form is not known (treated as covered)' }
  if (control.excludedForms.includes(part.form)) {
    return { isMet: false, isAssumption: false, words: `${formNames[part.form]} lie outside it` }
  }
  return { isMet: true, isAssumption: false, words: '' }
}

function destinationCondition(part: CoveragePart, control: ExportControl): Condition {
  if (control.destinationCountries === null) return { isMet: true, isAssumption: false, words: '' }
  const listed = control.destinationCountries.join(', ')
  if (part.destinationCountry === null) {
    return { isMet: true, isAssumption: true, words: `its destination is not known (treated as ${listed})` }
  }
  const isMet = control.destinationCountries.includes(part.destinationCountry)
  return { isMet, isAssumption: false, words: isMet ? `it goes to ${part.destinationCountry}` : `it is limited to ${listed}` }
}

function originCondition(part: CoveragePart, control: ExportControl): Condition {
  const { originCountry, rareEarthOriginCountry } = part
  if (originCountry !== null && control.originCountries.includes(originCountry)) {
    return { isMet: true, isAssumption: false, words: `made in ${originCountry}` }
  }
  const inputCountries = control.rareEarthOriginCountries
  const isMadeElsewhere = originCountry === null || !inputCountries.includes(originCountry)
  const mayHaveListedInputs = rareEarthOriginCountry === null || inputCountries.includes(rareEarthOriginCountry)
  if (inputCountries.length > 0 && isMadeElsewhere && mayHaveListedInputs) {
    const place = originCountry === null ? 'made in a place not known (treated as outside its country)' : `made in ${originCountry}`
    const inputs =
      rareEarthOriginCountry === null
        ? `from rare earths of unknown origin (treated as ${inputCountries.join(', ')})`
        : `from rare earths of ${rareEarthOriginCountry}`
    return { isMet: true, isAssumption: originCountry === null || rareEarthOriginCountry === null, words: `${place} ${inputs}` }
  }
  if (originCountry === null && control.originCountries.length > 0) {
    return { isMet: true, isAssumption: true, words: `its origin is not known (treated as ${control.originCountries.join(', ')})` }
  }
  return { isMet: false, isAssumption: false, words: originWords(part, control) }
}

function originWords(part: CoveragePart, control: ExportControl): string {
  if (control.rareEarthOriginCountries.length === 0) return `it is made in ${part.originCountry ?? 'a place not known'}`
  if (part.originCountry !== null && control.rareEarthOriginCountries.includes(part.originCountry)) {
    return `it is made in ${part.originCountry} itself, and the control is on goods made elsewhere`
  }
  return `its rare earths come from ${part.rareEarthOriginCountry ?? 'a place not known'}`
}

function materialCondition(part: CoveragePart, control: ExportControl): Condition & { readonly elements: readonly string[] } {
  const known = control.elements.map((element) => ({ element, presence: presenceOf(part, element) }))
  const contained = known.filter(({ presence }) => presence === 'yes').map(({ element }) => element)
  const open = known.filter(({ presence }) => presence === 'unknown').map(({ element }) => element)
  const elements = known.filter(({ presence }) => presence !== 'no').map(({ element }) => element)
  const met = (isAssumption: boolean, words: string) => ({ isMet: true, isAssumption, words, elements })

  if (control.materialFamilies.includes(part.family)) {
    return met(false, `its material is listed (${familyNames[part.family]})`)
  }
  if (part.form !== null && control.forms.includes(part.form)) return met(false, `${formNames[part.form]} are listed`)
  if (contained.length > 0) return met(false, `it contains ${joined(contained)}`)
  if (part.family === 'unknown' && (open.length > 0 || mayBeListedFamily(part, control))) {
    return met(true, 'its material is not known (treated as listed)')
  }
  if (open.length > 0) return met(true, `it contains ${joined(open)} (unknown, treated as contained)`)
  if (part.form === null && control.forms.length > 0) return met(true, 'its form is not known (treated as listed)')
  return { isMet: false, isAssumption: false, words: 'it contains none of the listed elements or materials', elements: [] }
}

const familyNames: Readonly<Record<MaterialFamily, string>> = {
  'ndfeb-sintered': 'sintered NdFeB',
  'ndfeb-bonded': 'bonded NdFeB',
  'ndfeb-hot-pressed': 'hot-pressed NdFeB',
  'smco-1-5': 'SmCo 1:5',
  'smco-2-17': 'SmCo 2:17',
  ferrite: 'ferrite',
  alnico: 'AlNiCo',
  unknown: 'not known',
}

// A part stated to be free of samarium cannot be SmCo, nor one free of neodymium NdFeB.
function mayBeListedFamily(part: CoveragePart, control: ExportControl): boolean {
  return control.materialFamilies.some((family) => {
    if (family.startsWith('smco')) return part.elements.Sm !== 'no'
    if (family.startsWith('ndfeb')) return part.elements.Nd !== 'no'
    return true
  })
}

function presenceOf(part: CoveragePart, symbol: string) {
  const element = rareEarthElements.find((candidate): candidate is RareEarthElement => candidate === symbol)
  return element === undefined
    ? 'unknown'
    : elementPresence({ family: part.family, grade: part.grade, stated: part.elements }, element).presence
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
