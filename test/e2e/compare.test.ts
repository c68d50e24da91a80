import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import type { Part } from '../../shared/plan/part-schema'
import { accessibilityProblems, hosts, openedPlannerWindow, type PlannerWindow, type UiHost } from './hosts'

/** The plan file as a colleague sends it back: stock and MOQ of two parts changed, one part deleted. */
function changedByColleague(bytes: Buffer): string {
  const reading = readPlanFile(bytes.toString('utf8').replace(/^\ufeff/u, ''), { idMaker: (prefix) => `${prefix}-zzzzzz` })
  if (!reading.ok) throw new Error(reading.problem.map(({ sentence }) => sentence).join(' '))
  const { plan, decimal, delimiter, revision } = reading.value
  const change = (part: Part): Part => (part.partNumber === 'MG-N48H-241004' ? { ...part, onHand: 20_000 } : part.partNumber === 'MG-N42SH-281205' ? { ...part, moq: 99_000, onHand: 60_000 } : part)
  const parts = plan.parts.filter(({ partNumber }) => partNumber !== 'MG-Y35-3016').map(change)
  const assemblies = plan.assemblies.map((assembly) => ({ ...assembly, uses: assembly.uses.filter(({ partId }) => parts.some(({ id }) => id === partId)) }))
  return writtenPlanFile({ plan: { ...plan, parts, assemblies }, decimal, delimiter, appVersion: '0.1.0', savedBy: 'K. Weber', ...(revision === null ? {} : { basedOn: revision }) })
}

async function openedWithColleaguesFile(host: UiHost): Promise<PlannerWindow & { readonly colleaguesFile: string }> {
  const window = await openedPlannerWindow(host)
  const { page, saving } = window
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-compare-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const saved = await saving(() => page.getByRole('button', { name: 'Save the plan file' }).click())
  const colleaguesFile = join(folder, 'from-weber.plan.csv')
  writeFileSync(colleaguesFile, changedByColleague(saved.bytes))
  return { ...window, colleaguesFile }
}

async function importedText(page: PlannerWindow['page'], text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByLabel('Or paste a table with its headings').fill(text)
  await page.getByRole('button', { name: 'Read the pasted table' }).click()
  await page.getByRole('button', { name: 'Import into the plan' }).click()
  await page.getByText(/^Imported: /).waitFor()
}

describe.each(hosts)('Compare in $name', (host) => {
  it('merges a colleague’s file with one conflict, decided side by side, as one step', { timeout: 60_000 }, async () => {
    const { page, choosing, colleaguesFile } = await openedWithColleaguesFile(host)
    await importedText(page, 'Material\tOn hand\nMG-N48H-241004\t30000\nMG-N45-221006\t80000\n')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByText('A colleague’s file', { exact: true }).click()
    await choosing(colleaguesFile, () => page.getByRole('button', { name: 'Choose a plan file' }).click())
    const conflict = page.getByRole('group', { name: 'Stock on hand' })
    await conflict.waitFor()
    expect(await page.getByRole('button', { name: 'Merge into this plan' }).isDisabled()).toBe(true)
    expect(await conflict.innerText()).toMatch(/Before\s+41,200[\s\S]*Mine\s+30,000[\s\S]*From K\. Weber\s+20,000/)
    await conflict.getByText(/^safety stock .* reorder point/).first().waitFor()
    await page.getByText(/^1 change of yours is kept$/).waitFor()
    expect(await page.getByRole('checkbox', { name: /^Do it: part MG-Y35-3016/ }).isChecked()).toBe(false)
    expect(await page.getByRole('row', { name: /MG-Y35-3016 Deleted by them/ }).innerText()).toMatch(/[\d,]+ to 0 pcs/)
    expect(await accessibilityProblems(page)).toEqual([])
    await conflict.getByRole('radio', { name: /^From K\. Weber/ }).check()
    await page.getByText('2 taken, 1 kept, 1 conflict decided, 1 deletion declined', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Merge into this plan' }).click()
    await page.getByRole('heading', { name: 'Merged' }).waitFor()
    await page.getByRole('button', { name: /^Undo: Merge/ }).waitFor()
  })

  it('shows what a change since a version did, adding up, in dark and in forced colours', { timeout: 60_000 }, async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').getByRole('textbox').fill('Before the meeting')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await importedText(page, 'Material\tPrice (EUR)\tMOQ\nMG-N48H-241004\t1.42\t1000\n')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByRole('combobox', { name: 'Version' }).click()
    await page.getByRole('option', { name: /^Before the meeting/ }).click()
    await page.getByRole('row', { name: /MG-N48H-241004 Unit cost 0.71 1.42/ }).waitFor()
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
