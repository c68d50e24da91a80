import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow, type UiHost } from './hosts'
import { pdfContent } from './pdf-text'

async function openedReport(host: UiHost): Promise<Awaited<ReturnType<typeof openedPlannerWindow>>> {
  const opened = await openedPlannerWindow(host)
  const { page } = opened
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByRole('heading', { name: 'Report', level: 1 }).waitFor()
  await page.getByText('46 orders; today €1,547,481').waitFor()
  return opened
}

const isShown = (page: Page, name: string): Promise<boolean> => page.getByRole('navigation', { name }).isVisible()

describe.each(hosts)('Report in $name', (host) => {
  it('makes a PDF of several pages with figures, every order and part, and the sources with their contradictions, on white paper out of a dark window', async () => {
    const { page, saving } = await openedReport(host)
    await page.getByLabel('Prepared by').fill('A. Planner')
    await page.emulateMedia({ colorScheme: 'dark' })
    const button = page.getByRole('button', { name: host.kind === 'electron' ? 'Save as PDF' : 'Print' })
    await expect.poll(() => button.isEnabled(), { timeout: 20_000 }).toBe(true)
    const bytes = host.kind === 'electron' ? (await saving(() => button.click())).bytes : await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const { pages, text } = pdfContent(bytes)
    expect(pages).toBeGreaterThan(4)
    expect(pages).toBeLessThan(20)
    for (const wanted of ['Sample: magnets for 2027', 'A. Planner', '€1,979,069', 'MG-LNG44-ROD', '15,750 pcs', 'already too late', 'Assumptions about parts', 'hymagnetics.com', 'X-12', 'date and signature']) {
      expect(text).toContain(wanted.replaceAll(' ', ''))
    }
    if (host.kind === 'local-page') {
      await page.emulateMedia({ media: 'screen' })
      await page.getByLabel('With the levels of all 24 parts').uncheck()
      const shorter = pdfContent(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
      expect(shorter.pages).toBeLessThan(pages)
      expect(shorter.text).not.toContain('Levelsofallparts')
    }
    // Nothing of the window around the report.
    expect(text).not.toContain('Allchangeskept')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await isShown(page, 'Main')).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink'))).toBe('#181b20')
  })

  it('has no accessibility problem in light, dark and forced colours, nor for a plan without parts', async () => {
    const { page } = await openedReport(host)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await page.getByRole('heading', { name: 'Contradictions in the sources' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.getByRole('button', { name: 'New plan' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').press('Enter')
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await page.getByText('Nothing to report yet').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
