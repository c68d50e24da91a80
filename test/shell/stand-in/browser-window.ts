import type { BrowserWindowConstructorOptions } from 'electron'
import { colorScheme } from './native-theme'
import { notRepresented, preventableEvent, RepresentedEmitter, requireKnownOptions } from './represented'
import { closePage, setColorScheme, StandInWebContents } from './web-contents'

const emitted = ['close', 'closed', 'ready-to-show', 'focus', 'show']
// A window here has no frame, no neighbours and no session of a user that could end.
const neverEmitted = ['blur', 'resize', 'move', 'maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen', 'session-end', 'query-session-end', 'unresponsive', 'responsive', 'page-title-updated']
const knownOptions = ['width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'backgroundColor', 'autoHideMenuBar', 'icon', 'webPreferences', 'name', 'windowStatePersistence']
const windows: StandInBrowserWindow[] = []
const windowListeners: ((window: StandInBrowserWindow) => void)[] = []
const lastClosedListeners: (() => void)[] = []
let lastId = 0

/** `BrowserWindow` of Electron. */
export class StandInBrowserWindow extends RepresentedEmitter {
  static getAllWindows(): StandInBrowserWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): StandInBrowserWindow | null {
    return windows.findLast((window) => window.isShown) ?? null
  }

  static fromWebContents(contents: unknown): StandInBrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null
  }

  readonly id = ++lastId
  readonly webContents: StandInWebContents
  private isShown: boolean
  private isGone = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', [...emitted, ...neverEmitted])
    requireKnownOptions(options, knownOptions, 'BrowserWindowConstructorOptions')
    const preload = requireSafe(options.webPreferences ?? {})
    this.isShown = options.show ?? true
    this.webContents = new StandInWebContents(
      { preload, width: options.width ?? 800, height: options.height ?? 600, colorScheme: colorScheme() },
      { onReady: () => this.emit('ready-to-show'), onGone: () => this.gone(), askToClose: () => this.close() },
    )
    windows.push(this)
    for (const listener of windowListeners) listener(this)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.isShown = true
    this.emit('show')
  }

  focus(): void {
    const at = windows.indexOf(this)
    if (at >= 0) windows.push(...windows.splice(at, 1))
    this.emit('focus')
  }

  isVisible(): boolean {
    return this.isShown
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    throw notRepresented('BrowserWindow.restore(): a window here is never minimised')
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  close(): void {
    if (this.isGone) return
    const event = preventableEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    void this.webContents[closePage]()
  }

  private gone(): void {
    if (this.isGone) return
    this.isGone = true
    windows.splice(windows.indexOf(this), 1)
    this.emit('closed')
    if (windows.length === 0) for (const listener of lastClosedListeners) listener()
  }
}

/** Hears of every window that is made. */
export function onWindowCreated(listener: (window: StandInBrowserWindow) => void): void {
  windowListeners.push(listener)
}

/** Hears when the last window has closed. */
export function onLastWindowClosed(listener: () => void): void {
  lastClosedListeners.push(listener)
}

/** Tells every page the theme. */
export function spreadColorScheme(): void {
  for (const window of windows) window.webContents[setColorScheme](colorScheme())
}

function requireSafe(preferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): string {
  requireKnownOptions(preferences, ['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'spellcheck', 'devTools', 'safeDialogs', 'allowRunningInsecureContent', 'experimentalFeatures', 'navigateOnDragDrop'], 'webPreferences')
  const wanted = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, allowRunningInsecureContent: false, experimentalFeatures: false } as const
  for (const [name, value] of Object.entries(wanted)) {
    const given = preferences[name as keyof typeof wanted]
    if (given !== undefined && given !== value) throw notRepresented(`webPreferences.${name}: ${String(given)}, which is not safe,`)
  }
  if (preferences.sandbox !== true || preferences.contextIsolation !== true) throw notRepresented('a window that does not state sandbox and contextIsolation')
  if (preferences.preload === undefined) throw notRepresented('a window without a preload')
  return preferences.preload
}
