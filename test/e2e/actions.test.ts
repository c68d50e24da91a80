import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planLibrary } from '../../electron/storage/plan-library'
import { samplePlan } from '../../shared/sample/sample-plan'
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

  it('says what changed since the last version and leads to what that does', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await page.getByRole('button', { name: 'Save a version' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Before the meeting')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'MG-YXG28-ARC22', exact: true }).first().click()
    await page.getByRole('tab', { name: 'Inputs' }).click()
    await page.getByLabel('Minimum order').fill('2000')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').getByRole('button', { name: 'Actions', exact: true }).click()
    await page.getByText(/Since “Before the meeting” of .*: 1 part changed\./).waitFor()
    await page.getByRole('button', { name: 'See what it does to the safety stock' }).click()
    await page.getByRole('heading', { name: 'Compare', level: 1 }).waitFor()
    await page.getByText('MG-YXG28-ARC22').first().waitFor()
  })

  it('says of an empty plan what to do first', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('button', { name: 'New plan' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').fill('Magnets 2028')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'No parts yet' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('counts orders instead of money where no part has a unit cost, and leads to the parts that run out', async () => {
    const { page, choosing, dataFolder } = await openedPlannerWindow(host)
    const path = join(dataFolder, '..', 'own.csv')
    writeFileSync(path, 'part number;unit;origin;material;grade;lead time (days);lead time sd (days);transit (days);usage per week;usage sd per week;on hand\nMG-1;pcs;CN;ndfeb-sintered;N42SH;84;12;33;350;90;2400\n')
    await choosing(path, () => page.getByRole('button', { name: 'Import a file' }).click())
    await page.getByRole('button', { name: 'Open the plan' }).or(page.getByRole('heading', { name: 'Actions', level: 1 })).first().waitFor()
    const open = page.getByRole('button', { name: 'Open the plan' })
    if ((await open.count()) > 0) await open.click()
    await page.getByText('1 of them today; no unit cost is known').waitFor()
    await page.getByText('no part has a unit cost; enter them on Parts').waitFor()
    await page.getByRole('button', { name: 'show them' }).first().click()
    await page.getByText(/Lasts until .* at mean usage/).first().waitFor()
  })

  it('counts nothing as good or bad where no part has figures', async () => {
    const { parts, ...rest } = samplePlan()
    const plan = { ...rest, assemblies: [], parts: parts.map((part, index) => ({ ...part, usage: index % 2 === 0 ? { kind: 'history' as const } : { kind: 'stated' as const, per: 'week' as const, mean: 0, sd: null }, usageHistory: [], forecast: [] })) }
    const { page } = await openedPlannerWindow(host, {
      prepare: (dataFolder) => {
        const opened = planLibrary({ folder: dataFolder })
        if (!opened.ok) throw new Error(opened.problem.sentence)
        opened.value.library.createPlan({ title: plan.title, plan })
        opened.value.library.close()
      },
    })
    await page.getByRole('button', { name: plan.title, exact: true }).click()
    await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    await expect.poll(() => page.getByText('no part has figures yet; “What deserves a look” says what they lack').count()).toBe(4)
    expect(await page.getByText('€0').count()).toBe(0)
    expect(await page.locator('[data-tone=good]').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('navigation').getByText('Policy timeline', { exact: true }).click()
    await expect.poll(() => page.getByText('no part has figures yet; Actions says what they lack').count()).toBe(4)
    expect(await page.locator('[data-tone=good]').count()).toBe(0)
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await expect.poll(() => page.getByText('no part has figures yet', { exact: true }).count()).toBe(5)
    expect(await page.getByText('€0').count()).toBe(0)
  })
})
