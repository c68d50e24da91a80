import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow, type UiHost } from './hosts'

async function openedPart(host: UiHost, partNumber: string): Promise<Page> {
  const { page } = await openedPlannerWindow(host)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('button', { name: partNumber, exact: true }).first().click()
  await page.getByRole('heading', { name: partNumber, level: 1 }).waitFor()
  return page
}

describe.each(hosts)('Part in $name', (host) => {
  it('tells why MG-YXG28-ARC22 needs 10,501: contributions that add up, other levels, the formula, controls and sources', async () => {
    const page = await openedPart(host, 'MG-YXG28-ARC22')
    await page.getByText('ERP today: 900 pcs, which gives 44.6 %').waitFor()
    await page.getByRole('img', { name: /Demand variability \+1,764, .*Other scenarios \+8,257, .*Safety stock 10,501/ }).waitFor()
    expect(await page.getByRole('row', { name: /Without controls/ }).innerText()).toMatch(/2,052\s+5,661\s+77\.0 %\s+81\.8 %/)
    await page.getByText('15,070 − 4,569 = 10,501 pcs, rounded up to 10,501 pcs.').waitFor()
    await page.getByText('made in CN and its material is listed (SmCo 2:17)').waitFor()
    await page.getByText('The events behind it, with their sources').click()
    await page.getByText('X-13 · The elements are never listed.').first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('keeps a level set by hand with its reason beside the computed one, and takes it back', async () => {
    const page = await openedPart(host, 'MG-YXG28-ARC22')
    await page.getByRole('button', { name: 'Set a level by hand…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Set it' }).click()
    await dialog.getByText('Say why, so that others can follow it.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Value' }).fill('4000')
    await dialog.getByRole('textbox', { name: /Why/ }).fill('Second source from March')
    await dialog.getByRole('textbox', { name: /Who decides it/ }).fill('K. Weber')
    await dialog.getByRole('button', { name: 'Set it' }).click()
    await page.getByText('Safety stock set by hand: 4,000 pcs; computed: 10,501 pcs').waitFor()
    await page.getByText(/Second source from March — K\. Weber/).waitFor()
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => page.getByText('set by hand:').count()).toBe(0)
  })

  it('records a licence grant on an open order, which then comes sooner, as one step to undo', async () => {
    const page = await openedPart(host, 'MG-YXG28-ARC22')
    await page.getByRole('tab', { name: /Open orders/ }).click()
    const status = page.getByRole('combobox', { name: /Licence of/ }).or(page.getByRole('textbox', { name: /Licence of/ })).first()
    await expect.poll(() => page.getByRole('cell', { name: /20\d\d.*20\d\d/ }).count()).toBeGreaterThan(0)
    const before = await status.inputValue()
    await page.getByRole('button', { name: /^More for / }).first().click()
    await page.getByRole('menuitem', { name: 'Its licence was granted' }).click()
    await expect.poll(() => status.inputValue()).toBe('granted')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: /Undo: Record a licence grant/ }).click()
    await expect.poll(() => status.inputValue()).toBe(before)
  })

  it('shows usage with the window that counts and takes inputs, refusing what is wrong with a sentence', async () => {
    const page = await openedPart(host, 'MG-YXG28-ARC22')
    await page.getByRole('tab', { name: 'Usage' }).click()
    await page.getByText('Mean of the window: 1,390').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('tab', { name: 'Inputs' }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByLabel('Minimum order').fill('12x')
    await page.keyboard.press('Enter')
    await page.getByText('“12x” has “x” beside the number; enter the number alone, in pcs.').waitFor()
    await page.getByLabel('Minimum order').fill('2000')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Undo: Change the inputs of MG-YXG28-ARC22/ }).waitFor()
    await page.getByRole('button', { name: 'Next part' }).click()
    await page.getByRole('heading', { name: 'MG-YXG28-TWT', level: 1 }).waitFor()
  })
})
