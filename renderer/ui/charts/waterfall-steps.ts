/** One step of a waterfall: a difference, or the total at its end. */
export type WaterfallStep = { readonly label: string; readonly value: number; readonly sentence: string; readonly isTotal: boolean }

/** A step with where its bar begins and ends. */
export type WaterfallBar = WaterfallStep & { readonly from: number; readonly to: number }

/** The bars of a waterfall: each begins where the one before ended; a total begins at nothing. */
export function waterfallBars(steps: readonly WaterfallStep[]): readonly WaterfallBar[] {
  let level = 0
  return steps.map((step) => {
    const from = step.isTotal ? 0 : level
    const to = step.isTotal ? step.value : level + step.value
    level = to
    return { ...step, from, to }
  })
}

// How far a figure reaches above and below its foot, and how far from the bar it stands, pixels.
const labelAscent = 10
const labelDescent = 3
const labelGap = 7

/**
 * Where the foot of a bar's figure stands: above the bar, or below it where it would lie on the zero line.
 *
 * @param bar top and bottom of the bar and the zero line, pixels from above
 */
export function valueLabelFoot(bar: { readonly top: number; readonly bottom: number; readonly zero: number }): number {
  const foot = bar.top - labelGap
  const isOnZero = bar.zero > foot - labelAscent && bar.zero < foot + labelDescent
  return isOnZero ? bar.bottom + labelGap + labelAscent - labelDescent : foot
}
