/** Where a command writes: results to `out`, problems and remarks to `error`. */
export type Output = {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Shows how far long work has come, on one line that is written over; absent where no person watches. */
  readonly progress?: (text: string) => void
}

/** Exit codes of the command line: done; the input has problems; the call itself is wrong or the file cannot be used. */
export type ExitCode = 0 | 1 | 2
