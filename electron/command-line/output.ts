import type { Worker } from 'node:worker_threads'

/** Where a command writes: results to `out`, problems and remarks to `error`. */
export type Output = {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Shows how far long work has come, on one line that is written over; absent where no person watches. */
  readonly progress?: (text: string) => void
  /** Starts a thread of the program that is given a task to serve; absent where the program has no threads. */
  readonly thread?: (task: unknown) => Worker
}

/** Exit codes of the command line: done; the input has problems; the call itself is wrong or the file cannot be used. */
export type ExitCode = 0 | 1 | 2
