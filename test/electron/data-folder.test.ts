import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../electron/data-folder'

const home = '/home/k'

describe('dataFolder', () => {
  // Electron's `userData` of an app named Lodestock, on each system, and `data` in it.
  it.each([
    ['linux', {}, '/home/k/.config/Lodestock/data'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Lodestock/data'],
    ['darwin', {}, '/home/k/Library/Application Support/Lodestock/data'],
    ['win32', { APPDATA: '/home/k/AppData/Roaming' }, '/home/k/AppData/Roaming/Lodestock/data'],
    ['win32', {}, '/home/k/AppData/Roaming/Lodestock/data'],
    ['linux', { LODESTOCK_DATA: '/plans' }, '/plans'],
    ['linux', { LODESTOCK_DATA: '' }, '/home/k/.config/Lodestock/data'],
  ])('on %s with %j is %s', (platform, environment, folder) => {
    expect(dataFolder(null, { platform, environment, home })).toBe(folder)
  })

  it('is what the call names before all else, as a whole path', () => {
    expect(dataFolder('mine', { platform: 'linux', environment: { LODESTOCK_DATA: '/plans' }, home })).toBe(resolve('mine'))
  })
})
