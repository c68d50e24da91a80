import { spawn } from 'node:child_process'

/**
 * Opens an address in the user's browser.
 *
 * @throws when there is no screen, or nothing to open it with
 */
export async function openInBrowser(url: string): Promise<void> {
  const [program, args] = opener(url)
  if (program === '') throw new Error('there is no screen to open a browser on')
  await new Promise<void>((resolve, reject) => {
    // Never through a shell: an address may hold what a shell would run.
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

function opener(url: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]]
    case 'darwin':
      return ['open', [url]]
    default:
      return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', [url]] : ['', []]
  }
}
