const consonants = 'bcdfghjklmnpqrstvwxz'

/**
 * The check code of a record: eight consonants that change when a value changes, and not when the file is only written for another region.
 *
 * A hash of 34 bits against mistakes, not against forgery: two different records agree once in 26 thousand million.
 *
 * @param kind kind of the record
 * @param values headings with the canonical text of their cells; blank cells are left out and the order does not matter
 *
 * @example
 * checkCode('part', [['part id', 'p-cdghhw'], ['on hand', '1200']]) === checkCode('part', [['on hand', '1200'], ['part id', 'p-cdghhw']]) // => true
 */
export function checkCode(kind: string, values: readonly (readonly [header: string, text: string | null])[]): string {
  const filled = values.filter(([, text]) => text !== null).map(([header, text]) => `${header}\u001f${text ?? ''}`)
  const text = [kind, ...filled.toSorted()].join('\u001e')
  // cyrb53 (public domain): two multiplicative hashes that stir each other.
  let first = 0xdeadbeef
  let second = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    first = Math.imul(first ^ unit, 2654435761)
    second = Math.imul(second ^ unit, 1597334677)
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909)
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
  let left = 4294967296 * (2097151 & second) + (first >>> 0)
  let code = ''
  for (let place = 0; place < 8; place++) {
    code += consonants.charAt(left % 20)
    left = Math.floor(left / 20)
  }
  return code
}
