import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { failed, succeeded, type Result } from '../shared/result'

// Long enough for a slow line to answer, short enough that nobody thinks it hangs.
const probeMs = 4000
const installMs = 300_000
// A window that ends by itself so soon has not been closed by its user.
const failsWithinMs = 5000

/**
 * Path of the Electron executable: the installed one, else one fetched now the official way where that can be reached;
 * or why there is none, to stand after "Lodestock runs as a page in your browser, ".
 *
 * @param root of the checkout
 * @param say tells the user what takes long
 */
export async function electronProgram(root: string, say: (line: string) => void): Promise<Result<string, string>> {
  const installed = installedElectron(root)
  if (installed !== null) return succeeded(installed)
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return failed('because Electron is not installed (run npm ci first to have it)')
  const host = downloadHost()
  if (!(await isReachable(host))) return failed(`because Electron is not installed and ${host}, from where it is fetched, cannot be reached`)
  say('Fetching Electron, about 120 MB ...')
  const end = await ended(process.execPath, [installer], { timeoutMs: installMs })
  const fetched = installedElectron(root)
  if (fetched !== null) return succeeded(fetched)
  return failed(end.isTimedOut ? `because Electron could not be fetched within ${installMs / 60_000} minutes` : `because Electron could not be fetched (${lastLine(end.errors)})`)
}

/** The executable that the npm package has unpacked; its own module is not asked, for that would begin the download. */
export function installedElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const executable = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist'), readFileSync(named, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/** Runs the planner's window until it is closed; its exit code, or why it could not be shown. */
export async function runElectron(executable: string, of: { readonly root: string; readonly folder: string }): Promise<Result<number, string>> {
  if (!existsSync(join(of.root, 'dist', 'main'))) return failed('because the desktop window has not been built')
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return failed('because this computer has no screen for a window of its own')
  const started = performance.now()
  const end = await ended(executable, [of.root], { environment: { ...process.env, LODESTOCK_DATA: of.folder } })
  if (end.code === 0 || performance.now() - started > failsWithinMs) return succeeded(end.code ?? 1)
  return failed(`because Electron could not show its window (${lastLine(end.errors)})`)
}

function downloadHost(): string {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? ''
  return URL.canParse(mirror) ? new URL(mirror).hostname : 'github.com'
}

// A proxy reaches what we cannot.
function isReachable(host: string): Promise<boolean> {
  if (process.env['ELECTRON_GET_USE_PROXY']) return Promise.resolve(true)
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443 })
    const settle = (isThere: boolean): void => {
      socket.destroy()
      resolve(isThere)
    }
    socket.setTimeout(probeMs, () => settle(false))
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}

type ProcessEnd = { readonly code: number | null; readonly errors: string; readonly isTimedOut: boolean }

function ended(program: string, args: readonly string[], of: { readonly timeoutMs?: number; readonly environment?: NodeJS.ProcessEnv }): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'pipe'], ...(of.environment === undefined ? {} : { env: of.environment }) })
    let errors = ''
    let isTimedOut = false
    const timer =
      of.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isTimedOut = true
            child.kill('SIGKILL')
          }, of.timeoutMs)
    const settle = (code: number | null): void => {
      clearTimeout(timer)
      resolve({ code, errors, isTimedOut })
    }
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = `${errors}${text}`.slice(-4000)
      process.stderr.write(text)
    })
    child.once('error', (error) => {
      errors = error.message
      settle(1)
    })
    child.once('close', settle)
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 200) || 'it said nothing'
}
