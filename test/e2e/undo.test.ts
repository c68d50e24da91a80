import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../shared/sample/sample-plan'
import { hosts, openedPlannerWindow } from './hosts'

const [part] = samplePlan().parts
const title = samplePlan().title

async function goToParts(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'This plan' }).getByRole('button', { name: 'Parts' }).click()
  await page.getByRole('heading', { name: 'Parts', exact: true, level: 1 }).waitFor()
}

function onHand(page: Page) {
  return page.getByRole('row').filter({ hasText: part?.partNumber ?? '' }).getByRole('gridcell').filter({ hasText: 'pcs' }).first()
}

describe.each(hosts)('Undo in $name', (host) => {
  it('is named in the bar, is reached by keyboard, and survives the program being killed', async () => {
    const window = await openedPlannerWindow(host)
    const { page } = window
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await goToParts(page)
    const before = await onHand(page).textContent()
    await onHand(page).click()
    await page.keyboard.type('4321')
    // Undo belongs to the field as long as it is open.
    await page.keyboard.press('Enter')
    await expect.poll(() => onHand(page).textContent()).toContain('4,321')
    const undo = page.getByRole('button', { name: /^Undo: / })
    await undo.waitFor()
    await page.getByText('All changes kept').waitFor()

    await page.keyboard.press('Control+z')
    await expect.poll(() => onHand(page).textContent()).toBe(before)
    await page.getByRole('button', { name: /^Redo: / }).click()
    await expect.poll(() => onHand(page).textContent()).toContain('4,321')
    await page.getByText('All changes kept').waitFor()

    const { page: again } = await window.restart('kill')
    await again.getByRole('button', { name: title, exact: true }).click()
    await goToParts(again)
    await expect.poll(() => onHand(again).textContent()).toContain('4,321')
    await again.getByRole('button', { name: /^Undo: / }).click()
    await expect.poll(() => onHand(again).textContent()).toBe(before)
    await again.getByRole('button', { name: /^Redo: / }).waitFor()
  })
})
