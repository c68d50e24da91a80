/**
 * The state of a seeded stream of random bits: xoshiro128** by Blackman and Vigna, 128 bits, period 2^128 − 1.
 *
 * It is changed by every draw. Streams of different keys are independent for all we can tell, so that a result does not
 * depend on how work is spread over threads.
 */
export type RandomState = Int32Array

// One for each word, so that all 128 bits depend on the seed and every key. Digits of the golden ratio and of √2, √3, √5.
const salts = [0x9e3779b9, 0x6a09e667, 0xbb67ae85, 0x3c6ef372] as const

/** Murmur3's finaliser: every bit of the result depends on every bit of the argument. */
function mixed(word: number): number {
  let h = word
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/**
 * A stream for a seed and keys, such as a part and a path.
 *
 * @param seed whole number, taken modulo 2^32
 * @param keys whole numbers, each taken modulo 2^32; other keys, other stream
 *
 * @example
 * randomUnit(randomState(1, [2, 3])) === randomUnit(randomState(1, [3, 2])) // => false
 */
export function randomState(seed: number, keys: readonly number[]): RandomState {
  const state = new Int32Array(4)
  seedRandomState(state, seed, keys)
  return state
}

/**
 * Begins a stream anew, in place.
 *
 * @param state the stream
 * @param seed whole number, taken modulo 2^32
 * @param keys whole numbers, each taken modulo 2^32
 */
export function seedRandomState(state: RandomState, seed: number, keys: readonly number[]): void {
  for (let word = 0; word < 4; word++) {
    let h = mixed(seed ^ salts[word]!)
    for (let index = 0; index < keys.length; index++) h = mixed(h + Math.imul(keys[index]!, 0x9e3779b1) + salts[word]!)
    state[word] = h
  }
  // The one state the generator cannot leave.
  if ((state[0]! | state[1]! | state[2]! | state[3]!) === 0) state[0] = 1
}

/**
 * A whole number that stands for a text among the keys of a stream (FNV-1a over its UTF-16 units).
 *
 * @param text such as a part's id
 *
 * @example
 * randomKey('') // => -2128831035
 */
export function randomKey(text: string): number {
  let h = 0x811c9dc5 | 0
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193)
  return h
}

/**
 * The next 32 random bits, as a signed whole number.
 *
 * @param state the stream; changed
 * @see Blackman & Vigna, xoshiro128** 1.1, 2018 (prng.di.unimi.it)
 *
 * @example
 * randomBits(Int32Array.of(1, 2, 3, 4)) // => 11520
 */
export function randomBits(state: RandomState): number {
  const s1 = state[1]!
  let bits = Math.imul(s1, 5)
  bits = Math.imul((bits << 7) | (bits >>> 25), 9)
  const s2 = state[2]! ^ state[0]!
  const s3 = state[3]! ^ s1
  state[1] = s1 ^ s2
  state[0] = state[0]! ^ s3
  state[2] = s2 ^ (s1 << 9)
  state[3] = (s3 << 11) | (s3 >>> 21)
  return bits
}

/**
 * A number spread evenly over (0, 1), one of 2^32 midpoints; never 0 or 1.
 *
 * @param state the stream; changed
 */
export function randomUnit(state: RandomState): number {
  return (randomBits(state) + 2147483648.5) * 2.3283064365386963e-10
}
