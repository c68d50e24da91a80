import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planProblemKinds, type PlanProblem } from '../../shared/plan/plan-problem'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { planProblems, validatedPlan } from '../../shared/plan/validate-plan'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { succeeded } from '../../shared/result'

const history = [
  { startDate: '2026-07-01', days: 31, quantity: 310 },
  { startDate: '2026-08-01', days: 31, quantity: 200 },
  { startDate: '2026-09-01', days: 30, quantity: 330 },
]

function part(known: Partial<Part> = {}): Part {
  return {
    ...newPart({ id: 'p-mgnfrt', partNumber: 'MG-N42-7' }),
    usage: { kind: 'stated', per: 'week', mean: 70, sd: 14 },
    leadTime: { kind: 'total', meanDays: 70, sdDays: 7, transitDays: 45 },
    ...known,
  }
}

function planOf(parts: readonly Part[], settings: Partial<PlanDocument['settings']> = {}): PlanDocument {
  const plan = newPlan({ id: 'pl-mgntsb', title: 'Magnets', scenarios: builtInScenarios })
  return { ...plan, settings: { ...plan.settings, planningDate: '2026-11-23', ...settings }, parts: [...parts] }
}

const base = planOf([part()])
const assembly = { id: 'a-mtrbcd', name: 'Motor', sector: 'other', buildsPerWeek: 10, uses: [{ partId: 'p-mgnfrt', quantityPerProduct: 7, scrapRate: 0 }], note: '' } as const
const event = {
  id: 'e-hltbcd', title: 'Own halt', kind: 'halt', announcedDate: null, effectiveDate: '2027-01-01', datePrecision: 'day', nominalEndDate: null,
  stateAfterEnd: 'as-before', effects: [{ controlId: 'cn-announcement-18', action: 'revises', state: 'halt' }], summary: '', citations: [],
  confidence: 'low', verifiedDate: null, contradictionIds: [], supersedesId: null,
} as const
const control = {
  id: 'c-wnbcdf', title: 'Own control', originCountries: ['CN'], rareEarthOriginCountries: [], elements: ['Dy'], materialFamilies: [], forms: [],
  excludedForms: [], destinationCountries: null, summary: '', citations: [],
} as const
const order = { id: 'o-bcdfgh', purchaseOrder: '4711', quantity: 10, promisedDate: '2026-12-20', orderedDate: null, licence: { status: 'not-filed' } } as const

const override = { field: 'safetyStock', value: 900, reason: 'New tool', author: 'K. Weber', setDate: '2026-11-02', expiryDate: null } as const

const withPart = (known: object): unknown => ({ ...base, parts: [{ ...part(), ...known }] })
const withSettings = (known: object): unknown => ({ ...base, settings: { ...base.settings, ...known } })
const withEvents = (...events: readonly object[]): unknown => ({ ...base, timeline: { ...base.timeline, events } })
const ownWait = (wait: object, refusalRate = 0): unknown => withSettings({ licenceWait: { kind: 'own', wait, refusalRate } })

function problemsOf(value: unknown): readonly PlanProblem[] {
  const result = validatedPlan(value)
  return result.ok ? planProblems(result.value) : result.problem
}

/** Kind, severity, the plan, and what the sentence must say. */
const cases: readonly (readonly [PlanProblem['kind'], PlanProblem['severity'], unknown, string])[] = [
  ['missing', 'error', withPart({ onHand: undefined }), 'Part MG-N42-7: the stock on hand is missing; enter a number, with a decimal point and no unit.'],
  ['missing', 'error', withPart({ usage: {} }), 'Part MG-N42-7: the way usage is known is missing; choose one of history, stated, build-plan.'],
  ['missing', 'error', withPart({ sector: undefined }), 'the sector is missing; choose one of electric-vehicles, wind'],
  ['wrong-type', 'error', withPart({ onHand: '1.200' }), 'Part MG-N42-7: the stock on hand is "1.200"; enter a number, with a decimal point and no unit.'],
  ['wrong-type', 'error', { ...base, parts: 'none' }, 'Plan: the list of parts is "none"; enter a list (it may be empty).'],
  ['wrong-type', 'error', null, 'Plan: the plan is empty; enter a group of fields.'],
  ['wrong-type', 'error', withPart({ isCritical: 1 }), 'the mark for critical parts is 1; enter yes or no (true or false)'],
  ['wrong-type', 'error', withPart({ description: true }), 'the description is yes; enter a text'],
  ['not-finite', 'error', withPart({ unitCost: Infinity }), 'the unit cost is Infinity'],
  ['not-whole', 'error', withSettings({ reviewPeriodDays: 3.5 }), 'Settings: the review period in days is 3.5; enter a whole number.'],
  ['negative', 'error', withPart({ moq: -5 }), 'the minimum order quantity is -5; enter 0 or more'],
  ['negative-stock', 'error', withPart({ onHand: -12 }), 'Part MG-N42-7: the stock on hand is -12; enter 0 or more.'],
  ['below-range', 'error', withPart({ lotMultiple: 0 }), 'the lot size is 0; enter a number above 0'],
  ['above-range', 'error', withSettings({ holdingRatePerYear: 20 }), 'Settings: the holding rate per year is 20; enter 5 or less.'],
  ['service-level-out-of-range', 'error', withPart({ target: { kind: 'cycle-service-level', cycleServiceLevel: 1 } }), 'the cycle service level is 100 %, and no stock level can promise that'],
  ['service-level-out-of-range', 'error', withPart({ target: { kind: 'fill-rate', fillRate: 0 } }), 'the fill rate is 0 %, and no stock level can aim at that'],
  ['service-level-out-of-range', 'error', withSettings({ cycleServiceLevelBySector: { ...base.settings.cycleServiceLevelBySector, wind: 97 } }), 'Settings: the cycle service level of the sector wind is 9700 %'],
  ['refusal-rate-out-of-range', 'error', ownWait({ kind: 'fixed', days: 30 }, 1), 'the refusal rate is 1, so nothing would ever be granted'],
  ['horizon-out-of-range', 'error', withSettings({ horizonWeeks: 200 }), 'the horizon in weeks is 200; enter 156 or less'],
  ['empty-text', 'error', withPart({ unit: '' }), 'Part MG-N42-7: the unit is empty; enter at least one letter or digit.'],
  ['text-too-long', 'error', withPart({ plant: 'x'.repeat(101) }), 'the plant has 101 characters; shorten it to 100'],
  ['empty-list', 'error', withPart({ leadTime: { kind: 'legs', legs: [] } }), 'the list of lead-time legs is empty; enter at least one'],
  ['unknown-choice', 'error', withPart({ sector: 'naval' }), 'Part MG-N42-7: the sector is "naval"; choose one of electric-vehicles, wind, electronics'],
  ['unknown-choice', 'error', withPart({ usage: { kind: 'guess' } }), 'the way usage is known is "guess"; choose one of history, stated, build-plan'],
  ['unknown-choice', 'error', withEvents({ ...event, effects: [{ controlId: 'cn-announcement-18', action: 'forbids' }] }), 'Event "Own halt": what it does to the control is "forbids"; choose one of introduces, revises, suspends, lifts, resumes.'],
  ['unknown-choice', 'error', withEvents({ ...event, effects: [{ controlId: 'cn-announcement-18', action: 'revises', state: 'closed' }] }), 'the state it brings is "closed"; choose one of licence, halt'],
  ['unknown-entry', 'error', withPart({ elements: { Unobtainium: 'yes' } }), 'the list of elements names "Unobtainium", which this program does not know'],
  ['unknown-country', 'error', withPart({ originCountry: 'XX' }), 'Part MG-N42-7: the country it is made in "XX" is not a country code; use two letters such as CN, JP or DE'],
  ['unknown-country', 'error', withSettings({ destinationCountry: 'Germany' }), 'Settings: the destination "Germany" is not a country code'],
  ['date-shape', 'error', withSettings({ planningDate: '23.11.2026' }), 'the planning date "23.11.2026" is not a date; write it as YYYY-MM-DD'],
  ['no-such-date', 'error', withPart({ openOrders: [{ ...order, promisedDate: '2027-02-29' }] }), 'Part MG-N42-7, open order 4711: the promised date "2027-02-29" is not a day of the calendar'],
  ['id-shape', 'error', withPart({ id: 'p-2026' }), '"p-2026" is not an id of ours'],
  ['currency-shape', 'error', withSettings({ currency: 'Euro' }), 'Settings: the currency is "Euro"; a currency is three capital letters'],
  ['other-version', 'error', { ...base, version: 7 }, 'Plan: the version is 7; this program reads version 2.'],
  ['wait-out-of-order', 'error', ownWait({ kind: 'uniform', minDays: 60, maxDays: 30 }), 'Settings: the shortest wait of 60 days is longer than the longest of 30; swap or correct them.'],
  ['wait-out-of-order', 'error', ownWait({ kind: 'triangular', minDays: 10, modeDays: 90, maxDays: 30 }), 'the most likely wait of 90 days does not lie between the shortest of 10 and the longest of 30'],
  ['event-without-date', 'error', withEvents({ ...event, effectiveDate: null }), 'Event "Own halt": it changes a control, and the day it takes effect is empty'],
  ['event-ends-before-start', 'error', withEvents({ ...event, nominalEndDate: '2026-12-01' }), 'it takes effect on 2027-01-01 and nominally ends on 2026-12-01'],

  ['spread-without-usage', 'error', withPart({ usage: { kind: 'stated', per: 'week', mean: 0, sd: 5 } }), 'Part MG-N42-7: usage has a standard deviation of 5 pcs a week and a mean of 0'],
  ['spread-without-usage', 'error', { ...base, parts: [part({ usage: { kind: 'build-plan', sdPerWeek: 5 } })], assemblies: [{ ...assembly, buildsPerWeek: 0 }] }, 'a standard deviation of 5 pcs, and the build plan uses none'],
  ['spread-without-usage', 'error', withPart({ usage: { kind: 'history' }, usageHistory: history.map((period, index) => ({ ...period, quantity: [10, 0, -10][index] })) }), 'adds up to 0 pcs, although it varies'],
  ['forecast-without-usage', 'warning', withPart({ usage: { kind: 'stated', per: 'week', mean: 0, sd: null }, forecast: [{ fromDate: '2027-01-01', untilDate: '2027-02-01', meanPerDay: 3 }] }), 'the forecast is as high as 3 pcs a day and usage is 0'],
  ['no-usage-history', 'error', withPart({ usage: { kind: 'history' } }), 'Part MG-N42-7: its usage is to come from its history, and the history is empty'],
  ['no-usage-in-window', 'error', withPart({ usage: { kind: 'history' }, usageHistory: [{ startDate: '2024-01-01', days: 31, quantity: 5 }] }), 'none of its 1 usage period lies wholly in the 12 months before 2026-11-23 (the last ends on 2024-01-31)'],
  ['short-usage-history', 'warning', withPart({ usage: { kind: 'history' }, usageHistory: history.slice(0, 2) }), 'only 2 usage periods lie wholly in the 12 months before 2026-11-23, too few to measure how usage varies; the plan’s default variation of 0.25 a week'],
  ['negative-usage', 'error', withPart({ usage: { kind: 'history' }, usageHistory: history.map((period) => ({ ...period, quantity: -4 })) }), 'adds up to -12 pcs; returns may not exceed usage'],
  ['overlapping-usage-periods', 'error', withPart({ usage: { kind: 'history' }, usageHistory: [...history, { startDate: '2026-08-15', days: 10, quantity: 5 }] }), 'Part MG-N42-7, usage period from 2026-08-15: this period begins before the period from 2026-08-01 has ended'],
  ['build-plan-without-assembly', 'warning', withPart({ usage: { kind: 'build-plan', sdPerWeek: null } }), 'its usage comes from the build plan, and no assembly uses it, so its usage is 0'],
  ['forecast-reversed', 'error', withPart({ forecast: [{ fromDate: '2027-02-01', untilDate: '2027-01-01', meanPerDay: 3 }] }), 'Part MG-N42-7, forecast from 2027-02-01: this forecast ends on 2027-01-01, which is not after its first day 2027-02-01'],
  ['forecast-reversed', 'error', withPart({ forecast: [{ fromDate: '2027-02-01', untilDate: '2027-02-01', meanPerDay: 3 }] }), 'ends on 2027-02-01, which is not after its first day 2027-02-01'],
  ['forecast-overlap', 'error', withPart({ forecast: [{ fromDate: '2027-02-01', untilDate: '2027-03-01', meanPerDay: 3 }, { fromDate: '2027-01-01', untilDate: '2027-02-02', meanPerDay: 3 }] }), 'this forecast begins before the one from 2027-01-01 ends on 2027-02-02'],
  ['transit-longer-than-lead-time', 'error', withPart({ leadTime: { kind: 'total', meanDays: 40, sdDays: 0, transitDays: 45 } }), 'the 45 days after the border are longer than the whole lead time of 40 days'],
  ['lead-time-spread-without-mean', 'error', withPart({ leadTime: { kind: 'total', meanDays: 0, sdDays: 1.8, transitDays: 0 } }), 'the lead time of 0 days on average is said to vary by 1.8 days; enter its mean, or 0 for its standard deviation'],
  ['no-lead-time', 'warning', withPart({ leadTime: { kind: 'total', meanDays: 0, sdDays: 0, transitDays: 0 } }), 'the lead time is 0 days'],
  ['moq-not-multiple-of-lot', 'warning', withPart({ moq: 120, lotMultiple: 50 }), 'the minimum order quantity of 120 pcs is no multiple of the lot of 50 pcs; 150 pcs will be ordered at the least'],
  ['order-cap-below-minimum', 'error', withPart({ moq: 150, lotMultiple: 50, capOrderQuantity: 130 }), 'the largest quantity per order is 130 pcs and the smallest that can be ordered is 150 pcs'],
  ['least-cost-without-holding-cost', 'error', withPart({ target: { kind: 'least-cost', backorderCostPerUnitDay: 1 } }), 'the target is least cost, and the unit cost is empty'],
  ['least-cost-without-holding-cost', 'error', withPart({ unitCost: 0, target: { kind: 'least-cost', backorderCostPerUnitDay: 1 } }), 'the unit cost is 0'],
  ['least-cost-without-holding-cost', 'error', planOf([part({ unitCost: 2, target: { kind: 'least-cost', backorderCostPerUnitDay: 1 } })], { holdingRatePerYear: 0 }), 'the holding rate in the settings is 0'],
  ['filed-after-planning-date', 'error', withPart({ openOrders: [{ ...order, licence: { status: 'filed', filedDate: '2026-12-01' } }] }), 'Part MG-N42-7, open order 4711: its application is entered as filed on 2026-12-01, after the planning date 2026-11-23'],
  ['promised-before-ordered', 'warning', withPart({ openOrders: [{ ...order, orderedDate: '2027-01-01' }] }), 'it was ordered on 2027-01-01 and is promised for 2026-12-20'],
  ['allocated-more-than-on-hand', 'warning', withPart({ allocated: 9, onHand: 4 }), '9 pcs are allocated and only 4 pcs are on hand'],
  ['text-shape', 'error', withPart({ overrides: [{ ...override, reason: ' ' }] }), 'Part MG-N42-7, override of the safety stock: an override needs a reason; write why this level is right.'],
  ['override-repeated', 'error', withPart({ overrides: [override, { ...override, value: 7 }] }), 'Part MG-N42-7, override of the safety stock: this level is overridden twice'],
  ['override-ends-before-start', 'error', withPart({ overrides: [{ ...override, expiryDate: '2026-10-01' }] }), 'it was set on 2026-11-02 and ends on 2026-10-01'],
  ['override-expired', 'warning', withPart({ overrides: [{ ...override, expiryDate: '2026-11-22' }] }), 'Part MG-N42-7, override of the safety stock: 900 pcs were set until 2026-11-22, and that day is over'],
  ['duplicate-part-number', 'error', planOf([part(), part({ id: 'p-mgnfrx' })]), 'the part number MG-N42-7 without a plant stands in the plan twice, as no. 1 and no. 2'],
  ['duplicate-id', 'error', planOf([part(), part({ partNumber: 'MG-8' })]), 'Part MG-8: its id "p-mgnfrt" is also that of something else of its kind'],
  ['duplicate-id', 'error', withEvents({ ...event, id: 'announcement-70' }), 'its id "announcement-70" is also that of something built in'],
  ['assembly-part-missing', 'error', { ...base, assemblies: [{ ...assembly, uses: [{ partId: 'p-bcdfgh', quantityPerProduct: 1, scrapRate: 0 }] }] }, 'Assembly "Motor", used part no. 1: it uses the part "p-bcdfgh", which is not in the plan'],
  ['no-positive-weight', 'error', { ...base, scenarios: base.scenarios.map((scenario) => ({ ...scenario, weight: 0 })) }, 'the weights of all 4 scenarios are 0'],
  ['attitude-scenario-missing', 'error', withSettings({ attitude: { kind: 'scenario', scenarioId: 's-gnbcdf' } }), 'Settings: the scenario planned for is "s-gnbcdf", which is not among the scenarios; choose one of "Pause extended"'],
  ['status-quo-missing', 'error', withSettings({ statusQuoScenarioId: 's-gnbcdf' }), 'the status-quo scenario is "s-gnbcdf", which is not among the scenarios'],
  ['wait-preset-missing', 'error', withSettings({ licenceWait: { kind: 'preset', presetId: 'hearsay' } }), 'the licence wait is the preset "hearsay", which this program does not have; choose one of article-2-to-4-weeks'],
  ['event-control-missing', 'error', withEvents({ ...event, effects: [{ controlId: 'cn-announcement-99', action: 'revises', state: 'halt' }] }), 'it changes the control "cn-announcement-99", which is neither built in nor in the plan; choose one of cn-announcement-18'],
  ['superseded-event-missing', 'error', withEvents({ ...event, supersedesId: 'announcement-99' }), 'it is to replace the event "announcement-99", which is not in the timeline'],
  ['set-aside-event-missing', 'warning', { ...base, timeline: { ...base.timeline, setAsideEventIds: ['announcement-99'] } }, 'the event "announcement-99" is set aside and is none of the built-in events'],
  ['planning-date-out-of-range', 'error', withSettings({ planningDate: '0206-11-23' }), 'the planning date is 0206-11-23; enter a day from 2000-01-01 to 2199-12-31'],
]

describe('validatedPlan', () => {
  it.each(cases)('names %s (%s) once and says what to do', (kind, severity, value, words) => {
    const problems = problemsOf(value)
    expect(problems.map((problem) => problem.kind)).toEqual([kind])
    expect(problems[0]?.severity).toBe(severity)
    expect(problems[0]?.sentence).toContain(words)
    expect(validatedPlan(value).ok).toBe(severity === 'warning')
  })

  it('has a case for every kind that a document can cause', () => {
    // No schema of ours has a list with a maximum, and every refinement has a kind.
    const unreachable = ['list-too-long', 'not-valid']
    expect(planProblemKinds.filter((kind) => !cases.some((one) => one[0] === kind))).toEqual(unreachable)
  })

  it('shows no path jargon in any sentence', () => {
    for (const [, , value] of cases) {
      for (const { sentence } of problemsOf(value)) expect(sentence).not.toMatch(/\bparts\[|[a-z]\.\d+\.|usageHistory|undefined|\bnull\b/)
    }
  })

  it('lets an override stand on its last day', () => {
    expect(problemsOf(withPart({ overrides: [{ ...override, expiryDate: '2026-11-23' }] }))).toEqual([])
  })

  it('gives the plan back when nothing is wrong', () => {
    expect(validatedPlan(base)).toEqual(succeeded(base))
    expect(planProblems(base)).toEqual([])
  })

  it('leaves out fields it does not know, at any depth, without a problem', () => {
    const newer = { ...base, colour: 'red', settings: { ...base.settings, season: 3 }, parts: [{ ...part(), bin: 'A7' }] }
    expect(validatedPlan(newer)).toEqual(succeeded(base))
  })

  it('reports every problem: of shape, across fields and between sections, at the same time', () => {
    const value = {
      ...planOf([part({ onHand: -1, sector: 'naval' as 'other' }), part({ id: 'p-mgnfrx', partNumber: 'MG-8', allocated: 3, usage: { kind: 'history' } })]),
      assemblies: [assembly, { ...assembly, id: 'a-mtrbcf', uses: [{ partId: 'p-bcdfgh', quantityPerProduct: 1, scrapRate: 0 }] }],
      scenarios: base.scenarios.map((scenario) => ({ ...scenario, weight: 0 })),
    }
    expect(problemsOf(value).map((problem) => problem.kind).toSorted()).toEqual([
      'allocated-more-than-on-hand', 'assembly-part-missing', 'negative-stock', 'no-positive-weight', 'no-usage-history', 'unknown-choice',
    ])
  })

  it('does not call a part missing that is there and cannot be read', () => {
    const value = { ...base, parts: [{ ...part(), onHand: 'many' }], assemblies: [assembly] }
    expect(problemsOf(value).map((problem) => problem.kind)).toEqual(['wrong-type'])
  })

  it('says only that a list is none, and nothing of what might stand in it', () => {
    expect(problemsOf({ ...base, assemblies: [assembly], parts: 'none' }).map((problem) => problem.kind)).toEqual(['wrong-type'])
    expect(problemsOf({ ...base, scenarios: undefined }).map((problem) => problem.kind)).toEqual(['missing'])
    const named = { ...event, effects: [{ controlId: 'c-bcdfgh', action: 'suspends' }] }
    expect(problemsOf({ ...base, timeline: { ...base.timeline, events: [named], controls: 5 } }).map((problem) => problem.kind)).toEqual(['wrong-type'])
  })

  it('leads to the field by its path', () => {
    expect(problemsOf(withPart({ openOrders: [order, { ...order, id: 'o-bcdfgj', quantity: 0 }] }))[0]?.path).toEqual(['parts', 0, 'openOrders', 1, 'quantity'])
  })

  it('names what has no name by its place, counted from 1', () => {
    expect(problemsOf(withPart({ partNumber: '', id: '' })).map((problem) => problem.subject)).toEqual(['part no. 1', 'part no. 1'])
  })

  it('takes legs that are all after the border as they are', () => {
    const legs = [0.1, 0.2, 0.3].map((meanDays) => ({ name: 'Sea', meanDays, sdDays: 0, isAfterBorder: true, isWorkingDays: true }))
    expect(problemsOf(withPart({ leadTime: { kind: 'legs', legs } }))).toEqual([])
  })

  it('lets the same part number stand at two plants', () => {
    expect(planProblems(planOf([part({ plant: 'DE01' }), part({ id: 'p-mgnfrx', plant: 'CZ02' })]))).toEqual([])
  })

  it('lets an event change a control of the plan and a scenario’s event replace one of the plan’s', () => {
    const own = { ...event, effects: [{ controlId: control.id, action: 'introduces', state: 'halt' }] }
    const replacing = { ...event, id: 'e-hltbcf', supersedesId: event.id }
    const value = {
      ...base,
      timeline: { ...base.timeline, events: [own], controls: [control] },
      scenarios: base.scenarios.map((scenario, index) => (index === 0 ? { ...scenario, events: [replacing] } : scenario)),
    }
    expect(problemsOf(value)).toEqual([])
  })

  it('lets unknown chemistry be: it is an assumption, no problem', () => {
    expect(problemsOf(withPart({ isCritical: true, materialFamily: 'unknown', elements: { Dy: 'unknown' }, originCountry: null }))).toEqual([])
  })
})

describe('planProblems', () => {
  const old = planOf([part({ usage: { kind: 'history' }, usageHistory: history })], { planningDate: null })

  it('does not look at the window of a plan for today unless it is told the day', () => {
    expect(planProblems(old)).toEqual([])
    expect(planProblems(old, { today: civilDate('2026-11-23') })).toEqual([])
    expect(planProblems(old, { today: civilDate('2031-01-01') }).map((problem) => problem.kind)).toEqual(['no-usage-in-window'])
  })

  it('takes the ids of the product from the caller where given', () => {
    const none = { controls: new Set<string>(), events: new Set<string>(), waitPresets: new Set<string>() }
    const kinds = new Set(planProblems(base, { builtInIds: none }).map((problem) => problem.kind))
    expect([...kinds]).toEqual(['wait-preset-missing', 'event-control-missing'])
  })

  it('leaves nothing that the engine refuses: every case without an error computes', () => {
    for (const [kind, severity, value] of cases) {
      const result = validatedPlan(value)
      if (severity === 'error' || !result.ok) continue
      expect(() => planRecommendations(result.value, { planningDate: civilDate('2026-11-23') }), kind).not.toThrow()
    }
  })
})
