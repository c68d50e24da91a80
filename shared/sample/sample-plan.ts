import { newPlan } from '../plan/new-plan'
import type { Assembly, PlanDocument } from '../plan/plan-document'
import { builtInScenarios } from '../policy-timeline/built-in-scenarios'
import { sampleDefenceMedicalParts } from './sample-parts-defence-medical'
import { sampleElectricVehicleParts } from './sample-parts-electric-vehicles'
import { sampleElectronicsParts } from './sample-parts-electronics'
import { sampleWindParts } from './sample-parts-wind'

const sampleAssemblies: readonly Assembly[] = [
  {
    id: 'a-trctnm',
    name: 'EV traction motor TM-210',
    sector: 'electric-vehicles',
    buildsPerWeek: 180,
    uses: [{ partId: 'p-trctns', quantityPerProduct: 96, scrapRate: 0.02 }],
    note: '96 segments of 12.8 g are 1.23 kg of magnets a vehicle; the article gives 1 to 3 kg (A-IN-01).',
  },
  {
    id: 'a-trbndd',
    name: 'Wind turbine 3 MW, direct drive',
    sector: 'wind',
    buildsPerWeek: 0.6,
    uses: [{ partId: 'p-gnrtrb', quantityPerProduct: 600, scrapRate: 0.01 }],
    note: '600 kg as the article gives it (A-IN-04): 200 kg per MW, the bottom of its own 200 to 300 (X-07). Surveys give about 650 kg per MW for direct drive; check it against your drawing.',
  },
]

/**
 * The sample plan: 24 magnet parts of an invented company, on Monday 23 November 2026.
 *
 * Parts, suppliers, prices, stocks and usage are invented; the scenarios are the built-in ones. It is valid and has
 * something of everything: parts that must be ordered now, parts with too much, parts at risk, and parts of which
 * too little is known.
 *
 * @example
 * samplePlan().parts.length // => 24
 */
export function samplePlan(): PlanDocument {
  const plan = newPlan({ id: 'pl-smplbd', title: 'Sample: magnets for 2027', scenarios: builtInScenarios })
  return {
    ...plan,
    settings: { ...plan.settings, planningDate: '2026-11-23', destinationCountry: 'DE' },
    parts: [...sampleElectricVehicleParts, ...sampleWindParts, ...sampleElectronicsParts, ...sampleDefenceMedicalParts],
    assemblies: [...sampleAssemblies],
  }
}
