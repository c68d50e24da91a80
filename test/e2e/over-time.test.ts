import { describe, expect, it } from 'vitest'
import { planLibrary } from '../../electron/storage/plan-library'
import { valueOf } from '../electron/library-fixture'
import { largePlan } from '../fixtures/large-plan'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

describe.each(hosts)('Over time in $name', (host) => {
  it('projects a part’s stock, says when to order and how long it lasts after a stop, and proves its levels in words', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'MG-N48H-241004', exact: true }).first().click()
    await page.getByRole('tab', { name: 'Over time' }).click()
    await page.getByRole('img', { name: /^Projected stock of MG-N48H-241004\./ }).waitFor()
    await page.getByText('The last day to order and be out before it with nine chances in ten').first().waitFor()
    await page.getByText(/^In half of the futures it lasts \d+ days from then/).waitFor()
    await page.getByText(/^With your ERP level you would be short in \d+ of 100 futures; with the recommended level in/).waitFor()
    await page.getByText(/^With your ERP level you would have been short in/).waitFor()
    await page.getByText('Usage met at once that would not have been').waitFor()
    await page.getByRole('slider', { name: /Read Projected stock/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(/^Week 1 ·/).first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('lists what stands in the calendar and saves it as a file that a calendar takes', async () => {
    const { page, saving } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'Calendar' }).click()
    const save = page.getByRole('button', { name: 'Save as .ics' })
    await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    const { fileName, bytes } = await saving(() => save.click())
    expect(fileName).toMatch(/\.ics$/)
    expect(bytes.toString()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/)
  })

  it('fills the calendar of a large plan bit by bit, and can be cancelled and taken up again', async () => {
    const { page } = await openedPlannerWindow(host, {
      prepare: (dataFolder) => {
        const { library } = valueOf(planLibrary({ folder: dataFolder }))
        library.createPlan({ title: 'Large', plan: { ...largePlan(3000), title: 'Large' } })
        library.close()
      },
    })
    await page.getByRole('button', { name: 'Large', exact: true }).click()
    await page.getByRole('navigation').getByText('Calendar', { exact: true }).click()
    await page.locator('main section li').first().waitFor()
    // What is known stands there before everything is.
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Not up to date.').waitFor()
    const save = page.getByRole('button', { name: 'Save as .ics' })
    expect(await save.isDisabled()).toBe(true)
    expect(await page.locator('main section li').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Work it out' }).click()
    await expect.poll(() => save.isEnabled(), { timeout: 40_000 }).toBe(true)
  }, 90_000)

  it('says which product stops first when shipments stop, and for want of which magnet', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'If shipments stop' }).click()
    await page.getByText(/stops first: in half of the futures after \d+ days, on .*, mostly for want of MG-/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByLabel('Nothing leaves from').fill('2020-01-01')
    await page.getByText(/^Choose a day from/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
