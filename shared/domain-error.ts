/**
 * A caller broke a documented range. A bug, or a form that was not validated:
 * whatever a user can cause is a `Result` with a named problem instead.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  /** The argument that was out of range. */
  readonly argument: string
  /** What was given for it. */
  readonly value: unknown
  /** The range it must lie in, in words. */
  readonly requirement: string

  constructor(argument: string, value: unknown, requirement: string) {
    super(`${argument} must be ${requirement}, not ${String(value)}`)
    this.argument = argument
    this.value = value
    this.requirement = requirement
  }
}

/**
 * Refuses anything but a finite number.
 *
 * @param argument name of the argument, for the error
 * @param value its value
 * @throws {DomainError} unless `value` is finite
 */
export function requireFinite(argument: string, value: number): void {
  if (!Number.isFinite(value)) throw new DomainError(argument, value, 'a finite number')
}

/**
 * Refuses negative numbers, NaN and infinities.
 *
 * @param argument name of the argument, for the error
 * @param value its value
 * @throws {DomainError} unless `value` is finite and at least 0
 */
export function requireNonNegative(argument: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new DomainError(argument, value, 'a finite number of at least 0')
}

/**
 * Refuses everything but finite numbers above 0.
 *
 * @param argument name of the argument, for the error
 * @param value its value
 * @throws {DomainError} unless `value` is finite and above 0
 */
export function requirePositive(argument: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new DomainError(argument, value, 'a finite number above 0')
}

/**
 * Refuses probabilities of 0 and 1 and everything outside.
 *
 * @param argument name of the argument, for the error
 * @param value its value
 * @throws {DomainError} unless 0 < `value` < 1
 */
export function requireOpenProbability(argument: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new DomainError(argument, value, 'a probability above 0 and below 1')
}

/**
 * Refuses numbers that are not whole or lie outside a range.
 *
 * @param argument name of the argument, for the error
 * @param value its value
 * @param range the smallest and the largest number allowed, both included
 * @throws {DomainError} unless `value` is a whole number in `range`
 */
export function requireWhole(
  argument: string,
  value: number,
  range: { readonly least: number; readonly most: number },
): void {
  if (!(Number.isInteger(value) && value >= range.least && value <= range.most)) {
    throw new DomainError(argument, value, `a whole number from ${range.least} to ${range.most}`)
  }
}
