// Bytes 80 to 9F of windows-1252; the five that have no character stand for the control character of the same number.
const upperControls =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/**
 * The code unit that a byte stands for in windows-1252.
 *
 * @param byte 0 to 255
 *
 * @example
 * windows1252CodeUnit(128) // => 8364
 */
export function windows1252CodeUnit(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? upperControls.charCodeAt(byte - 0x80) : byte
}

/**
 * The bytes a text has in windows-1252, or null when it has a letter that windows-1252 lacks.
 *
 * @param text any text
 *
 * @example
 * windows1252Bytes('ä€')?.join(' ') // => '228 128'
 */
export function windows1252Bytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const place = upperControls.indexOf(text.charAt(at))
    if (place >= 0) bytes[at] = 0x80 + place
    else if (unit < 0x80 || (unit >= 0xa0 && unit < 0x100)) bytes[at] = unit
    else return null
  }
  return bytes
}
