/** The rare-earth elements that controls list or magnets contain, by symbol. */
export const rareEarthElements = [
  'Nd', 'Pr', 'Ce', 'La', 'Sm', 'Gd', 'Tb', 'Dy', 'Lu', 'Sc', 'Y', 'Ho', 'Er', 'Tm', 'Eu', 'Yb',
] as const

/** Symbol of a rare-earth element. */
export type RareEarthElement = (typeof rareEarthElements)[number]

/** Whether a part contains an element. `unknown` counts as yes, and is shown as an assumption. */
export type ElementPresence = 'yes' | 'no' | 'unknown'
