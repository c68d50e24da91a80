/**
 * What runs in a window before the page does. Both functions are sent as source text, so each stands alone.
 *
 * The page's world and the preload's share the DOM only; they talk by events of a random name, whose `detail` Chromium
 * clones when the other world reads it, as Electron's context bridge clones.
 */
import type { WireCodec } from './wire-codec'

/** A value on its way between the worlds: functions and promises are named, everything else is cloned. */
type Packed =
  | { readonly t: 'value'; readonly value: unknown }
  | { readonly t: 'function' | 'promise'; readonly id: string }
  | { readonly t: 'list'; readonly items: readonly Packed[] }
  | { readonly t: 'object'; readonly entries: readonly (readonly [string, Packed])[] }

type BridgeMessage =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Packed }
  | { readonly kind: 'call'; readonly functionId: string; readonly args: readonly Packed[]; readonly callId: string }
  | { readonly kind: 'returned'; readonly callId: string; readonly value?: Packed; readonly error?: string }
  | { readonly kind: 'settled'; readonly promiseId: string; readonly value?: Packed; readonly error?: string }

/** The bridge between the two worlds, the same on both sides. */
export type Bridge = { readonly expose: (key: string, api: unknown) => void }

/** Lays one end of the bridge; `side` is ours. */
export function bridgeEnd(channel: string, side: 'page' | 'preload'): Bridge {
  const other = side === 'page' ? 'preload' : 'page'
  const functions = new Map<string, (...args: unknown[]) => unknown>()
  const promises = new Map<string, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  const returned = new Map<string, Extract<BridgeMessage, { kind: 'returned' }>>()
  let lastId = 0
  const newId = (): string => `${side}${++lastId}`
  const tell = (message: BridgeMessage): void => void document.dispatchEvent(new CustomEvent(channel + other, { detail: message }))
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') {
      const id = newId()
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { t: 'function', id }
    }
    if (value instanceof Promise) {
      const id = newId()
      value.then(
        (result) => tell({ kind: 'settled', promiseId: id, value: pack(result) }),
        (error: unknown) => tell({ kind: 'settled', promiseId: id, error: messageOf(error) }),
      )
      return { t: 'promise', id }
    }
    if (Array.isArray(value)) return { t: 'list', items: value.map(pack) }
    if (value !== null && typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]') return { t: 'object', entries: Object.entries(value).map(([key, one]) => [key, pack(one)] as const) }
    return { t: 'value', value }
  }
  const unpack = (packed: Packed): unknown => {
    switch (packed.t) {
      case 'value':
        return packed.value
      case 'list':
        return packed.items.map(unpack)
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, one]) => [key, unpack(one)]))
      case 'promise':
        return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }))
      case 'function':
        return (...args: unknown[]) => {
          const callId = newId()
          tell({ kind: 'call', functionId: packed.id, args: args.map(pack), callId })
          // Events are delivered at once, so the answer is already here.
          const answer = returned.get(callId)
          returned.delete(callId)
          if (answer === undefined || answer.value === undefined) throw new Error(answer?.error ?? 'the other world did not answer')
          return unpack(answer.value)
        }
    }
  }
  const frozen = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object') {
      for (const one of Object.values(value)) frozen(one)
      Object.freeze(value)
    }
    return value
  }
  const receive = (message: BridgeMessage): void => {
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(globalThis, message.key, { value: frozen(unpack(message.api)), enumerable: true, writable: false, configurable: false })
        return
      case 'call':
        try {
          tell({ kind: 'returned', callId: message.callId, value: pack(functions.get(message.functionId)?.(...message.args.map(unpack))) })
        } catch (error) {
          tell({ kind: 'returned', callId: message.callId, error: messageOf(error) })
        }
        return
      case 'returned':
        returned.set(message.callId, message)
        return
      case 'settled': {
        const promise = promises.get(message.promiseId)
        promises.delete(message.promiseId)
        if (message.value === undefined) promise?.reject(new Error(message.error))
        else promise?.resolve(unpack(message.value))
      }
    }
  }
  document.addEventListener(channel + side, (event) => receive((event as CustomEvent<BridgeMessage>).detail))
  return { expose: (key, api) => tell({ kind: 'expose', key, api: pack(api) }) }
}

/** What the host calls in the preload's world. */
export type PreloadWorld = {
  readonly deliver: (channel: string, wire: string) => void
  readonly reply: (id: number, wire: string | null, error: string | null) => void
}

/** Runs the preload script with Electron's `require` of a sandboxed preload; answers what the host calls. */
export function preloadWorld(of: {
  readonly bridge: Bridge
  readonly codec: WireCodec
  readonly tellHost: (message: string) => void
  readonly versions: Readonly<Record<string, string>>
  readonly platform: string
  readonly run: (require: (name: string) => unknown, process: unknown, exports: object, module: object) => void
}): PreloadWorld {
  const { bridge, codec, tellHost } = of
  const asked = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>()
  let lastId = 0
  const only = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get: (object, key) => {
        if (typeof key === 'string' && !(key in object) && key !== 'then') throw new Error(`stand-in electron: ${name}.${key} is not represented`)
        return Reflect.get(object, key)
      },
    })
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      const id = ++lastId
      const wire = codec.encode(args)
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject })
        tellHost(JSON.stringify({ kind: 'invoke', id, channel, wire }))
      })
    },
    send: (channel: string, ...args: unknown[]) => tellHost(JSON.stringify({ kind: 'send', channel, wire: codec.encode(args) })),
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    removeListener: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      )
      return ipcRenderer
    },
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      bridge.expose(key, api)
    },
  }
  const electron = only({ contextBridge: only(contextBridge, 'contextBridge'), ipcRenderer: only(ipcRenderer, 'ipcRenderer') }, 'electron')
  const requireInPreload = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  try {
    of.run(requireInPreload, { type: 'renderer', sandboxed: true, contextIsolated: true, platform: of.platform, versions: of.versions }, module.exports, module)
  } catch (error) {
    tellHost(JSON.stringify({ kind: 'preload-error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  }
  return {
    deliver: (channel, wire) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...codec.decode(wire))
    },
    reply: (id, wire, error) => {
      const waiting = asked.get(id)
      asked.delete(id)
      if (wire === null) waiting?.reject(new Error(error ?? ''))
      else waiting?.resolve(codec.decode(wire)[0])
    },
  }
}
