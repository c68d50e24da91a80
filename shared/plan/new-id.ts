import { DomainError } from '../domain-error'

/** What stands before the consonants of an id: part, open order, assembly, event, scenario, control, plan. */
export type IdPrefix = 'p' | 'o' | 'a' | 'e' | 's' | 'c' | 'pl'

const consonants = 'bcdfghjklmnpqrstvwxz'

// So many drawn ids are taken only if the source repeats itself.
const mostDraws = 1000

/**
 * A new id: a prefix and six consonants, so that no spreadsheet takes it for a word, a date or a number.
 *
 * There are 64 million of them, so among ten thousand drawn freely two are the same with a probability of
 * about one half: say which are taken.
 *
 * @param of the prefix, a source of numbers from 0 to below 1, asked six times a draw, and whether an id is taken
 * @throws {DomainError} naming `randomUnit` when it gives a number outside that range, or only ids that are taken
 *
 * @example
 * newId({ prefix: 'p', randomUnit: () => 0.5 }) // => 'p-nnnnnn'
 */
export function newId(of: {
  readonly prefix: IdPrefix
  readonly randomUnit: () => number
  readonly isTaken?: ((id: string) => boolean) | undefined
}): string {
  for (let draw = 0; draw < mostDraws; draw++) {
    const id = `${of.prefix}-${sixConsonants(of.randomUnit)}`
    if (of.isTaken?.(id) !== true) return id
  }
  throw new DomainError('randomUnit', 'only taken ids', 'a source that does not repeat itself')
}

function sixConsonants(randomUnit: () => number): string {
  let letters = ''
  for (let place = 0; place < 6; place++) {
    const unit = randomUnit()
    if (!(unit >= 0 && unit < 1)) throw new DomainError('randomUnit', unit, 'a source of numbers from 0 to below 1')
    letters += consonants.charAt(Math.floor(unit * consonants.length))
  }
  return letters
}
