/** Draws the icons of electron/build from their SVG: `npm run icons`. The results are committed, so that packing needs no browser. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drawnIcons, iconFolder } from './drawn-icons'

for (const [path, bytes] of await drawnIcons()) {
  mkdirSync(dirname(join(iconFolder, path)), { recursive: true })
  writeFileSync(join(iconFolder, path), bytes)
}
