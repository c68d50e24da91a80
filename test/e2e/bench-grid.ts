import type { CDPSession, Page } from 'playwright-core'
import type { PlanLibrary } from '../../electron/storage/plan-library'
import { largePlan } from '../fixtures/large-plan'
import { calibrationMs, median, round, withBenchPage } from './bench-page'

/** Budgets of the design, section 5 of ui.md, for 10,000 rows on two cores; milliseconds. */
const budgetsMs = { firstPaint: 600, cpuPerScrollStep: 15, paste50x5: 100, undo50000Cells: 50 }

/**
 * Measures the grid in the built product: the local page in Chromium, a plan of many parts, every column shown.
 *
 * Times of the page are wall times unless they say CPU, which is the time of its main thread alone. `calibrationMs` is the
 * time of a fixed piece of work in the same page, so that runs on busy and idle machines can be compared.
 */
export function benchGrid(partCount: number): Promise<object> {
  const prepare = (library: PlanLibrary): void => {
    library.createPlan({ title: 'Large', plan: { ...largePlan(partCount), title: 'Large' } })
    library.storeSetting('parts-column-sets', { own: [], chosen: 'All', current: null })
  }
  return withBenchPage(prepare, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const { fromPlanMs, fromScreenMs: firstPaintMs } = await firstPaint(page)
    // The workers would share the cores with what is measured.
    await untilComputed(page)
    const calibration = await calibrationMs(page)
    const columns = Number(await page.locator('[role=grid]').getAttribute('aria-colcount'))
    const scroll = await scrolled(page, cdp)
    const paste = await pasted(page, cdp)
    const undo = await undone(page, cdp, partCount)
    return {
      partCount, columns, budgetsMs, calibrationMs: calibration, firstPaintMs, planArrivedToPaintMs: fromPlanMs, scroll, paste, undo,
      ratios: { firstPaintToCalibration: round(firstPaintMs / calibration), pasteToCalibration: round(paste.medianMs / calibration), undoToCalibration: round(undo.medianMs / calibration) },
      withinBudget: {
        firstPaint: firstPaintMs <= budgetsMs.firstPaint, scroll: scroll.cpuPerStepMs <= budgetsMs.cpuPerScrollStep, noBlankFrames: scroll.blankFrames === 0,
        paste: paste.medianMs <= budgetsMs.paste50x5, undo: undo.medianMs <= budgetsMs.undo50000Cells,
      },
    }
  })
}

/** From the answer that holds the plan, and from the click on the screen's name, to the frame that shows the grid with its rows. */
async function firstPaint(page: Page): Promise<{ readonly fromPlanMs: number; readonly fromScreenMs: number }> {
  const rail = page.getByRole('navigation')
  await page.getByRole('button', { name: 'Large', exact: true }).click()
  await rail.getByText('Parts', { exact: true }).click({ timeout: 60_000 })
  await watchGrid(page)
  const fromPlanMs = await page.evaluate(async () => {
    const at = await (globalThis as unknown as { readonly painted: Promise<number> }).painted
    const arrived = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith('/api/planParts')) as PerformanceResourceTiming
    return at - arrived.responseEnd
  })
  const times: number[] = []
  await untilComputed(page)
  for (let count = 0; count < 5; count++) {
    await rail.getByText('Policy timeline', { exact: true }).click()
    await page.getByRole('grid', { name: 'Parts' }).waitFor({ state: 'detached' })
    await page.waitForTimeout(1000)
    await watchGrid(page)
    times.push(
      await page.evaluate(async () => {
        const link = [...document.querySelectorAll<HTMLElement>('nav a, nav button')].find(({ textContent }) => textContent === 'Parts')
        const start = performance.now()
        link?.click()
        return (await (globalThis as unknown as { readonly painted: Promise<number> }).painted) - start
      }),
    )
  }
  return { fromPlanMs: round(fromPlanMs), fromScreenMs: median(times) }
}

async function watchGrid(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve) => {
      const look = (): void => {
        if (document.querySelector('[role=grid] [data-row]') === null) requestAnimationFrame(look)
        // The message comes after the frame in which the rows were found has been painted.
        else requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      }
      look()
    })
    Object.assign(globalThis, { painted })
  })
}

async function untilComputed(page: Page): Promise<void> {
  await page.waitForTimeout(2000)
  await page.getByRole('progressbar', { name: 'Computing' }).waitFor({ state: 'detached', timeout: 240_000 })
}

async function cpuSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Steps of ten rows, and leaps; a frame is blank when a place of the body has no row in it as the frame is made. */
async function scrolled(page: Page, cdp: CDPSession) {
  const steps = 150
  const run = (kind: 'steps' | 'leaps' | 'sideways') =>
    page.evaluate(
      async ([way, count]) => {
        const grid = document.querySelector('[role=grid]') as HTMLElement
        const box = grid.getBoundingClientRect()
        let blank = 0
        for (let step = 0; step < (count as number); step++) {
          if (way === 'steps') grid.scrollTop += 300
          else if (way === 'leaps') grid.scrollTop = (step * 77_773) % grid.scrollHeight
          else grid.scrollLeft = (step * 310) % grid.scrollWidth
          await new Promise((resolve) => requestAnimationFrame(resolve))
          const holes = [0.1, 0.5, 0.9].flatMap((down) => [0.1, 0.5, 0.9].map((across) => [box.left + box.width * across, box.top + 40 + (box.height - 60) * down] as const))
          if (holes.some(([x, y]) => document.elementFromPoint(x, y)?.closest('[data-row] [data-column]') == null)) blank++
        }
        return blank
      },
      [kind, steps] as const,
    )
  await run('steps')
  await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0))
  const before = await cpuSeconds(cdp)
  const blankInSteps = await run('steps')
  const cpuPerStepMs = round((1000 * ((await cpuSeconds(cdp)) - before)) / steps)
  const blankInLeaps = await run('leaps')
  const blankSideways = await run('sideways')
  await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0))
  return { steps, cpuPerStepMs, blankFrames: blankInSteps + blankInLeaps + blankSideways, framesLooked: 3 * steps }
}

/** From the paste event to the frame that shows what was pasted. */
async function pasted(page: Page, cdp: CDPSession) {
  const times: Timing[] = []
  for (let turn = 0; turn < 7; turn++) {
    await activate(page, 'moq')
    const block = Array.from({ length: 50 }, (_, row) => [1000 + row + turn, 1 + row, 30 + turn, '5000.5', 700 + row].join('\t')).join('\n')
    times.push(await gesture(page, cdp, { kind: 'paste', text: block }))
  }
  return { cells: 250, ...summary(times) }
}

async function undone(page: Page, cdp: CDPSession, partCount: number) {
  const times: Timing[] = []
  const pasteTimes: Timing[] = []
  for (let count = 0; count < 5; count++) {
    await activate(page, 'moq')
    await page.keyboard.press('Control+Space')
    for (let right = 0; right < 4; right++) await page.keyboard.press('Shift+ArrowRight')
    pasteTimes.push(await gesture(page, cdp, { kind: 'paste', text: `${5 + count}\t${1 + count}\t${21 + count}\t${9000 + count}\t${2 + count}` }))
    times.push(await gesture(page, cdp, { kind: 'undo', text: '' }))
  }
  return { cells: 5 * partCount, ...summary(times), pasteMedianMs: median(pasteTimes.map(({ ms }) => ms)) }
}

async function activate(page: Page, column: string): Promise<void> {
  // Headings outside of what is in sight are not there.
  await page.evaluate(async (id) => {
    const grid = document.querySelector('[role=grid]') as HTMLElement
    for (grid.scrollLeft = 0; document.querySelector(`[data-heading="${id}"]`) === null; grid.scrollLeft += 400) await new Promise((resolve) => requestAnimationFrame(resolve))
    document.querySelector(`[data-heading="${id}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' })
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }, column)
  const index = await page.locator(`[data-heading="${column}"]`).getAttribute('aria-colindex')
  await page.locator(`[aria-rowindex="2"] [aria-colindex="${index}"]`).click()
}

/** Wall time until the change is painted, and the main thread's own time until then. */
type Timing = { readonly ms: number; readonly cpuMs: number }

async function gesture(page: Page, cdp: CDPSession, of: { readonly kind: 'paste' | 'undo'; readonly text: string }): Promise<Timing> {
  const before = await cpuSeconds(cdp)
  const time = await page.evaluate(async ({ kind, text }) => {
    const cell = document.activeElement as HTMLElement
    const textBefore = cell.textContent
    const start = performance.now()
    if (kind === 'paste') {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    } else cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
    while ((document.activeElement as HTMLElement).textContent === textBefore) await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      requestAnimationFrame(() => port2.postMessage(null))
    })
    return performance.now() - start
  }, of)
  const cpuMs = round(1000 * ((await cpuSeconds(cdp)) - before))
  // What is computed anew afterwards is not part of it.
  await page.waitForTimeout(1500)
  await page.getByRole('progressbar', { name: 'Computing' }).waitFor({ state: 'detached', timeout: 240_000 })
  return { ms: round(time), cpuMs }
}

function summary(times: readonly Timing[]) {
  return { medianMs: median(times.map(({ ms }) => ms)), worstMs: Math.max(...times.map(({ ms }) => ms)), cpuMedianMs: median(times.map(({ cpuMs }) => cpuMs)) }
}
