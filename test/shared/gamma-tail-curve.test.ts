import { describe, expect, it } from 'vitest'
import { gammaPrefactor, regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import { standardNormalCdf, standardNormalDensity } from '../../shared/probability/normal-distribution'
import { curveSize, emptyGammaTailCurve, fitGammaTailCurve, valueOnCurve, type GammaTailCurve } from '../../shared/safety-stock/gamma-tail-curve'
import { farShape, gammaTailPieces, leastCurvedShape, leastCurvedZ, nearShape } from '../../shared/safety-stock/gamma-tail-patch'

/** Tail and density at a shape, as the curve has them. */
function onCurve(curve: GammaTailCurve, shape: number): { readonly tail: number; readonly density: number } {
  const root = Math.sqrt(shape) - curve.shift
  let piece = 0
  while (piece < gammaTailPieces - 1 && root > curve.bounds[piece + 1]!) piece++
  const from = curve.bounds[piece]!
  const at = (2 * (root - from)) / (curve.bounds[piece + 1]! - from) - 1
  const deviate = valueOnCurve(curve.deviates, piece * curveSize, at)
  return { tail: standardNormalCdf(deviate), density: standardNormalDensity(deviate) * valueOnCurve(curve.slopes, piece * curveSize, at) }
}

function worstErrors(z: number): { readonly tail: number; readonly density: number } {
  const curve = emptyGammaTailCurve()
  fitGammaTailCurve(curve, z, true)
  const least = Math.max(leastCurvedShape, nearShape(z))
  const most = farShape(z)
  const worst = { tail: 0, density: 0 }
  for (let index = 0; index <= 300; index++) {
    const shape = least + ((most - least) * index) / 300
    const { tail, density } = onCurve(curve, shape)
    worst.tail = Math.max(worst.tail, Math.abs(tail - regularisedGammaQ(shape, z)))
    // As a share of its peak, which is about 1/√(2πz).
    worst.density = Math.max(worst.density, Math.abs(density - (gammaPrefactor(shape, z) * shape) / z) * Math.sqrt(z))
  }
  return worst
}

describe('fitGammaTailCurve', () => {
  // From the least z on through every patch to shapes whose demand hardly varies.
  const zs = [...Array.from({ length: 60 }, (_, index) => leastCurvedZ * 1.06 ** index), ...Array.from({ length: 30 }, (_, index) => 64 * 1.7 ** index)]

  it.each(zs)('gives Q(a, z) to 1e-10 and its density to 1e-8 for all shapes astride z = %d', (z) => {
    const { tail, density } = worstErrors(z)
    expect(tail).toBeLessThan(1e-10)
    expect(density).toBeLessThan(1e-8)
  })

  it('forgets the z it was fitted to before', () => {
    const curve = emptyGammaTailCurve()
    fitGammaTailCurve(curve, 5000, true)
    fitGammaTailCurve(curve, 8, true)
    expect(onCurve(curve, 12).tail).toBeCloseTo(regularisedGammaQ(12, 8), 10)
    fitGammaTailCurve(curve, 5000, true)
    expect(onCurve(curve, 4900).tail).toBeCloseTo(regularisedGammaQ(4900, 5000), 10)
  })
})
