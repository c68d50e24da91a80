/**
 * The same specs on every host of the window. A spec looks like this, in `test/e2e/<what>.test.ts`:
 *
 *     import { describe, expect, it } from 'vitest'
 *     import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'
 *
 *     describe.each(hosts)('Plans in $name', (host) => {
 *       it('opens the sample', async () => {
 *         const { page } = await openedPlannerWindow(host)
 *         await page.getByRole('button', { name: 'Open the sample' }).click()
 *         await page.getByRole('heading', { name: 'Parts' }).waitFor()
 *         expect(await accessibilityProblems(page)).toEqual([])
 *       })
 *     })
 *
 * Run it: `vitest run --config test/e2e/vitest.config.ts test/e2e/plans.test.ts` (builds what is older than its sources).
 *
 * - Each window has a data folder of its own, removed when the spec ends; `prepare` fills it beforehand, with `planLibrary`.
 * - A spec fails at its end when the page threw, wrote an error or warning on its console, or broke the content security
 *   policy; `complaints()` says what so far, and a spec that provokes some takes them with `takeComplaints()`.
 * - `choosing` and `saving` answer a file dialog on the desktop and the browser's own picker and download on the local page.
 * - `restart` ends the program, or kills it, and opens the same folder again.
 * - Dark: `await page.emulateMedia({ colorScheme: 'dark' })`. Pictures: `await page.screenshot({ path })`.
 * - Avoid: `page.url()`, absolute addresses, paths of one system, waiting by time. Wait for what the user would see.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, ElectronApplication, Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { launchBrowser, repositoryFolder } from '../shell/browser'
import { launchApp } from '../shell/launch'
import { pageMessagesLogged, watchedPage, type Complaints } from './page-complaints'

/** A program that shows the planner's window. */
export type UiHost = { readonly kind: 'electron' | 'local-page'; readonly name: string }

/** Every host that shows a window. */
export const hosts: readonly UiHost[] = [
  { kind: 'electron', name: 'the desktop window' },
  { kind: 'local-page', name: 'the local page' },
]

/** A file that the user's machine received. */
export type SavedContent = { readonly fileName: string; readonly bytes: Buffer }

/** An open window with its program. */
export type PlannerWindow = {
  readonly page: Page
  /** Folder of the plan library. */
  readonly dataFolder: string
  /** The desktop program under Playwright; null on the local page. */
  readonly app: ElectronApplication | null
  /** What went wrong in the page so far. */
  readonly complaints: () => readonly string[]
  /** The same, and forgets them: for a spec that provokes some. */
  readonly takeComplaints: () => readonly string[]
  /** How many there have been, forgotten ones included. */
  readonly heardCount: () => number
  /** Does something that asks for a file, and answers with one. */
  readonly choosing: (path: string, action: () => Promise<unknown>) => Promise<void>
  /** Does something that offers a file, and takes it. */
  readonly saving: (action: () => Promise<unknown>) => Promise<SavedContent>
  /** Ends the program, by `kill -9` if wanted, and opens the same folder again. */
  readonly restart: (how?: 'quit' | 'kill') => Promise<PlannerWindow>
}

/** What a spec can ask of its window. */
export type WindowOptions = {
  /** Fills the data folder before the program starts. */
  readonly prepare?: (dataFolder: string) => void
  readonly viewport?: { readonly width: number; readonly height: number }
}

type RunningWindow = Omit<PlannerWindow, 'restart' | 'dataFolder'> & { readonly end: (how: 'quit' | 'kill') => Promise<void> }

/** Opens the planner in a host, on a fresh data folder; everything ends with the test. */
export async function openedPlannerWindow(host: UiHost, options: WindowOptions = {}): Promise<PlannerWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-window-'))
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder)
  options.prepare?.(dataFolder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  return windowIn(host, { folder, dataFolder, options })
}

async function windowIn(host: UiHost, of: { readonly folder: string; readonly dataFolder: string; readonly options: WindowOptions }): Promise<PlannerWindow> {
  const running = host.kind === 'electron' ? await desktopWindow(of.folder) : await localWindow(of.dataFolder)
  const { page, complaints } = running
  if (of.options.viewport !== undefined) await page.setViewportSize(of.options.viewport)
  let hasEnded = false
  const end = async (how: 'quit' | 'kill'): Promise<void> => {
    if (hasEnded) return
    hasEnded = true
    await running.end(how)
  }
  onTestFinished(async () => {
    await end('quit')
    expect(complaints(), 'what went wrong in the page').toEqual([])
  })
  return {
    ...running,
    dataFolder: of.dataFolder,
    restart: async (how = 'quit') => {
      await end(how)
      return windowIn(host, of)
    },
  }
}

async function desktopWindow(folder: string): Promise<RunningWindow> {
  const loggedBefore = pageMessagesLogged(folder)
  const launched = await launchApp({ userData: folder })
  const { app } = launched
  const page = await launched.firstWindow()
  return {
    app,
    page,
    ...withUnheard(watchedPage(page), () => pageMessagesLogged(folder) - loggedBefore),
    choosing: async (path, action) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, path)
      await action()
    },
    saving: async (action) => {
      const target = mkdtempSync(join(tmpdir(), 'lodestock-saved-'))
      onTestFinished(() => rmSync(target, { recursive: true, force: true }))
      // The dialog offers a name, behind the folder of last time if there was one.
      await app.evaluate(({ dialog }, targetFolder) => {
        const asked = new Promise<string>((resolve) => {
          dialog.showSaveDialog = async (...args: unknown[]) => {
            const offered = (args.at(-1) as { readonly defaultPath?: string }).defaultPath ?? 'unnamed'
            const fileName = offered.split(/[\\/]/).at(-1) ?? ''
            resolve(fileName)
            return { canceled: false, filePath: `${targetFolder}/${fileName}` }
          }
        })
        Object.assign(globalThis, { savedFileName: asked })
      }, target)
      await action()
      const fileName = await app.evaluate(() => (globalThis as unknown as { readonly savedFileName: Promise<string> }).savedFileName)
      // Written whole or not at all, so that what can be read is complete.
      const bytes = await expect.poll(() => readIfThere(join(target, fileName)), { timeout: 10_000 }).not.toBeNull().then(() => readFileSync(join(target, fileName)))
      return { fileName, bytes }
    },
    end: async (how) => {
      if (how === 'kill') launched.process.kill('SIGKILL')
      else await app.evaluate(({ app: program }) => program.quit()).catch(() => {})
      await exitOf(launched.process)
    },
  }
}

/** A window may complain before a spec can listen; the program's own log has heard everything. */
function withUnheard(watched: Complaints, logged: () => number): Complaints {
  return {
    ...watched,
    complaints: () => {
      const unheard = logged() - watched.heardCount()
      return unheard > 0 ? [...watched.complaints(), `${unheard} errors or warnings on the console while the window opened; see the page's own console`] : watched.complaints()
    },
  }
}

let sharedBrowser: Promise<Browser> | null = null
afterAll(async () => {
  await (await sharedBrowser)?.close()
})

async function localWindow(dataFolder: string): Promise<RunningWindow> {
  const program = spawn(process.execPath, [join(repositoryFolder, 'dist', 'launch', 'launch.js'), '--no-open', '--data', dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await addressSaidBy(program)
  sharedBrowser ??= launchBrowser()
  const context = await (await sharedBrowser).newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const watched = watchedPage(page)
  await page.goto(address)
  return {
    app: null,
    page,
    ...watched,
    choosing: async (path, action) => {
      const chooser = page.waitForEvent('filechooser')
      await action()
      await (await chooser).setFiles(path)
    },
    saving: async (action) => {
      const offered = page.waitForEvent('download')
      await action()
      const download = await offered
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
    end: async (how) => {
      await context.close()
      program.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM')
      await exitOf(program)
    },
  }
}

function addressSaidBy(program: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [program.stdout, program.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        said += `${line}\n`
        const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
        if (address !== undefined) resolve(address)
      })
    }
    program.once('exit', (code) => reject(new Error(`the local page ended with ${code}: ${said}`)))
  })
}

function exitOf(program: { readonly exitCode: number | null; readonly signalCode: NodeJS.Signals | null; readonly once: (event: 'exit', listener: () => void) => unknown; readonly kill: (signal: NodeJS.Signals) => boolean }): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(() => program.kill('SIGKILL'), 8000)
    program.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
  })
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it is now: rule, impact and the elements, a line each. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  // By evaluation: a script element would be refused by the page's policy.
  await page.evaluate(`if (globalThis.axe === undefined) { ${axeSource} }`)
  // The window takes up other colours of the system a moment after they were changed.
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))))
  // What fades in or out has no colours of its own until it is there or gone; a spinner never ends.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: { readonly run: (root: Document, options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }[] }> } }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 200)}: ${failureSummary.replaceAll(/\s+/g, ' ')}`))
  })
}
