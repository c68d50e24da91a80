import { EventEmitter } from 'node:events'

// What the language, Node and Playwright ask of any object without meaning anything by it.
const askedOfAnything = new Set(['then', 'toJSON', 'nodeType', 'tagName', 'asymmetricMatch', '$$typeof', 'inspect', 'domain'])

/** The error for anything of Electron that this stand-in does not have: it never answers for what it cannot do. */
export function notRepresented(what: string): Error {
  return new Error(`stand-in electron: ${what} is not represented`)
}

/** The same object, but reading or setting a member it lacks throws instead of giving undefined. */
export function represented<T extends object>(target: T, name: string): T {
  const isUnknown = (object: T, key: string | symbol): boolean => typeof key === 'string' && !(key in object) && !askedOfAnything.has(key)
  return new Proxy(target, {
    get(object, key, receiver) {
      if (isUnknown(object, key)) throw notRepresented(`${name}.${String(key)}`)
      return Reflect.get(object, key, receiver)
    },
    set(object, key, value, receiver) {
      if (isUnknown(object, key)) throw notRepresented(`${name}.${String(key)}`)
      return Reflect.set(object, key, value, receiver)
    },
  })
}

/** An object that emits events; listening to an event it does not know throws. */
export class RepresentedEmitter extends EventEmitter {
  protected readonly represents: string
  protected readonly knownEvents: ReadonlySet<string>

  constructor(name: string, knownEvents: readonly string[]) {
    super()
    this.represents = name
    this.knownEvents = new Set(knownEvents)
    return represented(this, name)
  }

  override on(event: string | symbol, listener: (...args: any[]) => void): this {
    if (typeof event === 'string' && !this.knownEvents.has(event)) throw notRepresented(`the event '${event}' of ${this.represents}`)
    return super.on(event, listener)
  }

  override addListener(event: string | symbol, listener: (...args: any[]) => void): this {
    return this.on(event, listener)
  }
}

/** An event object whose default can be prevented, as Electron's. */
export type PreventableEvent = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }

/** A fresh preventable event with further fields. */
export function preventableEvent<Fields extends object>(fields: Fields): PreventableEvent & Fields {
  let isPrevented = false
  return {
    ...fields,
    preventDefault: () => {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
}

/** Throws for an option this stand-in does not know, so that none is taken for granted. */
export function requireKnownOptions(options: object, known: readonly string[], place: string): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw notRepresented(`${place}.${key}`)
  }
}
