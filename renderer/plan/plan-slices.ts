import type { Part } from '../../shared/plan/part-schema'

/** Parts that are copied to a worker in one go: a few milliseconds of the window's time. */
const partsPerSlice = 250

/** Parts in slices to be sent one after the other, so that copying ten thousand of them never holds up the window. */
export function partSlices(parts: readonly Part[]): readonly (readonly Part[])[] {
  return Array.from({ length: Math.ceil(parts.length / partsPerSlice) }, (_, index) => parts.slice(index * partsPerSlice, (index + 1) * partsPerSlice))
}
