import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes the lock of a data folder, or tells its holder of this start and answers false. */
export function takeInstanceLock(userData: string, onSecondInstance: (argv: readonly string[], workingFolder: string) => void): boolean {
  const folder = join(userData, 'stand-in-instances')
  const lock = join(folder, 'holder')
  mkdirSync(folder, { recursive: true })
  if (!takeLock(lock)) {
    const message = join(folder, `start-${process.pid}`)
    writeFileSync(`${message}.tmp`, JSON.stringify({ argv: process.argv, workingFolder: process.cwd() }))
    renameSync(`${message}.tmp`, `${message}.json`)
    return false
  }
  const read = (): void => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
      const { argv, workingFolder } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly argv: readonly string[]; readonly workingFolder: string }
      rmSync(join(folder, name))
      onSecondInstance(argv, workingFolder)
    }
  }
  const watcher = watch(folder, read)
  watcher.unref()
  process.once('exit', () => rmSync(lock, { force: true }))
  return true
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (isAlive(holder)) return false
    rmSync(lock, { force: true })
    return takeLock(lock)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== 0
  } catch {
    return false
  }
}
