import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps what the program notes about itself. */
export type AppLog = {
  /** Notes that something happened; the facts are ours, never a user's data. */
  readonly note: (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void
  /** Notes an error by its kind and place. Its message is left out, as it may quote a plan. */
  readonly noteError: (event: string, error: unknown) => void
  /** The newest file. */
  readonly path: string
}

const largestBytes = 1024 * 1024
const filesKept = 5

/**
 * A log of JSON lines in a folder: five files of one megabyte at most, and no content of a plan.
 *
 * A line that cannot be written is dropped: a full disk must not stop the planner.
 */
export function appLog(folder: string, now: () => Date = () => new Date()): AppLog {
  const path = join(folder, 'lodestock.log')
  const note: AppLog['note'] = (event, facts = {}) => {
    try {
      mkdirSync(folder, { recursive: true })
      if (existsSync(path) && statSync(path).size >= largestBytes) rotate(path)
      appendFileSync(path, `${JSON.stringify({ time: now().toISOString(), event, ...facts })}\n`)
    } catch {
      // Nowhere to say it.
    }
  }
  return { path, note, noteError: (event, error) => note(event, errorFacts(error)) }
}

function rotate(path: string): void {
  rmSync(`${path}.${filesKept - 1}`, { force: true })
  for (let age = filesKept - 2; age >= 1; age--) if (existsSync(`${path}.${age}`)) renameSync(`${path}.${age}`, `${path}.${age + 1}`)
  renameSync(path, `${path}.1`)
}

function errorFacts(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code } = error as NodeJS.ErrnoException
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), stack: frames.slice(0, 10).join('\n') }
}
