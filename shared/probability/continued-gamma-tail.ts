import { gammaPrefactor, regularisedGammaQ } from './incomplete-gamma'

/**
 * Q(a, x) for shapes of any sign: above 0 the upper tail of a gamma variable, at and below 0 the analytic function
 * that continues it, which sums over a lattice of lengths need a few steps beyond the shortest.
 *
 *     Q(a, x) = Q(a + 1, x) − x^a·e^(−x) / Γ(a + 1)
 *
 * Accurate to 1e-12 times the largest term of the recurrence, which is at most 1 for shapes down to −2·√x.
 * No guard, for use in inner loops.
 *
 * @param shape finite, not below −150
 * @param x above 0
 *
 * @example
 * continuedGammaTail(-0.5, 1) // => -0.0502545
 */
export function continuedGammaTail(shape: number, x: number): number {
  if (shape > 0) return regularisedGammaQ(shape, x)
  const steps = Math.floor(-shape) + 1
  let at = shape + steps
  let tail = regularisedGammaQ(at, x)
  // x^a·e^(−x) / Γ(a + 1), from the shape above 0 down: the term of a − 1 is that of a times a/x.
  let term = gammaPrefactor(at, x)
  for (let step = 0; step < steps; step++) {
    term *= at / x
    tail -= term
    at -= 1
  }
  return tail
}

/**
 * x^a·e^(−x) / Γ(a + 1) for shapes of any sign: Q(a + 1, x) − Q(a, x). No guard.
 *
 * @param shape finite, not below −150
 * @param x above 0
 *
 * @example
 * continuedGammaTerm(-0.5, 1) // => 0.207554
 */
export function continuedGammaTerm(shape: number, x: number): number {
  if (shape >= 0) return gammaPrefactor(shape, x)
  const steps = Math.floor(-shape) + 1
  let at = shape + steps
  let term = gammaPrefactor(at, x)
  for (let step = 0; step < steps; step++) {
    term *= at / x
    at -= 1
  }
  return term
}
