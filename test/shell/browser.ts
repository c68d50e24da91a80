/**
 * The Chromium that tests use, from npm: nothing is downloaded beyond `npm ci`.
 *
 *     const browser = await launchBrowser()
 *     const page = await browser.newPage()
 *
 * Or one picture from the terminal: `node --import ./test/run-ts.js test/shell/screenshot.ts URL OUT.png [WIDTHxHEIGHT] [dark]`.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

/** A Chromium to start, and what it needs around it. */
export type BrowserProgram = {
  readonly executablePath: string
  /** The whole environment of the child; libraries and fonts are found through it. */
  readonly env: Readonly<Record<string, string>>
}

/** The folder of the repository. */
export const repositoryFolder: string = fileURLToPath(new URL('../..', import.meta.url))

/** Flags for every Chromium we start; the package's own switch off web security, so they are not used. */
export const browserArgs: readonly string[] = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb']

/** Finds the Chromium to use, unpacking the one from npm when that has not been done: `STANDIN_CHROMIUM`, the package, `/usr/bin/chromium`. */
export async function browserProgram(): Promise<BrowserProgram> {
  const chosen = process.env['STANDIN_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen, env: plainEnvironment() }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpackedBrowser()
    // The libraries are for this child alone: Node itself must not load them.
    const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((one) => one !== undefined && one !== '').join(':')
    return { executablePath: join(folder, 'chromium'), env: { ...plainEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') } }
  }
  const installed = ['/usr/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, env: plainEnvironment() }
  throw new Error('There is no Chromium for the tests: npm brings one for Linux on x64 only. Name one in STANDIN_CHROMIUM.')
}

/** Starts a headless Chromium under Playwright. */
export async function launchBrowser(options: { readonly args?: readonly string[] } = {}): Promise<Browser> {
  const { executablePath, env } = await browserProgram()
  return chromium.launch({ executablePath, env, args: [...browserArgs, ...(options.args ?? [])] })
}

/** Writes a picture of an address; waits until the page asks for nothing more. */
export async function screenshot(of: {
  readonly url: string
  readonly path: string
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}): Promise<void> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: of.width ?? 1280, height: of.height ?? 800 }, colorScheme: of.colorScheme ?? 'light' })
    await page.goto(of.url, { waitUntil: 'networkidle' })
    await page.screenshot({ path: of.path })
  } finally {
    await browser.close()
  }
}

// The language is set because `C.UTF-8` gives a page the odd `en-US@posix`.
function plainEnvironment(): Readonly<Record<string, string>> {
  return { ...(process.env as Record<string, string>), LC_ALL: 'en_US.UTF-8' }
}

async function unpackedBrowser(): Promise<string> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string }
  const cache = join(repositoryFolder, 'node_modules', '.cache')
  const target = join(cache, `lodestock-chromium-${version}`)
  if (existsSync(target)) return target
  mkdirSync(cache, { recursive: true })
  // Unpacked beside and renamed whole, so that a second run never sees half a browser.
  const beside = mkdtempSync(join(cache, 'unpacking-'))
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(packageFolder, 'bin', name))
    const script = `const { inflate } = await import('@sparticuz/chromium'); await Promise.all(${JSON.stringify(archives)}.map((archive) => inflate(archive)))`
    // The package unpacks into the temporary folder of its process, so it gets a process of its own.
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: repositoryFolder, env: { ...process.env, TMPDIR: beside } })
    writeFileSync(join(beside, 'fonts.conf'), fontsConfOf(target))
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

// The whole path, since "relative" to some builds is relative to the folder they run in.
function fontsConfOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
