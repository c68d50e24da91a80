import { useDeferredValue, type ReactNode } from 'react'

/** Draws what is below the first sight of a screen after the rest of it, in pieces between which the window answers. */
export function Later({ children }: { readonly children: ReactNode }) {
  const isDue = useDeferredValue(true, false)
  return isDue ? children : null
}
