import { newId, type IdPrefix } from '../../shared/plan/new-id'

/** A new id that is not taken, from the browser's own source of chance. */
export function freshId(prefix: IdPrefix, taken: ReadonlySet<string>): string {
  return newId({ prefix, randomUnit, isTaken: (id) => taken.has(id) })
}

function randomUnit(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}
