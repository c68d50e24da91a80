import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { extractAll } from '@electron/asar'

/** How the stand-in was started. */
export type Start = {
  /** The executable, as Electron's `process.argv[0]`. */
  readonly executable: string
  /** What followed it. */
  readonly args: readonly string[]
  /** The switches among them, without dashes. */
  readonly switches: ReadonlyMap<string, string>
  /** Folder of the application: the packed one unpacked, or the one named. */
  readonly appFolder: string
  /** Path `app.getAppPath()` answers. */
  readonly appPath: string
  readonly isPackaged: boolean
  readonly resourcesPath: string
  readonly packageJson: { readonly name: string; readonly productName?: string; readonly version: string; readonly main: string }
}

function switchesOf(args: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    args
      .filter((one) => one.startsWith('--'))
      .map((one): [string, string] => {
        const [name = '', ...value] = one.slice(2).split('=')
        return [name, value.join('=')]
      }),
  )
}

function startOf(argv: readonly string[]): Start {
  const executable = argv[1] ?? ''
  const args = argv.slice(2)
  const resourcesPath = join(dirname(realpathSync(executable)), 'resources')
  const archive = join(resourcesPath, 'app.asar')
  const isPackaged = existsSync(archive)
  const named = args.find((one) => !one.startsWith('-'))
  if (!isPackaged && named === undefined) throw new Error('stand-in electron: name the folder of the application')
  const switches = switchesOf(args)
  const appFolder = isPackaged ? unpacked(archive, switches.get('user-data-dir') ?? tmpdir()) : resolve(named ?? '.')
  const packageJson = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as Start['packageJson']
  return { executable, args, switches, appFolder, appPath: isPackaged ? archive : appFolder, isPackaged, resourcesPath, packageJson }
}

// Node has no file access into an asar: the packed program runs from a copy, which goes with the data folder if it is killed.
function unpacked(archive: string, beside: string): string {
  mkdirSync(beside, { recursive: true })
  const folder = mkdtempSync(join(beside, 'lodestock-asar-'))
  extractAll(archive, folder)
  process.once('exit', () => process.getBuiltinModule('node:fs').rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** How this process was started. */
export const start: Start = startOf(process.argv)

/** Folder of configuration files by the rules of Linux, macOS and Windows. */
export function configurationFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
