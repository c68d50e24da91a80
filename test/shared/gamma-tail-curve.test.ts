import { describe, expect, it } from 'vitest'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'
import { emptyGammaTailCurve, fitGammaTailCurve, leastCurvedShape, tailDeviateAt } from '../../shared/safety-stock/gamma-tail-curve'

/** The largest error of Q over a range of shapes, at places between those the curve was fitted to. */
function worstError(z: number, leastShape: number, mostShape: number): number {
  const curve = emptyGammaTailCurve()
  fitGammaTailCurve(curve, z, Math.sqrt(leastShape), Math.sqrt(mostShape))
  let worst = 0
  for (let index = 0; index <= 60; index++) {
    const shape = leastShape + ((mostShape - leastShape) * index) / 60
    const at = (Math.sqrt(shape) - curve.middle) / curve.half
    worst = Math.max(worst, Math.abs(standardNormalCdf(tailDeviateAt(curve, at)) - regularisedGammaQ(shape, z)))
  }
  return worst
}

/** Shapes farther from z than this lie wholly on one side of it and are never asked for: e^−28. */
function shapesAstride(z: number): readonly [number, number] {
  const least = Math.max(leastCurvedShape, z - Math.sqrt(56 * z))
  return [least, Math.max(least + 1, z + 28 + Math.sqrt(28 * 28 + 56 * z)) + 1]
}

describe('fitGammaTailCurve', () => {
  const zs = Array.from({ length: 40 }, (_, index) => 0.5 * 1.4 ** index)

  // Measured: 4.3e-9 at worst, for shapes from 2 to 60 at z = 1.4; 1.3e-9 from z = 3 on, 1e-10 from z = 60 on.
  const allowed = (z: number): number => (z < 3 ? 5e-9 : z < 60 ? 2e-9 : 2e-10)

  it.each(zs)('gives Q(a, z) to some 1e-9 for all shapes astride z = %d', (z) => {
    const [least, most] = shapesAstride(z)
    const middle = (least + most) / 2
    expect(Math.max(worstError(z, least, most), worstError(z, least, middle), worstError(z, middle, most))).toBeLessThan(allowed(z))
  })

  it('forgets the range it was fitted to before', () => {
    const curve = emptyGammaTailCurve()
    fitGammaTailCurve(curve, 3, Math.SQRT2, 8)
    fitGammaTailCurve(curve, 5000, 70, 71)
    expect(standardNormalCdf(tailDeviateAt(curve, (70.5 - curve.middle) / curve.half))).toBeCloseTo(regularisedGammaQ(70.5 ** 2, 5000), 10)
  })
})
