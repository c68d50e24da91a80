import { requireNonNegative, requirePositive } from '../domain-error'

// What is less than a millionth of a step above a step is that step.
const sameStep = 1e-6

/**
 * A quantity rounded up to whole steps; less than a millionth of a step above a step counts as that step.
 *
 * @param quantity part units, at least 0
 * @param step 1 for pieces, else the plan's precision, above 0
 * @throws {DomainError} naming the number outside its range
 * @see Lodestock planning model, section 6
 *
 * @example
 * roundedUp(12.0000004, 1) // => 12
 */
export function roundedUp(quantity: number, step: number): number {
  requireNonNegative('quantity', quantity)
  requirePositive('step', step)
  return stepped(Math.ceil(quantity / step - sameStep), step)
}

/**
 * Whether a quantity lies below another by more than a millionth of a step.
 *
 * @param quantity part units
 * @param limit part units
 * @param step rounding step, above 0
 *
 * @example
 * isBelow(99.9999999, 100, 1) // => false
 */
export function isBelow(quantity: number, limit: number, step: number): boolean {
  return quantity < limit - sameStep * step
}

/**
 * The largest whole multiple of a step within a limit; less than a millionth of a step short counts as fitting.
 *
 * @param limit part units, at least 0
 * @param step above 0
 *
 * @example
 * largestMultipleWithin(620, 50) // => 600
 */
export function largestMultipleWithin(limit: number, step: number): number {
  return stepped(Math.floor(limit / step + sameStep), step)
}

/** `count · step` without the dust of a decimal step such as 0.001, which division by its whole inverse does not leave. */
function stepped(count: number, step: number): number {
  const inverse = 1 / step
  const isWholeInverse = step < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-9 * inverse
  const quantity = isWholeInverse ? count / Math.round(inverse) : count * step
  return quantity === 0 ? 0 : quantity
}
