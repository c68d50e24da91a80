import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is not served. */
export type Refusal = { readonly status: number; readonly sentence: string; readonly allow?: string }

/** Where a page gets its key for the code in the address it was opened with. */
export const keyPath = '/api/key'

// 48 MB of a file are 64 MB in base 64; some room for what stands around it. A step that adds 100,000 parts has 85 MB.
const mostFileBodyBytes = 66 * 1024 * 1024
const mostStepBodyBytes = 400 * 1024 * 1024
const stepPath = '/api/applyStep'

function mostBodyBytes(url: string | undefined): number {
  return url === stepPath ? mostStepBodyBytes : mostFileBodyBytes
}

/**
 * Why a request is refused before its body is read; null when it may be served.
 *
 * A page on another site can make a browser send requests here, even under our name (DNS rebinding): so the host must be
 * ours, the origin must be ours wherever one is sent, and the API takes nothing without the key.
 */
export function refusalOf(request: IncomingMessage, of: { readonly origin: string; readonly tokens: readonly string[] }): Refusal | null {
  const { headers, method = '', url = '' } = request
  if (`http://${headers.host ?? ''}` !== of.origin) return { status: 421, sentence: 'This address is not served here.' }
  if (headers.origin !== undefined && headers.origin !== of.origin) return { status: 403, sentence: 'Pages of other sites are not served.' }
  if (!url.startsWith('/')) return { status: 400, sentence: 'This is not a path.' }
  if (!url.startsWith('/api/')) return method === 'GET' || method === 'HEAD' ? null : { status: 405, sentence: 'Files are only read here.', allow: 'GET, HEAD' }
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined || (site !== undefined && site !== 'same-origin')) return { status: 403, sentence: 'Only the planner’s own page may ask.' }
  if (method !== 'POST') return { status: 405, sentence: 'Requests are posted here.', allow: 'POST' }
  const isKey = of.tokens.some((token) => isSameText(headers.authorization ?? '', `Bearer ${token}`))
  if (!isKey && url !== keyPath) return { status: 401, sentence: 'The key of this run is missing or wrong. Open the address that npm start has printed.' }
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return { status: 415, sentence: 'Requests are JSON.' }
  return Number(headers['content-length'] ?? 0) > mostBodyBytes(url) ? tooLarge(url) : null
}

/** The JSON value a request carries, or why it is refused. */
export async function bodyOf(request: IncomingMessage): Promise<{ readonly value: unknown } | Refusal> {
  const chunks: Buffer[] = []
  let size = 0
  // A body that does not tell its length is stopped where it gets too long.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBodyBytes(request.url)) return tooLarge(request.url)
    chunks.push(chunk)
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }
  } catch {
    return { status: 400, sentence: 'The request is not JSON.' }
  }
}

function tooLarge(url: string | undefined): Refusal {
  return { status: 413, sentence: url === stepPath ? 'The change is too large for one step. Make it in several, such as an import of half the file at a time.' : 'The request is too large. Files of up to 48 MB are read.' }
}

/** Compares in a time that does not tell where the texts differ. */
export function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8')]
  return a.length === b.length && timingSafeEqual(a, b)
}
