/** The answer of something that can go wrong in a way its caller must handle. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

/**
 * A `Result` that carries the wanted value.
 *
 * @param value what was asked for
 *
 * @example
 * succeeded(3) // => { ok: true, value: 3 }
 */
export function succeeded<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/**
 * A `Result` that carries the reason why there is no value.
 *
 * @param problem what stood in the way, as data for a message
 *
 * @example
 * failed({ kind: 'cancelled' }) // => { ok: false, problem: { kind: 'cancelled' } }
 */
export function failed<Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem }
}
