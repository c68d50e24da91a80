import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder'
import { electronProgram, runElectron } from './electron-program'
import { localPage } from './local-page'
import { openInBrowser } from './open-in-browser'
import { openedPlanner } from './services/opened-planner'
import type { Output } from './command-line/output'

const usage = `usage: npm start -- [--page] [--no-open] [--data FOLDER]

Opens Lodestock in its own window where Electron can be had, else as a page in your browser.

  --page     the page in your browser, even where Electron is there
  --no-open  the page, with its address printed and no browser opened
  --data     folder of your plans (default: LODESTOCK_DATA, else your own data folder)
`

/**
 * What `npm start` does; answers the exit code once the planner has been closed.
 *
 * @param args what follows `npm start --`
 * @param output where it says what it does and why
 */
export async function launched(args: readonly string[], output: Output): Promise<number> {
  const call = callOf(args)
  if (typeof call === 'string') {
    output.error(`error: ${call}\n${usage}`)
    return 2
  }
  if (call.help) {
    output.out(usage)
    return 0
  }
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const folder = dataFolder(call.data)
  let why = call.noOpen ? '' : 'as you asked'
  if (!call.page && !call.noOpen) {
    const program = await electronProgram(root, (line) => output.out(`${line}\n`))
    if (program.ok) {
      const ran = await runElectron(program.value, { root, folder })
      if (ran.ok) return ran.value
      why = ran.problem
    } else why = program.problem
  }
  return servedPage({ root, folder, why, isOpened: !call.noOpen }, output)
}

async function servedPage(of: { readonly root: string; readonly folder: string; readonly why: string; readonly isOpened: boolean }, output: Output): Promise<number> {
  const logFault = (error: unknown): void => output.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  const bundleFolder = join(of.root, 'dist', 'renderer')
  if (!existsSync(join(bundleFolder, 'index.html'))) {
    output.error(`error: ${bundleFolder} has no page in it. Run npm run build, then try again.\n`)
    return 2
  }
  const opened = openedPlanner({ folder: of.folder, host: { kind: 'local-page', dialogs: null, showInFolder: null, openAddress: openInBrowser, logFault } })
  if (!opened.ok) {
    output.error(`error: ${opened.problem.sentence}\n`)
    return 1
  }
  const { services, restriction, close } = opened.value
  if (restriction !== null) output.error(`warning: ${restriction.sentence} The page lists its plans and saves each as a file.\n`)
  const page = await localPage({ services, bundleFolder, logFault })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, page.close)
  output.out(`${of.isOpened ? 'Lodestock runs as a page in your browser' : 'Lodestock waits for your browser at the address below'}${of.why === '' ? '' : `, ${of.why}`}.\n${page.address}\nYour plans are in ${of.folder}. To stop: close the page, or press Ctrl+C here.\n`)
  if (of.isOpened) {
    await openInBrowser(page.openingAddress()).catch(() => output.out('No browser could be opened from here: open the address above yourself.\n'))
  }
  const reason = await page.ended
  close()
  output.out(reason === 'abandoned' ? 'The last page was closed, so Lodestock has stopped.\n' : 'Lodestock has stopped.\n')
  return 0
}

type LaunchCall = { readonly help: boolean; readonly page: boolean; readonly noOpen: boolean; readonly data: string | null }

function callOf(args: readonly string[]): LaunchCall | string {
  try {
    const flag = { type: 'boolean' } as const
    const { values } = parseArgs({ args: [...args], options: { help: flag, page: flag, 'no-open': flag, data: { type: 'string' } } })
    return { help: values.help === true, page: values.page === true, noOpen: values['no-open'] === true, data: values.data ?? null }
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error)
  }
}
