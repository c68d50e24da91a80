/** Writes plans into their sections once nobody has changed them for a while. */
export type IdleCheckpoints = { readonly note: (planId: string) => void; readonly forget: (planId: string) => void }

const idleMs = 2000

/** Calls `checkpoint` for a plan that has been noted and then left alone for 2 s; never keeps the process alive for it. */
export function idleCheckpoints(checkpoint: (planId: string) => void): IdleCheckpoints {
  const timers = new Map<string, NodeJS.Timeout>()
  const forget = (planId: string): void => {
    clearTimeout(timers.get(planId))
    timers.delete(planId)
  }
  return {
    note: (planId) => {
      forget(planId)
      const timer = setTimeout(() => {
        timers.delete(planId)
        checkpoint(planId)
      }, idleMs)
      timer.unref()
      timers.set(planId, timer)
    },
    forget,
  }
}
