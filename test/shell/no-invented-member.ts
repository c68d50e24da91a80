/** Fails the type check when the stand-in has a member that Electron lacks; nothing here runs. */
import type Electron from 'electron'
import type { app } from './stand-in/app'
import type { StandInBrowserWindow } from './stand-in/browser-window'
import type { ipcMain } from './stand-in/ipc-main'
import type { StandInMenu, StandInMenuItem } from './stand-in/menu'
import type { nativeTheme } from './stand-in/native-theme'
import type { protocol } from './stand-in/protocol'
import type { session } from './stand-in/session'
import type { crashReporter, dialog, shell } from './stand-in/system'
import type { StandInWebContents, webContents } from './stand-in/web-contents'

// Node's own emitter has members that Electron's types leave out; symbols are out of the main program's reach.
type Names<T> = Exclude<Extract<keyof T, string>, keyof import('node:events').EventEmitter>
type Invented<StandIn, Real> = Exclude<Names<StandIn>, keyof Real>
type None<Members extends never> = Members

/** Empty when no member is invented. */
export type InventedMembers = [
  None<Invented<typeof app, Electron.App>>,
  None<Invented<StandInBrowserWindow, Electron.BrowserWindow>>,
  None<Invented<typeof StandInBrowserWindow, typeof Electron.BrowserWindow>>,
  None<Invented<StandInWebContents, Electron.WebContents>>,
  None<Invented<typeof webContents, typeof Electron.webContents>>,
  None<Invented<typeof ipcMain, Electron.IpcMain>>,
  None<Invented<StandInMenu, Electron.Menu>>,
  None<Invented<typeof StandInMenu, typeof Electron.Menu>>,
  None<Invented<StandInMenuItem, Electron.MenuItem>>,
  None<Invented<typeof nativeTheme, Electron.NativeTheme>>,
  None<Invented<typeof protocol, Electron.Protocol>>,
  None<Invented<typeof session, typeof Electron.session>>,
  None<Invented<typeof session.defaultSession, Electron.Session>>,
  None<Invented<typeof dialog, Electron.Dialog>>,
  None<Invented<typeof shell, Electron.Shell>>,
  None<Invented<typeof crashReporter, Electron.CrashReporter>>,
]
