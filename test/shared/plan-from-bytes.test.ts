import { describe, expect, it } from 'vitest'
import { csvProblem } from '../../shared/csv/csv-problem'
import { placedSentence, planFromBytes, type PlanFromBytes } from '../../shared/csv/plan-from-bytes'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { samplePlan } from '../../shared/sample/sample-plan'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const headings = 'part number,unit,origin,material,lead time (days),usage per week'

function read(text: string, fileName = 'parts.csv'): PlanFromBytes {
  let count = 0
  const idMaker = (prefix: string): string => `${prefix}-${[...String(count++).padStart(6, '0')].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')}`
  return planFromBytes(utf8(text), { fileName, idMaker, decimal: null, check: {} })
}

describe('planFromBytes', () => {
  it('tells a plan file, a plan document and a parts table apart by their content', () => {
    const file = writtenPlanFile({ plan: samplePlan(), decimal: 'comma', delimiter: ';', appVersion: 'test' })
    expect(read(file)).toMatchObject({ form: 'plan-file', isSound: true, plan: { id: 'pl-smplbd' }, understood: 'Plan file "Sample: magnets for 2027", 24 parts, decimal comma.' })
    expect(read(JSON.stringify(samplePlan()))).toMatchObject({ form: 'plan-document', isSound: true, plan: samplePlan() })
    expect(read(`${headings}\nA,pcs,CN,ndfeb-sintered,90,12\n`)).toMatchObject({ form: 'parts-table', isSound: true, plan: { title: 'parts.csv', parts: [{ partNumber: 'A' }] } })
  })

  it('gives a plan with errors across its fields, and says that it cannot be computed', () => {
    const plan = { ...samplePlan(), settings: { ...samplePlan().settings, statusQuoScenarioId: 's-zzzzzz' } }
    const { isSound, findings, plan: kept } = read(writtenPlanFile({ plan, decimal: 'point', delimiter: ',', appVersion: 'test' }))
    expect(kept?.parts).toHaveLength(24)
    expect(isSound).toBe(false)
    expect(findings.filter((finding) => finding.severity === 'error')).toHaveLength(1)
  })

  it('leads problems across fields back to their line and column', () => {
    const sample = samplePlan()
    const at = sample.parts.findIndex(({ partNumber }) => partNumber === 'MG-Y35-3016')
    const parts = sample.parts.with(at, { ...sample.parts[at]!, leadTime: { kind: 'total', meanDays: 70, sdDays: 7, transitDays: 90 }, moq: 31_000 })
    const plan = { ...sample, parts, scenarios: sample.scenarios.map((one) => ({ ...one, weight: 0 })) }
    const file = writtenPlanFile({ plan, decimal: 'point', delimiter: ';', appVersion: 'test' })
    const lineOf = (start: string): number => file.split('\r\n').findIndex((line) => line.startsWith(start)) + 1
    const places = read(file).findings.map(({ kind, line, column }) => [kind, line, column?.header ?? null])
    const partLine = file.split('\r\n').findIndex((line) => line.startsWith('part;') && line.includes('MG-Y35-3016')) + 1
    expect(places).toContainEqual(['transit-longer-than-lead-time', partLine, 'transit (days)'])
    expect(places).toContainEqual(['moq-not-multiple-of-lot', partLine, 'moq'])
    expect(places).toContainEqual(['no-positive-weight', lineOf('scenario;'), null])
  })

  it('leads them back to the lines of a parts table too', () => {
    const { findings } = read(`${headings},usage sd per week\nA,pcs,CN,ferrite,60,12,3\n\nB,pcs,CN,ferrite,60,0,5\n`)
    expect(findings.find(({ kind }) => kind === 'spread-without-usage')).toMatchObject({ line: 4 })
  })

  it('names a day that there is not, and asks for a date where something else stands', () => {
    const file = writtenPlanFile({ plan: samplePlan(), decimal: 'point', delimiter: ';', appVersion: 'test' })
    const sentences = (date: string): string => read(file.replace('EUR;;', `EUR;${date};`).replace('EUR;2026-11-23;', `EUR;${date};`)).findings.map(({ sentence }) => sentence).join(' ')
    expect(sentences('2026-02-30')).toContain('There is no day “2026-02-30” in the calendar')
    expect(sentences('tomorrow')).toContain('“tomorrow” is not a date that can be read with certainty')
  })

  it('tells what cannot be read and what cannot be right together, each once', () => {
    const file = writtenPlanFile({ plan: samplePlan(), decimal: 'point', delimiter: ';', appVersion: 'test' })
    const broken = file.replace(/(EUR;)[^;]*;/, '$12026-02-30;').replace(';smco-2-17;', ';kryptonite;').replace(';exempt;', ';exmpt;').replace(/;31000;0;0;/, ';-31000;0;0;')
    const errors = read(broken).findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ column }) => column?.header).toSorted()).toEqual(['licence route', 'material', 'on hand', 'planning date'])
  })

  it('leaves out lines of a parts table with errors, and names them', () => {
    const { plan, findings, understood } = read(`${headings}\nA,pcs,CN,ndfeb-sintered,90,12\nB,pcs,CN,ndfeb-sintered,soon,12\n`)
    expect(plan?.parts.map(({ partNumber }) => partNumber)).toEqual(['A'])
    expect(understood).toContain('1 parts read + 1 held')
    expect(findings.filter((finding) => finding.severity === 'error').map(({ line }) => line)).toEqual([3])
  })

  it('has no plan where there is none, and says why', () => {
    expect(read('')).toMatchObject({ form: null, plan: null, isSound: false, findings: [{ kind: 'empty-file' }] })
    expect(read('%PDF-1.7')).toMatchObject({ form: null, findings: [{ kind: 'pdf' }] })
    expect(read('{"format":"lodestock-plan","version":99}')).toMatchObject({ form: 'plan-document', plan: null, findings: [{ kind: 'newer-version' }] })
    expect(read(headings)).toMatchObject({ form: 'parts-table', plan: null })
  })

  it('takes a title that is not too long from the name of the file', () => {
    expect(read(`${headings}\nA,pcs,CN,ndfeb-sintered,90,12\n`, `${'x'.repeat(250)}.csv`).plan?.title).toBe('x'.repeat(200))
  })
})

describe('placedSentence', () => {
  it('puts the place in front once', () => {
    const column = { letter: 'C', header: 'usage' }
    expect(placedSentence(csvProblem({ kind: 'x', sentence: 'It is cut off.' }))).toBe('It is cut off.')
    expect(placedSentence(csvProblem({ kind: 'x', line: 3, column, sentence: 'The usage is "x".' }))).toBe('Line 3, column C (usage): The usage is "x".')
    expect(placedSentence(csvProblem({ kind: 'x', line: 3, column, sentence: 'Line 3: the usage is "x".' }))).toBe('Line 3, column C (usage): the usage is "x".')
    expect(placedSentence(csvProblem({ kind: 'x', column: { letter: 'C', header: '' }, sentence: 'It has no heading.' }))).toBe('Column C: It has no heading.')
  })
})
