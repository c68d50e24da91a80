import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setAside } from '../../electron/storage/library-files'
import { setAsideToClear } from '../../electron/storage/set-aside-retention'
import { openedLibrary, temporaryFolder, valueOf } from './library-fixture'

const dayMs = 86_400_000
const now = Date.parse('2026-11-25T00:00:00.000Z')
const nameOf = (kind: string, daysAgo: number): string => `${kind}-${new Date(now - daysAgo * dayMs).toISOString().replaceAll(/[:.]/g, '-')}`

describe('setAsideToClear', () => {
  it('keeps the newest three of each kind, and everything of the last 30 days', () => {
    const young = [1, 5, 12, 20, 29].map((days) => nameOf('damaged', days))
    const old = [31, 60, 400].map((days) => nameOf('damaged', days))
    expect(setAsideToClear([...old, ...young], now).toSorted()).toEqual(old.toSorted())
    expect(setAsideToClear(old, now)).toEqual([])
    const replaced = [40, 50, 60, 70].map((days) => nameOf('replaced', days))
    expect(setAsideToClear([...old, ...replaced, `${nameOf('replaced', 70)}-2`], now).toSorted()).toEqual([nameOf('replaced', 70), `${nameOf('replaced', 70)}-2`])
  })

  it('takes nothing else for a folder of ours', () => {
    const names = ['backups', 'planner.db', 'damaged', 'damaged-x', 'damaged-2020-01-01', 'my damaged-2020-01-01T00-00-00-000Z', 'damaged-2020-01-01T00-00-00-000Z.zip']
    expect(setAsideToClear([...names, ...names.map((name) => `${name} 2`)], now)).toEqual([])
  })
})

describe('opening a library', () => {
  it('clears old ones away, and leaves what somebody has put beside them', () => {
    const folder = temporaryFolder()
    const places = [40, 41, 42, 43, 44].map((days) => {
      const { library } = openedLibrary({ folder, now: () => now - days * dayMs })
      valueOf(library.close())
      return setAside(folder, { word: 'replaced', now: now - days * dayMs })
    })
    const [, , , , last] = places as [string, string, string, string, string]
    writeFileSync(join(last, 'notes.txt'), 'mine')
    mkdirSync(join(folder, 'damaged by me'))
    openedLibrary({ folder, now: () => now })
    expect(places.map((place) => existsSync(place))).toEqual([true, true, true, false, true])
    expect(readdirSync(last)).toEqual(['notes.txt'])
    expect(existsSync(join(folder, 'damaged by me'))).toBe(true)
    expect(existsSync(join(places[0] ?? '', 'planner.db'))).toBe(true)
  })
})
