import { createStore, useStore } from 'zustand'

type TourState = {
  /** The step shown, or null while nobody is shown around. */
  readonly step: number | null
  /** What the next plan that opens is asked for: a tour if the user has not seen it, a tour in any case, or none. */
  readonly wanted: 'if-new' | 'always' | null
}

const tour = createStore<TourState>(() => ({ step: null, wanted: null }))

/** Asks for the tour in the plan that opens next. */
export function wantTour(when: 'if-new' | 'always'): void {
  tour.setState(({ wanted }) => ({ wanted: wanted === 'always' ? wanted : when }))
}

/** Takes the wish for a tour and forgets it. */
export function takenTourWish(): TourState['wanted'] {
  const { wanted } = tour.getState()
  tour.setState({ wanted: null })
  return wanted
}

/** Shows a step; null ends the tour. */
export function showTourStep(step: number | null): void {
  tour.setState({ step })
}

/** The step shown, or null. */
export function useTourStep(): number | null {
  return useStore(tour, ({ step }) => step)
}
