import { app, dialog, shell } from 'electron'
import { join } from 'node:path'
import type { MenuCommand } from '../shared/ipc/planner-api'
import type { AppLog } from './app-log'
import { serveAppPages } from './app-protocol'
import { showApplicationMenu } from './application-menu'
import { appVersion } from './app-version'
import { dataFolder } from './data-folder'
import { fileDialogs } from './file-dialogs'
import { handOver } from './hand-over-file'
import { registerVerbs, type VerbTraffic } from './ipc-handlers'
import { openedMainWindow, type MainWindow } from './main-window'
import { filesNamed } from './named-files'
import { openedPlanner, type OpenedPlanner } from './services/opened-planner'
import type { PlannerHost } from './services/planner-host'
import { denyPermissions, guardContents } from './window-guard'

/** Runs the planner in a window of its own, from before Electron is ready until it quits. */
export function runDesktopPlanner(log: AppLog): void {
  let planner: OpenedPlanner | null = null
  let traffic: VerbTraffic | null = null
  let main: MainWindow | null = null
  // Files that were opened from the system before there was a window.
  let waitingFiles = [...filesNamed(process.argv.slice(1), process.cwd())]

  const openFile = (path: string): void => {
    if (main === null) waitingFiles.push(path)
    else void handOver(path, main).then((isRead) => (isRead ? noteFile(path) : undefined))
  }
  const noteFile = (path: string): void => {
    planner?.library?.noteRecentFile(path)
    refreshMenu()
  }
  const refreshMenu = (): void => {
    const recent = planner?.library?.recentFiles()
    const recentPaths = recent?.ok === true ? recent.value.map(({ path }) => path) : []
    // macOS and Windows have a list of their own; Linux has none.
    if (recentPaths[0] !== undefined) app.addRecentDocument(recentPaths[0])
    showApplicationMenu(
      { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged, recentPaths },
      {
        send: (command: MenuCommand) => main?.tell({ kind: 'menu', command }),
        openRecent: openFile,
        showLogs: () => shell.showItemInFolder(log.path),
        showLibraryFolder: () => void planner?.services('showLibraryFolder', {}),
      },
    )
  }
  const openWindow = (): void => {
    if (main !== null || traffic === null) return
    const opened = openedMainWindow({ log, traffic })
    main = opened
    opened.window.once('closed', () => {
      main = null
    })
    // Windows ends a session without quitting the program: what is open is put down now.
    opened.window.on('session-end', () => planner?.close())
    const files = waitingFiles
    waitingFiles = []
    for (const path of files) openFile(path)
  }
  const showWindow = (): void => {
    if (main === null) {
      openWindow()
      return
    }
    if (main.window.isMinimized()) main.window.restore()
    main.window.show()
    main.window.focus()
  }

  const host: PlannerHost = {
    kind: 'electron',
    dialogs: fileDialogs(() => main?.window ?? null),
    showInFolder: async (path) => shell.showItemInFolder(path),
    openAddress: (url) => shell.openExternal(url),
    logFault: (error) => log.noteError('service-fault', error),
  }

  guardContents(app, {
    // The services know which addresses are sources that we or an open plan name.
    onOutsideAddress: (url) => void planner?.services('openSource', { url }).then((answer) => (answer.ok ? undefined : log.note('refused', { what: 'outside-address' }))),
    onRefusal: (what) => log.note('refused', { what }),
  })
  app.on('second-instance', (_event, argv, folder) => {
    showWindow()
    for (const path of filesNamed(argv.slice(1), folder)) openFile(path)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  // On macOS a program stays when its last window closes, unless its user quits: a window that had to wait for its page has stopped that.
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('activate', () => {
    isQuitting = false
    openWindow()
  })
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => planner?.close())
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => log.note('child-process-gone', { type, reason, exitCode }))
  app.setAboutPanelOptions({ applicationName: 'Lodestock', applicationVersion: appVersion, copyright: 'MIT licence' })

  const start = async (): Promise<void> => {
    denyPermissions()
    serveAppPages(join(import.meta.dirname, '../renderer'))
    planner = await plannerOrQuit(host)
    if (planner === null) return
    traffic = registerVerbs({
      services: planner.services,
      afterVerb: (verb) => {
        if (verb === 'chooseFile' || verb === 'saveFile') refreshMenu()
      },
      logRefusal: (verb) => log.note('refused', { what: 'ipc', verb }),
    })
    refreshMenu()
    openWindow()
    log.note('started', { version: appVersion, platform: process.platform })
  }
  void app.whenReady().then(start).catch((error: unknown) => {
    log.noteError('start-failed', error)
    app.exit(1)
  })
}

/** Opens the library, asking the user what to do while it cannot be had; null when the user quits. */
async function plannerOrQuit(host: PlannerHost): Promise<OpenedPlanner | null> {
  const folder = app.commandLine.hasSwitch('user-data-dir') ? join(app.getPath('userData'), 'data') : dataFolder()
  for (;;) {
    const opened = openedPlanner({ folder, host })
    if (opened.ok) return opened.value
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: 'Lodestock cannot open your plans.',
      detail: opened.problem.sentence,
      buttons: ['Try again', 'Show the folder', 'Quit'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    if (response === 1) shell.showItemInFolder(folder)
    if (response === 2) {
      app.exit(1)
      return null
    }
  }
}
