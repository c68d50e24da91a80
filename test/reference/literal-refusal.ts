/** An input the model refuses; its message is the `error` of the case. */
export class RefusedInput extends Error {}

/** Refuses the input when the condition does not hold. */
export function require(condition: boolean, what: string): asserts condition {
  if (!condition) throw new RefusedInput(what)
}
