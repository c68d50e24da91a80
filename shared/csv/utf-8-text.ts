import { windows1252CodeUnit } from './windows-1252'

/** Bytes read as UTF-8, and what in them was none. */
export type Utf8Reading = {
  /** Bytes that are no UTF-8 stand in it as windows-1252 has them. */
  readonly text: string
  /** Letters outside of ASCII that were well-formed UTF-8. */
  readonly letters: number
  /** Bytes that were not UTF-8. */
  readonly strayBytes: number
  /** Physical lines with such bytes, counted from 1; at most the first 1000. */
  readonly strayLines: readonly number[]
  /** How many physical lines have letters outside of ASCII, and no stray byte. */
  readonly cleanLineCount: number
}

const chunkLength = 8192
const mostStrayLines = 1000

/**
 * The text of UTF-8 bytes. Strict: overlong forms, surrogates and cut sequences are not letters, and each of
 * their bytes is counted and read as windows-1252 instead. No replacement character is ever put in.
 *
 * @param bytes without byte order mark
 *
 * @example
 * utf8Text(new Uint8Array([0xc3, 0xa4, 0x41])).text // => 'äA'
 */
export function utf8Text(bytes: Uint8Array): Utf8Reading {
  const pieces: string[] = []
  let units: number[] = []
  let letters = 0
  let strayBytes = 0
  const strayLines: number[] = []
  let line = 1
  let [lastLetterLine, lastStrayLine, cleanLineCount] = [0, 0, 0]
  const endLine = () => {
    if (lastLetterLine === line && lastStrayLine !== line) cleanLineCount++
    line++
  }
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    if (byte < 0x80) {
      if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) endLine()
      units.push(byte)
      at++
    } else {
      const length = sequenceLength(bytes, at)
      if (length === 0) {
        strayBytes++
        lastStrayLine = line
        if (strayLines.at(-1) !== line && strayLines.length < mostStrayLines) strayLines.push(line)
        units.push(windows1252CodeUnit(byte))
        at++
      } else {
        letters++
        lastLetterLine = line
        let point = byte & (0xff >> (length + 1))
        for (let next = 1; next < length; next++) point = (point << 6) | ((bytes[at + next] as number) & 0x3f)
        if (point < 0x10000) units.push(point)
        else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
        at += length
      }
    }
    if (units.length >= chunkLength) {
      pieces.push(String.fromCharCode(...units))
      units = []
    }
  }
  pieces.push(String.fromCharCode(...units))
  endLine()
  return { text: pieces.join(''), letters, strayBytes, strayLines, cleanLineCount }
}

/** Bytes of the well-formed sequence that begins here, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  const second = bytes[at + 1] ?? 0
  const isContinued = (offset: number) => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80
  if (first >= 0xc2 && first <= 0xdf) return isContinued(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const isLong = first === 0xe0 && second < 0xa0
    const isSurrogate = first === 0xed && second > 0x9f
    return isContinued(1) && isContinued(2) && !isLong && !isSurrogate ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const isLong = first === 0xf0 && second < 0x90
    const isBeyond = first === 0xf4 && second > 0x8f
    return isContinued(1) && isContinued(2) && isContinued(3) && !isLong && !isBeyond ? 4 : 0
  }
  return 0
}
