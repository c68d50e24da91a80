import { defaultSettings } from '../../shared/plan/default-settings'
import type { PlanSettings } from '../../shared/plan/settings-schema'

/** The numbers of the settings screen that have a default; what a company simply has, such as its currency, stays. */
const resettable = [
  'horizonWeeks',
  'reviewPeriodDays',
  'usageWindowMonths',
  'defaultWeeklyUsageCv',
  'holdingRatePerYear',
  'applicationLag',
  'openHaltDays',
  'quantityStep',
  'cycleServiceLevelBySector',
  'criticalCycleServiceLevel',
] as const satisfies readonly (keyof PlanSettings)[]

/** The fields to set so that the numbers are the defaults again, or null when they are. */
export function changedSettings(settings: PlanSettings): Partial<PlanSettings> | null {
  const keys = resettable.filter((key) => JSON.stringify(settings[key]) !== JSON.stringify(defaultSettings[key]))
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, defaultSettings[key]]))
}
