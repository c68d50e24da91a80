import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

describe.each(hosts)('Export in $name', (host) => {
  it('saves a table as a workbook and in a region, and the plan for a colleague', async () => {
    const { page, saving } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    await page.keyboard.press('Control+Shift+s')
    await page.getByRole('heading', { name: 'Export', level: 1 }).waitFor()
    const save = page.getByRole('button', { name: 'Save the table' })
    await expect.poll(() => save.isEnabled(), { timeout: 15_000 }).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    const workbook = await saving(() => save.click())
    expect(workbook.fileName).toMatch(/results\.xlsx$/)
    const [sheet] = await readExcelFile(workbook.bytes)
    const levels = sheet?.data.find((row) => row.includes('MG-YXG28-ARC22'))
    expect(levels).toContain(10_501)

    await page.getByText('CSV', { exact: true }).click()
    await page.getByRole('radio', { name: /^Parts/ }).click()
    await page.getByRole('combobox', { name: 'Region' }).or(page.getByRole('textbox', { name: 'Region' })).first().click()
    await page.getByRole('option', { name: /^German/ }).click()
    await expect.poll(() => save.isEnabled(), { timeout: 15_000 }).toBe(true)
    const csv = await saving(() => save.click())
    expect(csv.bytes.toString()).toMatch(/^\uFEFFpart id;|^\uFEFFpart number;/)
    expect(csv.bytes.toString()).toContain('7,6')
    const plan = await saving(() => page.getByRole('button', { name: 'Save the plan file' }).click())
    expect(plan.bytes.toString()).toContain('safety stock plan')
  })
})
