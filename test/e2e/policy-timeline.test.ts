import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { accessibilityProblems, hosts, openedPlannerWindow, type UiHost } from './hosts'

async function openedTimeline(host: UiHost): Promise<Page> {
  const { page } = await openedPlannerWindow(host)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('button', { name: 'Policy timeline', exact: true }).click()
  await page.getByRole('heading', { name: 'Policy timeline', level: 1 }).waitFor()
  await page.getByText('€1,979,069').first().waitFor()
  return page
}

const weightOf = (page: Page, scenario: string): Promise<string | null> => page.getByRole('slider', { name: scenario, exact: true }).getAttribute('aria-valuetext')

describe.each(hosts)('Policy timeline in $name', (host) => {
  it('asks what became of the pause, and takes the answer into the scenarios, to be undone in one step', async () => {
    const page = await openedTimeline(host)
    await page.getByText(/^The pause .* ended on .*: what happened\?$/).waitFor()
    await page.getByRole('button', { name: 'Lapsed…' }).click()
    await page.getByLabel('Where you know it from').fill('Ministry notice of 9 November')
    await page.getByRole('button', { name: 'Record that it lapsed' }).click()
    await page.getByText('Recorded: the pause lapsed.').waitFor()
    expect(await page.getByText('what happened?').count()).toBe(0)
    expect(await weightOf(page, 'Pause extended')).toBe('0 %')
    expect(await weightOf(page, 'Pause lapsed')).toBe('50 %')
    await page.getByRole('button', { name: /Announcement 57|The pause lapsed/ }).filter({ hasText: 'The pause lapsed' }).first().click()
    await page.getByRole('dialog').getByText('Ministry notice of 9 November').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await page.getByText('what happened?').waitFor()
    expect(await weightOf(page, 'Pause extended')).toBe('50 %')
  })

  it('moves an event by the arrow keys and shows what that does to the cash', async () => {
    const page = await openedTimeline(host)
    const halt = page.locator('svg').getByRole('slider', { name: /Exports are halted/ })
    expect(await halt.getAttribute('aria-valuenow')).toBe(String(civilDate('2027-02-01')))
    await halt.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByText('€594,454').first().waitFor()
    expect(await halt.getAttribute('aria-valuenow')).toBe(String(civilDate('2027-03-01')))
    await page.getByRole('button', { name: /Undo: Move “Exports are halted”/ }).click()
    await page.getByText('€1,979,069').first().waitFor()
  })

  it('keeps the weights at 100 % while one moves, and takes the move as one step', async () => {
    const page = await openedTimeline(host)
    const slider = page.getByRole('slider', { name: 'Escalated', exact: true })
    await slider.focus()
    for (let times = 0; times < 15; times++) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => weightOf(page, 'Escalated')).toBe('0 %')
    const shares = await page.locator('output').allInnerTexts()
    expect(shares.map((text) => Number(text.replace('%', ''))).reduce((sum, share) => sum + share, 0)).toBe(100)
    await page.getByRole('button', { name: /Undo: Weigh 4 scenarios/ }).waitFor()
  })

  it('supersedes a built-in event instead of overwriting it, and takes it back', async () => {
    const page = await openedTimeline(host)
    await page.getByRole('button', { name: /Announcement 57: five more rare earths/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('X-13 · The elements are never listed.').waitFor()
    await drawer.getByRole('button', { name: 'Change it in this plan…' }).click()
    await drawer.getByLabel('In effect from').fill('2027-03-01')
    await drawer.getByLabel('Nominal end').fill('2027-01-01')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await drawer.getByText('the end must lie after the start').waitFor()
    await drawer.getByLabel('Nominal end').fill('')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await page.getByText('now stands in place of the built-in one').waitFor()
    await page.getByRole('button', { name: 'More for the timeline' }).click()
    await page.getByRole('menuitem', { name: 'Reset events to the built-in facts' }).click()
    await page.getByText('The common timeline is the built-in one again.').waitFor()
  })

  it('has nothing that a screen reader or weak eyes cannot use, in light, dark and forced colours, drawer and form included', async () => {
    const page = await openedTimeline(host)
    await page.getByLabel('Show the past').click()
    await page.getByLabel('Show events that only inform').click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: /Announcement 70: the October rules/ }).last().click()
    await page.getByRole('dialog').getByText('Sources').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Change it in this plan…' }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

describe.each(hosts)('Facts in $name', (host) => {
  it('shows every fact of the article with its contradictions, searched by word, without an accessibility problem', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'Facts', exact: true }).click()
    await page.getByRole('tab', { name: 'The article (80)' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByLabel('Search facts').fill('A-LT-01')
    await page.getByText('X-15 · Several weeks or 2–4 weeks.').waitFor()
    for (const [tab, text] of [['Its contradictions (18)', 'Touches'], ['Export volumes', 'Change by its own volumes'], ['From elsewhere (91)', 'Nothing fits the search'], ['Not found (10)', 'Looked for and not found']] as const) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByText(text).first().waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
    }
  })
})
