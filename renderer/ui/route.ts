import { createStore, useStore } from 'zustand'

/** Where the user is: the library of plans, or a screen of an open plan (`home`: the first), perhaps at one of its parts. */
export type Route =
  | { readonly screen: 'plans' }
  | { readonly screen: string; readonly planId: string; readonly partId?: string; readonly place?: string }

/** The way through the window's screens; kept in memory, so that no address can lead astray. */
export type Router = {
  readonly route: Route
  /** Whether the user has moved yet: at the start nothing takes the focus away. */
  readonly moves: number
  readonly trail: readonly Route[]
}

const router = createStore<Router>(() => ({ route: { screen: 'plans' }, moves: 0, trail: [] }))
const longestTrail = 50

/** Leads the user somewhere; the screen's heading takes the focus. */
export function navigate(route: Route): void {
  router.setState(({ route: from, moves, trail }) => ({ route, moves: moves + 1, trail: [...trail, from].slice(-longestTrail) }))
}

/** Leads the user back to where they came from, at the end to the plans. */
export function goBack(): void {
  router.setState(({ moves, trail }) => ({ route: trail.at(-1) ?? { screen: 'plans' }, moves: moves + 1, trail: trail.slice(0, -1) }))
}

/** Where the user is. */
export function useRoute(): Route {
  return useStore(router, ({ route }) => route)
}

/** Whether there is somewhere to go back to. */
export function useCanGoBack(): boolean {
  return useStore(router, ({ trail }) => trail.length > 0)
}

/** How often the user has moved. */
export function useMoves(): number {
  return useStore(router, ({ moves }) => moves)
}

/** Where the user is, outside of React. */
export function currentRoute(): Route {
  return router.getState().route
}
