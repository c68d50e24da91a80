// npm run -s bench -- bundle
// What the window's built page weighs: script that the first paint needs, and what comes later, gzip as a server would send it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const folder = new URL('../../dist/renderer/', import.meta.url)
const firstPaintBudgetKb = 450

/** Weighs the built page; throws when it has not been built. */
export function benchBundle(): Record<string, unknown> {
  if (!existsSync(new URL('index.html', folder))) throw new Error('The page has not been built. Run npm run build first.')
  const html = readFileSync(new URL('index.html', folder), 'utf8')
  const first = new Set([...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? ''))
  const files = readdirSync(new URL('assets/', folder))
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(new URL(`assets/${name}`, folder))
      return { name, kind: name.endsWith('.css') ? 'style' : 'script', isFirst: first.has(`assets/${name}`), gzipKb: kilobytes(gzipSync(bytes, { level: 9 }).length), rawKb: kilobytes(bytes.length) }
    })
    .toSorted((a, b) => b.gzipKb - a.gzipKb)
  const sum = (of: (file: (typeof files)[number]) => boolean): number => kilobytes(1000 * files.filter(of).reduce((total, { gzipKb }) => total + gzipKb, 0))
  const firstScriptKb = sum(({ kind, isFirst }) => kind === 'script' && isFirst)
  return {
    bench: 'bundle',
    firstPaintScriptGzipKb: firstScriptKb,
    firstPaintStyleGzipKb: sum(({ kind, isFirst }) => kind === 'style' && isFirst),
    laterScriptGzipKb: sum(({ kind, isFirst }) => kind === 'script' && !isFirst),
    ratioToBudget: Number((firstScriptKb / firstPaintBudgetKb).toFixed(3)),
    inlineScripts: [...html.matchAll(/<script(?![^>]*\bsrc=)/g)].length,
    inlineStyles: [...html.matchAll(/<style|\sstyle=/g)].length,
    files: files.map(({ name, gzipKb, rawKb, isFirst }) => ({ name, gzipKb, rawKb, isFirst })),
  }
}

function kilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1))
}
