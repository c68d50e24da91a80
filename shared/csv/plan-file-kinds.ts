import type { PlanCellType, PlanCellValue } from './plan-file-cell'

/** A column of one kind of record in the plan file. */
export type PlanFileColumn = {
  /** Heading, with its unit. */
  readonly header: string
  /** Path of the field in the object that the record describes; begins with `@` when it tells where the object belongs. */
  readonly field: string
  readonly type: PlanCellType
  /** Value that a blank cell gets in a row typed by hand, where blank would not do. */
  readonly blank?: PlanCellValue
  /** Value of every record of a file without the column, which did not exist when the first files of this version were written. */
  readonly absent?: PlanCellValue
}

/** A kind of record in the plan file. */
export type PlanFileKind = {
  /** First cell of its records; its header row has `#` before it. */
  readonly kind: string
  /** Headings that together say which object a record is; no two records may agree in them. Empty when there is no such rule. */
  readonly key: readonly string[]
  /** Prefix of the id that a row without one gets; null when rows need no id of their own. */
  readonly idPrefix: string | null
  readonly columns: readonly PlanFileColumn[]
}

function column(header: string, field: string, type: PlanCellType, blank?: PlanCellValue): PlanFileColumn {
  return blank === undefined ? { header, field, type } : { header, field, type, blank }
}

function waitColumns(name: string, field: string): readonly PlanFileColumn[] {
  return [
    column(`${name} shape`, `${field}.kind`, 'text-or-null'),
    column(`${name} (days)`, `${field}.@days`, 'number'),
    column(`${name} shortest (days)`, `${field}.minDays`, 'number'),
    column(`${name} most likely (days)`, `${field}.modeDays`, 'number'),
    column(`${name} longest (days)`, `${field}.maxDays`, 'number'),
    column(`${name} mean (days)`, `${field}.meanDays`, 'number'),
    column(`${name} sd (days)`, `${field}.sdDays`, 'number'),
    column(`${name} observed (days with decimal point)`, `${field}.@observed`, 'number-list'),
    column(`${name} in working days`, `${field}.working`, 'yes-no'),
  ]
}

const settingsColumns: readonly PlanFileColumn[] = [
  column('currency', 'settings.currency', 'text'),
  column('planning date', 'settings.planningDate', 'date'),
  column('horizon (weeks)', 'settings.horizonWeeks', 'number'),
  column('review period (days)', 'settings.reviewPeriodDays', 'number'),
  column('usage window (months)', 'settings.usageWindowMonths', 'number'),
  column('default weekly usage cv', 'settings.defaultWeeklyUsageCv', 'number'),
  column('holding rate (% per year)', 'settings.holdingRatePerYear', 'percent'),
  column('attitude', 'settings.attitude.kind', 'text'),
  column('attitude scenario id', 'settings.attitude.scenarioId', 'text-or-null'),
  column('status quo scenario id', 'settings.statusQuoScenarioId', 'text'),
  column('licence applied for after', 'settings.applicationLag.after', 'text'),
  column('licence applied for after (days)', 'settings.applicationLag.days', 'number'),
  column('licence wait', 'settings.licenceWait.kind', 'text'),
  column('licence wait preset', 'settings.licenceWait.presetId', 'text-or-null'),
  ...waitColumns('licence wait', 'settings.licenceWait.wait'),
  column('licence refused (%)', 'settings.licenceWait.refusalRate', 'percent'),
  ...waitColumns('general licence wait', 'settings.generalLicenceWait'),
  column('open halt (days)', 'settings.openHaltDays', 'number'),
  column('quantity step', 'settings.quantityStep', 'number'),
  column('destination', 'settings.destinationCountry', 'text-or-null'),
  column('critical cycle service level (%)', 'settings.criticalCycleServiceLevel', 'percent'),
  column('policy checked on', 'timeline.verifiedDate', 'date'),
  { ...column('region for files', 'settings.region', 'text'), absent: 'this-computer' },
]

const partColumns: readonly PlanFileColumn[] = [
  column('part id', 'id', 'text'),
  column('part number', 'partNumber', 'text'),
  column('description', 'description', 'text'),
  column('plant', 'plant', 'text'),
  column('supplier', 'supplier', 'text'),
  column('unit', 'unit', 'text', 'pcs'),
  column('origin', 'originCountry', 'text-or-null'),
  column('rare earth origin', 'rareEarthOriginCountry', 'text-or-null'),
  column('material', 'materialFamily', 'text', 'unknown'),
  column('grade', 'grade', 'text'),
  column('form', 'form', 'text-or-null'),
  column('elements', 'elements', 'elements'),
  column('magnet mass (kg per unit)', 'magnetMassPerUnitKg', 'number'),
  column('sector', 'sector', 'text', 'other'),
  column('critical', 'isCritical', 'yes-no', false),
  column('licence route', 'licenceRoute', 'text', 'individual'),
  column('licence applied for after', 'applicationLag.after', 'text-or-null'),
  column('licence applied for after (days)', 'applicationLag.days', 'number'),
  column('usage from', 'usage.kind', 'text', 'history'),
  column('usage per', 'usage.per', 'text-or-null'),
  column('usage mean', 'usage.mean', 'number'),
  column('usage sd', 'usage.sd', 'number'),
  column('build plan usage sd (per week)', 'usage.sdPerWeek', 'number'),
  column('usage distribution', 'demandFamily', 'text-or-null'),
  column('lead time from', 'leadTime.kind', 'text', 'total'),
  column('lead time (days)', 'leadTime.meanDays', 'number'),
  column('lead time sd (days)', 'leadTime.sdDays', 'number', 0),
  column('transit (days)', 'leadTime.transitDays', 'number', 0),
  column('review period (days)', 'reviewPeriodDays', 'number'),
  column('on hand', 'onHand', 'number', 0),
  column('allocated', 'allocated', 'number', 0),
  column('backordered', 'backordered', 'number', 0),
  column('cycle service level (%)', 'target.cycleServiceLevel', 'percent'),
  column('fill rate (%)', 'target.fillRate', 'percent'),
  column('backorder cost (per unit and day)', 'target.backorderCostPerUnitDay', 'number'),
  column('unit cost', 'unitCost', 'number'),
  column('moq', 'moq', 'number'),
  column('lot', 'lotMultiple', 'number'),
  column('cap (days of usage)', 'capCoverDays', 'number'),
  column('cap order quantity', 'capOrderQuantity', 'number'),
  column('erp safety stock', 'erpSafetyStock', 'number'),
  column('erp reorder point', 'erpReorderPoint', 'number'),
  column('erp lead time (days)', 'erpLeadTimeDays', 'number'),
  column('contract', 'contract.@exists', 'yes-no'),
  column('contract end', 'contract.endDate', 'date'),
  column('contract price term', 'contract.priceAdjustment', 'text'),
  column('note', 'note', 'text'),
]

const partId = column('part id', '@partId', 'text')
const position = column('position', '@position', 'number')
const eventPlace = [column('event id', '@eventId', 'text'), column('scenario id', '@scenarioId', 'text-or-null')]

/** The kinds of records a plan file has, in the order in which they stand, months of usage apart. */
export const planFileKinds: readonly PlanFileKind[] = [
  { kind: 'settings', key: [], idPrefix: null, columns: settingsColumns },
  {
    kind: 'sector', key: ['sector'], idPrefix: null,
    columns: [column('sector', '@sector', 'text'), column('cycle service level (%)', '@level', 'percent')],
  },
  { kind: 'part', key: ['part id'], idPrefix: 'p', columns: partColumns },
  {
    kind: 'leg', key: ['part id', 'position'], idPrefix: null,
    columns: [
      partId, position, column('leg', 'name', 'text'), column('mean (days)', 'meanDays', 'number'), column('sd (days)', 'sdDays', 'number', 0),
      column('after the border', 'isAfterBorder', 'yes-no', false), column('in working days', 'isWorkingDays', 'yes-no', false),
    ],
  },
  { kind: 'usage', key: ['part id'], idPrefix: null, columns: [partId] },
  {
    kind: 'period', key: [], idPrefix: null,
    columns: [partId, column('start', 'startDate', 'date'), column('length (days)', 'days', 'number'), column('usage', 'quantity', 'number')],
  },
  {
    kind: 'forecast', key: [], idPrefix: null,
    columns: [partId, column('from', 'fromDate', 'date'), column('until before', 'untilDate', 'date'), column('usage (per day)', 'meanPerDay', 'number')],
  },
  {
    kind: 'order', key: ['order id'], idPrefix: 'o',
    columns: [
      column('order id', 'id', 'text'), partId, column('po', 'purchaseOrder', 'text'), column('quantity', 'quantity', 'number'),
      column('promised', 'promisedDate', 'date'), column('ordered', 'orderedDate', 'date'),
      column('licence status', 'licence.status', 'text', 'not-filed'), column('licence filed', 'licence.filedDate', 'date'),
    ],
  },
  {
    kind: 'override', key: ['part id', 'level'], idPrefix: null,
    columns: [
      partId, column('level', 'field', 'text', 'safetyStock'), column('value', 'value', 'number'), column('reason', 'reason', 'text'),
      column('author', 'author', 'text'), column('set on', 'setDate', 'date'), column('expires on', 'expiryDate', 'date'),
    ],
  },
  {
    kind: 'assembly', key: ['assembly id'], idPrefix: 'a',
    columns: [
      column('assembly id', 'id', 'text'), column('assembly', 'name', 'text'), column('sector', 'sector', 'text', 'other'),
      column('builds (per week)', 'buildsPerWeek', 'number'), column('note', 'note', 'text'),
    ],
  },
  {
    kind: 'use of assembly', key: [], idPrefix: null,
    columns: [
      column('assembly id', '@assemblyId', 'text'), column('part id', 'partId', 'text'),
      column('quantity per product', 'quantityPerProduct', 'number'), column('scrap rate (%)', 'scrapRate', 'percent', 0),
    ],
  },
  {
    kind: 'scenario', key: ['scenario id'], idPrefix: 's',
    columns: [
      column('scenario id', 'id', 'text'), position, column('scenario', 'name', 'text'), column('weight', 'weight', 'number'),
      column('assumption', 'assumption', 'text'),
    ],
  },
  {
    kind: 'event', key: ['event id', 'scenario id'], idPrefix: 'e',
    columns: [
      column('event id', 'id', 'text'), column('scenario id', '@scenarioId', 'text-or-null'), position, column('title', 'title', 'text'),
      column('type', 'kind', 'text', 'control'), column('announced', 'announcedDate', 'date'), column('effective', 'effectiveDate', 'date'),
      column('date precision', 'datePrecision', 'text', 'day'), column('nominal end', 'nominalEndDate', 'date'),
      column('state after end', 'stateAfterEnd', 'text', 'as-before'), column('summary', 'summary', 'text'),
      column('confidence', 'confidence', 'text', 'low'), column('checked on', 'verifiedDate', 'date'),
      column('contradictions', 'contradictionIds', 'list'), column('replaces event id', 'supersedesId', 'text-or-null'),
    ],
  },
  {
    kind: 'effect', key: ['event id', 'scenario id', 'position'], idPrefix: null,
    columns: [
      ...eventPlace, position, column('control id', 'controlId', 'text'), column('action', 'action', 'text'),
      column('state', 'state', 'text-or-null'), column('wait', 'wait.kind', 'text-or-null'), ...waitColumns('wait', 'wait.wait'),
      column('refused (%)', 'wait.refusalRate', 'percent'),
    ],
  },
  {
    kind: 'control', key: ['control id'], idPrefix: 'c',
    columns: [
      column('control id', 'id', 'text'), position, column('title', 'title', 'text'), column('origins', 'originCountries', 'list'),
      column('rare earth origins', 'rareEarthOriginCountries', 'list'), column('elements', 'elements', 'list'),
      column('materials', 'materialFamilies', 'list'), column('forms', 'forms', 'list'), column('forms outside', 'excludedForms', 'list'),
      column('destinations', 'destinationCountries', 'list-or-all'), column('summary', 'summary', 'text'),
    ],
  },
  {
    kind: 'citation', key: ['event id', 'scenario id', 'control id', 'position'], idPrefix: null,
    columns: [
      column('event id', '@eventId', 'text-or-null'), column('scenario id', '@scenarioId', 'text-or-null'),
      column('control id', '@controlId', 'text-or-null'), position, column('source', 'kind', 'text', 'user'),
      column('facts', 'factIds', 'list'), column('section', 'section', 'text-or-null'), column('title', 'title', 'text-or-null'),
      column('addresses', 'urls', 'list'), column('confidence', 'confidence', 'text-or-null'), column('note', 'note', 'text-or-null'),
    ],
  },
  { kind: 'set aside', key: ['event id'], idPrefix: null, columns: [column('event id', '@eventId', 'text')] },
]

/**
 * The month of a usage column, or null for another heading.
 *
 * @param header heading as found
 *
 * @example
 * usageMonth('use 2025-11') // => '2025-11'
 */
export function usageMonth(header: string): string | null {
  return /^use (\d{4}-(0[1-9]|1[0-2]))$/iu.exec(header.trim())?.[1] ?? null
}

/**
 * The column of a month of usage.
 *
 * @param month the month as `YYYY-MM`
 *
 * @example
 * usageColumn('2025-11').header // => 'use 2025-11'
 */
export function usageColumn(month: string): PlanFileColumn {
  return column(`use ${month}`, month, 'number')
}
