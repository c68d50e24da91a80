import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { installedElectron } from '../../electron/electron-program'
import { repositoryFolder } from './browser'

/** A running application under Playwright. */
export type LaunchedApp = {
  readonly app: ElectronApplication
  readonly process: ChildProcess
  /** Folder of everything the program keeps; null where the program chose it. */
  readonly userData: string | null
  /** The first window, when it has content. */
  readonly firstWindow: () => Promise<Page>
  /** Ends the program however it stands and, unless it is to be kept, removes its folder. */
  readonly dispose: (options?: { readonly keepData?: boolean }) => Promise<void>
}

/** Path of the stand-in executable. */
export const standInExecutable: string = join(repositoryFolder, 'test', 'shell', 'stand-in', 'electron')

/**
 * The Electron of this machine when its binary is there, else the stand-in.
 */
export function electronExecutable(): { readonly path: string; readonly isStandIn: boolean } {
  const installed = installedElectron(repositoryFolder)
  return installed === null ? { path: standInExecutable, isStandIn: true } : { path: installed, isStandIn: false }
}

/** Starts the built application in a data folder of its own. */
export async function launchApp(
  options: {
    /** Another executable, such as a packed application's. */
    readonly executable?: string
    /** Folder of the application; null for a packed one, which knows. */
    readonly appFolder?: string | null
    /** A data folder to start in, as after a crash; else a fresh one. Null leaves the choice to the program. */
    readonly userData?: string | null
    readonly args?: readonly string[]
    readonly env?: Readonly<Record<string, string>>
  } = {},
): Promise<LaunchedApp> {
  const userData = options.userData === undefined ? mkdtempSync(join(tmpdir(), 'lodestock-e2e-')) : options.userData
  const appFolder = options.appFolder === undefined ? repositoryFolder : options.appFolder
  const app = await _electron.launch({
    executablePath: options.executable ?? electronExecutable().path,
    args: [...(appFolder === null ? [] : [appFolder]), ...(userData === null ? [] : [`--user-data-dir=${userData}`]), ...(options.args ?? [])],
    // Else Playwright sets a theme of its own over the program's.
    colorScheme: null,
    // The stand-in runs on the Node of the tests, also when an editor starts them.
    env: { ...(process.env as Record<string, string>), PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`, ...options.env },
  })
  // Playwright forgets the process once it has ended.
  const child = app.process()
  const hasEnded = new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()))
  return {
    app,
    process: child,
    userData,
    firstWindow: async () => {
      const page = await app.firstWindow()
      // A window begins empty, in Electron too.
      await page.waitForURL(({ protocol }) => protocol !== 'about:')
      return page
    },
    dispose: async ({ keepData = false } = {}) => {
      // The program may have ended already, or end before it can answer.
      await app.evaluate(({ app: running }) => running.exit(0)).catch(() => {})
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await hasEnded
      clearTimeout(late)
      if (!keepData && userData !== null) rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
