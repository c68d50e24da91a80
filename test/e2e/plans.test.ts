import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { samplePlan } from '../../shared/sample/sample-plan'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

const sampleTitle = 'Sample: magnets for 2027'

async function openedSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await shownPlan(page)
}

/** Waits for an open plan, whatever its first screen is. */
async function shownPlan(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'This plan' }).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function goToParts(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'This plan' }).getByRole('button', { name: 'Parts' }).click()
  await page.getByRole('heading', { name: 'Parts', exact: true, level: 1 }).waitFor()
}

async function backToPlans(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Plans' }).click()
  await page.getByRole('heading', { name: 'Plans', exact: true }).waitFor()
}

/** Looks at what is on screen in every appearance. */
async function expectAccessible(page: Page): Promise<void> {
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const) {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...media })
    expect(await accessibilityProblems(page), JSON.stringify(media)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
}

describe.each(hosts)('Plans in $name', (host) => {
  it('says what to do where there is nothing, and opens the sample', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('heading', { name: 'No plans yet' }).waitFor()
    await expectAccessible(page)
    await openedSample(page)
    await goToParts(page)
    expect(await page.title()).toBe('Parts · Lodestock')
    await page.getByRole('rowheader', { name: samplePlan().parts[0]?.partNumber ?? '' }).waitFor()
    await expectAccessible(page)
  })

  it('makes, copies, finds, throws away and takes back plans by the keyboard alone', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'New plan' }).focus()
    await page.keyboard.press('Enter')
    const title = page.getByRole('textbox', { name: 'Title' })
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await page.getByText('The name is empty; enter at least one letter or digit.').waitFor()
    await expectAccessible(page)
    await page.keyboard.type('Wind 2027')
    await page.keyboard.press('Enter')
    await shownPlan(page)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await expectAccessible(page)

    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Search for a command' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.type('go to the pl')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Plans', exact: true }).waitFor()

    await page.getByRole('button', { name: 'More for Wind 2027' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Title of the copy' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Wind 2027 (copy)', exact: true }).waitFor()

    await page.keyboard.press('Control+f')
    await page.keyboard.type('COPY wind')
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual(['Wind 2027 (copy)'])
    await page.getByRole('button', { name: 'More for Wind 2027 (copy)' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Move to the trash' }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor()
    await expectAccessible(page)

    await page.getByRole('radio', { name: 'Plans 1' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Take back: Wind 2027 (copy)' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Delete for good: Wind 2027 (copy)' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('this cannot be taken back').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Take back: Wind 2027 (copy)' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor()
    await page.getByText('Plans 2', { exact: true }).waitFor()
  })

  it('keeps a version under a name and restores it', async () => {
    const { page } = await openedPlannerWindow(host)
    await openedSample(page)
    await page.keyboard.press('Control+s')
    await page.getByRole('textbox', { name: 'Name' }).fill('For Thursday')
    await page.keyboard.press('Enter')
    await page.getByText('Saved “For Thursday”.').waitFor()
    await backToPlans(page)
    await page.getByRole('button', { name: `More for ${sampleTitle}` }).click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await page.getByText('For Thursday', { exact: true }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Restore: version/ }).first().click()
    await page.getByText(/is as it was/).waitFor()
  })

  it('writes a plan as a file and reads it back', async () => {
    const window = await openedPlannerWindow(host)
    const { page } = window
    await openedSample(page)
    await backToPlans(page)
    await page.getByRole('button', { name: `More for ${sampleTitle}` }).click()
    const saved = await window.saving(() => page.getByRole('menuitem', { name: 'Save a copy as a file' }).click())
    expect(saved.bytes.length).toBeGreaterThan(1000)
    const folder = mkdtempSync(join(tmpdir(), 'lodestock-spec-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, saved.fileName)
    writeFileSync(path, saved.bytes)
    await window.choosing(path, () => page.getByRole('button', { name: 'Import a file' }).click())
    await page.getByRole('list', { name: 'This plan' }).or(page.getByRole('button', { name: 'Open the plan' })).first().waitFor()
    const opens = page.getByRole('button', { name: 'Open the plan' })
    if (await opens.isVisible()) {
      await expectAccessible(page)
      await opens.click()
    }
    await shownPlan(page)
    await goToParts(page)
    await page.getByRole('rowheader', { name: samplePlan().parts[0]?.partNumber ?? '' }).waitFor()
    await backToPlans(page)
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(2)
  })

  it('says what is wrong with a file that holds no plan, and changes nothing', async () => {
    const window = await openedPlannerWindow(host)
    const { page } = window
    const folder = mkdtempSync(join(tmpdir(), 'lodestock-spec-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'minutes of the meeting.csv')
    writeFileSync(path, 'Dear all;\nplease find attached\n')
    await window.choosing(path, () => page.getByRole('button', { name: 'Import a file' }).click())
    const alert = page.getByRole('alert').filter({ hasText: 'minutes of the meeting.csv is no plan and no parts table of Lodestock' })
    await alert.waitFor()
    expect((await alert.textContent())?.length).toBeGreaterThan(80)
    await expectAccessible(page)
    await alert.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('heading', { name: 'No plans yet' }).waitFor()
  })

  it('takes an export of an ERP into a new plan, to its import', async () => {
    const window = await openedPlannerWindow(host)
    const { page } = window
    const folder = mkdtempSync(join(tmpdir(), 'lodestock-spec-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'Magnete Werk 1.csv')
    writeFileSync(path, 'Material;Materialkurztext;ME;Frei verwendbar;Planlieferzeit\nMG-1000;Rotormagnet;ST;1500;84\nMG-1001;Ring;ST;;60\n')
    await window.choosing(path, () => page.getByRole('button', { name: 'Import a file' }).click())
    await page.getByRole('button', { name: 'Import it into a new plan' }).click()
    await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor()
    await page.getByText('Magnete Werk 1', { exact: true }).first().waitFor()
    await page.getByText('Materialkurztext').first().waitFor()
    await expectAccessible(page)
  })

  it('has the plans after the program was killed', async () => {
    const window = await openedPlannerWindow(host)
    await openedSample(window.page)
    const { page } = await window.restart('kill')
    await page.getByRole('button', { name: sampleTitle, exact: true }).click()
    await shownPlan(page)
  })

  it('fits a screen of 1280 x 720 and a zoom of 200 % without sideways scrolling', async () => {
    const { page } = await openedPlannerWindow(host, { viewport: { width: 1280, height: 720 } })
    const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
    const main = (): Promise<number> => page.evaluate(() => (document.querySelector('main')?.scrollWidth ?? 0) - (document.querySelector('main')?.clientWidth ?? 0))
    await openedSample(page)
    await goToParts(page)
    for (const viewport of [{ width: 1280, height: 720 }, { width: 640, height: 360 }]) {
      await page.setViewportSize(viewport)
      expect([await overflow(), await main()], `parts at ${viewport.width}`).toEqual([0, 0])
    }
    await backToPlans(page)
    expect([await overflow(), await main()], 'plans at 640').toEqual([0, 0])
    await page.getByRole('button', { name: sampleTitle, exact: true }).waitFor()
  })

  it('keeps the chosen appearance for the next start', async () => {
    const window = await openedPlannerWindow(host)
    const scheme = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    await window.page.getByRole('button', { name: 'Appearance' }).click()
    await window.page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => scheme(window.page)).toBe('dark')
    const again = await window.restart()
    await again.page.getByRole('heading', { name: 'Plans', exact: true }).waitFor()
    expect(await scheme(again.page)).toBe('dark')
  })
})
