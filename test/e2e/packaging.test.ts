/** Packs the built product as `npm run dist` does, with the stand-in in place of Electron, and starts what comes out. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { repositoryFolder } from '../shell/browser'
import { launchApp } from '../shell/launch'
import { madeStandInDist } from '../shell/stand-in-dist'
import { temporaryFolder } from '../electron/library-fixture'

const packageJson = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')) as { readonly version: string; readonly devDependencies: Readonly<Record<string, string>> }
let folder = ''
let packed = ''
let archive = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-packed-'))
  const electronDist = join(folder, 'electron')
  madeStandInDist(electronDist, packageJson.devDependencies['electron'] ?? '')
  const builder = join(repositoryFolder, 'node_modules', 'electron-builder', 'cli.js')
  await promisify(execFile)(process.execPath, [builder, '--linux', 'dir', '--config', 'electron-builder.yml', `-c.electronDist=${electronDist}`, `-c.directories.output=${join(folder, 'out')}`, '--publish', 'never'], { cwd: repositoryFolder })
  packed = join(folder, 'out', 'linux-unpacked')
  archive = join(packed, 'resources', 'app.asar')
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The parts of a built file's name that change with its content are left out. */
function plainNames(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.replace(/-[\w-]{8}(?=\.\w+$)/, '')))].toSorted()
}

describe('the packed program', () => {
  it('holds the built programs and nothing else', () => {
    const files = plainNames(listPackage(archive, { isPack: false }).filter((path) => /\.\w+$|LICENSE$/.test(path)))
    const kinds = files.filter((path) => !path.startsWith('/dist/renderer/assets/'))
    expect(kinds).toEqual(['/LICENSE', '/dist/main/main.js', '/dist/main/third-party.md', '/dist/preload/preload.cjs', '/dist/preload/third-party.md', '/dist/renderer/index.html', '/dist/renderer/third-party.md', '/package.json'])
    const assets = files.filter((path) => path.startsWith('/dist/renderer/assets/'))
    expect(assets.length).toBeGreaterThan(3)
    expect(assets.filter((path) => !/\.(js|css|woff2|svg)$/.test(path))).toEqual([])
    expect(JSON.stringify(listPackage(archive, { isPack: false }))).not.toMatch(/node_modules|\.map"|\.tsx?"|\/test\//)
  })

  it('has the picture of its window beside', () => {
    expect(readdirSync(join(packed, 'resources')).toSorted()).toEqual(['app.asar', 'icon.png'])
  })

  it('has a package that names its version, its entry and no dependencies', () => {
    const inside = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Readonly<Record<string, unknown>>
    expect(inside).toMatchObject({ name: 'lodestock', version: packageJson.version, main: 'dist/main/main.js', type: 'module' })
    // The pinned Node stays named as an optional dependency; nothing reads it there, and it is not packed.
    for (const key of ['dependencies', 'devDependencies', 'scripts']) expect(inside, key).not.toHaveProperty(key)
  })

  it('brings the languages it speaks and its licences beside', () => {
    expect(readdirSync(join(packed, 'locales'))).toEqual(['en-US.pak'])
    expect(readdirSync(packed)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'lodestock', 'resources']))
    expect(extractFile(archive, 'dist/renderer/third-party.md').toString('utf8')).toMatch(/## react - [\s\S]*## zod - /)
  })

  it('knows the hash of every file', () => {
    const { header } = getRawHeader(archive)
    type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly integrity?: { readonly algorithm: string } }
    const hashes = (entry: Entry): readonly (string | undefined)[] => (entry.files === undefined ? [entry.integrity?.algorithm] : Object.values(entry.files).flatMap(hashes))
    expect(new Set(hashes(header as unknown as Entry))).toEqual(new Set(['SHA256']))
  })

  it('has its fuses set as the security page says', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'lodestock'))
    const state = (option: FuseV1Options): string => FuseState[wire[option] as FuseState] as string
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookieEncryption: 'DISABLE',
      nodeOptions: 'DISABLE',
      nodeCliInspect: 'DISABLE',
      asarIntegrity: 'ENABLE',
      onlyFromAsar: 'ENABLE',
      browserSnapshot: 'DISABLE',
      fileProtocol: 'DISABLE',
    })
  })

  it('starts, keeps a plan through a kill, and shows it again', async () => {
    const userData = temporaryFolder()
    const executable = join(packed, 'lodestock')
    const launched = await launchApp({ executable, appFolder: null, userData })
    onTestFinished(() => launched.dispose({ keepData: true }))
    const page = await launched.firstWindow()
    await page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
    expect(await launched.app.evaluate(({ app }) => [app.isPackaged, app.getVersion()])).toEqual([true, packageJson.version])
    await page.evaluate(() => (globalThis as unknown as { readonly planner: { readonly createPlan: (of: object) => Promise<unknown> } }).planner.createPlan({ title: 'Kept through a kill', content: 'sample' }))
    launched.process.kill('SIGKILL')
    await new Promise((resolve) => launched.process.once('exit', resolve))
    const again = await launchApp({ executable, appFolder: null, userData })
    onTestFinished(() => again.dispose({ keepData: true }))
    await (await again.firstWindow()).getByText('Kept through a kill').waitFor()
  })

  it('offers no developer tools and no reload in its menu', async () => {
    const launched = await launchApp({ executable: join(packed, 'lodestock'), appFolder: null })
    onTestFinished(() => launched.dispose())
    await launched.firstWindow()
    const roles = await launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => role as string | undefined) ?? []) ?? [])
    expect(roles).toContain('copy')
    expect(roles.filter((role) => role === 'reload' || role === 'forceReload' || role === 'toggleDevTools')).toEqual([])
  })
})
