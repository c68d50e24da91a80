// node --import ./test/run-ts.js test/bench/library-run.ts: prints what the plan library takes as JSON.
import { benchLibrary } from './library'

process.stdout.write(`${JSON.stringify(benchLibrary(), null, 2)}\n`)
