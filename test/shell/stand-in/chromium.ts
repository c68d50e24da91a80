import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { browserArgs, browserProgram } from '../browser'

/** Parameters of a message of the DevTools protocol. */
export type CdpParams = Readonly<Record<string, any>>
type Waiting = { readonly resolve: (result: any) => void; readonly reject: (error: Error) => void }
type Message = { readonly id?: number; readonly method?: string; readonly params?: CdpParams; readonly sessionId?: string; readonly result?: CdpParams; readonly error?: { readonly message: string } }

/** One conversation with a part of the browser; an empty id is the browser itself. */
export type CdpSession = {
  readonly send: (method: string, params?: CdpParams) => Promise<any>
  readonly on: (listener: (method: string, params: CdpParams) => void) => void
}

/** The running browser. */
export type Chromium = {
  readonly root: CdpSession
  readonly session: (sessionId: string) => CdpSession
  /** Ends it and waits until it has. */
  readonly end: () => Promise<void>
  /** Called when it ends without being asked. */
  readonly onLost: (listener: () => void) => void
}

/** Starts the browser of this process; it ends when our side of the pipe closes, however we end. */
export async function startedChromium(of: { readonly profile: string; readonly serverPort: number }): Promise<Chromium> {
  const { executablePath, env } = await browserProgram()
  const child = spawn(executablePath, flags(of.profile, of.serverPort), { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const hasEnded = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const connection = connectionOver(child)
  const devToolsLine = await lineOf(child, /^DevTools listening on ws:/)
  // Playwright would take the page Chromium begins with for the first window.
  const { targetInfos } = (await connection.root.send('Target.getTargets')) as { readonly targetInfos: readonly { readonly type: string; readonly targetId: string }[] }
  await Promise.all(targetInfos.filter(({ type }) => type === 'page').map(({ targetId }) => connection.root.send('Target.closeTarget', { targetId }).catch(() => {})))
  process.stderr.write(`${devToolsLine}\n`)
  let isEnding = false
  return {
    ...connection,
    end: async () => {
      isEnding = true
      await connection.root.send('Browser.close').catch(() => {})
      const late = setTimeout(() => child.kill('SIGKILL'), 3000)
      await hasEnded
      clearTimeout(late)
    },
    onLost: (listener) => void hasEnded.then(() => (isEnding ? undefined : listener())),
  }
}

function flags(profile: string, serverPort: number): readonly string[] {
  return [
    ...browserArgs,
    '--headless',
    '--no-sandbox',
    '--no-startup-window',
    '--no-proxy-server',
    '--block-new-web-contents',
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-ipc-flooding-protection',
    '--disable-hang-monitor',
    '--password-store=basic',
    // Nothing can leave the machine, so a test that passes proves that nothing was needed from outside.
    `--host-resolver-rules=MAP *.localhost 127.0.0.1:${serverPort},MAP * ~NOTFOUND`,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]
}

function connectionOver(child: ChildProcess): Pick<Chromium, 'root' | 'session'> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((method: string, params: CdpParams) => void)[]>()
  const input = child.stdio[3] as Writable
  input.on('error', () => {})
  let lastId = 0
  const session = (sessionId: string): CdpSession => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) })}\0`)
      }),
    on: (listener) => void listeners.set(sessionId, [...(listeners.get(sessionId) ?? []), listener]),
  })
  const receive = (message: Message): void => {
    if (message.id !== undefined) {
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error === undefined) asked?.resolve(message.result ?? {})
      else asked?.reject(new Error(message.error.message))
      return
    }
    for (const listener of listeners.get(message.sessionId ?? '') ?? []) listener(message.method ?? '', message.params ?? {})
  }
  readMessages(child.stdio[4] as Readable, receive)
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('stand-in electron: the browser has ended'))
    waiting.clear()
  })
  return { root: session(''), session }
}

function readMessages(output: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = []
  output.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      receive(JSON.parse(Buffer.concat([...pieces, chunk.subarray(from, end)]).toString('utf8')) as Message)
      pieces = []
      from = end + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
  })
}

function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const lines = createInterface({ input: child.stderr as Readable })
    lines.on('line', (line) => {
      said.push(line)
      if (pattern.test(line)) resolve(line)
    })
    child.once('exit', (code) => reject(new Error(`stand-in electron: Chromium ended with ${code}: ${said.slice(-5).join(' | ')}`)))
    child.once('error', reject)
  })
}
