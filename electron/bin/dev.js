// npm run dev: builds what changes while you work, and serves the planner as a page. Arguments go on to npm start.
import { spawn } from 'node:child_process'
import { statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { built, node, root } from './build.js'

const program = join(root, 'dist', 'launch', 'launch.js')
// Editors write a file in several steps.
const quietMs = 100
let page = null
let waiting = null

function rebuilt() {
  const before = statSync(program, { throwIfNoEntry: false })?.mtimeMs
  const isBuilt = built(['electron', 'renderer'])
  if (!isBuilt) console.error('That did not build; what stands above says why. The page stays as it was.')
  else if (statSync(program).mtimeMs !== before || page === null) serve()
  else console.log('Built. Reload the page.')
}

function serve() {
  const last = page
  page = null
  const start = () => {
    page = spawn(node, [program, '--no-open', ...process.argv.slice(2)], { stdio: 'inherit' })
    page.once('exit', (code) => {
      // Nobody stops it but this program, the user, or the last page that was closed.
      if (page !== null) process.exit(code ?? 0)
    })
  }
  if (last === null) return start()
  console.log('Built. The program starts again; open the address below.')
  last.removeAllListeners('exit')
  last.once('exit', start)
  last.kill('SIGTERM')
}

for (const folder of ['shared', 'electron', 'renderer']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(rebuilt, quietMs)
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (page === null ? process.exit(0) : page.kill('SIGTERM')))
rebuilt()
