// npm run -s bench -- NAME [options]: prints what was measured as JSON.
import { parseArgs } from 'node:util'
import { benchBundle } from './bundle'
import { benchFigures } from './figures'
import { benchImport } from './import'
import { benchLevels } from './levels'
import { benchLibrary } from './library'
import { benchPhased } from './phased'
import { benchSimulate } from './simulate'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { plan: { type: 'string' }, out: { type: 'string' }, parts: { type: 'string' }, rows: { type: 'string' }, paths: { type: 'string' } },
})
const benches: Readonly<Record<string, () => object | Promise<object>>> = {
  import: () => benchImport(Number(values.rows ?? 100_000)),
  levels: () => benchLevels({ planFile: values.plan, outFile: values.out }),
  bundle: benchBundle,
  figures: () => benchFigures({ partCount: Number(values.parts ?? 10_000) }),
  phased: () => benchPhased({ planFile: values.plan, outFile: values.out }),
  // In the browser; it belongs to the project of the specs, which knows the page.
  grid: async () =>
    ((await import(new URL('../e2e/bench-grid.ts', import.meta.url).href)) as { readonly benchGrid: (partCount: number) => Promise<object> }).benchGrid(Number(values.parts ?? 10_000)),
  window: async () =>
    ((await import(new URL('../e2e/bench-window.ts', import.meta.url).href)) as { readonly benchWindow: (partCount: number) => Promise<object> }).benchWindow(Number(values.parts ?? 10_000)),
  library: () => benchLibrary({ partCount: Number(values.parts ?? 10_000) }),
  simulate: () => benchSimulate({ parts: Number(values.parts ?? 1000), paths: Number(values.paths ?? 1000) }),
}
const bench = benches[positionals[0] ?? '']
if (bench === undefined) {
  process.stderr.write('usage: npm run -s bench -- import [--rows COUNT]\n       npm run -s bench -- levels|phased [--plan FILE.jsonl] [--out FILE.jsonl]\n       npm run -s bench -- library|figures|grid|window [--parts COUNT]\n       npm run -s bench -- bundle\n       npm run -s bench -- simulate [--parts COUNT] [--paths COUNT]\n')
  process.exit(2)
}
process.stdout.write(`${JSON.stringify(await bench(), null, 2)}\n`)
