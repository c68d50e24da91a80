import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { libraryFiles } from './library-files'

const namePattern = /^(damaged|replaced)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:-\d+)?$/
const newestKept = 3
const youngestClearedMs = 30 * 86_400_000

/**
 * The folders with libraries that were set aside which may go: those older than 30 days, but for the newest three of
 * each kind.
 *
 * @param names of everything beside the library; what is not a folder of ours is never among the answer
 * @param now in milliseconds
 */
export function setAsideToClear(names: readonly string[], now: number): readonly string[] {
  const dated = names.flatMap((name) => {
    const [, kind, day, ...time] = namePattern.exec(name) ?? []
    return day === undefined ? [] : [{ name, kind, at: Date.parse(`${day}T${time.slice(0, 3).join(':')}.${time[3] ?? ''}Z`) }]
  })
  return ['damaged', 'replaced'].flatMap((kind) =>
    dated
      .filter((folder) => folder.kind === kind)
      .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
      .slice(newestKept)
      .filter(({ at }) => now - at > youngestClearedMs)
      .map(({ name }) => name),
  )
}

/** Clears away what retention lets go; a folder in which somebody has put something else stays, without the library. */
export function clearSetAside(folder: string, now: number): void {
  if (!existsSync(folder)) return
  for (const name of setAsideToClear(readdirSync(folder), now)) {
    const place = join(folder, name)
    try {
      for (const file of libraryFiles) rmSync(join(place, file), { force: true })
      rmdirSync(place)
    } catch {
      // It can stay: a folder that is not empty or that another program uses is no reason not to open the library.
    }
  }
}
