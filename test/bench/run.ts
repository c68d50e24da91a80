// npm run -s bench -- NAME [options]: prints what was measured as JSON.
import { parseArgs } from 'node:util'
import { benchLevels } from './levels'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { plan: { type: 'string' }, out: { type: 'string' } },
})
if (positionals[0] !== 'levels') {
  process.stderr.write('usage: npm run -s bench -- levels [--plan FILE.jsonl] [--out FILE.jsonl]\n')
  process.exit(2)
}
process.stdout.write(`${JSON.stringify(benchLevels({ planFile: values.plan, outFile: values.out }), null, 2)}\n`)
