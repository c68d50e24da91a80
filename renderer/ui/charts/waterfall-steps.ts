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
