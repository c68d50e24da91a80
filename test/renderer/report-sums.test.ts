import { describe, expect, it } from 'vitest'
import { partFiguresOf, type PartFigures } from '../../renderer/plan/part-figures'
import { cashSteps, namedParts, reportAssumptions } from '../../renderer/report/report-sums'
import { pdfFileName } from '../../renderer/ui/pdf-file-name'
import { civilDate } from '../../shared/calendar/civil-date'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const result = planRecommendations(plan, { planningDate: civilDate('2026-11-23') })
const figures = new Map(result.parts.map((part): [string, PartFigures] => [part.prepared.part.id, partFiguresOf(part)]))
const figuresOf = (id: string) => ({ state: 'fresh' as const, value: figures.get(id) as PartFigures })

describe('cashSteps', () => {
  it('adds up by cause to the cash that the engine sums by part', () => {
    const steps = cashSteps(plan.parts, figuresOf)
    const total = steps.at(-1)
    expect(total?.isTotal).toBe(true)
    expect(total?.value).toBeCloseTo(result.totals.cashInSafetyStock, 4)
    expect(steps.slice(0, -1).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total?.value ?? 0, 4)
  })

  it('leaves out parts that cost nothing known or cannot be computed', () => {
    const [first] = plan.parts
    expect(cashSteps([{ ...first!, unitCost: null }], figuresOf).at(-1)?.value).toBe(0)
    expect(cashSteps([first!], () => ({ state: 'fresh', value: { kind: 'problem', sentences: ['x'] } })).at(-1)?.value).toBe(0)
  })
})

describe('reportAssumptions', () => {
  it('tells each assumption once, with every part it was made for, the commonest first', () => {
    const found = reportAssumptions(plan.parts, figuresOf)
    expect(new Set(found.map(({ sentence }) => sentence)).size).toBe(found.length)
    const pairs = [...figures.values()].flatMap(({ assumptions }) => [...new Set(assumptions)]).length
    expect(found.reduce((sum, { partNumbers }) => sum + partNumbers.length, 0)).toBe(pairs)
    const counts = found.map(({ partNumbers }) => partNumbers.length)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  it('names the first eight parts and counts the rest', () => {
    expect(namedParts(['A'])).toBe('1 part: A')
    expect(namedParts([...'ABCDEFGHIJ'])).toBe('10 parts: A, B, C, D, E, F, G, H and 2 more')
  })
})

describe('pdfFileName', () => {
  it.each([
    { title: 'Magnets 2028', day: '2026-11-23', name: 'Magnets 2028 2026-11-23.pdf' },
    { title: 'EU/US: "A" <b>\u0007', day: undefined, name: 'EU-US- -A- -b-.pdf' },
    { title: '   ', day: undefined, name: 'Plan.pdf' },
  ])('makes $name of “$title”', ({ title, day, name }) => expect(pdfFileName(title, day)).toBe(name))
})
