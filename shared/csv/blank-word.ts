const blankWord = /^(-{1,3}|–|—|n\/a|na|null|none|nil|\?|-\s*none\s*-)$/iu

/**
 * Whether a text is one of the words that programs write where nothing is known, such as `n/a`, `NULL` or `- None -`.
 *
 * @param text a cell
 *
 * @example
 * isBlankWord('n/a') // => true
 */
export function isBlankWord(text: string): boolean {
  return blankWord.test(text.trim())
}
