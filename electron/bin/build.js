// Builds what is older than its sources. Plain JavaScript, so that it runs before anything has been built.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
/** The Node that npm has installed with the other packages, else the one that runs this. */
export const node = existsSync(pinned) ? pinned : process.execPath

const parts = {
  electron: { config: 'electron/vite.config.ts', sources: ['shared', 'electron'], outputs: ['dist/cli/cli.js', 'dist/launch/launch.js', 'dist/main/main.js', 'dist/preload/preload.cjs'] },
  renderer: { config: 'renderer/vite.config.ts', sources: ['shared', 'renderer'], outputs: ['dist/renderer/index.html'] },
}

/**
 * Builds the named parts where a source is newer than the build.
 *
 * @param {readonly (keyof typeof parts)[]} names
 * @param {boolean} isForced builds them in any case
 * @returns {boolean} whether all is built now
 */
export function built(names, isForced = false) {
  if (!isForced && !names.some(isStale)) return true
  return alone(() => names.every((name) => (isForced || isStale(name) ? build(name) : true)))
}

function isStale(name) {
  const { config, sources, outputs } = parts[name]
  if (!existsSync(join(root, config))) return false
  return Math.min(...outputs.map((output) => modified(join(root, output)))) < newest(['package.json', ...sources])
}

function build(name) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const run = spawnSync(node, [vite, 'build', '--config', parts[name].config], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A test runner's own NODE_ENV would give the development build of React; and Vite's notice about file endings in
    // settings is for us, not for who starts the planner.
    env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  })
  return run.status === 0
}

const longestBuildMs = 300_000

/** Does some work while nobody else builds here; whoever waited finds that there is nothing left to build. */
function alone(work) {
  const lock = join(root, 'node_modules', '.cache', 'lodestock-build')
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isLeftBehind(lock)) rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Whether a lock is that of a build which was killed. */
function isLeftBehind(lock) {
  if (Date.now() - modified(lock) > longestBuildMs) return true
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Just made, and its number is not written yet.
    if (!(pid > 0)) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function newest(paths) {
  const times = paths.flatMap((path) => {
    const place = join(root, path)
    if (!statSync(place).isDirectory()) return [modified(place)]
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => modified(join(entry.parentPath, entry.name)))
  })
  return Math.max(...times)
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
