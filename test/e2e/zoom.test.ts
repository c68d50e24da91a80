import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openedPlannerWindow } from './hosts'

/** By how much a screen is wider than its window, pixels; what scrolls within itself, such as a table, does not count. */
async function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0))
  })
}

// A window of 1280 x 720 zoomed to 200 % has 640 x 360 pixels to lay out in.
it.each([
  { width: 1280, height: 720 },
  { width: 640, height: 360 },
])('no screen scrolls sideways in a window of $width x $height', async (viewport) => {
  const { page } = await openedPlannerWindow({ kind: 'local-page', name: 'the local page' }, { viewport })
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
  const wide: string[] = []
  const look = async (name: string): Promise<void> => {
    if ((await sidewaysPixels(page)) > 1) wide.push(name)
  }
  const rail = page.getByRole('navigation').getByRole('button')
  for (const button of await rail.all()) {
    const name = (await button.getAttribute('aria-label')) ?? (await button.innerText())
    if (name === 'Plans') continue
    await button.click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(name)
  }
  await page.getByRole('navigation').getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('button', { name: 'MG-N48H-241004', exact: true }).first().click()
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await page.getByRole('tabpanel').waitFor()
    await look(await tab.innerText())
  }
  expect(wide).toEqual([])
})
