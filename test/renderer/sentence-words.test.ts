import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../renderer/ui/formats'
import { sentenceWordsOf } from '../../renderer/ui/sentence-words'
import { calculationCore } from '../../renderer/plan/calculation-core'
import { civilDate } from '../../shared/calendar/civil-date'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { planCalendar } from '../../shared/horizon/plan-calendar'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const planningDate = '2026-11-23'
const british = sentenceWordsOf(formatsOf('en-GB'))
const german = sentenceWordsOf(formatsOf('de-DE'))

describe('sentenceWordsOf', () => {
  it('writes quantities, money, dates and names as the region does, and loses no digit', () => {
    expect(british.quantity(15_750, 'pcs')).toBe('15,750 pcs')
    expect(british.quantity(12_345.678, 'kg')).toBe('12,345.678 kg')
    expect(german.quantity(12_345.678, 'kg')).toBe('12.345,678 kg')
    expect(british.money(77_175, 'EUR')).toBe('€77,175')
    expect(british.date('2026-12-15')).toBe('15 Dec 2026')
    expect(british.quoted('Escalated')).toBe('“Escalated”')
  })

  it('is in every warning of the sample that the window shows', () => {
    const core = calculationCore(() => 0, british)
    core.answer({ kind: 'context', context: { plan: { ...plan, parts: [] }, planningDate } })
    const answer = core.answer({ kind: 'batch', batchId: 1, parts: plan.parts })
    const sentences = answer?.kind === 'batch' ? answer.results.flatMap((result) => (result.kind === 'figures' ? result.warnings.map(({ sentence }) => sentence) : [])) : []
    expect(sentences.some((sentence) => /\d,\d{3} pcs/.test(sentence))).toBe(true)
    expect(sentences.filter((sentence) => /"|\d{4} (pcs|kg)|\d{4}-\d{2}-\d{2}/.test(sentence))).toEqual([])
  })

  it('is in every entry of the calendar', () => {
    const prepared = preparedPlan(plan, { planningDate: civilDate(planningDate), words: british })
    const parts = plan.parts.slice(0, 6)
    const entries = planCalendar(prepared, parts.map((part) => partOutlook(prepared, part)), '2027-11-22').filter(({ kind }) => kind !== 'policy')
    expect(entries.length).toBeGreaterThan(20)
    expect(entries.filter(({ title, details }) => /"|\d{4} (pcs|kg)|\d{4}-\d{2}-\d{2}/.test(`${title} ${details}`))).toEqual([])
  })
})
