import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { wireCodec } from './wire-codec'
import { bridgeEnd, preloadWorld } from './worlds'

/** Name of the world in which a preload runs, as Electron's. */
export const isolatedWorldName = 'Electron Isolated Context'
/** Name of the function that the preload's world alone can call. */
export const hostBinding = '__standInHost'
/** Name under which the preload's world keeps what the host calls. */
export const worldHandle = '__standInWorld'

/** The two scripts that run before a page: one in its own world, one in the preload's; only in the main frame. */
export function injectedScripts(preloadPath: string): { readonly page: string; readonly preload: string } {
  const channel = JSON.stringify(`standIn-${randomUUID()}-`)
  const versions = JSON.stringify({ electron: process.versions['electron'], node: process.versions.node, chrome: process.versions['chrome'] })
  return {
    page: `if (window === window.top) { (${bridgeEnd.toString()})(${channel}, 'page') }`,
    preload: `if (window === window.top) {
      globalThis.${worldHandle} = (${preloadWorld.toString()})({
        bridge: (${bridgeEnd.toString()})(${channel}, 'preload'),
        codec: (${wireCodec.toString()})(),
        tellHost: globalThis.${hostBinding},
        versions: ${versions},
        platform: ${JSON.stringify(process.platform)},
        run: function (require, process, exports, module) {
${readFileSync(preloadPath, 'utf8')}
        },
      })
    }`,
  }
}
