// npm run -s reference -- CASES.json: the engine's results for a file of reference cases, as JSON keyed by case id.
import { readFileSync } from 'node:fs'
import type { ReferenceCase } from './reference-case'
import { caseResult } from './case-results'

const file = process.argv[2]
if (file === undefined) {
  process.stderr.write('usage: npm run -s reference -- CASES.json\n')
  process.exit(2)
}
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly ReferenceCase[] }
process.stdout.write(`${JSON.stringify(Object.fromEntries(cases.map((one) => [one.id, caseResult(one)])), null, 1)}\n`)
