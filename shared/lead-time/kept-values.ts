// Values of the part at hand are asked for several times in a row; those kept longer have been asked for again later.
const mostRecent = 16
// Marks of keys seen, a power of two; where two keys have one mark, one is kept that need not be.
const marks = 1 << 16

/**
 * Values kept under keys, made when first asked for.
 *
 * The latest few are kept always, and a value that is made a second time is kept for longer: parts that share a lead
 * time come back to it, those of one part alone are soon forgotten, and cost no memory.
 *
 * @param most how many are kept for longer; beyond that the oldest are forgotten
 */
export function keptValues<Value>(most: number): KeptValues<Value> {
  const lasting = new Map<string, Value>()
  const seen = new Int32Array(marks)
  const recent = new Map<string, Value>()

  function known(key: string): Value | undefined {
    return recent.get(key) ?? lasting.get(key)
  }

  function keep(key: string, value: Value): void {
    if (recent.size >= mostRecent) forgetOldest(recent)
    recent.set(key, value)
    const mark = markOf(key)
    const place = mark & (marks - 1)
    if (seen[place] !== mark) {
      seen[place] = mark
      return
    }
    if (lasting.size >= most) forgetOldest(lasting)
    lasting.set(key, value)
  }

  return {
    known,
    of(key, made) {
      let value = known(key)
      if (value === undefined) {
        value = made()
        keep(key, value)
      }
      return value
    },
  }
}

/** Values by key. */
export type KeptValues<Value> = {
  /** The value of a key, if it is kept. */
  readonly known: (key: string) => Value | undefined
  /** The value of a key, made if it is not kept. */
  readonly of: (key: string, made: () => Value) => Value
}

function forgetOldest(values: Map<string, unknown>): void {
  for (const key of values.keys()) {
    values.delete(key)
    return
  }
}

/** FNV's hash of a key: a whole number of 32 bits. */
function markOf(key: string): number {
  let mark = 0x811c9dc5
  for (let index = 0; index < key.length; index++) mark = Math.imul(mark ^ key.charCodeAt(index), 0x01000193)
  return mark | 0
}
