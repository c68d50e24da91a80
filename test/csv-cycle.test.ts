import { describe, expect, it } from 'vitest'
import { sheetCycle, sheetProgram, sheetRegions, type SheetRegion } from './csv-cycle'
import { fileForms, type FileForm } from '../shared/csv/file-form'
import { readPlanFile, writtenPlanFile, type PlanFileReading } from '../shared/csv/plan-file'
import { canonicalPlan } from '../shared/csv/plan-file-rows'
import { planFileTexts } from '../shared/csv/plan-file-texts'
import type { PlanDocument } from '../shared/plan/plan-document'
import { jsonKey, type JsonValue } from '../shared/plan/plan-rows'
import { samplePlan } from '../shared/sample/sample-plan'

const program = sheetProgram()
const reason = program === null ? ' (skipped: LibreOffice, soffice, is not on the path of this machine)' : ''

/** Texts a spreadsheet likes to run, convert, trim or break. */
const hostileTexts = [
  '00123', "'quoted", '=1+1', '-5', '+x', '@home', '1.250', '1,250', '3-15', 'MAR1', '1E5', 'TRUE', 'WAHR', 'a;b', 'a,b', 'a|b', 'a\tb', 'say "x"', '"', 'line\nbreak',
  ' lead', 'trail ', '#part', '(5)', 'ÄÖß€磁', '12:30', '５', '1/2', '15 %', '€ 5', '5,00 €', 'Jan 25', '1 000', "1'000", '0x1F', '-', '=cmd|x!A1', '12345678901234567890', '2026-03-04', '4.3.2026',
]
const plan: PlanDocument = {
  ...samplePlan(), title: '=Q1 "magnets"; 1,250',
  parts: samplePlan().parts.map((part, at) => ({
    ...part, partNumber: at === 0 ? '00010045' : part.partNumber, description: hostileTexts[at] ?? '', supplier: hostileTexts[at + 12] ?? '', note: hostileTexts[at + 24] ?? '',
    overrides: at === 0 ? [{ field: 'safetyStock' as const, value: 1250.125, reason: '-2 weeks', author: '', setDate: '2026-03-04', expiryDate: '2026-12-05' }] : [],
  })),
}
const written = ({ decimal, delimiter }: FileForm): string => writtenPlanFile({ plan, decimal, delimiter, appVersion: '1.4.0', revision: 'rv-mhdwcx' })
const formOf = ({ locale }: SheetRegion): FileForm => ({ 'en-US': fileForms.us, 'en-GB': fileForms.uk, 'de-DE': fileForms.german, 'fr-FR': fileForms.french })[locale]
const idMaker = (prefix: string): string => `${prefix}-zzzzzz`

function read(text: string): PlanFileReading {
  const result = readPlanFile(text, { idMaker })
  if (!result.ok) throw new Error(JSON.stringify(result.problem.slice(0, 4)))
  return result.value
}
const cycle = (files: Readonly<Record<string, string>>, options: Omit<Parameters<typeof sheetCycle>[1], 'program'>) => sheetCycle(files, { program: program ?? '', ...options })

describe.skipIf(program === null)(`plan files through a spreadsheet${reason}`, () => {
  it.each(sheetRegions)('come back equal from a sheet set to $locale after one and two cycles, when written for it', async (region) => {
    for (const times of [1, 2]) {
      const { 'plan.csv': text = '' } = await cycle({ 'plan.csv': written(formOf(region)) }, { region, times })
      const reading = read(text)
      expect(reading.plan).toEqual(canonicalPlan(plan))
      expect(reading.warnings.filter((warning) => !['dates-rewritten', 'other-region'].includes(warning.kind))).toEqual([])
    }
  }, 300_000)

  it.each(sheetRegions)('written for the other kind of region and opened in $locale: read equal, or refused with the region named and the texts offered', async (region) => {
    const other = formOf(region).decimal === 'comma' ? fileForms.us : fileForms.german
    const text = written(other)
    const files = await cycle({ 'own.csv': text }, { region, times: 1 })
    const split = await cycle({ 'right.csv': text }, { region, times: 1, openedWith: other.delimiter })
    expect(verdictOn(files['own.csv'] ?? '')).toBe('equal')
    // A French sheet groups thousands by spaces, so that it leaves numbers with a point alone.
    const named = region.locale.startsWith('en') ? 'English' : 'German'
    expect(verdictOn(split['right.csv'] ?? '')).toBe(region.locale === 'fr-FR' ? 'equal' : `numbers damaged, named as ${named}, texts saved`)
  }, 300_000)
})

/** What becomes of a file that a sheet has saved, in words; anything but these is a damage that was not noticed. */
function verdictOn(text: string): string {
  const result = readPlanFile(text, { idMaker, restoreFrom: plan })
  if (result.ok) return same(result.value.plan) ? 'equal' : 'read, and not equal'
  const damage = result.problem.find((problem) => problem.kind === 'numbers-damaged')
  if (damage === undefined) return `refused: ${result.problem.map((problem) => problem.kind).join(', ')}`
  const texts = planFileTexts(text, plan)
  const saved = texts.ok && same(texts.value.plan) ? 'texts saved' : 'texts lost'
  return `numbers damaged, named as ${/such as (\w+)/u.exec(damage.sentence)?.[1] ?? '?'}, ${saved}`
}

function same(found: PlanDocument): boolean {
  return jsonKey(found as unknown as JsonValue) === jsonKey(canonicalPlan(plan) as unknown as JsonValue)
}
