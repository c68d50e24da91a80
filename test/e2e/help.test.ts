import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

const looks = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const

describe.each(hosts)('Help in $name', (host) => {
  it('shows a newcomer around in the sample by keyboard, once, and again when asked', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    const tour = page.getByRole('region', { name: 'Tour' })
    await tour.getByText('What to order.').waitFor()
    await tour.getByRole('button', { name: 'Next' }).focus()
    for (const [title, mark] of [['Why so much.', 'why'], ['What politics may bring.', 'weights'], ['Your data.', 'grid'], ['Nothing is lost.', 'versions'], ['Find everything.', 'commands']] as const) {
      await page.keyboard.press('Enter')
      await tour.getByText(title).waitFor()
      await page.locator(`[data-tour-now][data-tour="${mark}"]`).waitFor()
      // The focus stays where the user presses.
      expect(await page.evaluate(() => document.activeElement?.closest('[aria-label="Tour"]') !== null)).toBe(true)
    }
    for (const look of looks) {
      await page.emulateMedia(look)
      expect({ look, problems: await accessibilityProblems(page) }).toEqual({ look, problems: [] })
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    expect(await tour.count()).toBe(0)
    expect(await page.locator('[data-tour-now]').count()).toBe(0)
    await page.getByRole('button', { name: 'Plans', exact: true }).click()
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByText('46 orders; today').waitFor()
    expect(await tour.count()).toBe(0)
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    await page.getByRole('button', { name: 'Show me around' }).click()
    await tour.getByText('1 of 6').waitFor()
    // Escape in a field, or for a menu or dialog, is theirs; from anywhere else it ends the tour.
    await page.getByLabel('Search orders').press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search for a command').press('Escape')
    await page.getByLabel('Search for a command').waitFor({ state: 'detached' })
    expect(await tour.count()).toBe(1)
    await page.getByRole('button', { name: 'Copy', exact: true }).focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => tour.count()).toBe(0)
  })

  it('explains the terms, searched by word, and lists the shortcuts by ?, but not while text is typed', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('heading', { name: 'Plans', level: 1 }).waitFor()
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByLabel('Search the terms').fill('void filed')
    await help.getByText('1 term.').waitFor()
    await help.getByText(/Lodestock planning model, section 3/).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await help.getByLabel('Search the terms').press('?')
    await help.getByText('No term has these words.').waitFor()
    expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.getByText('Fill down or to the right').waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings of Lodestock' }).getByText('Plan library').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('leads from the command palette to any part by its number, and from it to the next by keys', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search for a command').fill('n42uh')
    await page.getByRole('button', { name: /MG-N42UH-PD18/ }).last().waitFor()
    for (const look of looks) {
      await page.emulateMedia(look)
      expect({ look, problems: await accessibilityProblems(page) }).toEqual({ look, problems: [] })
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'MG-N42UH-PD18', level: 1 }).waitFor()
    await page.keyboard.press('Alt+PageDown')
    await page.getByRole('heading', { name: 'MG-N38SH-SRV', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search for a command').fill('Show the inputs')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Inputs', selected: true }).waitFor()
    // What a screen offers by a button stands in the palette without being listed by hand.
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search for a command').fill('Go to Policy timeline')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Policy timeline', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Facts checked today' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search for a command').fill('Facts checked today')
    await page.keyboard.press('Enter')
    await page.getByText('Recorded: you checked the policy facts today.').waitFor()
  })
})
