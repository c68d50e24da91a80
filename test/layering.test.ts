import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** Each folder of `shared` may import itself and the folders before it; a line holds folders on one level, which may import each other. */
const sharedOrder: readonly (readonly string[])[] = [
  ['result', 'domain-error'],
  ['calendar'],
  ['probability'],
  ['demand', 'policy-timeline', 'materials'],
  ['lead-time'],
  ['safety-stock'],
  ['plan'],
  ['horizon'],
  ['portfolio'],
  ['csv'],
  ['sample'],
  ['ipc'],
]

type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !name.includes('node_modules'))
    .map((name) => {
      const path = join(folder, name)
      const text = readFileSync(join(root, path), 'utf8')
      const imports = [...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
        (match) => match[1] ?? match[2] ?? match[3] ?? '',
      )
      return { path, text, imports }
    })
}

/** Path from the root of a relative import; others as they are. */
function resolved(from: string, imported: string): string {
  return imported.startsWith('.') ? normalize(join(dirname(from), imported)) : imported
}

function rankOf(path: string): number {
  const name = path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
  return sharedOrder.findIndex((level) => level.includes(name))
}

/** The text without comments and string contents, so that words in prose are not taken for code. */
function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

const shared = sourceFiles('shared')
const renderer = sourceFiles('renderer')
const all = [...shared, ...sourceFiles('electron'), ...renderer, ...sourceFiles('test')]
/** What runs while building, on Node. */
const buildFiles = ['renderer/vite.config.ts', 'renderer/theme-variables-plugin.ts']
/** Folders of the renderer that every screen may use; the others are screens, which know nothing of each other. */
const rendererCommon = ['ui', 'plan']

describe('layering', () => {
  it('shared imports only itself, zod and papaparse', () => {
    const foreign = shared.flatMap(({ path, imports }) =>
      imports
        .map((one) => resolved(path, one))
        .filter((one) => !one.startsWith('shared/') && one !== 'zod' && one !== 'papaparse')
        .map((one) => `${path} imports ${one}`),
    )
    expect(foreign).toEqual([])
  })

  it('every folder of shared has a place in the order', () => {
    expect(shared.filter(({ path }) => rankOf(path) < 0).map(({ path }) => path)).toEqual([])
  })

  it('inside shared imports go one way', () => {
    const upward = shared.flatMap(({ path, imports }) =>
      imports
        .map((one) => resolved(path, one))
        .filter((one) => one.startsWith('shared/') && rankOf(one) > rankOf(path))
        .map((one) => `${path} imports ${one}`),
    )
    expect(upward).toEqual([])
  })

  it('has no cycles', () => {
    const graph = new Map(
      all.map(({ path, imports }) => [
        path.replace(/\.tsx?$/, ''),
        imports.filter((one) => one.startsWith('.')).map((one) => resolved(path, one)),
      ]),
    )
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (node: string, trail: readonly string[]): void => {
      if (state.get(node) === 'done') return
      if (state.get(node) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(node)), node].join(' -> '))
        return
      }
      state.set(node, 'open')
      for (const next of graph.get(node) ?? []) visit(next, [...trail, node])
      state.set(node, 'done')
    }
    for (const node of graph.keys()) visit(node, [])
    expect(cycles).toEqual([])
  })

  it('the product never imports from test, nor electron from renderer or the other way round', () => {
    const wrong = all.flatMap(({ path, imports }) =>
      imports
        .map((one) => resolved(path, one))
        .filter((one) => (one.startsWith('test/') && !path.startsWith('test/')) || (one.startsWith('renderer/') && path.startsWith('electron/')))
        .map((one) => `${path} imports ${one}`),
    )
    expect(wrong).toEqual([])
  })

  it('renderer imports neither Electron nor Node, nor anything of electron', () => {
    const wrong = renderer
      .filter(({ path }) => !buildFiles.includes(path))
      .flatMap(({ path, imports }) => imports.map((one) => [path, resolved(path, one)] as const))
      .filter(([, one]) => one === 'electron' || one.startsWith('electron/') || one.startsWith('node:'))
    expect(wrong).toEqual([])
  })

  it('only the planner client knows how the window reaches its host', () => {
    const reach = /window\.planner\b|['"`]\/api\/|lodestock-token|\bfetch\(/
    const code = ({ text }: SourceFile): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
    expect(renderer.filter((file) => reach.test(code(file))).map(({ path }) => path)).toEqual(['renderer/planner-client.ts'])
  })

  it('no screen imports another: only what they share', () => {
    const folderOf = (path: string): string => path.split('/')[1] ?? ''
    const wrong = renderer
      .filter(({ path }) => path.split('/').length > 2 && folderOf(path) !== 'frame')
      .flatMap(({ path, imports }) => imports.map((one) => [path, resolved(path, one)] as const))
      .filter(([, one]) => one.startsWith('renderer/'))
      .filter(([path, one]) => folderOf(one) !== folderOf(path) && !rendererCommon.includes(folderOf(one)) && !(folderOf(path) !== 'ui' && one === 'renderer/strict-zod'))
    expect(wrong).toEqual([])
    const downward = renderer
      .filter(({ path }) => path.startsWith('renderer/ui/'))
      .flatMap(({ path, imports }) => imports.map((one) => [path, resolved(path, one)] as const))
      .filter(([, one]) => one.startsWith('renderer/plan/'))
    expect(downward).toEqual([])
  })

  it('has no default exports outside tool settings', () => {
    const found = all.filter(({ path, text }) => !path.endsWith('.config.ts') && /^export default\b/m.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('has no file over 400 lines', () => {
    const long = all.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('shared knows no clock, no chance and no default locale', () => {
    const banned = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bIntl\b|\.toLocale\w*\(\s*\)|\.localeCompare\(/
    expect(shared.filter(({ text }) => banned.test(codeOf(text))).map(({ path }) => path)).toEqual([])
  })

  it('every name exported by shared is unique, so that a term has one place', () => {
    const places = new Map<string, string[]>()
    for (const { path, text } of shared) {
      for (const match of text.matchAll(/^export (?:const|function|class|type) (\w+)/gm)) {
        const name = match[1] as string
        places.set(name, [...(places.get(name) ?? []), path])
      }
    }
    expect([...places].filter(([, paths]) => new Set(paths).size > 1)).toEqual([])
  })

  it('file names are kebab-case', () => {
    expect(all.map(({ path }) => relative('.', path)).filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })
})
