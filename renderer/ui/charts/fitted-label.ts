// Mean advance of Inter's letters as a share of the font size, wide on purpose: a label that is cut early is read, one that overlaps is not.
const meanAdvance = 0.58

/** How wide a label is, in pixels, estimated so that it is seldom too small. */
export function labelWidth(text: string, fontSize: number): number {
  return text.length * fontSize * meanAdvance
}

/** A label as far as it fits into a width: whole, cut with an ellipsis, or nothing when not even four letters fit. */
export function fittedLabel(text: string, of: { readonly width: number; readonly fontSize: number }): string {
  if (labelWidth(text, of.fontSize) <= of.width) return text
  const letters = Math.floor(of.width / (of.fontSize * meanAdvance)) - 1
  return letters < 4 ? '' : `${text.slice(0, letters).trimEnd()}…`
}

/** A label and where it wants to begin on a line. */
export type PlacedLabel = { readonly x: number; readonly text: string }

/**
 * Rows for labels on one line that may overlap: each goes to the first row where it has room.
 *
 * @param labels in ascending order of `x`
 * @param fontSize in pixels
 */
export function labelRows(labels: readonly PlacedLabel[], fontSize: number): readonly number[] {
  const ends: number[] = []
  return labels.map(({ x, text }) => {
    const free = ends.findIndex((end) => end <= x)
    const row = free < 0 ? ends.length : free
    ends[row] = x + labelWidth(text, fontSize) + 2 * fontSize
    return row
  })
}
