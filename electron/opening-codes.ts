import { randomBytes } from 'node:crypto'

/** Codes that a page exchanges for a key of its own, once and soon. */
export type OpeningCodes = {
  /** Makes a code, good for a minute. */
  readonly make: () => string
  /** The key for the code in a request; null for one that is unknown, too old or used. */
  readonly keyFor: (body: unknown) => string | null
  /** The keys that were given out and are good. */
  readonly keys: () => readonly string[]
}

const codeMs = 60_000

/**
 * A code that comes twice has been seen by somebody else, who may have been the first: the key given for it is void then.
 *
 * @param now the clock, in milliseconds; for tests
 */
export function openingCodes(now: () => number = performance.now.bind(performance)): OpeningCodes {
  const codes = new Map<string, { readonly until: number; key: string | null }>()
  return {
    make: () => {
      const code = randomText()
      codes.set(code, { until: now() + codeMs, key: null })
      return code
    },
    keyFor: (body) => {
      const code = (body as { readonly code?: unknown } | null)?.code
      const known = typeof code === 'string' ? codes.get(code) : undefined
      if (known === undefined) return null
      if (known.key !== null || now() > known.until) {
        codes.delete(code as string)
        return null
      }
      known.key = randomText()
      return known.key
    },
    keys: () => [...codes.values()].flatMap(({ key }) => (key === null ? [] : [key])),
  }
}

function randomText(): string {
  return randomBytes(32).toString('base64url')
}
