import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import type { PartNotes, PartWarningKind } from '../../shared/plan/part-notes'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { articleFacts } from '../../shared/policy-timeline/article-facts'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import type { Scenario } from '../../shared/policy-timeline/scenario'

const t0 = civilDate('2026-11-23')
const controlId = 'cn-announcement-18'

function event(known: Pick<PolicyEvent, 'id' | 'effects'> & Partial<PolicyEvent>): PolicyEvent {
  return {
    title: known.id, kind: 'halt', announcedDate: '2026-11-20', effectiveDate: '2026-12-15', datePrecision: 'day', nominalEndDate: null, stateAfterEnd: 'as-before',
    summary: '', citations: [], confidence: 'low', verifiedDate: null, contradictionIds: [], supersedesId: null, ...known,
  }
}
function scenario(id: string, weight: number, events: readonly PolicyEvent[] = []): Scenario {
  return { id, name: `The ${id} scenario`, weight, assumption: '', events }
}
const openHalt = event({ id: 'open-halt', effects: [{ controlId, action: 'introduces', state: 'halt' }] })

function notesOf(known: Partial<Part> = {}, scenarios: readonly Scenario[] = [scenario('calm', 1)], settings: Partial<PlanDocument['settings']> = {}): PartNotes {
  const plan = newPlan({ id: 'pl-bcdfgh', title: 'Magnets 2027', scenarios })
  const licenceWait = { kind: 'own', wait: { kind: 'fixed', days: 30 }, refusalRate: 0 } as const
  const part: Part = {
    ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry: 'CN', rareEarthOriginCountry: 'CN', materialFamily: 'ndfeb-sintered', form: 'magnet',
    elements: { Dy: 'yes', Tb: 'no', Sm: 'no', Gd: 'no', Lu: 'no', Sc: 'no', Y: 'no', Ho: 'no', Er: 'no', Eu: 'no', Tm: 'no', Yb: 'no' },
    usage: { kind: 'stated', per: 'week', mean: 700, sd: 140 }, leadTime: { kind: 'total', meanDays: 60, sdDays: 0, transitDays: 20 },
    target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 }, onHand: 40_000, ...known,
  }
  return partRecommendation(preparedPlan({ ...plan, settings: { ...plan.settings, licenceWait, ...settings } }, { planningDate: t0 }), part).notes
}
const kindsOf = (...of: Parameters<typeof notesOf>): readonly PartWarningKind[] => notesOf(...of).warnings.map(({ kind }) => kind)
const sentenceOf = (kind: PartWarningKind, ...of: Parameters<typeof notesOf>): string => notesOf(...of).warnings.find((one) => one.kind === kind)?.sentence ?? ''

describe('partNotes', () => {
  it('has nothing to say about a part of which all is known and enough is there', () => {
    expect(notesOf()).toEqual({ warnings: [], assumptions: [] })
  })

  it('warns where stock on hand lasts less long than controls delay', () => {
    expect(kindsOf({ onHand: 3100 })).toEqual([])
    expect(kindsOf({ onHand: 2900 })).toContain('cover-shorter-than-delay')
    expect(kindsOf({ onHand: 3100, allocated: 200 })).toContain('cover-shorter-than-delay')
    expect(sentenceOf('cover-shorter-than-delay', { onHand: 2950 })).toContain('lasts 29 days, less than the 30 days')
    expect(kindsOf({ onHand: 0, licenceRoute: 'exempt' })).not.toContain('cover-shorter-than-delay')
  })

  it('warns of a critical part of which the elements are not known', () => {
    expect(kindsOf({ isCritical: true, elements: {} })).toContain('unknown-chemistry-on-critical-part')
    expect(kindsOf({ isCritical: true })).not.toContain('unknown-chemistry-on-critical-part')
    expect(kindsOf({ isCritical: false, elements: {} })).not.toContain('unknown-chemistry-on-critical-part')
  })

  it('warns of a halt without an end, by the scenario’s name, but not of one without weight or one that does not hold for the part', () => {
    const scenarios = [scenario('calm', 9), scenario('dark', 1, [openHalt])]
    expect(sentenceOf('open-halt', {}, scenarios)).toContain('"The dark scenario" the halt has no end; it is taken to last 180 days')
    expect(kindsOf({}, [scenario('calm', 9), scenario('dark', 0, [openHalt])])).not.toContain('open-halt')
    expect(kindsOf({ licenceRoute: 'exempt' }, scenarios)).not.toContain('open-halt')
    expect(kindsOf({ licenceRoute: 'general' }, scenarios)).toContain('open-halt')
  })

  it('warns of a weight close to the accepted risk', () => {
    expect(kindsOf({}, [scenario('calm', 0.96), scenario('dark', 0.04, [openHalt])])).toContain('weight-near-target')
    expect(kindsOf({}, [scenario('calm', 0.6), scenario('dark', 0.4, [openHalt])])).not.toContain('weight-near-target')
  })

  it('warns of a cap that cuts the level', () => {
    expect(sentenceOf('cap-binds', { capCoverDays: 1 })).toContain('cap of 1 days')
    expect(kindsOf({ capCoverDays: 400 })).not.toContain('cap-binds')
  })

  it('warns of a cap that cuts today’s order', () => {
    expect(sentenceOf('order-cap-binds', { onHand: 0, capOrderQuantity: 2000 })).toMatch(/ pcs are missing/)
    expect(kindsOf({ capOrderQuantity: 2000 })).not.toContain('order-cap-binds')
  })

  it('warns of an ERP that holds less than the target needs', () => {
    expect(sentenceOf('erp-level-below-target', { erpSafetyStock: 10 })).toContain('95.0 % is wanted')
    expect(kindsOf({ erpSafetyStock: 90_000 })).not.toContain('erp-level-below-target')
    expect(kindsOf({ erpSafetyStock: 10, target: { kind: 'fill-rate', fillRate: 0.98 } })).toContain('erp-level-below-target')
  })

  it('warns that an order of today lands after a pause ends or a contract does', () => {
    const pause = event({ id: 'pause', title: 'Autumn pause', kind: 'suspension', effectiveDate: '2026-11-10', nominalEndDate: '2027-01-10', effects: [{ controlId, action: 'suspends' }] })
    const paused = [scenario('calm', 1, [pause])]
    expect(sentenceOf('lands-after-pause', { onHand: 0 }, paused)).toMatch(/after "Autumn pause" ends on 2027-01-10/)
    expect(kindsOf({}, paused)).not.toContain('lands-after-pause')
    expect(kindsOf({ onHand: 0, licenceRoute: 'exempt' }, paused)).not.toContain('lands-after-pause')
    const contract = (endDate: string) => ({ onHand: 0, contract: { endDate, priceAdjustment: '' } })
    expect(kindsOf(contract('2026-12-31'))).toContain('contract-ends-before-receipt')
    expect(kindsOf(contract('2027-12-31'))).not.toContain('contract-ends-before-receipt')
  })

  it('says what was assumed: variability, target, elements', () => {
    expect(notesOf({ usage: { kind: 'stated', per: 'week', mean: 700, sd: null } }).assumptions[0]).toContain('variability')
    expect(notesOf({ target: null }).assumptions).toEqual([expect.stringContaining('The target is a default')])
    expect(notesOf({ elements: {} }).assumptions.some((one) => one.includes('unknown'))).toBe(true)
    expect(notesOf({ elements: {}, licenceRoute: 'exempt' }).assumptions).toEqual([])
    expect(notesOf({ onHand: 0 }).assumptions).toEqual(['No stock and no open order is entered, so nothing is taken to be on hand.'])
    expect(notesOf({ onHand: 0, backordered: 5 }).assumptions).toEqual([])
  })

  it('rests only on facts that the article has', () => {
    const known = new Set(articleFacts.map(({ id }) => id))
    const warnings = [
      ...notesOf({ onHand: 0, isCritical: true, elements: {}, capCoverDays: 1, capOrderQuantity: 2000, erpSafetyStock: 1, contract: { endDate: '2026-12-01', priceAdjustment: '' } }, builtInScenarios).warnings,
    ]
    expect(warnings.length).toBeGreaterThan(4)
    for (const { factIds } of warnings) for (const id of factIds) expect(known).toContain(id)
  })
})
