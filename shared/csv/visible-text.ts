/** Stands before a number of a workbook, whose decimal sign needs no evidence. */
export const typedNumberMark = '\u0001'

const invisible = new RegExp(`[\\0${typedNumberMark}\\u001a\\u00ad\\u200b-\\u200d\\u2060\\ufeff]`, 'gu')

/**
 * A text in compatible letters without those that only machines see: zero-width marks, soft hyphens, NUL; trimmed.
 *
 * @param text any text
 *
 * @example
 * visibleText('\u200bＭＧ－１ ') // => 'MG-1'
 */
export function visibleText(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).trim()
}

/**
 * The same with every visible letter as it is, and nothing trimmed.
 *
 * @param text any text
 *
 * @example
 * withoutInvisible('\u200bＭＧ－１') // => 'ＭＧ－１'
 */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisible, '')
}
