import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AboutPanelOptionsOptions } from 'electron'
import { onLastWindowClosed, onWindowCreated, StandInBrowserWindow } from './browser-window'
import { configurationFolder, start } from './command-line'
import { notRepresented, preventableEvent, represented, RepresentedEmitter } from './represented'
import { hasBrowserStarted, running } from './running'
import { takeInstanceLock } from './single-instance'

const emitted = ['ready', 'will-finish-launching', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance', 'web-contents-created', 'browser-window-created', 'render-process-gone']
const neverEmitted = ['activate', 'open-file', 'child-process-gone', 'certificate-error', 'select-client-certificate', 'login']

/** What the boot calls when the browser has started. */
const makeReady: unique symbol = Symbol('make ready')

class StandInApp extends RepresentedEmitter {
  name = start.packageJson.productName ?? start.packageJson.name
  readonly isPackaged = start.isPackaged
  readonly commandLine = represented({ hasSwitch: (name: string) => start.switches.has(name), getSwitchValue: (name: string) => start.switches.get(name) ?? '' }, 'app.commandLine')
  private readonly paths = new Map<string, string>()
  private readonly readiness = Promise.withResolvers<void>()
  private isNowReady = false
  private isQuitting = false

  constructor() {
    super('app', [...emitted, ...neverEmitted])
    onWindowCreated((window) => {
      this.emit('browser-window-created', {}, window)
      this.emit('web-contents-created', {}, window.webContents)
      window.webContents.on('render-process-gone', (event, details) => this.emit('render-process-gone', event, window.webContents, details))
    })
    onLastWindowClosed(() => {
      if (this.isQuitting) this.finishQuitting()
      else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
      else this.quit()
    })
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return start.packageJson.version
  }

  getAppPath(): string {
    return start.appPath
  }

  getLocale(): string {
    return 'en-US'
  }

  getPath(name: string): string {
    const set = this.paths.get(name)
    if (set !== undefined) return set
    const userData = start.switches.get('user-data-dir') ?? join(configurationFolder(), this.name)
    const known: Readonly<Record<string, string>> = {
      home: homedir(),
      appData: configurationFolder(),
      userData,
      sessionData: userData,
      logs: join(this.paths.get('userData') ?? userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      temp: tmpdir(),
      exe: start.executable,
      desktop: join(homedir(), 'Desktop'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
    }
    const path = known[name]
    if (path === undefined) throw notRepresented(`app.getPath('${name}')`)
    return path
  }

  setPath(name: string, path: string): void {
    this.getPath(name)
    if (!existsSync(path)) throw new Error(`Path '${path}' does not exist`)
    this.paths.set(name, path)
  }

  setAppLogsPath(path?: string): void {
    this.paths.set('logs', path ?? join(dirname(this.getPath('logs')), 'logs'))
  }

  setAppUserModelId(_id: string): void {}

  setAboutPanelOptions(_options: AboutPanelOptionsOptions): void {}

  showAboutPanel(): void {}

  addRecentDocument(_path: string): void {}

  clearRecentDocuments(): void {}

  enableSandbox(): void {
    if (this.isNowReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(this.getPath('userData'), (argv, workingFolder) => this.emit('second-instance', {}, argv, workingFolder, {}))
  }

  isReady(): boolean {
    return this.isNowReady
  }

  whenReady(): Promise<void> {
    return this.readiness.promise
  }

  quit(): void {
    if (this.isQuitting) return
    const event = preventableEvent({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.isQuitting = true
    if (StandInBrowserWindow.getAllWindows().length === 0) {
      this.finishQuitting()
      return
    }
    for (const window of StandInBrowserWindow.getAllWindows()) {
      // A window that stays keeps the program going, as in Electron.
      window.once('close', (closing: { readonly defaultPrevented: boolean }) => queueMicrotask(() => this.stayIf(closing.defaultPrevented)))
      window.close()
    }
  }

  exit(code = 0): void {
    this.emit('quit', {}, code)
    void end(code)
  }

  /** For the boot alone. */
  [makeReady](): void {
    this.isNowReady = true
    this.readiness.resolve()
    this.emit('ready', {}, {})
  }

  private stayIf(isPrevented: boolean): void {
    if (isPrevented) this.isQuitting = false
  }

  private finishQuitting(): void {
    const event = preventableEvent({})
    this.emit('will-quit', event)
    this.isQuitting = !event.defaultPrevented
    if (!event.defaultPrevented) this.exit(0)
  }
}

/** `app` of Electron. */
export const app = new StandInApp()

/** Emits `ready`. */
export function emitReady(): void {
  app[makeReady]()
}

/** Ends this process after its browser, or its data folder could not be removed yet. */
async function end(code: number): Promise<void> {
  if (hasBrowserStarted()) await running.then(({ chromium }) => chromium.end())
  process.exit(code)
}
