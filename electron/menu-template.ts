import type { MenuItemConstructorOptions } from 'electron'
import { basename } from 'node:path'
import type { MenuCommand } from '../shared/ipc/planner-api'

/** What the entries of the menu do. */
export type MenuActions = {
  readonly send: (command: MenuCommand) => void
  readonly openRecent: (path: string) => void
  readonly showLogs: () => void
  readonly showLibraryFolder: () => void
}

/** What the menu depends on. */
export type MenuFacts = {
  readonly isMac: boolean
  /** Whether developer tools are offered: never in an installed program. */
  readonly isDevelopment: boolean
  /** Files opened last, the newest first. */
  readonly recentPaths: readonly string[]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The whole menu; an entry that the window carries out has the command as its id. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): MenuItemConstructorOptions[] {
  const { isMac, isDevelopment } = facts
  const entry = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.send(command),
  })
  const settings = entry('settings', 'Settings…', 'CmdOrCtrl+,')
  const macMenu: MenuItemConstructorOptions = {
    label: 'Lodestock',
    submenu: [{ role: 'about' }, separator, settings, separator, { role: 'services' }, separator, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }],
  }
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      entry('new-plan', 'New plan…', 'CmdOrCtrl+N'),
      entry('open-sample', 'Open the sample plan'),
      entry('import-file', 'Import a file…', 'CmdOrCtrl+O'),
      { label: 'Recent files', submenu: recentEntries(facts, actions) },
      separator,
      entry('save-revision', 'Save a version…', 'CmdOrCtrl+S'),
      entry('export-plan', 'Export the plan…', 'CmdOrCtrl+Shift+S'),
      entry('print', 'Print to PDF…', 'CmdOrCtrl+P'),
      separator,
      entry('close-plan', 'Close the plan', 'CmdOrCtrl+Shift+W'),
      ...(isMac ? [{ role: 'close' as const }] : [separator, settings, separator, { role: 'quit' as const }]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      // Not the roles: those know text fields only. The preload leaves a field that is being typed in to the field.
      entry('undo', 'Undo', 'CmdOrCtrl+Z'),
      entry('redo', 'Redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' },
      separator,
      entry('find', 'Find…', 'CmdOrCtrl+F'),
      entry('command-palette', 'Go to…', 'CmdOrCtrl+K'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      ...(isDevelopment ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }, separator] : []),
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: '&Help',
    submenu: [
      entry('help', 'Lodestock help', 'F1'),
      entry('shortcuts', 'Keyboard shortcuts', 'CmdOrCtrl+/'),
      separator,
      { id: 'show-library-folder', label: 'Show the plan library', click: actions.showLibraryFolder },
      { id: 'show-logs', label: 'Show logs', click: actions.showLogs },
      ...(isMac ? [] : [separator, { role: 'about' as const }]),
    ],
  }
  const windowMenu: MenuItemConstructorOptions = { label: '&Window', submenu: [{ role: 'minimize' }, ...(isMac ? [{ role: 'zoom' as const }, separator, { role: 'front' as const }] : [])] }
  return [...(isMac ? [macMenu] : []), file, edit, view, windowMenu, help]
}

function recentEntries({ recentPaths }: MenuFacts, actions: MenuActions): MenuItemConstructorOptions[] {
  if (recentPaths.length === 0) return [{ label: 'No files yet', enabled: false }]
  // A single & would mark the next letter as a key.
  return recentPaths.slice(0, 10).map((path, index) => ({ id: `recent-${index}`, label: basename(path).replaceAll('&', '&&'), click: () => actions.openRecent(path) }))
}
