const wholeUnits: ReadonlySet<string> = new Set([
  'pcs', 'pc', 'pce', 'piece', 'pieces', 'ea', 'each', 'st', 'stk', 'stück', 'nos', 'no', 'unit', 'units', 'set', 'sets', 'c62', 'h87',
])

/**
 * Whether quantities in a unit are whole pieces.
 *
 * @param unit a part's unit, in any case
 *
 * @example
 * isWholeUnit('pcs') // => true
 */
export function isWholeUnit(unit: string): boolean {
  return wholeUnits.has(unit.trim().toLowerCase())
}
