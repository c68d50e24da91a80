import { requireNonNegative } from '../domain-error'

/**
 * The complementary error function without its steep factor.
 *
 *     exp(x²)·erfc(x)
 *
 * Falls like 1/(x·√π), so nothing underflows where erfc(x) itself would. Relatively accurate to 1e-15.
 *
 * @param x at least 0 and finite
 * @throws {DomainError} naming `x` outside its range
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits; the approximations, those of Cody’s CALERF, are from memory)
 *
 * @example
 * scaledErfc(1) // => 0.427583576155807
 */
export function scaledErfc(x: number): number {
  requireNonNegative('x', x)
  return scaledErfcKernel(x)
}

/**
 * `scaledErfc` without its guard, for inner loops.
 *
 * @param x at least 0
 *
 * @example
 * scaledErfcKernel(30) // => 0.0187958888614168
 */
export function scaledErfcKernel(x: number): number {
  if (x <= 0.46875) return Math.exp(x * x) * (1 - smallErf(x))
  if (x <= 4) {
    // Even and odd powers apart: half the chain that a processor must wait for.
    const y = x * x
    const above =
      (((2.1531153547440383e-8 * y + 8.883149794388377) * y + 298.6351381974001) * y + 1712.0476126340707) * y + 1230.3393547979972 +
      (((0.5641884969886701 * y + 66.11919063714163) * y + 881.952221241769) * y + 2051.0783778260716) * x
    const below =
      (((y + 117.6939508913125) * y + 1621.3895745666903) * y + 4362.619090143247) * y + 1230.3393548037495 +
      (((15.744926110709835 * y + 537.1811018620099) * y + 3290.7992357334597) * y + 3439.3676741437216) * x
    return above / below
  }
  const y = 1 / (x * x)
  const above =
    ((((0.016315387137302097 * y + 0.30532663496123236) * y + 0.36034489994980445) * y +
      0.12578172611122926) * y + 0.016083785148742275) * y + 0.0006587491615298378
  const below =
    ((((y + 2.568520192289822) * y + 1.8729528499234673) * y + 0.5279051029514285) * y +
      0.06051834131244132) * y + 0.0023352049762686918
  return (0.5641895835477563 - (y * above) / below) / x
}

/** erf(x) for |x| ≤ 0.46875. */
function smallErf(x: number): number {
  const y = x * x
  const above =
    (((0.18577770618460315 * y + 3.1611237438705655) * y + 113.86415415105016) * y +
      377.485237685302) * y + 3209.3775891384694
  const below =
    (((y + 23.601290952344122) * y + 244.02463793444417) * y + 1282.6165260773723) * y +
      2844.236833439171
  return (x * above) / below
}
