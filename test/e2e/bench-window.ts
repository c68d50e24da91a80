import type { Page } from 'playwright-core'
import { largePlan } from '../fixtures/large-plan'
import { calibrationMs, mainThreadWork, median, round, withBenchPage, type BenchPage, type MainThreadWork } from './bench-page'

/** Budgets of the planner's screens, on two cores; milliseconds unless they say otherwise. */
const budgets = { sliderFramesPerSecond: 30, settle: 3000, firstVisibleRows: 200, editToFreshFigures: 50, longestTask: 50, openToFirstTable: 1000 }

/** What the measurements look at in the page, at every frame. */
type PageLooks = { readonly looks: { readonly frame: () => Promise<number>; readonly heading: () => string | undefined } & Readonly<Record<'isActionsTable' | 'isStale' | 'isRowStale' | 'isEditedStale' | 'isComputing', () => boolean>> }
const pageLooks = `globalThis.looks = {
  frame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
  heading: () => document.querySelector('main h1')?.textContent,
  isActionsTable: () => document.querySelector('main h1')?.textContent === 'Actions' && document.querySelector('main table tbody tr') !== null,
  isStale: () => [...document.querySelectorAll('main .visually-hidden')].some(({ textContent }) => textContent.includes('being computed anew')),
  isRowStale: () => {
    // Rows that are drawn ahead of the scroll are not in sight.
    const { top, bottom } = document.querySelector('[role=grid]').getBoundingClientRect()
    return [...document.querySelectorAll('[data-row] [data-tone=stale]')].some((cell) => {
      const row = cell.closest('[data-row]').getBoundingClientRect()
      return row.top >= top && row.bottom <= bottom
    })
  },
  isEditedStale: () => document.querySelector('[aria-rowindex="3"] [data-tone=stale]') !== null,
  isComputing: () => document.querySelector('[role=progressbar][aria-label=Computing]') !== null,
}`

const sliderParts = 500
const sliderSteps = 60

/**
 * Measures the planner's window in the built product: the local page in Chromium, its default screens.
 *
 * Times are by the clock unless they say CPU, which is the time of the page's main thread alone: on a machine that does
 * other work besides, only that can be held against a budget. `calibrationMs` is the time of a fixed piece of work in the
 * same page. A settled plan is one in which every figure is fresh.
 */
export async function benchWindow(partCount: number): Promise<object> {
  return withBenchPage(
    (library) => {
      for (const [title, count] of [['Small', sliderParts], ['Large', partCount]] as const) library.createPlan({ title, plan: { ...largePlan(count), title } })
    },
    async (bench) => {
      const { page } = bench
      await page.evaluate(pageLooks)
      await page.getByRole('button', { name: 'Small', exact: true }).click()
      await goTo(page, 'Policy timeline')
      await settled(page)
      const calibration = await calibrationMs(page)
      const slider = await dragged(bench)
      await page.getByRole('navigation').getByText('Plans', { exact: true }).click()
      await page.getByRole('button', { name: 'Large', exact: true }).waitFor()
      const open = await mainThreadWork(bench, () => opened(page))
      const screens: Record<string, object> = {}
      for (const [name, shown] of [['Parts', '[role=grid] [data-row]'], ['Policy timeline', 'main svg [role=button], main table'], ['Calendar', 'main section ul li'], ['Actions', 'main table tbody tr'], ['Report', 'main article table tbody tr']] as const) {
        screens[name] = withoutValue(await mainThreadWork(bench, () => shownAfter(page, name, shown)), 'shownMs')
      }
      await goTo(page, 'Parts')
      await page.locator('[role=grid] [data-row]').first().waitFor()
      const edits: (MainThreadWork & { readonly value: number })[] = []
      for (let turn = 0; turn < 7; turn++) edits.push(await mainThreadWork(bench, () => editedCell(page, 5000 + turn)))
      await page.waitForTimeout(1500)
      await page.locator('[role=grid] [role=rowheader]').first().click()
      screens['Part'] = withoutValue(await mainThreadWork(bench, () => openedPart(page)), null)
      await goTo(page, 'Policy timeline')
      await settled(page)
      const weight = await mainThreadWork(bench, () => weighed(page))
      await goTo(page, 'Parts')
      await page.waitForTimeout(1500)
      const undo = await mainThreadWork(bench, () => undoneOnParts(page))

      const editMs = median(edits.map(({ value }) => value))
      const editCpuMs = median(edits.map(({ longestTaskCpuMs }) => longestTaskCpuMs))
      const longest = Math.max(open.longestTaskCpuMs, weight.longestTaskCpuMs, undo.longestTaskCpuMs, ...edits.map(({ longestTaskCpuMs }) => longestTaskCpuMs), ...Object.values(screens).map((each) => (each as MainThreadWork).longestTaskCpuMs))
      return {
        bench: 'window', partCount, budgets, calibrationMs: calibration,
        slider: { parts: sliderParts, steps: sliderSteps, ...slider },
        open: { ...open, ...open.value, value: undefined },
        screens,
        edit: { toFreshFiguresMs: editMs, longestTaskCpuMs: editCpuMs, worstMs: Math.max(...edits.map(({ value }) => value)) },
        weight: { ...weight, ...weight.value, value: undefined },
        undoOfWeight: { ...undo, ...undo.value, value: undefined },
        ratios: { sliderStepCpuToCalibration: round(slider.cpuPerStepMs / calibration), editToCalibration: round(editMs / calibration), longestTaskCpuToCalibration: round(longest / calibration) },
        withinBudget: {
          slider: slider.framesPerSecond >= budgets.sliderFramesPerSecond, settle: undo.value.settledMs <= budgets.settle, firstVisibleRows: undo.value.firstRowsMs <= budgets.firstVisibleRows,
          edit: editMs <= budgets.editToFreshFigures, longestTaskCpu: longest <= budgets.longestTask, openToFirstTable: open.value.firstTableMs <= budgets.openToFirstTable,
        },
      }
    },
  )
}

function withoutValue<Value>({ value, ...work }: MainThreadWork & { readonly value: Value }, name: string | null): object {
  return name === null ? work : { [name]: value, ...work }
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).click({ timeout: 60_000 })
}

/** Waits until the figures on a screen are fresh and nothing is under way. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.waitForFunction(() => document.querySelector('main [data-stale], main [data-tone=stale], [role=progressbar][aria-label=Computing]') === null, null, { timeout: 600_000 })
}

/** Opens the large plan on its first screen: to the first table with rows, and until all is fresh, measured in the page from the click. */
async function opened(page: Page): Promise<{ readonly hostMs: number; readonly firstTableMs: number; readonly settledMs: number }> {
  return page.evaluate(async () => {
    const { frame, isActionsTable, isComputing } = (globalThis as unknown as PageLooks).looks
    const until = async (isSo: () => boolean): Promise<number> => {
      while (!isSo()) await frame()
      return performance.now()
    }
    const start = performance.now()
    ;[...document.querySelectorAll<HTMLElement>('main button')].find(({ textContent }) => textContent === 'Large')?.click()
    const firstTable = await until(isActionsTable)
    const settledAt = await until(() => isActionsTable() && !isComputing() && document.querySelector('main [data-stale]') === null)
    // The plan and its parts, which come in slices.
    const calls = performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime >= start && /\/api\/(openPlan|planParts)$/.test(name))
    return { hostMs: Math.round(Math.max(...calls.map((call) => call.startTime + call.duration)) - start), firstTableMs: Math.round(firstTable - start), settledMs: Math.round(settledAt - start) }
  })
}

/** From a press in the navigation to the frame that shows what the screen is for; what follows is watched for some seconds more. */
async function shownAfter(page: Page, screen: string, shown: string): Promise<number> {
  const ms = await page.evaluate(
    async ([name, selector]) => {
      const { frame, heading } = (globalThis as unknown as PageLooks).looks
      const start = performance.now()
      ;[...document.querySelectorAll<HTMLElement>('nav a, nav button')].find(({ textContent }) => textContent === name)?.click()
      while (heading() !== name || document.querySelector(selector as string) === null) {
        await frame()
        if (performance.now() - start > 120_000) return -1
      }
      return performance.now() - start
    },
    [screen, shown] as const,
  )
  await page.waitForTimeout(3000)
  return round(ms)
}

async function openedPart(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Recommendation' }).waitFor()
  await page.waitForTimeout(2000)
}

/** Moves the handle of a scenario's weight a step with every frame, as fast as the page draws. */
async function dragged(bench: BenchPage): Promise<{ readonly framesPerSecond: number; readonly medianFrameMs: number; readonly longestFrameMs: number; readonly cpuPerStepMs: number; readonly longestTaskCpuMs: number; readonly settledAfterMs: number }> {
  const { page } = bench
  const work = await mainThreadWork(bench, () =>
    page.evaluate(async (steps) => {
      const { frame, isStale } = (globalThis as unknown as PageLooks).looks
      const thumb = [...document.querySelectorAll<HTMLElement>('[role=slider]')].at(-1) as HTMLElement
      const track = (thumb.closest('[class*=trackContainer]') ?? thumb.parentElement) as HTMLElement
      track.scrollIntoView({ block: 'center' })
      const box = track.getBoundingClientRect()
      const at = (share: number) => ({ clientX: box.left + box.width * share, clientY: box.top + box.height / 2, bubbles: true, cancelable: true, button: 0, buttons: 1 })
      const before = thumb.getAttribute('aria-valuenow')
      track.dispatchEvent(new MouseEvent('mousedown', at(0.1)))
      const frames: number[] = []
      let last = await frame()
      for (let step = 0; step < steps; step++) {
        document.dispatchEvent(new MouseEvent('mousemove', at(0.1 + (0.8 * step) / steps)))
        const now = await frame()
        frames.push(now - last)
        last = now
      }
      if (thumb.getAttribute('aria-valuenow') === before) throw new Error('the slider did not move')
      document.dispatchEvent(new MouseEvent('mouseup', at(0.9)))
      const released = performance.now()
      await frame()
      await frame()
      while (isStale()) await frame()
      return { frames, settledAfterMs: performance.now() - released }
    }, sliderSteps),
  )
  const { frames, settledAfterMs } = work.value
  const total = frames.reduce((sum, each) => sum + each, 0)
  return {
    framesPerSecond: round((1000 * frames.length) / total), medianFrameMs: median(frames), longestFrameMs: round(Math.max(...frames)),
    cpuPerStepMs: round(work.cpuMs / sliderSteps), longestTaskCpuMs: work.longestTaskCpuMs, settledAfterMs: round(settledAfterMs),
  }
}

/** One step of a weight by the keyboard on the policy timeline, until its headline figures are fresh. */
async function weighed(page: Page): Promise<{ readonly settledMs: number }> {
  await page.locator('[role=slider]').last().focus()
  const settledMs = await page.evaluate(async () => {
    const { frame, isStale } = (globalThis as unknown as PageLooks).looks
    const start = performance.now()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
    while (!isStale()) await frame()
    while (isStale()) await frame()
    return performance.now() - start
  })
  await page.waitForTimeout(3000)
  return { settledMs: round(settledMs) }
}

/** Takes the change of the weight back on the Parts screen: until the rows in sight are fresh, and until all are. */
async function undoneOnParts(page: Page): Promise<{ readonly firstRowsMs: number; readonly settledMs: number }> {
  const times = await page.evaluate(async () => {
    const { frame, isRowStale, isComputing } = (globalThis as unknown as PageLooks).looks
    const start = performance.now()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
    while (!isRowStale()) await frame()
    while (isRowStale()) await frame()
    const rows = performance.now()
    // The bar comes after a second; without one everything was done before.
    while (performance.now() - start < 1500 && !isComputing()) await frame()
    const hasBar = isComputing()
    while (isComputing()) await frame()
    return { firstRowsMs: rows - start, settledMs: hasBar ? performance.now() - start : 1000 }
  })
  return { firstRowsMs: round(times.firstRowsMs), settledMs: round(times.settledMs) }
}

/** Types a quantity into a cell and presses Enter: until the figures of its part are fresh on screen. */
async function editedCell(page: Page, quantity: number): Promise<number> {
  const heading = page.locator('[data-heading="onHand"]')
  const index = await heading.getAttribute('aria-colindex')
  await page.locator(`[aria-rowindex="3"] [aria-colindex="${index}"]`).click()
  await page.keyboard.type(String(quantity))
  const ms = await page.evaluate(async () => {
    const { frame, isEditedStale } = (globalThis as unknown as PageLooks).looks
    const start = performance.now()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    let wasStale = isEditedStale()
    // Its figures go stale in the same frame, and come back fresh in a later one.
    for (let count = 0; count < 600 && !(wasStale && !isEditedStale()); count++) {
      await frame()
      wasStale ||= isEditedStale()
    }
    return wasStale ? performance.now() - start : -1
  })
  await page.waitForTimeout(400)
  return round(ms)
}
