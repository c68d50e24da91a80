import { describe, expect, it } from 'vitest'
import { scaledErfc, scaledErfcKernel } from '../../shared/probability/scaled-erfc'
import figures from '../reference/probability-figures.json'

describe('scaledErfc', () => {
  // Figures: mpmath at 70 digits.
  it.each(figures.scaledErfc as [number, number][])('at %s agrees with mpmath to 1e-15', (x, expected) => {
    expect(Math.abs(scaledErfc(x) / expected - 1)).toBeLessThanOrEqual(1e-15)
  })

  it('falls everywhere, seams included', () => {
    for (let x = 0; x < 10; x += 1 / 64) expect(scaledErfcKernel(x + 1 / 64)).toBeLessThan(scaledErfcKernel(x))
  })

  it.each([-1e-9, NaN, Infinity])('names x when it is %s', (x) => {
    expect(() => scaledErfc(x)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'x' }))
  })
})
