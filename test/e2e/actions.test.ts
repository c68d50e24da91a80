import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

describe.each(hosts)('Actions in $name', (host) => {
  it('says first what to order, the most urgent on top, with cost, licence, dates and reason', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    await page.getByText(/46 orders; today €1,547,481/).waitFor()
    const table = page.getByRole('region', { name: 'Orders to place in the next two weeks' })
    const top = table.getByRole('row').nth(1)
    const said = await top.innerText()
    expect(said).toContain('MG-N42UH-PD18')
    expect(said).toContain('15,750 pcs')
    expect(said).toContain('€77,175')
    expect(said).toContain('individual')
    expect(said).toContain('already too late')
    expect(said).toContain('below the reorder point of 19,846 pcs')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByLabel('Search orders').fill('RT-EAX')
    await expect.poll(() => table.getByRole('row').count()).toBe(3)
    await page.getByLabel('Search orders').fill('no such part')
    await page.getByText('No order fits.').waitFor()
    await page.getByRole('button', { name: /Unknown chemistry on a critical part/ }).click()
    await page.getByText('it is not known whether a control applies').waitFor()
  })

  it('says of an empty plan what to do first', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'New plan' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').fill('Magnets 2028')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'No parts yet' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
