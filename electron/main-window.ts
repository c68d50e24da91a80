import { app, BrowserWindow, dialog, ipcMain, nativeTheme } from 'electron'
import { join } from 'node:path'
import type { HostEvent } from '../shared/ipc/planner-api'
import { appAddress, isOwnSender } from './app-origin'
import type { AppLog } from './app-log'
import { closedUpChannel, hostEventChannel } from './ipc-channels'
import type { VerbTraffic } from './ipc-handlers'

/** A window that hangs is closed all the same after this long: every step it took is kept already. */
const longestCloseMs = 3000
/** A second crash within this long is not answered by loading again. */
const crashPauseMs = 5 * 60_000

/** The planner's window. */
export type MainWindow = {
  readonly window: BrowserWindow
  /** Tells the page what the host wants; before the page has loaded, when it has. */
  readonly tell: (event: HostEvent) => void
}

/** Opens the planner's window, which loads again once when its page crashes, and closes when nothing is left open in a field. */
export function openedMainWindow(of: { readonly log: AppLog; readonly traffic: VerbTraffic }): MainWindow {
  const window = new BrowserWindow({
    name: 'main',
    // Size and place are Electron's own to remember.
    windowStatePersistence: true,
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Lodestock',
    // Windows and macOS take the program's own.
    ...(process.platform === 'linux' ? { icon: app.isPackaged ? join(process.resourcesPath, 'icon.png') : join(app.getAppPath(), 'electron/build/icons/256x256.png') } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1d21' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  const { webContents } = window
  let hasLoaded = false
  let waiting: HostEvent[] = []
  const tell = (event: HostEvent): void => {
    if (hasLoaded && !webContents.isDestroyed()) webContents.send(hostEventChannel, event)
    else waiting.push(event)
  }
  window.once('ready-to-show', () => window.show())
  webContents.on('did-finish-load', () => {
    hasLoaded = true
    const told = waiting
    waiting = []
    for (const event of told) tell(event)
  })
  // A window that never gets ready would stay hidden, and the program with it.
  webContents.on('did-fail-load', (_event, errorCode, _description, _url, isMainFrame) => {
    of.log.note('load-failed', { errorCode, isMainFrame })
    if (isMainFrame && !window.isVisible()) window.show()
  })
  webContents.on('preload-error', (_event, _path, error) => of.log.noteError('preload-error', error))
  // The place alone: what a page writes about an error may quote a plan.
  webContents.on('console-message', ({ level, lineNumber, sourceId }) => {
    if (level === 'error' || level === 'warning') of.log.note('page-message', { level, line: lineNumber, source: sourceId })
  })
  window.on('unresponsive', () => of.log.note('unresponsive'))
  window.on('responsive', () => of.log.note('responsive'))
  loadAgainOnce(window, of.log)
  closeWhenClosedUp(window, { traffic: of.traffic, mayAsk: () => hasLoaded })
  void window.loadURL(appAddress).catch((error: unknown) => of.log.noteError('load-failed', error))
  return { window, tell }
}

/** A crashed page loads again: the plan is here in main. A second crash soon after is the user's to decide. */
function loadAgainOnce(window: BrowserWindow, log: AppLog): void {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.note('page-gone', { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    const isSoon = now - lastCrash < crashPauseMs
    lastCrash = now
    if (isSoon) void askAfterCrash(window)
    else window.webContents.reload()
  })
}

async function askAfterCrash(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The planner’s window has stopped twice.',
    detail: 'Everything you entered is saved. You can load the window again, or quit and open Lodestock later.',
    buttons: ['Load again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (window.isDestroyed()) return
  if (response === 0) window.webContents.reload()
  else app.exit(0)
}

/** Holds a closing window until its page has committed what stood in a field, and the answers are through. */
function closeWhenClosedUp(window: BrowserWindow, of: { readonly traffic: VerbTraffic; readonly mayAsk: () => boolean }): void {
  const { webContents } = window
  let onClosedUp: (() => void) | null = null
  ipcMain.on(closedUpChannel, (event) => {
    if (event.sender === webContents && isOwnSender(event)) onClosedUp?.()
  })
  // A page that has crashed has nothing to commit.
  webContents.on('render-process-gone', () => onClosedUp?.())
  window.on('close', (event) => {
    if (!of.mayAsk()) return
    event.preventDefault()
    if (onClosedUp !== null) return
    const closedUp = new Promise<void>((resolve) => {
      onClosedUp = resolve
    })
    const late = new Promise<void>((resolve) => setTimeout(resolve, longestCloseMs))
    webContents.send(hostEventChannel, { kind: 'closing' } satisfies HostEvent)
    void Promise.race([closedUp.then(of.traffic.hasSettled), late]).then(() => window.destroy())
  })
}
