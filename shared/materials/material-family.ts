/** The magnet material families the product knows. */
export const materialFamilies = [
  'ndfeb-sintered', 'ndfeb-bonded', 'ndfeb-hot-pressed', 'smco-1-5', 'smco-2-17', 'ferrite', 'alnico', 'unknown',
] as const

/** A magnet material family; `unknown` is treated as controlled, and said. */
export type MaterialFamily = (typeof materialFamilies)[number]
