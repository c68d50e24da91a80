#!/usr/bin/env node
// The command line in a checkout: builds it when a source is newer than the build, then runs it on the pinned Node.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { built, node, root } from './build.js'

if (!built(['electron'])) {
  console.error('lodestock could not be built. Run `npm ci` first, then try again.')
  process.exit(2)
}

// A small young generation: plans are computed part by part, and what one part leaves behind is rubbish at once.
const run = spawnSync(node, ['--max-semi-space-size=8', join(root, 'dist', 'cli', 'cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(run.status ?? 2)
