import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a library. The logs belong to their database: what has not reached it stands there, and is lost without them. */
export const libraryFiles = ['planner.db', 'planner.db-wal', 'planner.db-shm', 'planner.db-journal'] as const

/** Path of the database in a library's folder. */
export function libraryPath(folder: string): string {
  return join(folder, 'planner.db')
}

/** Moves a library's files, of which nobody has one open, into a folder of their own beside it; answers that folder. */
export function setAside(folder: string, of: { readonly word: 'damaged' | 'replaced'; readonly now: number }): string {
  const name = `${of.word}-${stampOf(of.now)}`
  let place = join(folder, name)
  for (let count = 2; existsSync(place); count++) place = join(folder, `${name}-${count}`)
  mkdirSync(place)
  for (const file of libraryFiles) if (existsSync(join(folder, file))) renameSync(join(folder, file), join(place, file))
  return place
}

function stampOf(now: number): string {
  return new Date(now).toISOString().replaceAll(/[:.]/g, '-')
}

