import { statusQuoScenarioId } from '../policy-timeline/built-in-scenarios'
import { waitPreset, waitPresets } from '../policy-timeline/wait-presets'
import type { PlanSettings } from './settings-schema'

/**
 * The settings a new plan begins with. Every one is the user's to change.
 *
 * The levels by sector put the article's ranks in order (defence Critical, electric vehicles and wind High,
 * electronics Medium-High: A-RI-01 to A-RI-04); the numbers are our assumption, for the article gives none.
 * It does not rank medical, industrial and other uses: their levels are our own altogether.
 */
export const defaultSettings: PlanSettings = {
  currency: 'EUR',
  planningDate: null,
  horizonWeeks: 52,
  reviewPeriodDays: 7,
  usageWindowMonths: 12,
  defaultWeeklyUsageCv: 0.25,
  holdingRatePerYear: 0.2,
  attitude: { kind: 'weighted' },
  statusQuoScenarioId,
  applicationLag: { after: 'ready', days: 0 },
  licenceWait: { kind: 'preset', presetId: defaultPresetId() },
  generalLicenceWait: waitPreset('general-licence').wait,
  openHaltDays: 180,
  quantityStep: 0.001,
  destinationCountry: null,
  cycleServiceLevelBySector: {
    'electric-vehicles': 0.97,
    wind: 0.97,
    electronics: 0.95,
    defence: 0.99,
    medical: 0.97,
    industrial: 0.95,
    other: 0.95,
  },
  criticalCycleServiceLevel: 0.99,
  region: 'this-computer',
}

function defaultPresetId(): string {
  return waitPresets.find((preset) => preset.isDefault)?.id ?? 'article-2-to-4-weeks'
}
