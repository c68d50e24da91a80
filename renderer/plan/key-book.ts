import { contextKeyOfPart, type ContextKeys } from './figure-keys'
import type { PartResult } from './part-figures'

/** Numbers for keys, since the keys themselves are long texts: the same number means the same key. */
export type KeyBook = {
  /** The key of what a result depends on in a context, besides the part and the assemblies. */
  readonly keyOf: (result: PartResult, of: ContextKeys) => number
}

// A slider makes new keys with every move; what is forgotten is only computed once more.
const mostKeys = 400

/** A book of keys. */
export function keyBook(): KeyBook {
  const numbers = new Map<string, number>()
  const byContext = new WeakMap<ContextKeys, Map<string, number>>()
  let next = 1

  function numberOf(key: string): number {
    let number = numbers.get(key)
    if (number === undefined) {
      if (numbers.size >= mostKeys) numbers.clear()
      number = next++
      numbers.set(key, number)
    }
    return number
  }

  return {
    keyOf: (result, of) => {
      let known = byContext.get(of)
      if (known === undefined) {
        known = new Map()
        byContext.set(of, known)
      }
      const group = result.kind === 'problem' ? 'problem' : result.controlIds.join('|')
      let number = known.get(group)
      if (number === undefined) {
        number = numberOf(result.kind === 'problem' ? problemKey(of) : contextKeyOfPart(of, result.controlIds))
        known.set(group, number)
      }
      return number
    },
  }
}

/** A problem may come from anything. */
function problemKey({ base, policy, byControl }: ContextKeys): string {
  return ['problem', base, policy, ...byControl.values()].join('\n')
}
