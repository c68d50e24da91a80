import { sectorRisks } from '../policy-timeline/guidance'
import { defaultSettings } from './default-settings'
import type { Part, PartTarget } from './part-schema'
import type { PlanSettings, Sector } from './settings-schema'

/** A target a part gets because it has none of its own, and why. */
export type DefaultTarget = {
  readonly target: PartTarget
  /** The level and why it was taken, in sentences. */
  readonly basis: string
}

const sectorTitles: Readonly<Record<Sector, string>> = {
  'electric-vehicles': 'electric vehicles',
  wind: 'wind energy',
  electronics: 'electronics',
  defence: 'defence',
  medical: 'medical uses',
  industrial: 'industrial uses',
  other: 'other uses',
}

/**
 * The target of a part that has none of its own: the level of its sector, and for a critical part at least the level of critical parts.
 *
 * @param part sector and criticality
 * @param settings the plan's levels
 *
 * @example
 * defaultTarget({ sector: 'electronics', isCritical: false }, defaultSettings).target // => { kind: 'cycle-service-level', cycleServiceLevel: 0.95 }
 */
export function defaultTarget(
  part: Pick<Part, 'sector' | 'isCritical'>,
  settings: Pick<PlanSettings, 'cycleServiceLevelBySector' | 'criticalCycleServiceLevel'>,
): DefaultTarget {
  const ofSector = settings.cycleServiceLevelBySector[part.sector]
  const { criticalCycleServiceLevel } = settings
  if (part.isCritical && criticalCycleServiceLevel > ofSector) {
    return chosen(
      criticalCycleServiceLevel,
      `at least this level for critical parts. The article advises to secure them first (A-GU-06); the number is ${ownerOf(criticalCycleServiceLevel === defaultSettings.criticalCycleServiceLevel)}`,
    )
  }
  const owner = ownerOf(ofSector === defaultSettings.cycleServiceLevelBySector[part.sector])
  const reason = `${rankWords(part.sector)}; the number is ${owner}`
  return chosen(ofSector, `the level for ${sectorTitles[part.sector]}. ${reason}`)
}

function chosen(cycleServiceLevel: number, reason: string): DefaultTarget {
  const percent = Number((100 * cycleServiceLevel).toPrecision(12))
  return { target: { kind: 'cycle-service-level', cycleServiceLevel }, basis: `${percent} % cycle service level, ${reason}.` }
}

function rankWords(sector: Sector): string {
  const risk = sectorRisks.find((one) => one.sector === sector)
  if (risk === undefined) return 'The article does not rank this sector'
  const factIds = risk.citations.flatMap((citation) => (citation.kind === 'article' ? citation.factIds : []))
  return `The article ranks its risk as ${risk.riskLevel} (${factIds.join(', ')})`
}

function ownerOf(isBuiltIn: boolean): string {
  return isBuiltIn ? 'our assumption' : 'from the settings of this plan'
}
