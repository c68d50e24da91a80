import { describe, expect, it } from 'vitest'
import { csvTable, writtenCsv } from '../../shared/csv/csv-table'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { planFileTexts } from '../../shared/csv/plan-file-texts'
import { canonicalPlan } from '../../shared/csv/plan-file-rows'
import type { Part } from '../../shared/plan/part-schema'
import { samplePlan } from '../../shared/sample/sample-plan'

const known = { ...samplePlan(), parts: samplePlan().parts.map((part, at) => (at === 0 ? { ...part, partNumber: '00010045' } : part)) }
const first = known.parts[0] as Part
const written = writtenPlanFile({ plan: known, decimal: 'comma', delimiter: ';', appVersion: '1.4.0' })

/** What a sheet of a region with a decimal point does to a file with decimal commas, and an edit of a note. */
function damaged(edit: (cell: string, header: string, cells: readonly string[]) => string = (cell) => cell): string {
  let headers: readonly string[] = []
  const rows = csvTable(written.replace('\ufeff', ''), ';').records.map(({ cells }) => {
    if (cells[0]?.startsWith('#') === true) headers = cells
    return cells.map((cell, at) => (/^-?\d+,\d+$/u.test(cell) ? String(Number(cell.replace(',', ''))) : edit(cell, headers[at] ?? '', cells)))
  })
  return `\ufeff${writtenCsv(rows, ';')}`
}

describe('planFileTexts', () => {
  it('gives the plan as known here when no text was changed, though every number was', () => {
    const text = damaged()
    const refusal = readPlanFile(text, { idMaker: (prefix) => `${prefix}-bcdfgh` })
    expect(refusal).toMatchObject({ ok: false, problem: [{ kind: 'numbers-damaged', sentence: expect.stringContaining('Take only its texts and notes') }] })
    expect(planFileTexts(text, known)).toEqual({ ok: true, value: { plan: canonicalPlan(known), changed: [], leftOut: [] } })
  })

  it('takes texts and notes by id and lists each, and no number', () => {
    const result = planFileTexts(damaged((cell, header, cells) => (cells[1] === first.id && cells[0] === 'part' && header === 'note' ? 'ask for 45SH' : cell)), known)
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    expect(result.value.plan).toEqual(canonicalPlan({ ...known, parts: known.parts.map((part) => (part === first ? { ...part, note: 'ask for 45SH' } : part)) }))
    expect(result.value.changed).toMatchObject([{ kind: 'text-taken', column: { header: 'note' }, found: 'ask for 45SH' }])
  })

  it('keeps our text where the sheet may have changed it, and says so', () => {
    const result = planFileTexts(damaged((cell) => cell.replace(/^'0+(?=\d+$)/u, '')), known)
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    expect(result.value.plan.parts.find((part) => part.id === first.id)?.partNumber).toBe('00010045')
    expect(result.value.leftOut.map((problem) => [problem.kind, problem.found])).toEqual([['text-left-out', '10045']])
  })

  it('leaves out rows that are not known here, for their numbers are not', () => {
    const result = planFileTexts(damaged(), { ...known, parts: known.parts.slice(1), assemblies: [] })
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    expect(result.value.leftOut.map((problem) => problem.kind)).toContain('row-left-out')
    expect(result.value.plan.parts).toHaveLength(known.parts.length - 1)
  })

  it('refuses a file of another plan', () => {
    expect(planFileTexts(damaged(), { ...known, id: 'pl-bcdfgh' })).toMatchObject({ ok: false, problem: [{ kind: 'other-plan' }] })
    expect(planFileTexts('part;1\n', known)).toMatchObject({ ok: false, problem: [{ kind: 'not-a-plan-file' }] })
  })
})
