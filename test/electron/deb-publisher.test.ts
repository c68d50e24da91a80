import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { debPublisher } from '../../electron/bin/deb-publisher'

const env = { LODESTOCK_MAINTAINER: 'K. Weber <k.weber@plant.test>', LODESTOCK_HOMEPAGE: 'https://plant.test/lodestock' }
const flags = ['-c.linux.maintainer=K. Weber <k.weber@plant.test>', '-c.extraMetadata.homepage=https://plant.test/lodestock']

describe('debPublisher', () => {
  it.each([
    { args: [], platform: 'linux', needed: true },
    { args: ['--linux'], platform: 'darwin', needed: true },
    { args: ['--linux', 'AppImage', 'deb:x64'], platform: 'linux', needed: true },
    { args: ['--linux', 'AppImage', 'tar.gz', '-c.productName=deb'], platform: 'linux', needed: false },
    { args: ['--linux', '--x64'], platform: 'linux', needed: true },
    { args: ['--win'], platform: 'linux', needed: false },
    { args: [], platform: 'win32', needed: false },
    { args: [], platform: 'darwin', needed: false },
  ])('needs a publisher for $args on $platform: $needed', ({ args, platform, needed }) => {
    expect(debPublisher(args, { platform, env })).toEqual({ flags: needed ? flags : [], problem: null })
    expect(debPublisher(args, { platform, env: {} }).problem === null).toBe(!needed)
  })

  it.each([
    { LODESTOCK_MAINTAINER: undefined },
    { LODESTOCK_MAINTAINER: 'K. Weber' },
    { LODESTOCK_MAINTAINER: '<k.weber@plant.test>' },
    { LODESTOCK_HOMEPAGE: '' },
    { LODESTOCK_HOMEPAGE: 'plant.test' },
  ])('says which variable to set where it is $LODESTOCK_MAINTAINER, $LODESTOCK_HOMEPAGE', (wrong) => {
    const { problem, flags: none } = debPublisher([], { platform: 'linux', env: { ...env, ...wrong } })
    expect(problem).toMatch(new RegExp(`^A Debian package must name .*\\. Set ${Object.keys(wrong)[0] ?? ''} to .*, or pack other forms: npm run dist -- --linux AppImage tar\\.gz$`))
    expect(none).toEqual([])
  })
})

describe('npm run dist', () => {
  it('says what is missing before it builds anything', () => {
    const run = (): string => execFileSync(process.execPath, ['electron/bin/dist.js', '--linux', 'deb'], { cwd: new URL('../..', import.meta.url).pathname, env: {}, encoding: 'utf8', stdio: 'pipe', timeout: 20_000 })
    expect(run).toThrow(expect.objectContaining({ status: 2, stderr: expect.stringMatching(/^A Debian package must name who maintains it\./) as string }))
  })
})
