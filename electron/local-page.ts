import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyOf, keyPath, refusalOf, type Refusal } from './local-page-request'
import { failed, succeeded } from '../shared/result'
import { answerBytes } from './services/answer-bytes'
import type { PlannerServices } from './services/planner-services'
import { openingCodes } from './opening-codes'
import { bundleFile, securityHeaders } from './window-bundle'

/** The planner served to the user's own browser. */
export type LocalPage = {
  /** Address for the user, with the key in its fragment, which browsers send to nobody. */
  readonly address: string
  /**
   * Address for the program that opens the browser: others on this computer can see what a program is called with, so it
   * has no key but a code, which is good for one page within a minute.
   */
  readonly openingAddress: () => string
  /** Scheme, host and port. */
  readonly origin: string
  /** Settles when the page has ended, whatever ended it. */
  readonly ended: Promise<'closed' | 'abandoned'>
  readonly close: () => void
}

/** What a local page serves. */
export type LocalPageOptions = {
  readonly services: PlannerServices
  /** Folder of the built window. */
  readonly bundleFolder: string
  readonly logFault: (error: unknown) => void
  /** Milliseconds between two looks at whether a page is still open; for tests. */
  readonly watchMs?: number
}

// Browsers let a hidden page's timers run once a minute.
const watchMs = 15_000
const missedWatches = 12

/**
 * Serves the planner on 127.0.0.1, on a port of the system's choice, to whoever holds the key of this run.
 *
 * It ends by itself when pages have been there and none has shown life for three minutes in which this computer was awake.
 */
export async function localPage(options: LocalPageOptions): Promise<LocalPage> {
  const { services, bundleFolder, logFault } = options
  const token = randomBytes(32).toString('base64url')
  const codes = openingCodes()
  const seen = { isAnyPage: false, missed: 0 }
  let origin = ''

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(request, { origin, tokens: [token, ...codes.keys()] })
    if (refusal !== null) return refuse(response, refusal)
    const [path = '/'] = (request.url ?? '/').split(/[?#]/)
    if (!path.startsWith('/api/')) {
      const file = await bundleFile(bundleFolder, path)
      if (file === null) return refuse(response, { status: 404, sentence: 'There is nothing here.' })
      return send(response, { status: 200, contentType: file.contentType, body: request.method === 'HEAD' ? null : file.bytes })
    }
    const body = await bodyOf(request)
    if ('status' in body) return refuse(response, body)
    if (path === keyPath) {
      const key = codes.keyFor(body.value)
      if (key === null) return refuse(response, { status: 401, sentence: 'The code in this address was used before or is too old. Open the address that npm start has printed.' })
      return send(response, { status: 200, contentType: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(succeeded(key)), 'utf8') })
    }
    seen.isAnyPage = true
    seen.missed = 0
    const verb = path.slice('/api/'.length)
    const result = verb === 'heartbeat' ? succeeded(null) : await services(verb, body.value)
    send(response, { status: 200, contentType: 'application/json; charset=utf-8', body: answerBytes(result) })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logFault(error)
      const problem = { kind: 'internal', sentence: 'Something in Lodestock went wrong. What was saved before is safe; start it again, and report this.' }
      if (response.headersSent) response.destroy()
      else send(response, { status: 200, contentType: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(failed(problem)), 'utf8') })
    })
  })
  // One user's browser: a handful of connections is plenty.
  server.maxConnections = 64
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`

  let reason: 'closed' | 'abandoned' = 'closed'
  const ended = new Promise<'closed' | 'abandoned'>((resolve) => void server.once('close', () => resolve(reason)))
  const close = (): void => {
    clearInterval(watch)
    server.close()
    server.closeAllConnections()
  }
  // Counted in looks, not by the clock: a computer that slept has not been abandoned.
  const watch = setInterval(() => {
    seen.missed += 1
    if (!seen.isAnyPage || seen.missed <= missedWatches) return
    reason = 'abandoned'
    close()
  }, options.watchMs ?? watchMs)
  return { address: `${origin}/#token=${token}`, openingAddress: () => `${origin}/#code=${codes.make()}`, origin, ended, close }
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  // What the browser still sends is not waited for.
  response.setHeader('connection', 'close')
  if (refusal.allow !== undefined) response.setHeader('allow', refusal.allow)
  send(response, { status: refusal.status, contentType: 'text/plain; charset=utf-8', body: Buffer.from(`${refusal.sentence}\n`, 'utf8') })
}

function send(response: ServerResponse, of: { readonly status: number; readonly contentType: string; readonly body: Buffer | null }): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  response.setHeader('content-type', of.contentType)
  response.writeHead(of.status)
  response.end(of.body ?? undefined)
}
