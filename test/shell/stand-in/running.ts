import type { Chromium } from './chromium'

/** What is there once the browser has started. */
export type Running = { readonly chromium: Chromium }

const { promise, resolve } = Promise.withResolvers<Running>()

/** Settles when the browser has started. */
export const running: Promise<Running> = promise

let hasStarted = false

/** Whether there is a browser to end. */
export function hasBrowserStarted(): boolean {
  return hasStarted
}

/** Says that the browser has started. */
export function browserStarted(started: Running): void {
  hasStarted = true
  resolve(started)
}
