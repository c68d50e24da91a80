import { baseLeadTimeOfLegs } from '../../shared/lead-time/base-lead-time'
import type { Part } from '../../shared/plan/part-schema'
import { field, figureColumn, inputColumn, summaryColumn, type ColumnContext, type PartColumn } from './part-column'

type Figure = 'meanDays' | 'sdDays' | 'transitDays'

/** How long an order takes, with and without controls. */
export function leadTimeColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Lead time'
  const base = (id: string, title: string, help: string, figure: Figure): PartColumn =>
    inputColumn(context, {
      id, title, help, group, width: 118, paths: [`leadTime.${figure}`, ...(figure === 'meanDays' ? ['leadTime'] : [])], type: { kind: 'number', isRequired: true }, unit: 'days',
      readOnlyReason: ({ leadTime }) => (leadTime.kind === 'legs' ? 'The lead time is entered in legs; open the part to edit them.' : null),
      valueIn: ({ leadTime }) => (leadTime.kind === 'total' ? leadTime[figure] : baseLeadTimeOfLegs(leadTime.legs)[figure]),
      fieldsWith: ({ leadTime }, value) => (leadTime.kind === 'total' ? { leadTime: { ...leadTime, [figure]: value } } : {}) as Partial<Part>,
    })
  return [
    base('leadTimeMean', 'Lead time', 'Days from order to receipt with no export control.', 'meanDays'),
    base('leadTimeSd', 'Lead time SD', 'Standard deviation of the lead time.', 'sdDays'),
    base('transitDays', 'After border', 'Days of the lead time that come after the border: transit, import, receiving.', 'transitDays'),
    summaryColumn(context, {
      id: 'legs', title: 'Lead-time legs', help: 'The legs that the lead time is made of.', group, width: 200, type: { kind: 'text' }, paths: ['leadTime.legs'], editedIn: 'Open the part to edit the legs.',
      valueIn: ({ leadTime }) => (leadTime.kind === 'legs' ? leadTime.legs.map(({ name, meanDays }) => `${name} ${context.formats.rough(meanDays)}`).join(' + ') : ''),
    }),
    inputColumn(context, {
      id: 'reviewPeriodDays', title: 'Review', help: 'Days between order decisions; empty for the plan’s.', group, width: 94, type: { kind: 'number' }, unit: 'days', ...field('reviewPeriodDays'),
      assumption: (part) => (part.reviewPeriodDays === null ? 'The plan’s review period is taken.' : null),
    }),
    figureColumn(context, { id: 'leadTimeWithControls', title: 'With controls', help: 'Mean lead time of an order placed today, export controls included.', group, width: 124, unit: 'days', valueIn: ({ leadTimeWithControls }) => leadTimeWithControls.meanDays, shown: days }),
    figureColumn(context, { id: 'lateDays', title: 'Late case', help: 'Nine of ten orders placed today arrive within so many days.', group, width: 102, unit: 'days', valueIn: ({ leadTimeWithControls }) => leadTimeWithControls.lateDays, shown: days }),
    figureColumn(context, {
      id: 'controlsAdd', title: 'Controls add', help: 'Days that export controls add to the mean lead time.', group, width: 118, unit: 'days',
      valueIn: ({ leadTimeWithControls, leadTimeWithoutControls }) => leadTimeWithControls.meanDays - leadTimeWithoutControls.meanDays, shown: days,
    }),
    figureColumn(context, { id: 'plannedLeadTime', title: 'Planned lead time', help: 'The lead time that belongs to the safety stock: the mean in the status quo. An ERP that keeps another one needs another safety stock.', group, width: 148, unit: 'days', valueIn: ({ plannedLeadTimeDays }) => plannedLeadTimeDays, shown: days }),
  ]

  function days(value: unknown): string {
    return typeof value === 'number' ? context.formats.days(value) : '–'
  }
}
