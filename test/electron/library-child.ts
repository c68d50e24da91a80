// node --import ./test/run-ts.js test/electron/library-child.ts FOLDER: opens the library, says how that went, and holds it until standard input ends.
import { planLibrary } from '../../electron/storage/plan-library'

const result = planLibrary({ folder: process.argv[2] ?? '' })
process.stdout.write(`${JSON.stringify(result.ok ? { kind: 'opened' } : result.problem)}\n`)
if (result.ok) {
  process.stdin.resume()
  process.stdin.once('end', () => result.value.library.close())
}
