/**
 * How long a licence takes from accepted application to grant, before refusals, in calendar days.
 * With `working` true all its numbers are working days and count 7/5 calendar days each.
 */
export type LicenceWait = WaitDistribution & {
  /** Whether the numbers are working days. Absent means calendar days. */
  readonly working?: boolean | undefined
}

/** The shapes a wait may have; all numbers in days, at least 0. */
export type WaitDistribution =
  /** Always the same; split between its two neighbouring days when not whole. */
  | { readonly kind: 'fixed'; readonly days: number }
  /** Any length from `minDays` to `maxDays` equally likely. */
  | { readonly kind: 'uniform'; readonly minDays: number; readonly maxDays: number }
  /** Shortest, most likely and longest. */
  | { readonly kind: 'triangular'; readonly minDays: number; readonly modeDays: number; readonly maxDays: number }
  /** Mean and standard deviation. */
  | { readonly kind: 'gamma'; readonly meanDays: number; readonly sdDays: number }
  /** Waits as observed, each equally likely. */
  | { readonly kind: 'observed'; readonly days: readonly number[] }
