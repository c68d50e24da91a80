import { describe, expect, it } from 'vitest'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'
import { emptyGammaTailLine, fitGammaTailLine } from '../../shared/safety-stock/gamma-tail-line'

describe('fitGammaTailLine', () => {
  it.each([4, 20, 150, 2000])('is within 0.02 of the gamma tail over the shapes that matter, at z = %d', (z) => {
    const line = emptyGammaTailLine()
    const least = Math.max(1, Math.sqrt(z) - 2.5)
    const most = Math.sqrt(z) + 3
    fitGammaTailLine(line, z, least, most)
    for (let root = least; root <= most; root += 0.05) {
      const at = (root - line.middle) / line.half
      const tail = standardNormalCdf(line.c0 + at * (line.c1 + at * (line.c2 + at * line.c3)))
      expect(Math.abs(tail - regularisedGammaQ(root * root, z))).toBeLessThanOrEqual(0.02)
    }
  })
})
