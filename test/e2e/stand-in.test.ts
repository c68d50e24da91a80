/** The stand-in answers for nothing it cannot do; these specs are about it and not about the product. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../electron/library-fixture'
import { launchApp, standInExecutable, type LaunchedApp } from '../shell/launch'

const beginning = `
import * as electron from 'electron'
const { app, BrowserWindow, ipcMain, protocol, Menu, shell } = electron
const refusals = {}
globalThis.refusals = refusals
const attempt = (name, action) => { try { action(); refusals[name] = 'done' } catch (error) { refusals[name] = error.message } }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const safe = { preload: import.meta.dirname + '/preload.cjs', sandbox: true, contextIsolation: true }
`

async function launchedProgram(main: string, preload = ''): Promise<LaunchedApp> {
  const appFolder = join(temporaryFolder(), 'app')
  mkdirSync(appFolder)
  writeFileSync(join(appFolder, 'package.json'), JSON.stringify({ name: 'probe', version: '1.2.3', type: 'module', main: 'main.js' }))
  writeFileSync(join(appFolder, 'main.js'), beginning + main)
  writeFileSync(join(appFolder, 'preload.cjs'), preload)
  const launched = await launchApp({ executable: standInExecutable, appFolder })
  onTestFinished(() => launched.dispose())
  return launched
}

const refusalsOf = ({ app }: LaunchedApp): Promise<Readonly<Record<string, string>>> => app.evaluate(() => (globalThis as unknown as { readonly refusals: Readonly<Record<string, string>> }).refusals)

describe('the stand-in for Electron', () => {
  it('throws for what it does not represent', async () => {
    const launched = await launchedProgram(`
      await Promise.resolve()
      app.whenReady().then(() => {
        attempt('member', () => app.getGPUInfo('basic'))
        attempt('event', () => app.on('accessibility-support-changed', () => {}))
        attempt('path', () => app.getPath('videos'))
        attempt('option', () => new BrowserWindow({ kiosk: true, webPreferences: safe }))
        attempt('role', () => Menu.buildFromTemplate([{ role: 'startSpeaking' }]))
        attempt('accelerator', () => Menu.buildFromTemplate([{ label: 'x', accelerator: 'Ctrl+Foo' }]))
        attempt('dialog', () => electron.dialog.showOpenDialog({}))
        attempt('browser', () => shell.openExternal('https://example.com/'))
        attempt('scheme', () => protocol.handle('other', () => new Response('')))
        attempt('late scheme', () => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]))
      })`)
    expect(await refusalsOf(launched)).toEqual({
      member: 'stand-in electron: app.getGPUInfo is not represented',
      event: "stand-in electron: the event 'accessibility-support-changed' of app is not represented",
      path: "stand-in electron: app.getPath('videos') is not represented",
      option: 'stand-in electron: BrowserWindowConstructorOptions.kiosk is not represented',
      role: "stand-in electron: the role 'startSpeaking' is not represented",
      accelerator: "stand-in electron: 'Ctrl+Foo' is no accelerator",
      dialog: 'stand-in electron: dialog.showOpenDialog() before the test says what it answers is not represented',
      browser: 'stand-in electron: shell.openExternal() before the test says what it answers is not represented',
      scheme: 'stand-in electron: protocol.handle of other, which is no privileged scheme is not represented',
      'late scheme': 'protocol.registerSchemesAsPrivileged should be called before app is ready',
    })
  })

  it('refuses a window that is not safe', async () => {
    const launched = await launchedProgram(`
      app.whenReady().then(() => {
        for (const preferences of [{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }, { webSecurity: false }, { webviewTag: true }, { allowRunningInsecureContent: true }, { experimentalFeatures: true }, { enableBlinkFeatures: 'X' }, { nodeIntegrationInWorker: true }])
          attempt(Object.keys(preferences)[0], () => new BrowserWindow({ webPreferences: { ...safe, ...preferences } }))
        attempt('unstated', () => new BrowserWindow({ webPreferences: { preload: safe.preload } }))
      })`)
    const refusals = await refusalsOf(launched)
    expect(Object.keys(refusals)).toHaveLength(10)
    for (const refusal of Object.values(refusals)) expect(refusal).toMatch(/^stand-in electron: .*is not represented$/)
  })

  it('speaks of IPC in the words of Electron, and clones what Electron clones', async () => {
    const launched = await launchedProgram(
      `app.whenReady().then(() => {
        protocol.handle('app', () => new Response('<title>probe</title>', { headers: { 'content-type': 'text/html' } }))
        ipcMain.handle('echo', (event, value) => value)
        ipcMain.handle('fail', () => { throw new RangeError('out of range') })
        ipcMain.handle('function', () => () => {})
        void new BrowserWindow({ webPreferences: safe }).loadURL('app://probe/')
      })`,
      `const { contextBridge, ipcRenderer } = require('electron')
      let missing = ''
      try { require('node:fs') } catch (error) { missing = error.message }
      contextBridge.exposeInMainWorld('probe', { missing, invoke: (channel, value) => ipcRenderer.invoke(channel, value), callback: (call) => call(1) + 1, never: Promise.reject(new Error('no')) })`,
    )
    const page = await launched.firstWindow()
    const outcome = await page.evaluate(async () => {
      const { probe } = globalThis as unknown as { readonly probe: { readonly missing: string; readonly invoke: (channel: string, value?: unknown) => Promise<unknown>; readonly callback: (call: (value: number) => number) => number } }
      const failure = (channel: string): Promise<unknown> => probe.invoke(channel).then(() => 'done', (error: Error) => error.message)
      const value = { nothing: undefined, list: [1, Number.NaN, null], when: new Date(5), map: new Map([[1, 'a']]), set: new Set(['b']), big: 12n, bytes: new Uint8Array([1, 2]) }
      const back = (await probe.invoke('echo', value)) as typeof value
      return {
        missing: probe.missing,
        unknown: await failure('nobody'),
        failed: await failure('fail'),
        uncloneable: await failure('function'),
        called: probe.callback((given) => given * 10),
        back: [Object.keys(back).join(), Object.is(back.list[1], Number.NaN), back.when.getTime(), back.map.get(1), back.set.has('b'), back.big === 12n, [...back.bytes]],
      }
    })
    expect(outcome).toEqual({
      missing: 'module not found: node:fs',
      unknown: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      failed: "Error invoking remote method 'fail': RangeError: out of range",
      uncloneable: "Error invoking remote method 'function': Error: An object could not be cloned.",
      called: 11,
      back: ['nothing,list,when,map,set,big,bytes', true, 5, 'a', true, true, [1, 2]],
    })
  })
})
