import { memo, useDeferredValue, useMemo } from 'react'
import { isoDate } from '../../shared/calendar/civil-date'
import { defaultSettings } from '../../shared/plan/default-settings'
import { sectors, type PlanSettings } from '../../shared/plan/settings-schema'
import { articleSource } from '../../shared/policy-timeline/article-source'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'
import { waitPresets } from '../../shared/policy-timeline/wait-presets'
import { ageWords } from '../plan/age-words'
import { effectWords, sourceWords } from '../plan/event-words'
import { sectorOptions } from '../plan/part-choices'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { usePreparedTimeline } from '../plan/use-prepared-timeline'
import { waitWords } from '../plan/wait-words'
import { useFormats } from '../ui/app-context'
import { Citations, Contradictions } from '../ui/citations'
import { noFigure, type Formats } from '../ui/formats'
import classes from './report.module.css'
import { namedParts, reportAssumptions } from './report-sums'
import { ReportTable } from './report-table'

type DatedEvent = { readonly event: PolicyEvent; readonly branch: string }
type SettingRow = { readonly name: string; readonly value: string; readonly isDefault: boolean }

function ReportBasisView() {
  const store = usePlanStore()
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const figuresVersion = useDeferredValue(usePlanState((state) => state.figuresVersion))
  const { prepared, problems } = usePreparedTimeline()
  const assumptions = useMemo(() => (void figuresVersion, reportAssumptions(plan.parts, store.figuresOf)), [plan.parts, store, figuresVersion])
  const { settings, scenarios, timeline } = plan
  const weightSum = scenarios.reduce((sum, { weight }) => sum + weight, 0)
  const preset = settings.licenceWait.kind === 'preset' ? waitPresets.find(({ id }) => settings.licenceWait.kind === 'preset' && id === settings.licenceWait.presetId) : undefined
  const events: readonly DatedEvent[] = [
    ...(prepared?.events ?? []).map((event) => ({ event, branch: 'Common' })),
    ...scenarios.flatMap(({ name, events: own }) => own.map((event) => ({ event, branch: name }))),
  ]
    .filter(({ event }) => event.effects.length > 0)
    .toSorted((a, b) => ((a.event.effectiveDate ?? '9') < (b.event.effectiveDate ?? '9') ? -1 : 1))
  const citations = [...events.flatMap(({ event }) => event.citations), ...(preset?.citations ?? [])]
  const contradictionIds = [...new Set([...events.flatMap(({ event }) => event.contradictionIds), ...(preset?.contradictionIds ?? [])])]
  return (
    <section className={`${classes.section} ${classes.startsPage}`}>
      <h3 className={classes.heading}>
        What the figures rest on
      </h3>
      {problems.length > 0 && <p className={classes.bad}>{problems.join(' ')}</p>}
      {prepared !== null && (
        <p className={classes.note}>
          {timeline.verifiedDate === null ? 'Nobody has recorded a check of the policy facts in this plan. ' : `The policy facts were last checked on ${formats.date(timeline.verifiedDate)}. `}
          {ageWords(timelineAge(prepared.planningDate, prepared.events), { planningDate: isoDate(prepared.planningDate), formats })}
        </p>
      )}
      <h4 className={classes.subheading}>Scenarios</h4>
      <ReportTable
        caption="Scenarios"
        rows={scenarios}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Scenario', cell: ({ name }) => name },
          { heading: 'Weight', align: 'end', cell: ({ weight }) => (weightSum > 0 ? formats.percent(weight / weightSum, 0) : noFigure) },
          { heading: 'Assumption', cell: ({ id, assumption }) => `${assumption}${id === settings.statusQuoScenarioId ? ' Status quo: safety stock is measured from it.' : ''}` },
        ]}
      />
      <p className={classes.note}>{attitudeWords(settings.attitude, scenarios)} The weights are a judgement, not a measurement.</p>
      <h4 className={classes.subheading}>Events that change a control</h4>
      <ReportTable
        caption="Events that change a control"
        rows={events}
        rowKey={({ event, branch }) => `${branch}/${event.id}`}
        columns={[
          { heading: 'Event', cell: ({ event }) => <span style={{ whiteSpace: 'normal' }}>{event.title}</span> },
          { heading: 'In effect', cell: ({ event }) => `${event.effectiveDate === null ? noFigure : formats.date(event.effectiveDate)}${event.nominalEndDate === null ? '' : ` to ${formats.date(event.nominalEndDate)}`}` },
          { heading: 'Belongs to', cell: ({ branch }) => branch },
          { heading: 'What it does', cell: ({ event }) => effectWords(event, prepared?.controls ?? []) },
          { heading: 'Known', cell: ({ event }) => sourceWords(event) },
          { heading: 'Checked', cell: ({ event }) => (event.verifiedDate === null ? 'not' : formats.date(event.verifiedDate)) },
          { heading: 'Contradictions', cell: ({ event }) => (event.contradictionIds.length === 0 ? noFigure : event.contradictionIds.join(', ')) },
        ]}
      />
      <h4 className={classes.subheading}>Settings</h4>
      <ReportTable
        caption="Settings"
        rows={settingRows(settings, formats)}
        rowKey={({ name }) => name}
        columns={[
          { heading: 'Setting', cell: ({ name }) => name },
          { heading: 'Value', cell: ({ value }) => value },
          { heading: 'From', cell: ({ isDefault }) => (isDefault ? 'default of Lodestock: an assumption' : 'set in this plan') },
        ]}
      />
      <h4 className={classes.subheading}>Assumptions about parts</h4>
      {assumptions.length === 0 ? (
        <p className={classes.note}>None: everything about the parts was stated.</p>
      ) : (
        <ul className={classes.list}>
          {assumptions.map(({ sentence, partNumbers }) => (
            <li key={sentence}>
              {sentence} <span className={classes.soft}>({namedParts(partNumbers)})</span>
            </li>
          ))}
        </ul>
      )}
      <h4 className={classes.subheading}>Sources</h4>
      <p className={classes.note}>
        Article: “{articleSource.title}”, {articleSource.publisher}. {articleSource.publishedNote} {articleSource.disclaimer} {articleSource.treatment}
      </p>
      <Citations citations={citations} />
      <h4 className={classes.subheading}>Contradictions in the sources</h4>
      {contradictionIds.length === 0 ? <p className={classes.note}>None of the events used is touched by one.</p> : <Contradictions ids={contradictionIds} />}
    </section>
  )
}

/** What the figures rest on: settings, scenarios, the events that change a control, assumptions, and every source with its contradictions. */
export const ReportBasis = memo(ReportBasisView)

function attitudeWords(attitude: PlanSettings['attitude'], scenarios: readonly { readonly id: string; readonly name: string }[]): string {
  switch (attitude.kind) {
    case 'weighted':
      return 'The levels bear all scenarios together, by their weights.'
    case 'worst-case':
      return 'The levels bear the worst scenario that has a weight.'
    case 'scenario':
      return `The levels bear one scenario only: ${scenarios.find(({ id }) => id === attitude.scenarioId)?.name ?? attitude.scenarioId}.`
  }
}

function settingRows(settings: PlanSettings, formats: Formats): readonly SettingRow[] {
  const isDefault = (key: keyof PlanSettings): boolean => JSON.stringify(settings[key]) === JSON.stringify(defaultSettings[key])
  const { licenceWait, applicationLag } = settings
  const preset = licenceWait.kind === 'preset' ? waitPresets.find(({ id }) => id === licenceWait.presetId) : undefined
  const wait = licenceWait.kind === 'own' ? licenceWait.wait : preset?.wait
  const targets = sectors.map((sector) => `${sectorOptions.find(({ value }) => value === sector)?.label ?? sector} ${formats.percent(settings.cycleServiceLevelBySector[sector])}`)
  return [
    { name: 'Wait for an individual licence', value: `${preset === undefined ? 'Own distribution' : preset.title}${wait === undefined ? '' : `: ${waitWords(wait, formats)}`}`, isDefault: isDefault('licenceWait') },
    { name: 'Wait under a general licence', value: waitWords(settings.generalLicenceWait, formats), isDefault: isDefault('generalLicenceWait') },
    { name: 'A licence is applied for', value: `${formats.whole(applicationLag.days)} days after ${applicationLag.after === 'order' ? 'the order' : 'the goods are ready'}`, isDefault: isDefault('applicationLag') },
    { name: 'A halt without an end lasts', value: `${formats.whole(settings.openHaltDays)} days`, isDefault: isDefault('openHaltDays') },
    { name: 'Review period', value: `${formats.whole(settings.reviewPeriodDays)} days`, isDefault: isDefault('reviewPeriodDays') },
    { name: 'Horizon', value: `${formats.whole(settings.horizonWeeks)} weeks`, isDefault: isDefault('horizonWeeks') },
    { name: 'Usage history that counts', value: `${formats.whole(settings.usageWindowMonths)} months`, isDefault: isDefault('usageWindowMonths') },
    { name: 'Weekly variation where none is known', value: formats.percent(settings.defaultWeeklyUsageCv), isDefault: isDefault('defaultWeeklyUsageCv') },
    { name: 'Holding rate', value: `${formats.percent(settings.holdingRatePerYear)} of the unit cost a year`, isDefault: isDefault('holdingRatePerYear') },
    { name: 'Cycle service level by sector', value: targets.join(', '), isDefault: isDefault('cycleServiceLevelBySector') },
    { name: 'Cycle service level of critical parts', value: `at least ${formats.percent(settings.criticalCycleServiceLevel)}`, isDefault: isDefault('criticalCycleServiceLevel') },
  ]
}
