import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from './library-fixture'

const root = new URL('../..', import.meta.url).pathname

type Started = { readonly child: ChildProcess; readonly said: () => string; readonly code: Promise<number | null>; readonly address: () => Promise<URL> }

/** `npm start` as npm runs it, with no screen. */
function started(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  const child = spawn(process.execPath, ['electron/bin/start.js', ...args], { cwd: root, env: { ...rest, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = new Promise<URL>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more
        const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+(?=\n)/.exec(text)
        if (found !== null) resolve(new URL(found[0]))
      })
    }
    child.once('close', () => reject(new Error(`it ended and had said: ${text}`)))
  })
  // Not every test waits for an address.
  address.catch(() => {})
  return { child, said: () => text, code, address: () => address }
}

async function plansAt(address: URL): Promise<unknown> {
  const token = new URLSearchParams(address.hash.slice(1)).get('token') ?? ''
  const response = await fetch(`${address.origin}/api/plans`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin: address.origin }, body: '{}' })
  return response.json()
}

// A build takes its time on a busy machine, and is not what is tested here.
beforeAll(() => void execFileSync(process.execPath, ['electron/bin/build-all.js', '--stale'], { cwd: root, stdio: 'ignore' }), 300_000)

describe('npm start', () => {
  it('serves the planner with --no-open, keeps the library to itself, and gives it back on Ctrl+C', async () => {
    const folder = temporaryFolder()
    const first = started(['--no-open', '--data', folder])
    expect(await plansAt(await first.address())).toEqual({ ok: true, value: [] })
    const second = started(['--no-open'], { LODESTOCK_DATA: folder })
    expect(await second.code).toBe(1)
    expect(second.said()).toContain(`Another Lodestock has the plans in ${folder} open: process ${first.child.pid} on `)
    first.child.kill('SIGINT')
    expect(await first.code).toBe(0)
    expect(first.said()).toContain(`Your plans are in ${folder}.`)
    const third = started(['--no-open'], { LODESTOCK_DATA: folder })
    expect(await plansAt(await third.address())).toEqual({ ok: true, value: [] })
    third.child.kill('SIGTERM')
    expect(await third.code).toBe(0)
  }, 60_000)

  it('says why there is no window of its own, and where to look, where no browser can be opened', async () => {
    const { said, address, child } = started(['--data', temporaryFolder()], { ELECTRON_MIRROR: 'https://127.0.0.1.invalid/', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })
    await address()
    await expect.poll(said).toContain('No browser could be opened from here: open the address above yourself.')
    expect(said()).toContain('Lodestock runs as a page in your browser, because Electron is not installed and 127.0.0.1.invalid, from where it is fetched, cannot be reached.')
    child.kill('SIGTERM')
  }, 60_000)

  it('refuses what it does not know, with its usage', async () => {
    const { said, code } = started(['--fullscreen'])
    expect(await code).toBe(2)
    expect(said()).toContain("error: Unknown option '--fullscreen'")
    expect(said()).toContain('usage: npm start -- [--page] [--no-open] [--data FOLDER]')
  }, 60_000)
})
