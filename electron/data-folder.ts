import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder of the plan library: the same for Electron, the local page and the command line, so that all have the same plans.
 *
 * @param stated what the call names with `--data`; it goes before `LODESTOCK_DATA` and the user's own data folder
 * @param system the platform, its environment and the user's home, as Node tells them
 */
export function dataFolder(
  stated: string | null = null,
  system: { readonly platform: string; readonly environment: NodeJS.ProcessEnv; readonly home: string } = { platform: process.platform, environment: process.env, home: homedir() },
): string {
  const { platform, environment, home } = system
  const named = stated ?? environment['LODESTOCK_DATA'] ?? ''
  if (named !== '') return resolve(named)
  return join(userDataFolder({ platform, environment, home }), 'data')
}

/** Where Electron keeps what belongs to a user of the app named Lodestock. */
function userDataFolder({ platform, environment, home }: { readonly platform: string; readonly environment: NodeJS.ProcessEnv; readonly home: string }): string {
  const filled = (name: string, otherwise: string): string => environment[name] || otherwise
  switch (platform) {
    case 'win32':
      return join(filled('APPDATA', join(home, 'AppData', 'Roaming')), 'Lodestock')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Lodestock')
    default:
      return join(filled('XDG_CONFIG_HOME', join(home, '.config')), 'Lodestock')
  }
}
