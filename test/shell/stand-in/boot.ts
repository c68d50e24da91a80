/**
 * Runs a compiled Electron main program on Node with a headless Chromium, for Playwright's own `_electron.launch()`.
 *
 * Order as Electron's: the entry point settles first, then the browser starts and `ready` is emitted.
 */
import inspector from 'node:inspector'
import { registerHooks } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryFolder } from '../browser'
import { start } from './command-line'

const moduleUrl = new URL('electron.ts', import.meta.url).href
const electronVersion = (JSON.parse(readFileSync(join(repositoryFolder, 'node_modules', 'electron', 'package.json'), 'utf8')) as { readonly version: string }).version

process.argv = [start.executable, ...start.args]
Object.defineProperty(process, 'versions', { value: Object.freeze({ ...process.versions, electron: electronVersion, chrome: 'stand-in' }) })
Object.assign(process, { type: 'browser', resourcesPath: start.resourcesPath, defaultApp: !start.isPackaged })

// Playwright reads the address of the inspector from standard error.
if (start.switches.has('inspect')) inspector.open(Number(start.switches.get('inspect')) || 0)

registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === 'electron' ? { url: moduleUrl, format: 'module-typescript', shortCircuit: true } : nextResolve(specifier, context)
  },
})

const { becomeReady } = await import('./ready')
await import(pathToFileURL(join(start.appFolder, start.packageJson.main)).href)
await becomeReady()
