// npm start: builds what is older than its sources, then opens the planner. Runs on the pinned Node, which check-node.js has made sure of.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, root } from './build.js'

if (!existsSync(join(root, 'node_modules', 'vite'))) {
  console.error('Lodestock’s packages are not installed. Run `npm ci` first, then try again.')
  process.exit(2)
}
if (!built(['electron', 'renderer'])) {
  console.error('Lodestock could not be built; what stands above says why. If packages are missing, run `npm ci` first.')
  process.exit(2)
}
await import(pathToFileURL(join(root, 'dist', 'launch', 'launch.js')).href)
