import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type MenuFacts } from '../../electron/menu-template'
import { menuCommands, type MenuCommand } from '../../shared/ipc/planner-api'

type Entry = MenuItemConstructorOptions

function entriesOf(template: readonly Entry[]): readonly Entry[] {
  return template.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])])
}

function menu(facts: Partial<MenuFacts> = {}): { readonly entries: readonly Entry[]; readonly sent: MenuCommand[]; readonly opened: string[] } {
  const sent: MenuCommand[] = []
  const opened: string[] = []
  const actions = { send: (command: MenuCommand) => void sent.push(command), openRecent: (path: string) => void opened.push(path), showLogs: () => {}, showLibraryFolder: () => {} }
  return { entries: entriesOf(menuTemplate({ isMac: false, isDevelopment: false, recentPaths: [], ...facts }, actions)), sent, opened }
}

const click = (entry: Entry | undefined): void => entry?.click?.({} as never, undefined, {} as never)

describe('menuTemplate', () => {
  it.each([true, false])('has every command of the contract once, and sends it (macOS: %s)', (isMac) => {
    const { entries, sent } = menu({ isMac })
    for (const command of menuCommands) {
      const found = entries.filter(({ id }) => id === command)
      expect(found, command).toHaveLength(1)
      click(found[0])
    }
    expect(sent).toEqual(menuCommands)
  })

  it.each([true, false])('gives no accelerator twice (macOS: %s)', (isMac) => {
    const accelerators = menu({ isMac }).entries.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
    expect(new Set(accelerators).size).toBe(accelerators.length)
    expect(accelerators.length).toBeGreaterThan(10)
  })

  it('edits text by the roles of the system', () => {
    const roles = menu().entries.flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'delete', 'selectAll']))
  })

  it('reloads and inspects in development only', () => {
    const developer = ['reload', 'forceReload', 'toggleDevTools']
    const rolesOf = (isDevelopment: boolean): readonly (string | undefined)[] => menu({ isDevelopment }).entries.map(({ role }) => role)
    expect(rolesOf(false).filter((role) => developer.includes(role ?? ''))).toEqual([])
    expect(rolesOf(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })

  it('lists the files opened last by name, and opens them by path', () => {
    const { entries, opened } = menu({ recentPaths: ['/home/ann/S&P.plan.csv', '/srv/magnets.lodestock'] })
    const recent = entries.filter(({ id }) => id?.startsWith('recent-'))
    expect(recent.map(({ label }) => label)).toEqual(['S&&P.plan.csv', 'magnets.lodestock'])
    click(recent[1])
    expect(opened).toEqual(['/srv/magnets.lodestock'])
  })

  it('says so when no file has been opened', () => {
    expect(menu().entries.find(({ label }) => label === 'No files yet')?.enabled).toBe(false)
  })
})
