import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from './browser'

/** Marks the fuses of an Electron executable; electron-builder looks for it, and sets the nine that follow. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fusesAsShipped = '101100011'

/** Makes a folder that electron-builder takes for an unpacked Electron; its executable is the stand-in. */
export function madeStandInDist(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const script = `#!/usr/bin/env node\nimport(${moduleAt('run-ts.js')}).then(() => import(${moduleAt('shell/stand-in/boot.ts')}))\n// ${fuseSentinel}\u0001${String.fromCharCode(fusesAsShipped.length)}${fusesAsShipped}\n`
  writeFileSync(join(folder, 'electron'), script, 'latin1')
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'the stand-in')
  for (const language of ['en-US', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
}

function moduleAt(path: string): string {
  return JSON.stringify(join(repositoryFolder, 'test', path))
}
