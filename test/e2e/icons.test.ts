import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawnIcons, iconFolder } from '../shell/drawn-icons'

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

describe('the icons', () => {
  // Only the Chromium from npm draws the same bytes everywhere.
  it.runIf(process.platform === 'linux' && process.arch === 'x64' && !process.env['STANDIN_CHROMIUM'])('are what their SVG draws: run `npm run icons` after a change', async () => {
    const drawn = await drawnIcons()
    const stale = [...drawn].filter(([path, bytes]) => !readFileSync(join(iconFolder, path)).equals(bytes)).map(([path]) => path)
    expect(stale).toEqual([])
    expect(readdirSync(join(iconFolder, 'icons')).toSorted()).toEqual([...drawn.keys()].filter((path) => path.startsWith('icons/')).map((path) => path.slice('icons/'.length)).toSorted())
  })

  it.each(['icon.ico', 'plan-file.ico'])('%s holds a PNG of each size that Windows asks for', (name) => {
    const file = readFileSync(join(iconFolder, name))
    const found = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const at = 6 + index * 16
      const offset = file.readUInt32LE(at + 12)
      const png = file.subarray(offset, offset + file.readUInt32LE(at + 8))
      expect(png.subarray(0, 8)).toEqual(pngSignature)
      expect(png.readUInt32BE(16) % 256).toBe(file.readUInt8(at))
      return png.readUInt32BE(16)
    })
    expect(found).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it.each(['icon.icns', 'plan-file.icns'])('%s holds a PNG under each type that macOS asks for', (name) => {
    const file = readFileSync(join(iconFolder, name))
    expect(file.subarray(0, 4).toString()).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    const found: [string, number][] = []
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      expect(file.subarray(at + 8, at + 16)).toEqual(pngSignature)
      found.push([file.subarray(at, at + 4).toString(), file.readUInt32BE(at + 24)])
    }
    expect(found).toEqual([['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic08', 256], ['ic13', 256], ['ic09', 512], ['ic14', 512], ['ic10', 1024]])
  })
})
