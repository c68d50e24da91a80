// npm run dist: builds everything and packs it, as electron-builder.yml says; arguments go on to electron-builder.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { built, node, root } from './build.js'
import { debPublisher } from './deb-publisher.ts'

const args = process.argv.slice(2)
const { flags, problem } = debPublisher(args, process)
if (problem !== null) {
  console.error(problem)
  process.exit(2)
}
if (!built(['electron', 'renderer'], true)) process.exit(1)
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
const run = spawnSync(node, [builder, '--config', 'electron-builder.yml', '--publish', 'never', ...args, ...flags], { cwd: root, stdio: 'inherit' })
process.exit(run.status ?? 1)
