import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

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
  // The write-ahead log belongs to its database: what it holds is lost without it.
  for (const ending of ['', '-wal', '-shm']) {
    const path = `${libraryPath(folder)}${ending}`
    if (existsSync(path)) renameSync(path, join(place, `planner.db${ending}`))
  }
  return place
}

function stampOf(now: number): string {
  return new Date(now).toISOString().replaceAll(/[:.]/g, '-')
}

