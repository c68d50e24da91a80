import { DomainError } from '../domain-error'
import { rareEarthElements, type RareEarthElement } from './element'
import { gradeSuffix, type GradeSuffix } from './grade-suffix'
import type { MagnetMaterial, MassFractionBand, TypicalElement } from './magnet-material'
import {
  bondedAndFerriteSource,
  densitySource,
  dysprosiumBandSource,
  holmiumSource,
  neodymiumShareSource,
  samariumGradeSource,
  samariumShareSource,
  samariumSubstituteSource,
  temperatureSource,
} from './magnet-material-sources'
import type { MaterialFamily } from './material-family'

const certainYes: TypicalElement = { presence: 'yes', isCertain: true }
const certainNo: TypicalElement = { presence: 'no', isCertain: true }
const usuallyNo: TypicalElement = { presence: 'no', isCertain: false }
const usuallyYes: TypicalElement = { presence: 'yes', isCertain: false }
const open: TypicalElement = { presence: 'unknown', isCertain: false }

type Elements = MagnetMaterial['elements']

function elementsOf(known: Partial<Record<RareEarthElement, TypicalElement>>, others: TypicalElement): Elements {
  const entries = rareEarthElements.map((element): [RareEarthElement, TypicalElement] => [element, known[element] ?? others])
  return Object.fromEntries(entries) as Record<RareEarthElement, TypicalElement>
}

// Light rare earths, Gd and the heavy ones that raise coercivity may be in an NdFeB magnet; the rest is not alloyed into it.
function ndfebElements(dysprosiumAndTerbium: TypicalElement): Elements {
  return elementsOf(
    { Nd: certainYes, Pr: open, Ce: open, La: open, Gd: open, Ho: open, Dy: dysprosiumAndTerbium, Tb: dysprosiumAndTerbium },
    certainNo,
  )
}

// Other rare earths may take the place of some of the samarium, Gd and Er to hold the flux steady over temperature.
const smcoElements = elementsOf({ Sm: certainYes, Pr: open, Ce: open, Gd: open, Er: open, Tb: open, Dy: open }, certainNo)
const elementsWithoutRareEarths = elementsOf({}, certainNo)
const unknownElements = elementsOf({}, open)

const leastRareEarthFraction = 0.29
const mostRareEarthFraction = 0.325

// Dysprosium and terbium take the place of neodymium, so its share shrinks by theirs.
function ndfebMassFractions(dysprosium: readonly [number, number]): readonly MassFractionBand[] {
  const [least, most] = dysprosium
  return [
    { elements: ['Nd', 'Pr'], least: leastRareEarthFraction - most, most: mostRareEarthFraction - least, citation: neodymiumShareSource },
    { elements: ['Dy', 'Tb'], least, most, citation: dysprosiumBandSource },
  ]
}

type SinteredGrade = {
  readonly suffix: GradeSuffix
  readonly celsius: readonly [number, number]
  readonly density: readonly [number, number, number]
  readonly dysprosium: readonly [number, number]
  readonly typical: TypicalElement
  readonly licenceNote: string
}

const sinteredGrades: readonly SinteredGrade[] = [
  { suffix: 'none', celsius: [60, 80], density: [7.4, 7.5, 7.7], dysprosium: [0, 0], typical: usuallyNo, licenceNote: 'Usually none; a test is needed to show it.' },
  { suffix: 'M', celsius: [100, 100], density: [7.4, 7.5, 7.7], dysprosium: [0, 0.01], typical: usuallyNo, licenceNote: 'Usually none; ask the supplier.' },
  { suffix: 'H', celsius: [120, 120], density: [7.4, 7.5, 7.7], dysprosium: [0, 0.02], typical: open, licenceNote: 'Ask the supplier.' },
  { suffix: 'SH', celsius: [150, 150], density: [7.4, 7.6, 7.7], dysprosium: [0, 0.04], typical: open, licenceNote: 'Ask the supplier; SH without heavy rare earths exists, some of it with holmium.' },
  { suffix: 'UH', celsius: [180, 180], density: [7.4, 7.6, 7.7], dysprosium: [0.02, 0.06], typical: usuallyYes, licenceNote: 'Assume that it needs one.' },
  { suffix: 'EH', celsius: [200, 200], density: [7.4, 7.6, 7.7], dysprosium: [0.04, 0.08], typical: usuallyYes, licenceNote: 'Needs one: it contains dysprosium or terbium.' },
  { suffix: 'AH', celsius: [220, 220], density: [7.6, 7.65, 7.7], dysprosium: [0.06, 0.11], typical: usuallyYes, licenceNote: 'Needs one: it contains dysprosium or terbium.' },
]

function sinteredMaterial(grade: SinteredGrade): MagnetMaterial {
  return {
    id: `ndfeb-sintered-${grade.suffix.toLowerCase()}`,
    family: 'ndfeb-sintered',
    suffix: grade.suffix,
    title: grade.suffix === 'none' ? 'Sintered NdFeB without suffix' : `Sintered NdFeB, ${grade.suffix}`,
    maxOperatingCelsius: { least: grade.celsius[0], most: grade.celsius[1] },
    densityGramsPerCm3: { least: grade.density[0], typical: grade.density[1], most: grade.density[2] },
    elements: ndfebElements(grade.typical),
    massFractions: ndfebMassFractions(grade.dysprosium),
    licenceNote: grade.licenceNote,
    citations: [temperatureSource, densitySource, dysprosiumBandSource, holmiumSource],
  }
}

function ndfebWithoutSuffix(details: Pick<MagnetMaterial, 'id' | 'family' | 'title' | 'licenceNote'> & Partial<MagnetMaterial>): MagnetMaterial {
  return {
    suffix: null,
    maxOperatingCelsius: null,
    densityGramsPerCm3: null,
    elements: ndfebElements(open),
    massFractions: [],
    citations: [bondedAndFerriteSource],
    ...details,
  }
}

function smcoMaterial(details: Pick<MagnetMaterial, 'id' | 'family' | 'title' | 'maxOperatingCelsius' | 'densityGramsPerCm3'> & {
  readonly samarium: readonly [number, number]
}): MagnetMaterial {
  const { samarium, ...shown } = details
  return {
    ...shown,
    suffix: null,
    elements: smcoElements,
    massFractions: [{ elements: ['Sm'], least: samarium[0], most: samarium[1], citation: samariumShareSource }],
    licenceNote: 'Always needs one: samarium-cobalt magnets are named in the announcement.',
    citations: [bondedAndFerriteSource, samariumShareSource, samariumSubstituteSource, samariumGradeSource],
  }
}

/** What is usual for each magnet material; one entry per family, and for sintered NdFeB one per suffix. */
export const magnetMaterials: readonly MagnetMaterial[] = [
  ...sinteredGrades.map(sinteredMaterial),
  ndfebWithoutSuffix({
    id: 'ndfeb-sintered-any', family: 'ndfeb-sintered', title: 'Sintered NdFeB, grade not read',
    densityGramsPerCm3: { least: 7.4, typical: 7.5, most: 7.7 },
    massFractions: ndfebMassFractions([0, 0.11]),
    licenceNote: 'Ask the supplier.', citations: [densitySource, dysprosiumBandSource],
  }),
  ndfebWithoutSuffix({
    id: 'ndfeb-bonded', family: 'ndfeb-bonded', title: 'Bonded NdFeB',
    maxOperatingCelsius: { least: 110, most: 180 }, densityGramsPerCm3: { least: 5.6, typical: 5.9, most: 6.2 },
    elements: ndfebElements(usuallyNo), licenceNote: 'Usually none; ask the supplier.',
  }),
  ndfebWithoutSuffix({
    id: 'ndfeb-hot-pressed', family: 'ndfeb-hot-pressed', title: 'Hot-pressed NdFeB (MQ2)',
    licenceNote: 'None when it is free of dysprosium and terbium, which it can be.', citations: [dysprosiumBandSource],
  }),
  smcoMaterial({
    id: 'smco-1-5', family: 'smco-1-5', title: 'SmCo 1:5', samarium: [0.36, 0.36],
    maxOperatingCelsius: { least: 250, most: 250 }, densityGramsPerCm3: { least: 8.3, typical: 8.3, most: 8.3 },
  }),
  smcoMaterial({
    id: 'smco-2-17', family: 'smco-2-17', title: 'SmCo 2:17', samarium: [0.226, 0.25],
    maxOperatingCelsius: { least: 300, most: 350 }, densityGramsPerCm3: { least: 8.4, typical: 8.45, most: 8.5 },
  }),
  withoutRareEarths({
    id: 'ferrite', family: 'ferrite', title: 'Sintered ferrite', celsius: [200, 250], density: 4.9,
    licenceNote: 'None, but customs test it now and then.',
  }),
  withoutRareEarths({ id: 'alnico', family: 'alnico', title: 'AlNiCo', celsius: [550, 550], density: 7.3, licenceNote: 'None.' }),
  {
    id: 'unknown', family: 'unknown', suffix: null, title: 'Material not known', maxOperatingCelsius: null, densityGramsPerCm3: null,
    elements: unknownElements, massFractions: [], licenceNote: 'Treated as if it needed one until the material is stated.', citations: [],
  },
]

function withoutRareEarths(details: Pick<MagnetMaterial, 'id' | 'family' | 'title' | 'licenceNote'> & {
  readonly celsius: readonly [number, number]
  readonly density: number
}): MagnetMaterial {
  const { celsius, density, ...shown } = details
  return {
    ...shown,
    suffix: null,
    maxOperatingCelsius: { least: celsius[0], most: celsius[1] },
    densityGramsPerCm3: { least: density, typical: density, most: density },
    elements: elementsWithoutRareEarths,
    massFractions: [],
    citations: [bondedAndFerriteSource],
  }
}

/**
 * What is usual for the material of a part: by its family, and for sintered NdFeB by the suffix of its grade.
 *
 * A grade that cannot be read gives the entry for the whole family. With the family unknown the
 * grade may suggest one (`N42SH` sintered NdFeB, `YXG-28` SmCo 2:17); a suggestion, not a finding.
 *
 * @param part family and grade as stated
 *
 * @example
 * magnetMaterial({ family: 'ndfeb-sintered', grade: 'N42SH' }).id // => 'ndfeb-sintered-sh'
 */
export function magnetMaterial(part: { readonly family: MaterialFamily; readonly grade: string }): MagnetMaterial {
  const suffix = gradeSuffix(part.grade)
  const family = part.family === 'unknown' ? familySuggestedBy(part.grade, suffix) : part.family
  const wanted = family === 'ndfeb-sintered' ? `ndfeb-sintered-${suffix?.toLowerCase() ?? 'any'}` : family
  return materialWithId(wanted)
}

function materialWithId(id: string): MagnetMaterial {
  const material = magnetMaterials.find((candidate) => candidate.id === id)
  if (material === undefined) throw new DomainError('id', id, 'the id of a magnet material')
  return material
}

// YX and XG are makers' letters for SmCo 1:5, YXG and XGS for SmCo 2:17.
function familySuggestedBy(grade: string, suffix: GradeSuffix | null): MaterialFamily {
  if (suffix !== null) return 'ndfeb-sintered'
  if (/^(?:YXG|XGS)[\s-]*\d/i.test(grade.trim())) return 'smco-2-17'
  if (/^(?:YX|XG)[\s-]*\d/i.test(grade.trim())) return 'smco-1-5'
  return 'unknown'
}
