#!/usr/bin/env node
// The command line in a checkout: builds it when a source is newer than the build, then runs it on the pinned Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const built = join(root, 'dist', 'cli', 'cli.js')
const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
const node = existsSync(pinned) ? pinned : process.execPath

function newestSource() {
  let newest = statSync(join(root, 'package.json')).mtimeMs
  for (const folder of ['shared', 'electron']) {
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      if (name.endsWith('.ts')) newest = Math.max(newest, statSync(join(root, folder, name)).mtimeMs)
    }
  }
  return newest
}

if (!existsSync(built) || statSync(built).mtimeMs < newestSource()) {
  const build = spawnSync(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', 'electron/vite.config.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (build.status !== 0) {
    console.error('lodestock could not be built. Run `npm ci` first, then try again.')
    process.exit(2)
  }
}

// A small young generation: plans are computed part by part, and what one part leaves behind is rubbish at once.
const run = spawnSync(node, ['--max-semi-space-size=8', built, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(run.status ?? 2)
