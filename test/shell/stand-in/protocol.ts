import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CustomScheme } from 'electron'
import { inward } from './addresses'
import { notRepresented, represented, requireKnownOptions } from './represented'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const privileged = new Set<string>()
let isReady = false

/** Schemes that have been registered before `ready`, as origins for permissions. */
export function privilegedSchemes(): ReadonlySet<string> {
  return privileged
}

/** `protocol` of Electron. */
export const protocol = represented(
  {
    registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]): void => {
      if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges = {} } of schemes) {
        requireKnownOptions(privileges, ['standard', 'secure', 'supportFetchAPI', 'codeCache', 'stream'], 'privileges')
        if (privileges.standard !== true || privileges.secure !== true) throw notRepresented(`the scheme ${scheme} without standard and secure`)
        privileged.add(scheme)
      }
    },
    handle: (scheme: string, handler: Handler): void => {
      if (!privileged.has(scheme)) throw notRepresented(`protocol.handle of ${scheme}, which is no privileged scheme`)
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  },
  'protocol',
)

/** Starts the server behind the schemes; answers its port. */
export async function startedSchemeServer(): Promise<number> {
  isReady = true
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return (server.address() as AddressInfo).port
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = inward(`http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`)
  const handler = handlers.get(url.split(':')[0] ?? '')
  if (handler === undefined) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === 'host' || name === 'connection' || value === undefined) continue
    headers.set(name, name === 'origin' || name === 'referer' ? inward(String(value)) : String(value))
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const response = await handler(new Request(url, { method, headers, ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as ReadableStream, duplex: 'half' as const } : {}) }))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) outgoing.end()
  else await pipeline(Readable.fromWeb(response.body as never), outgoing)
}
