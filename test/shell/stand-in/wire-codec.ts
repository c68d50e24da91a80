/** Text on the wire between main and a window, for what the structured clone carries. */
export type WireCodec = { readonly encode: (values: readonly unknown[]) => string; readonly decode: (text: string) => unknown[] }

/**
 * Makes the codec. It runs in Node and, by its source text, in the window, so it uses nothing from outside itself.
 *
 * What Electron cannot clone is refused with Electron's sentence; shared references and cycles are refused as not represented.
 */
export function wireCodec(): WireCodec {
  const bytesToText = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  const textToBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const encodeOne = (value: any, above: readonly unknown[]): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value === 'bigint') return { $: 'bigint', text: String(value) }
    if (above.includes(value)) throw new Error('stand-in electron: a cycle over IPC is not represented')
    const trail = [...above, value]
    if (Array.isArray(value)) return value.map((one) => encodeOne(one, trail))
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    if (tag === 'Date') return { $: 'date', time: encodeOne(value.getTime(), trail) }
    if (tag === 'Map') return { $: 'map', entries: [...value].map((entry) => encodeOne(entry, trail)) }
    if (tag === 'Set') return { $: 'set', items: [...value].map((one) => encodeOne(one, trail)) }
    if (tag === 'Error') return { $: 'error', name: value.name, message: value.message, stack: value.stack }
    if (tag === 'ArrayBuffer') return { $: 'buffer', base64: bytesToText(new Uint8Array(value)) }
    if (tag === 'Uint8Array') return { $: 'bytes', base64: bytesToText(value) }
    if (tag !== 'Object') throw new Error(`stand-in electron: ${tag} over IPC is not represented`)
    return { $: 'object', entries: Object.entries(value).map(([key, one]) => [key, encodeOne(one, trail)]) }
  }
  const decodeOne = (value: any): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decodeOne)
    switch (value.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(value.text)
      case 'bigint':
        return BigInt(value.text)
      case 'date':
        return new Date(decodeOne(value.time) as number)
      case 'map':
        return new Map(value.entries.map(decodeOne))
      case 'set':
        return new Set(value.items.map(decodeOne))
      case 'error':
        return Object.assign(new Error(value.message), { name: value.name, stack: value.stack })
      case 'buffer':
        return textToBytes(value.base64).buffer
      case 'bytes':
        return textToBytes(value.base64)
      default:
        return Object.fromEntries(value.entries.map(([key, one]: [string, unknown]) => [key, decodeOne(one)]))
    }
  }
  return {
    encode: (values) => {
      try {
        structuredClone(values)
      } catch {
        throw new Error('An object could not be cloned.')
      }
      return JSON.stringify(values.map((value) => encodeOne(value, [])))
    },
    decode: (text) => (JSON.parse(text) as unknown[]).map(decodeOne),
  }
}
