import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { planLibrary } from '../../electron/storage/plan-library'
import { samplePlan } from '../../shared/sample/sample-plan'
import { valueOf } from '../electron/library-fixture'
import { largePlan } from '../fixtures/large-plan'
import { accessibilityProblems, hosts, openedPlannerWindow, type PlannerWindow, type UiHost } from './hosts'

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Parts' })
/** The cell of a column by its heading, in a row counted from 0. */
async function cell(page: Page, row: number, column: string): Promise<Locator> {
  // Only columns in sight are there; others are brought into sight first.
  const place = await page.evaluate(async (id) => {
    const element = document.querySelector('[role=grid]') as HTMLElement
    const heading = (): Element | null => document.querySelector(`[data-heading="${id}"]`)
    if (heading() === null) element.scrollLeft = 0
    for (let step = 0; heading() === null && step < 60; step++) {
      element.scrollLeft += 300
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return heading()?.getAttribute('aria-colindex') ?? null
  }, column)
  expect(place, `the column ${column} is shown`).not.toBeNull()
  return grid(page).locator(`[aria-rowindex="${row + 2}"] [aria-colindex="${place}"]`)
}
const textOf = async (page: Page, row: number, column: string): Promise<string> => ((await (await cell(page, row, column)).locator('span').first().textContent()) ?? '').replace(/\. .*$/, '')
const status = (page: Page): Locator => grid(page).locator('xpath=..').getByRole('status')
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    const place = activeElement?.closest('[data-row]')?.getAttribute('data-row')
    return `${activeElement?.getAttribute('role')} ${place ?? 'heading'} ${activeElement?.getAttribute('aria-colindex')}`
  })

/** Puts text on the clipboard as another program would, and pastes it by the page's own event. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function opened(host: UiHost, of: { readonly parts?: number; readonly title?: string; readonly isEmpty?: boolean; readonly columnSet?: string } = {}): Promise<PlannerWindow> {
  const title = of.title ?? 'Magnets'
  const window = await openedPlannerWindow(host, {
    viewport: { width: 1440, height: 900 },
    prepare: (folder) => {
      const { library } = valueOf(planLibrary({ folder }))
      const plan = of.parts === undefined ? samplePlan() : largePlan(of.parts)
      valueOf(library.createPlan({ title, plan: { ...plan, title, ...(of.isEmpty === true ? { parts: [], assemblies: [] } : {}) } }))
      if (of.columnSet !== undefined) valueOf(library.storeSetting('parts-column-sets', { own: [], chosen: of.columnSet, current: null }))
      valueOf(library.close())
    },
  })
  const { page } = window
  await page.getByRole('button', { name: title, exact: true }).click()
  await page.getByRole('navigation').getByText('Parts', { exact: true }).click()
  await grid(page).waitFor()
  return window
}

describe.each(hosts)('the parts grid in $name', (host) => {
  it('pastes 50 x 5 with decimal commas and points, says what it read, and takes it all back at once', async () => {
    const { page } = await opened(host, { parts: 60, columnSet: 'All' })
    // Minimum order, lot, cap on cover, largest order, ERP safety stock stand side by side.
    await (await cell(page, 0, 'moq')).click()
    const before = await textOf(page, 0, 'moq')
    const block = Array.from({ length: 50 }, (_, row) => [`1.0${10 + row}`, `${row + 1},5`, '30.5', row === 7 ? 'ten' : '5000.25', '1,250'].join('\t')).join('\r\n')
    await paste(page, block)
    await expect.poll(() => status(page).textContent()).toContain('50 x 5 pasted:')
    // The first column proves nothing and the others prove both signs, so it is refused rather than guessed; so is the last.
    expect(await status(page).textContent()).toBe(
      '50 x 5 pasted: 149 cells changed, 101 refused. Numbers read with a decimal comma, proved by 1,5, and with a decimal point, proved by 30.5.',
    )
    await page.getByRole('region', { name: 'Refused cells' }).getByText('is two numbers').first().waitFor()
    expect(await textOf(page, 0, 'lotMultiple')).toContain('1.5')
    expect(await textOf(page, 0, 'capCoverDays')).toContain('30.5')
    expect(await textOf(page, 0, 'moq')).toBe(before)
    await page.getByRole('button', { name: 'Close the list' }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => textOf(page, 0, 'capCoverDays')).not.toContain('30.5')

    await (await cell(page, 0, 'moq')).click()
    await paste(page, '1.250,5\t2\n3.000\t4')
    await expect.poll(() => status(page).textContent()).toBe('2 x 2 pasted: 4 cells changed. Numbers read with a decimal comma, proved by 1.250,5.')
    expect(await textOf(page, 1, 'moq')).toContain('3,000')
    expect(await page.getByRole('button', { name: 'Undo: Paste of 4 cells' }).count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => textOf(page, 0, 'moq')).toBe(before)
    expect(await textOf(page, 1, 'moq')).not.toContain('3,000')
  })

  it('is edited by the keyboard alone', async () => {
    const { page } = await opened(host)
    await (await cell(page, 0, 'partNumber')).focus()
    const onHand = Number(await page.locator('[data-heading="onHand"]').getAttribute('aria-colindex'))
    for (let column = 1; column < onHand; column++) await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe(`gridcell 0 ${onHand}`)
    await page.keyboard.type('1234')
    await page.keyboard.press('Enter')
    expect(await textOf(page, 0, 'onHand')).toContain('1,234')
    expect(await focused(page)).toBe(`gridcell 1 ${onHand}`)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    expect(await textOf(page, 0, 'onHand')).toContain('12,345')
    expect(await focused(page)).toBe(`gridcell 0 ${onHand + 1}`)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('77')
    await page.keyboard.press('Escape')
    expect(await textOf(page, 0, 'onHand')).toContain('12,345')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect.poll(() => textOf(page, 2, 'onHand')).toContain('12,345')
    expect(await status(page).textContent()).toBe('3 x 1 filled: 2 cells changed.')
    await page.keyboard.press('Control+z')
    await expect.poll(() => textOf(page, 2, 'onHand')).not.toContain('12,345')
    await page.keyboard.press('Delete')
    expect(await status(page).textContent()).toContain('refused')
    await page.getByText('it may not be empty').first().waitFor()
    await page.keyboard.press('Control+End')
    expect(await focused(page)).toMatch(/^gridcell 23 /)
    await page.keyboard.press('Control+Home')
    expect(await focused(page)).toBe('rowheader 0 1')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe('columnheader heading 1')
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-heading="partNumber"]').getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-heading="partNumber"]').getAttribute('aria-sort')).toBe('descending')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') === null)).toBe(true)
  })

  it('chooses from a list by its first letter, and by the list itself', async () => {
    const { page } = await opened(host, { columnSet: 'Policy' })
    await (await cell(page, 0, 'licenceRoute')).click()
    await page.keyboard.type('e')
    expect(await page.getByRole('combobox', { name: /^Licence route of / }).inputValue()).toBe('Exempt')
    await page.keyboard.press('Enter')
    await expect.poll(() => textOf(page, 0, 'licenceRoute')).toBe('Exempt')
    await (await cell(page, 1, 'licenceRoute')).dblclick()
    await page.getByRole('combobox', { name: /^Licence route of / }).selectOption('General licence')
    await expect.poll(() => textOf(page, 1, 'licenceRoute')).toBe('General licence')
    await (await cell(page, 0, 'contractEnd')).click()
    await paste(page, '31.12.2027')
    await expect.poll(() => textOf(page, 0, 'contractEnd')).toContain('2027')
  })

  it('refuses a wrong value where it is typed, and says why', async () => {
    const { page } = await opened(host)
    await (await cell(page, 0, 'onHand')).click()
    await page.keyboard.type('-3')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('the stock on hand is -3; enter 0 or more').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await (await cell(page, 0, 'safetyStock')).click()
    await page.keyboard.type('5')
    expect(await status(page).textContent()).toContain('Safety stock is computed')
  })

  it('selects and fills with the mouse, moves and resizes columns, and opens the menu of a heading', async () => {
    const { page } = await opened(host)
    const center = async (locator: Locator): Promise<{ readonly x: number; readonly y: number }> => {
      const box = await locator.boundingBox()
      if (box === null) throw new Error('not in sight')
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const drag = async (from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): Promise<void> => {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
      await page.mouse.move(to.x, to.y)
      await page.mouse.up()
    }
    await drag(await center(await cell(page, 1, 'onHand')), await center(await cell(page, 3, 'allocated')))
    expect(await status(page).textContent()).toBe('3 x 2 cells selected.')
    expect(await grid(page).locator('[aria-selected="true"]').count()).toBe(6)
    await (await cell(page, 1, 'onHand')).click()
    await drag(await center(page.locator('[data-fill-handle]')), await center(await cell(page, 4, 'onHand')))
    await expect.poll(() => status(page).textContent()).toBe('4 x 1 filled: 3 cells changed.')
    expect(await textOf(page, 4, 'onHand')).toBe(await textOf(page, 1, 'onHand'))

    const heading = (id: string): Locator => page.locator(`[data-heading="${id}"]`)
    const place = async (id: string): Promise<number> => Number(await heading(id).getAttribute('aria-colindex'))
    const before = await place('allocated')
    await drag(await center(heading('allocated')), { x: (await center(heading('supplier'))).x - 40, y: (await center(heading('supplier'))).y })
    await expect.poll(() => place('allocated')).toBe(before - 2)
    const width = (await heading('supplier').boundingBox())?.width ?? 0
    const edge = await heading('supplier').boundingBox()
    await drag({ x: (edge?.x ?? 0) + width - 1, y: (edge?.y ?? 0) + 10 }, { x: (edge?.x ?? 0) + width + 59, y: (edge?.y ?? 0) + 10 })
    await expect.poll(async () => (await heading('supplier').boundingBox())?.width).toBe(width + 60)
    await heading('supplier').hover()
    await heading('supplier').locator('[data-menu-mark]').click()
    await page.getByRole('menuitem', { name: 'Hide' }).click()
    await expect.poll(() => heading('supplier').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('columnheader')
  })

  it('is usable at 200 % zoom, with no sideways scrolling of the page', async () => {
    const { page } = await opened(host)
    await page.setViewportSize({ width: 640, height: 360 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && (document.querySelector('main')?.scrollWidth ?? 0) <= (document.querySelector('main')?.clientWidth ?? 0))).toBe(true)
    await expect.poll(() => grid(page).locator('[data-row="0"] [data-frozen]').count()).toBe(1)
    await (await cell(page, 0, 'onHand')).click()
    await page.keyboard.type('42')
    await page.keyboard.press('Enter')
    expect(await textOf(page, 0, 'onHand')).toContain('42')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('opens a part by Enter on its number, and comes back to it with search and order as they were', async () => {
    const { page } = await opened(host)
    await page.getByRole('textbox', { name: 'Find parts' }).fill('rotor')
    await page.getByText(/^\d+ of 24 parts$/).waitFor()
    await page.locator('[data-heading="partNumber"]').click()
    await (await cell(page, 2, 'partNumber')).click()
    const partNumber = await textOf(page, 2, 'partNumber')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: partNumber }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await grid(page).waitFor()
    await expect.poll(() => focused(page)).toBe('rowheader 2 1')
    expect(await textOf(page, 2, 'partNumber')).toBe(partNumber)
    expect(await page.locator('[data-heading="partNumber"]').getAttribute('aria-sort')).toBe('ascending')
    await (await cell(page, 1, 'partNumber')).dblclick()
    await page.getByRole('heading', { level: 1, name: partNumber }).waitFor({ state: 'detached' })
    await grid(page).waitFor({ state: 'detached' })
  })

  it('prints every part as a plain table', async () => {
    const { page } = await opened(host)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('table[aria-label="Parts"] tbody tr').count()).toBe(24)
    expect(await page.locator('table[aria-label="Parts"]').isVisible()).toBe(true)
    expect(await grid(page).isVisible()).toBe(false)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('table[aria-label="Parts"]').count()).toBe(0)
  })

  it('copies raw values as text and as a table', async () => {
    const { page } = await opened(host)
    await (await cell(page, 0, 'onHand')).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
    })
    const [first, second] = samplePlan().parts
    expect(copied.text).toBe(`${first?.onHand}\t${first?.allocated}\r\n${second?.onHand}\t${second?.allocated}`)
    expect(copied.html).toContain(`<td>${first?.onHand}</td>`)
  })

  it('finds, filters, adds, duplicates and deletes parts', async () => {
    const { page } = await opened(host)
    await page.getByRole('textbox', { name: 'Find parts' }).fill('ferrite')
    await page.getByText(/^\d+ of 24 parts$/).waitFor()
    await page.getByRole('button', { name: 'Show all parts' }).click()
    await page.getByRole('button', { name: 'Material' }).click()
    await page.getByRole('checkbox', { name: /^SmCo 2:17/ }).check()
    await page.keyboard.press('Escape')
    await page.getByText(/^\d+ of 24 parts$/).waitFor()
    await page.getByRole('button', { name: 'Add a part' }).click()
    await page.getByText('25 parts', { exact: true }).waitFor()
    await expect.poll(() => focused(page)).toBe('rowheader 24 1')
    await page.keyboard.type('MG-NEW-1')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Duplicate' }).click()
    await page.getByText('26 parts', { exact: true }).waitFor()
    await expect.poll(() => textOf(page, 25, 'partNumber')).toBe('MG-NEW-1 copy')
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('25 parts', { exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('26 parts', { exact: true }).waitFor()
  })

  it('changes a field of all selected parts in one step', async () => {
    const { page } = await opened(host)
    await (await cell(page, 0, 'supplier')).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Change selected' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'New value' }).fill('Kitasawa Magnetics KK')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Change 2 parts' }).click()
    await expect.poll(() => textOf(page, 1, 'supplier')).toBe('Kitasawa Magnetics KK')
    expect(await page.getByRole('button', { name: 'Undo: Change Supplier of 2 parts' }).count()).toBe(1)
  })

  it('keeps the chosen columns for the next time', async () => {
    const window = await opened(host)
    await window.page.getByText('Policy', { exact: true }).click()
    await window.page.locator('[data-heading="originCountry"]').waitFor({ state: 'attached' })
    await window.page.getByRole('button', { name: 'Columns', exact: true }).click()
    await window.page.getByRole('checkbox', { name: 'Made in' }).uncheck()
    await window.page.getByRole('textbox', { name: 'Save as a set of your own' }).fill('Mine')
    await window.page.getByRole('button', { name: 'Save', exact: true }).click()
    await window.page.keyboard.press('Escape')
    await window.page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[value="Mine"]')?.checked)
    const { page } = await window.restart()
    await page.getByRole('button', { name: 'Magnets', exact: true }).click()
    await page.getByRole('navigation').getByText('Parts', { exact: true }).click()
    await page.locator('[data-heading="rareEarthOriginCountry"]').waitFor({ state: 'attached' })
    expect(await page.locator('input[value="Mine"]').isChecked()).toBe(true)
    expect(await page.locator('[data-heading="originCountry"]').count()).toBe(0)
  })

  // The page is the same on both hosts: each look is gone through on one of them.
  it.each(host.kind === 'electron' ? ['light', 'forced colours'] : ['dark'])('has nothing that axe finds wrong: %s', async (look) => {
    const { page } = await opened(host)
    await page.emulateMedia(look === 'forced colours' ? { forcedColors: 'active' } : { colorScheme: look === 'dark' ? 'dark' : 'light' })
    for (const set of ['Stock', 'Lead time', 'Policy', 'Results', 'All']) {
      await page.getByText(set, { exact: true }).click()
      await (await cell(page, 2, 'status')).click()
      await page.keyboard.press('Shift+ArrowDown')
      expect({ set, problems: await accessibilityProblems(page) }).toEqual({ set, problems: [] })
    }
    await page.locator('[data-heading="status"]').click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('menu').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Supplier' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('button', { name: 'Show all', exact: true }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Find parts' }).fill('no such part')
    await page.getByText('No part matches').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  }, 90_000)

  it('explains a heading to the pointer and to the keyboard, until Escape', async () => {
    const { page } = await opened(host)
    await page.getByText('Results', { exact: true }).click()
    await (await cell(page, 0, 'safetyStock')).click()
    await page.keyboard.press('ArrowUp')
    const note = page.getByRole('tooltip')
    await note.getByText('It is the reorder point less the mean usage').waitFor()
    expect(await page.locator('[data-heading="safetyStock"]').getAttribute('aria-describedby')).toBe(await note.getAttribute('id'))
    for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const) {
      await page.emulateMedia(look)
      expect(await accessibilityProblems(page)).toEqual([])
    }
    await page.keyboard.press('Escape')
    await note.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-heading'))).toBe('safetyStock')
    await page.locator('[data-heading="reorderPoint"]').hover()
    await note.getByText('Order when the inventory position is below it.').first().waitFor()
    await note.hover()
    await page.getByRole('textbox', { name: 'Find parts' }).hover()
    await note.waitFor({ state: 'detached' })
  })

  it('says what to do where there are no parts', async () => {
    const { page } = await opened(host, { isEmpty: true })
    await page.getByText('This plan has no parts yet').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Add a part' }).first().click()
    await page.getByText('1 part', { exact: true }).waitFor()
    await expect.poll(() => focused(page)).toBe('rowheader 0 1')
  })

  it('says its true size and places with two thousand rows, wherever one has scrolled', async () => {
    const { page } = await opened(host, { parts: 2000 })
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('2001')
    await (await cell(page, 3, 'onHand')).click()
    const held = await focused(page)
    await grid(page).evaluate((element) => element.scrollTo(0, 45_000))
    await expect.poll(() => grid(page).locator('[data-row="1510"]').count()).toBe(1)
    // The active cell keeps the focus although it is far out of sight.
    expect(await focused(page)).toBe(held)
    expect(await grid(page).locator('[data-row="1510"]').getAttribute('aria-rowindex')).toBe('1512')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(/^gridcell 4 /)
    expect(await grid(page).evaluate((element) => element.scrollTop)).toBeLessThan(200)
  }, 60_000)
})
