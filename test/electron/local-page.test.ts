import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { localPage, type LocalPage } from '../../electron/local-page'
import { temporaryFolder } from './library-fixture'
import { testPlanner, type TestPlanner } from './planner-fixture'

type Served = TestPlanner & { readonly page: LocalPage; readonly port: number; readonly token: string; readonly bundle: string }

async function served(options: { readonly watchMs?: number } = {}): Promise<Served> {
  const planner = testPlanner({ kind: 'local-page' })
  const folder = temporaryFolder()
  const bundle = join(folder, 'bundle')
  mkdirSync(join(bundle, 'assets'), { recursive: true })
  writeFileSync(join(bundle, 'index.html'), '<!doctype html><title>Lodestock</title>')
  writeFileSync(join(bundle, 'assets', 'main-Ab1.js'), 'export {}')
  writeFileSync(join(bundle, '.env.json'), '"hidden"')
  writeFileSync(join(folder, 'secret.json'), '"secret"')
  symlinkSync(join(folder, 'secret.json'), join(bundle, 'linked.json'))
  const page = await localPage({ services: planner.services, bundleFolder: bundle, logFault: planner.host.logFault, ...options })
  onTestFinished(page.close)
  const { port, hash } = new URL(page.address)
  return { ...planner, page, port: Number(port), token: new URLSearchParams(hash.slice(1)).get('token') ?? '', bundle }
}

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

/** A request with exactly the given headers and path: no client tidies them up. */
function asked(port: number, of: { readonly method?: string; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string | Buffer; readonly isChunked?: boolean }): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers = {}, body } = of
    const length: Record<string, string> = body === undefined || of.isChunked === true ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent: false }, (response) => {
      let text = ''
      const settle = (): void => resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      response.setEncoding('utf8').on('data', (more: string) => (text += more))
      response.once('end', settle)
      response.once('error', settle)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

function call(of: Pick<Served, 'page' | 'port' | 'token'>, verb: string, change: { readonly method?: string; readonly headers?: Record<string, string>; readonly without?: string; readonly body?: string | Buffer; readonly isChunked?: boolean } = {}): Promise<Reply> {
  const headers: Record<string, string> = { origin: of.page.origin, authorization: `Bearer ${of.token}`, 'content-type': 'application/json', ...change.headers }
  if (change.without !== undefined) delete headers[change.without]
  const { method = 'POST', body = '{}', isChunked = false } = change
  return asked(of.port, { method, path: `/api/${verb}`, headers, body, isChunked })
}

describe('localPage', () => {
  it('serves the page and its files, each with the security headers', async () => {
    const { port } = await served()
    for (const [path, type] of [['/', 'text/html; charset=utf-8'], ['/?x=1', 'text/html; charset=utf-8'], ['/index.html', 'text/html; charset=utf-8'], ['/assets/main-Ab1.js', 'text/javascript; charset=utf-8'], ['/%61ssets/main-Ab1.js', 'text/javascript; charset=utf-8']] as const) {
      const reply = await asked(port, { path })
      expect([path, reply.status, reply.headers['content-type']]).toEqual([path, 200, type])
      expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
      expect(reply.headers['content-security-policy']).not.toMatch(/unsafe|\*|http/)
      expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' })
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
  })

  it.each(['/../secret.json', '/assets/../../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/assets/..%2f..%2fsecret.json', '/%2e%2e%2fsecret.json', '/..\\secret.json', '/..%5csecret.json', '/linked.json', '/.env.json', '//etc/passwd.json', '/index.html%00.json', '/%', '/missing.js', '/assets', '/assets/', '/api', '/C:/x.json'])('has nothing at %s', async (path) => {
    const { port, bundle } = await served()
    expect(existsSync(join(bundle, '..', 'secret.json'))).toBe(true)
    const reply = await asked(port, { path })
    expect(reply.status).toBe(404)
    expect(reply.text).not.toMatch(/secret|hidden|root:/)
  })

  it('answers verbs to its own page', async () => {
    const its = await served()
    const reply = await call(its, 'createPlan', { body: '{"title":"磁","content":"empty"}' })
    expect([reply.status, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([200, 'application/json; charset=utf-8', 'no-store'])
    expect(JSON.parse(reply.text)).toMatchObject({ ok: true, value: { name: '磁' } })
    expect(JSON.parse((await call(its, 'heartbeat')).text)).toEqual({ ok: true, value: null })
  })

  it.each([
    { what: 'a foreign host, as after DNS rebinding', change: { headers: { host: 'evil.example' } }, status: 421 },
    { what: 'our name instead of our address', change: { headers: { host: 'localhost' } }, status: 421 },
    { what: 'another port in the host', change: { headers: { host: '127.0.0.1:80' } }, status: 421 },
    { what: 'a foreign origin', change: { headers: { origin: 'https://evil.example' } }, status: 403 },
    { what: 'an opaque origin', change: { headers: { origin: 'null' } }, status: 403 },
    { what: 'our host on another port as origin', change: { headers: { origin: 'http://127.0.0.1:1' } }, status: 403 },
    { what: 'no origin', change: { without: 'origin' }, status: 403 },
    { what: 'what a browser marks as cross-site', change: { headers: { 'sec-fetch-site': 'cross-site' } }, status: 403 },
    { what: 'no token', change: { without: 'authorization' }, status: 401 },
    { what: 'a wrong token', change: { headers: { authorization: `Bearer ${'A'.repeat(43)}` } }, status: 401 },
    { what: 'a token of another length', change: { headers: { authorization: 'Bearer A' } }, status: 401 },
    { what: 'a form', change: { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, status: 415 },
    { what: 'plain text', change: { headers: { 'content-type': 'text/plain' } }, status: 415 },
    { what: 'a reading method', change: { method: 'GET' }, status: 405 },
    { what: 'a preflight', change: { method: 'OPTIONS' }, status: 405 },
    { what: 'what is no JSON', change: { body: '{"title":' }, status: 400 },
  ] as const)('refuses $what with $status, and nothing happens', async ({ change, status }) => {
    const its = await served()
    const reply = await call(its, 'createPlan', { body: '{"title":"A","content":"empty"}', ...change })
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(/\.\n$/)
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
    expect(its.library.plans()).toEqual({ ok: true, value: [] })
  })

  it.each([false, true])('refuses a body of 100 MB, its length untold: %s', async (isChunked) => {
    const its = await served()
    const before = process.memoryUsage().rss
    const reply = await call(its, 'createPlan', { body: Buffer.alloc(100 * 1024 * 1024, 0x20), isChunked }).catch((error: NodeJS.ErrnoException) => error.code)
    // The answer may be lost where the connection ends under a body that is still being sent.
    if (typeof reply === 'object') expect(reply.status).toBe(413)
    else expect(['ECONNRESET', 'EPIPE']).toContain(reply)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
    expect((await call(its, 'plans')).status).toBe(200)
  })

  // An import of 100,000 new parts is one step of 85 MB: it was refused, and taken back.
  it('takes a step of 90 MB', async () => {
    const its = await served()
    const body = Buffer.concat([Buffer.from('{"planId":"pl-bcdfgh","expectedSeq":0,"step":{"kind":"undo"}'), Buffer.alloc(90 * 1024 * 1024, 0x20), Buffer.from('}')])
    expect(JSON.parse((await call(its, 'applyStep', { body })).text)).toMatchObject({ ok: false, problem: { kind: 'plan-not-open' } })
  }, 30_000)

  it('tells 413 to whoever waits before sending', async () => {
    const { page, port, token } = await served()
    const text = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port })
      let received = ''
      socket.setEncoding('utf8').on('data', (more: string) => (received += more))
      socket.once('close', () => resolve(received))
      socket.write(`POST /api/plans HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${page.origin}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n`)
    })
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('takes a file of 48 MB', async () => {
    const its = await served()
    const body = JSON.stringify({ fileName: 'large.csv', bytesBase64: Buffer.alloc(48 * 1024 * 1024, 0).toString('base64') })
    expect(JSON.parse((await call(its, 'importPlanFile', { body })).text)).toMatchObject({ ok: false, problem: { kind: 'binary-file' } })
  }, 30_000)

  it('has a key of 256 bits that is another every time', async () => {
    const [first, second] = [await served(), await served()]
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32)
    expect(first.token).not.toBe(second.token)
    expect(new URL(first.page.address)).toMatchObject({ search: '', pathname: '/' })
  })

  it('listens on 127.0.0.1 alone', async () => {
    const { port } = await served()
    const others = ['::1', ...Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address, family, scopeid }) => (family === 'IPv6' && scopeid !== 0 ? '' : address)))].filter((address) => address !== '' && address !== '127.0.0.1')
    for (const host of new Set(others)) expect([host, await isListening(host, port)]).toEqual([host, false])
    expect(await isListening('127.0.0.1', port)).toBe(true)
    if (process.platform !== 'linux') return
    // The system's own table: local address and port in hexadecimal, state 0A is listening.
    const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1)).map((row) => row.trim().split(/\s+/)).filter((row) => row[3] === '0A' && row[1]?.endsWith(`:${port.toString(16).toUpperCase().padStart(4, '0')}`))
    expect(rows.map((row) => row[1]?.split(':')[0])).toEqual(['0100007F'])
  })

  it('ends when its pages show no more life, and not before one was there', async () => {
    const { page, port, token } = await served({ watchMs: 5 })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect((await call({ page, port, token }, 'heartbeat')).status).toBe(200)
    expect(await page.ended).toBe('abandoned')
    expect(await isListening('127.0.0.1', port)).toBe(false)
  })

  it('tells that it was closed', async () => {
    const { page } = await served()
    page.close()
    expect(await page.ended).toBe('closed')
  })

  it('says that it has no dialogs', async () => {
    const its = await served()
    for (const verb of ['chooseFile', 'saveFile', 'printToPdf', 'showLibraryFolder']) {
      expect(JSON.parse((await call(its, verb)).text)).toMatchObject({ ok: false, problem: { kind: 'not-in-this-host' } })
    }
    expect(JSON.parse((await call(its, 'hostFacts')).text)).toMatchObject({ value: { kind: 'local-page', missingVerbs: ['chooseFile', 'saveFile', 'printToPdf', 'showLibraryFolder'] } })
  })
})

function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.setTimeout(1000, () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

describe('the address that a browser is opened with', () => {
  it('has no key in it, and a code that one page takes for a key', async () => {
    const its = await served()
    const address = its.page.openingAddress()
    expect(address).not.toContain(its.token)
    const code = new URL(address).hash.replace('#code=', '')
    expect((await call({ ...its, token: code }, 'plans')).status).toBe(401)
    const first = await call(its, 'key', { without: 'authorization', body: JSON.stringify({ code }) })
    const { value: key } = JSON.parse(first.text) as { readonly value: string }
    expect([first.status, key === its.token]).toEqual([200, false])
    expect((await call({ ...its, token: key }, 'plans')).status).toBe(200)
    // Whoever comes second is refused, and whoever was first is known to be another.
    expect((await call(its, 'key', { without: 'authorization', body: JSON.stringify({ code }) })).status).toBe(401)
    expect((await call({ ...its, token: key }, 'plans')).status).toBe(401)
    expect((await call(its, 'plans')).status).toBe(200)
  })

  it.each([
    { what: 'a foreign host', change: { headers: { host: 'evil.example' } }, status: 421 },
    { what: 'a foreign origin', change: { headers: { origin: 'https://evil.example' } }, status: 403 },
    { what: 'no origin', change: { without: 'origin' }, status: 403 },
    { what: 'a request for reading', change: { method: 'GET', body: '' }, status: 405 },
    { what: 'no JSON', change: { headers: { 'content-type': 'text/plain' } }, status: 415 },
    { what: 'a wrong code', change: { body: '{"code":"AAAA"}' }, status: 401 },
  ])('gives no key to $what', async ({ change, status }) => {
    const its = await served()
    const code = new URL(its.page.openingAddress()).hash.replace('#code=', '')
    const { status: answeredWith } = await call({ ...its, token: 'none' }, 'key', { body: JSON.stringify({ code }), ...change })
    expect(answeredWith).toBe(status)
  })
})
