import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow, type PlannerWindow, type UiHost } from './hosts'

/** Windows text with a title, a held cell, a part written otherwise, a blank line and a proved total. */
const stockList = [
  'Bestandsliste Werk 0101;;;', '',
  'Materialnummer;Bezeichnung;Frei verwendbar;Prüfer',
  'MG-N42SH-281205;Läufermagnet;12.400;K. Weber', 'MG-N48H-241004;Läufermagnet;8.000;K. Weber', 'MG-N45-221006;Magnet;41.500,5;K. Weber', 'MG-Y35-3016;Ring;1O0;K. Weber', 'mg-n45m-1005;Generator;12.000;K. Weber',
  ';;;', 'Summe;;73.900,5;',
].join('\r\n')
const askingList = 'Material,On hand\nMG-N42SH-281205,"1,250"\nMG-N48H-241004,"2,500"\n'

async function openedImport(host: UiHost, name: string, text: string | Uint8Array): Promise<PlannerWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
  const window = await openedPlannerWindow(host)
  await window.page.getByRole('button', { name: 'Open the sample' }).click()
  await window.page.getByRole('button', { name: 'Import', exact: true }).click()
  await window.page.getByRole('heading', { name: 'Import', level: 1 }).waitFor()
  await window.choosing(join(folder, name), () => window.page.getByRole('button', { name: 'Choose a file' }).click())
  return window
}

describe.each(hosts)('Import in $name', (host) => {
  it('reads a German stock list, has a cell mended and a part matched, and imports it as one step', { timeout: 60_000 }, async () => {
    const { page, saving } = await openedImport(host, 'Bestand.csv', stockList)
    await page.getByText(/^Windows text, semicolons between cells, decimal comma \(proved by 41\.500,5 on line 6\)/).waitFor()
    expect(await page.getByRole('list', { name: '10 lines' }).innerText()).toMatch(/4\s+imported[\s\S]*1\s+held[\s\S]*4\s+skipped[\s\S]*1\s+of headings/)
    expect(await accessibilityProblems(page)).toEqual([])
    const rejected = await saving(() => page.getByRole('button', { name: 'Save rejected rows…' }).click())
    expect(rejected.bytes.toString('utf8')).toContain('MG-Y35-3016;Ring;1O0;K. Weber;7;Line 7, Frei verwendbar: “1O0” is not a number.')
    await page.getByLabel('Frei verwendbar on line 7', { exact: true }).fill('100')
    await page.keyboard.press('Enter')
    await page.getByText('What could not be read').waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: 'Part meant by mg-n45m-1005' }).click()
    await page.getByRole('option', { name: /^MG-N45M-1005/ }).click()
    await page.getByText('Update 5 parts, 0 held, 4 lines skipped').waitFor()
    await page.getByRole('button', { name: 'Import into the plan' }).click()
    await page.getByText(/^Imported: 5 parts updated/).waitFor()
    await page.getByRole('button', { name: 'Undo: Import of Bestand.csv' }).waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'detached' })
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('asks whether 1,250 is a thousand, and never guesses', async () => {
    const { page } = await openedImport(host, 'stock.csv', askingList)
    await page.getByText('One thing the file does not tell').waitFor()
    expect(await page.getByRole('button', { name: 'Import into the plan' }).isDisabled()).toBe(true)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Decimal point 1,250 = 1250' }).press('Enter')
    await page.getByRole('row', { name: /^MG-N42SH-281205 Stock on hand/ }).waitFor()
    // The question is gone; the keyboard goes on with what follows from the answer.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('change-heading')
    expect(await page.getByRole('row', { name: /^MG-N42SH-281205 Stock on hand/ }).innerText()).toMatch(/96,000\s+1,250\s+over fivefold/)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' })
    await page.getByRole('combobox', { name: 'Field of On hand' }).click()
    await page.getByRole('option', { name: 'Allocated' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Take back the last answer' }).click()
    await page.getByText('One thing the file does not tell').waitFor()
  })

  it('reads another sheet of a workbook, chosen by the keyboard', async () => {
    const { page } = await openedImport(host, 'works.xlsx', readFileSync(new URL('../fixtures/import/excel-several-sheets.xlsx', import.meta.url)))
    await page.getByText(/^A workbook, sheet “Stock & safety”: 2 parts/).waitFor()
    const sheets = page.getByRole('combobox', { name: 'Sheet' })
    await sheets.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Open orders (2 rows)' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(/^A workbook, sheet “Open orders”: 1 order line/).waitFor()
    expect(await sheets.inputValue()).toBe('Open orders (2 rows)')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('joins cells that a comma has split, and keeps the last of several lines for a part', async () => {
    const { page } = await openedImport(host, 'split.csv', 'Material,Description,On hand\nMG-N42SH-281205,Block, coated,12000\nMG-N48H-241004,Ring,7\nMG-N48H-241004,Ring,8\n')
    await page.getByText('The same part on several lines (2)').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Join “MG-N42SH-281205” and “Block” on line 2' }).press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Rows with too many cells (1)').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Keep the last of each' }).press('Enter')
    await page.getByText('What could not be read').waitFor({ state: 'detached' })
    await page.getByText('Update 2 parts, 0 held, 1 line skipped').waitFor()
    await page.getByRole('list', { name: 'Your answers' }).getByText('Of several lines for one part: The last').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('says of a file with nothing in it that can be read what is wrong', async () => {
    const { page } = await openedImport(host, 'notes.csv', 'just\nsome\nnotes\n')
    await page.getByText('Nothing of this file can be imported yet').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Leave this file' }).first().click()
    await page.getByText('Drop a file from your ERP here').waitFor()
  })
})
