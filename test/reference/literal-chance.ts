/** Plain sources of chance for the literal simulation; no code in common with `shared`. */
export type Chance = () => number

/** Mulberry32: 32 bits at a time. */
export function mulberry32(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }
}

/** Box and Muller 1958. */
export function normalNumber(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance())
}

/** A gamma number of mean `shape`: Best's rejection (1978) above shape 1, and Stuart's power of a uniform below. */
export function gammaNumber(chance: Chance, shape: number): number {
  if (shape < 1) return gammaNumber(chance, shape + 1) * chance() ** (1 / shape)
  if (shape === 1) return -Math.log(chance())
  const b = shape - 1
  const c = 3 * shape - 0.75
  for (;;) {
    const u = chance()
    const v = chance()
    const w = u * (1 - u)
    const y = Math.sqrt(c / w) * (u - 0.5)
    const x = b + y
    if (x < 0) continue
    const z = 64 * w ** 3 * v ** 2
    if (z <= 1 - (2 * y * y) / x || Math.log(z) <= 2 * (b * Math.log(x / b) - y)) return x
  }
}

/** A Poisson number by counting arrivals; halves large means. */
export function poissonNumber(chance: Chance, mean: number): number {
  if (mean > 30) return poissonNumber(chance, mean / 2) + poissonNumber(chance, mean / 2)
  let count = -1
  for (let product = 1; product > Math.exp(-mean); product *= chance()) count++
  return count
}
