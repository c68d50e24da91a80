/**
 * A heading as our readers compare it: compatible forms joined, lower case, single spaces, without
 * quotes around it. A unit in brackets stays.
 *
 * @param header a heading as found
 *
 * @example
 * normalisedHeader('  Lead Time (Days)') // => 'lead time (days)'
 */
export function normalisedHeader(header: string): string {
  return header.normalize('NFKC').replaceAll(/[\u00ad\u200b-\u200d\ufeff]/gu, '').replaceAll(/[\s_]+/gu, ' ').trim().toLowerCase()
}
