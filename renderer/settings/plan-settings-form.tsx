import { Select } from '@mantine/core'
import { defaultSettings } from '../../shared/plan/default-settings'
import { fileRegions, type FileRegion, type PlanSettings } from '../../shared/plan/settings-schema'
import { countryOptions } from '../plan/part-choices'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useRunCommand } from '../plan/use-run-command'
import { useApp } from '../ui/app-context'
import { ChoiceField } from '../ui/choice-field'
import { DateField } from '../ui/date-field'
import { AssumptionMark, FieldGroup } from '../ui/field-group'
import { HelpTerm } from '../ui/help-term'
import { NumberField } from '../ui/number-field'
import { navigate } from '../ui/route'
import { TextField } from '../ui/text-field'
import classes from './settings.module.css'
import { TargetFields } from './target-fields'

const regionLabels: Readonly<Record<FileRegion, string>> = {
  'this-computer': 'As this computer',
  international: 'International: 1234.5, 2026-11-24',
  german: 'German: 1234,5, 24.11.2026',
  french: 'French: 1234,5, 24/11/2026',
  swiss: 'Swiss: 1234.5, 24.11.2026',
  us: 'United States: 1234.5, 11/24/2026',
  uk: 'United Kingdom: 1234.5, 24/11/2026',
}

const currencyNames = new Intl.DisplayNames(['en'], { type: 'currency' })

function currencyOptions(current: string): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set([current, ...Intl.supportedValuesOf('currency')])].toSorted().map((value) => ({ value, label: `${value} · ${currencyNames.of(value) ?? value}` }))
}

/** The settings of the plan, field by field; each change is a step of its own. */
export function PlanSettingsForm() {
  const { hostFacts, formats } = useApp()
  const store = usePlanStore()
  const run = useRunCommand()
  const title = usePlan((plan) => plan.title)
  const settings = usePlan((plan) => plan.settings)
  const planningDate = usePlanState((state) => state.planningDate)
  const set = (label: string, fields: Partial<PlanSettings>): void => void run({ kind: 'change-settings', fields }, { label })
  const { applicationLag } = settings
  return (
    <div className={classes.groups}>
      <FieldGroup title="The plan">
        <TextField label="Title" value={title} isRequired onCommit={(text) => void run({ kind: 'set-title', title: text })} />
        <Select
          label="Currency"
          description="Prices are not converted"
          searchable
          allowDeselect={false}
          data={[...currencyOptions(settings.currency)]}
          value={settings.currency}
          onChange={(currency) => (currency === null ? undefined : set('Change the currency', { currency }))}
        />
        <Select
          label="Planned for"
          allowDeselect={false}
          data={[
            { value: 'today', label: `Today (${formats.date(hostFacts.today)})` },
            { value: 'date', label: 'A fixed day' },
          ]}
          value={settings.planningDate === null ? 'today' : 'date'}
          onChange={(value) => set('Change the planning date', { planningDate: value === 'today' ? null : planningDate })}
        />
        {settings.planningDate !== null && (
          <DateField label={<HelpTerm term="planning-date" />} value={settings.planningDate} onCommit={(date) => (date === null ? undefined : set('Change the planning date', { planningDate: date }))} />
        )}
        <NumberField label={<HelpTerm term="horizon" />} unit="weeks" description={usual(settings.horizonWeeks === defaultSettings.horizonWeeks, `${defaultSettings.horizonWeeks} weeks`)} value={settings.horizonWeeks} limits={{ isWhole: true, least: 4, most: 156 }} onCommit={(horizonWeeks) => (horizonWeeks === null ? undefined : set('Change the horizon', { horizonWeeks }))} />
        <ChoiceField label="Goods come to" description="Some controls depend on it" options={countryOptions} value={settings.destinationCountry} onChange={(destinationCountry) => set('Change the destination', { destinationCountry })} />
      </FieldGroup>
      <FieldGroup title="Ordering and cost">
        <NumberField label={<HelpTerm term="review-period" />} unit="days" description={usual(settings.reviewPeriodDays === defaultSettings.reviewPeriodDays, `${defaultSettings.reviewPeriodDays} days`)} value={settings.reviewPeriodDays} limits={{ isWhole: true, least: 1, most: 365 }} onCommit={(reviewPeriodDays) => (reviewPeriodDays === null ? undefined : set('Change the review period', { reviewPeriodDays }))} />
        <NumberField label={<HelpTerm term="holding-rate" />} description={usual(settings.holdingRatePerYear === defaultSettings.holdingRatePerYear, formats.percent(defaultSettings.holdingRatePerYear, 0)) ?? 'Of the unit cost, a year'} value={settings.holdingRatePerYear} limits={{ isPercent: true, least: 0, most: 5 }} onCommit={(holdingRatePerYear) => (holdingRatePerYear === null ? undefined : set('Change the holding rate', { holdingRatePerYear }))} />
        <NumberField label="Quantities in steps of" description={usual(settings.quantityStep === defaultSettings.quantityStep, formats.exact(defaultSettings.quantityStep)) ?? 'In the part’s unit; pieces are always whole'} value={settings.quantityStep} limits={{ least: 0, isLeastOpen: true }} onCommit={(quantityStep) => (quantityStep === null ? undefined : set('Change the quantity step', { quantityStep }))} />
      </FieldGroup>
      <FieldGroup title="Usage">
        <NumberField label="Usage history that counts" unit="months" description={usual(settings.usageWindowMonths === defaultSettings.usageWindowMonths, `${defaultSettings.usageWindowMonths} months`) ?? 'Before the planning date'} value={settings.usageWindowMonths} limits={{ isWhole: true, least: 1, most: 120 }} onCommit={(usageWindowMonths) => (usageWindowMonths === null ? undefined : set('Change the usage window', { usageWindowMonths }))} />
        <NumberField
          label={<HelpTerm term="usage-cv">Weekly variation if not known</HelpTerm>}
          description={
            <>
              <AssumptionMark /> {usual(settings.defaultWeeklyUsageCv === defaultSettings.defaultWeeklyUsageCv, formats.percent(defaultSettings.defaultWeeklyUsageCv, 0)) ?? 'sd, of the mean'}
            </>
          }
          value={settings.defaultWeeklyUsageCv}
          limits={{ isPercent: true, least: 0, most: 10 }}
          onCommit={(defaultWeeklyUsageCv) => (defaultWeeklyUsageCv === null ? undefined : set('Change the assumed variation', { defaultWeeklyUsageCv }))}
        />
      </FieldGroup>
      <FieldGroup
        title="Licences and halts"
        note={
          <>
            How long a licence takes, the scenarios and their weights stand on the{' '}
            <button type="button" className={classes.link} onClick={() => navigate({ screen: 'timeline', planId: store.planId })}>
              policy timeline
            </button>
            .
          </>
        }
      >
        <Select
          label={<HelpTerm term="application-day">A licence is applied for</HelpTerm>}
          allowDeselect={false}
          data={[
            { value: 'order', label: 'after the order' },
            { value: 'ready', label: 'when the goods are ready' },
          ]}
          value={applicationLag.after}
          onChange={(after) => (after === null ? undefined : set('Change when licences are applied for', { applicationLag: { ...applicationLag, after: after as 'order' | 'ready' } }))}
        />
        <NumberField label="… so many days later" unit="days" value={applicationLag.days} limits={{ isWhole: true, least: 0, most: 3650 }} onCommit={(days) => (days === null ? undefined : set('Change when licences are applied for', { applicationLag: { ...applicationLag, days } }))} />
        <NumberField
          label={<HelpTerm term="halt">A halt without an end lasts</HelpTerm>}
          unit="days"
          description={
            <>
              <AssumptionMark /> {usual(settings.openHaltDays === defaultSettings.openHaltDays, `${defaultSettings.openHaltDays} days`)}
            </>
          }
          value={settings.openHaltDays}
          limits={{ isWhole: true, least: 1, most: 3650 }}
          onCommit={(openHaltDays) => (openHaltDays === null ? undefined : set('Change the assumed length of a halt', { openHaltDays }))}
        />
      </FieldGroup>
      <TargetFields settings={settings} onChange={set} />
      <FieldGroup title="Files" note="How numbers and dates are written into files made from this plan.">
        <Select label="Region" allowDeselect={false} data={fileRegions.map((value) => ({ value, label: regionLabels[value] }))} value={settings.region} onChange={(region) => (region === null ? undefined : set('Change the region for files', { region: region as FileRegion }))} />
      </FieldGroup>
    </div>
  )
}

/** What a field would say of its default: nothing while it has it. */
function usual(isDefault: boolean, text: string): string | undefined {
  return isDefault ? undefined : `Default: ${text}`
}
