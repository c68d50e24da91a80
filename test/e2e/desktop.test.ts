import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { planLibrary, type PlanLibrary } from '../../electron/storage/plan-library'
import { electronExecutable, launchApp } from '../shell/launch'
import { temporaryFolder, valueOf } from '../electron/library-fixture'
import { repositoryFolder } from '../shell/browser'
import { openedPlannerWindow, type PlannerWindow } from './hosts'

const opened = async (): Promise<PlannerWindow> => {
  const window = await openedPlannerWindow({ kind: 'electron', name: 'the desktop window' })
  await window.page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
  return window
}

const logOf = ({ dataFolder }: PlannerWindow): readonly { readonly event: string }[] =>
  readFileSync(join(dataFolder, '..', 'logs', 'lodestock.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly event: string })

/** The library of a window whose program has ended. */
function libraryAfter(window: PlannerWindow): PlanLibrary {
  const { library } = valueOf(planLibrary({ folder: window.dataFolder }))
  onTestFinished(() => void library.close())
  return library
}

const exitCodeOf = (window: PlannerWindow): Promise<number | null> => {
  const child = window.app?.process()
  return new Promise((resolve) => (child?.exitCode === null ? child.once('exit', resolve) : resolve(child?.exitCode ?? null)))
}

/** Puts a field on the page which, like the planner's own, takes its step when it is left. */
async function openTitleField(window: PlannerWindow): Promise<string> {
  return window.page.evaluate(async () => {
    const { planner } = globalThis as unknown as { readonly planner: Readonly<Record<string, (argument: unknown) => Promise<{ readonly value: { readonly id: string } }>>> }
    const { value } = (await planner['createPlan']?.({ title: 'Before', content: 'empty' })) ?? { value: { id: '' } }
    await planner['openPlan']?.({ planId: value.id })
    const field = document.createElement('input')
    field.id = 'title-field'
    field.addEventListener('blur', () => setTimeout(() => void planner['applyStep']?.({ planId: value.id, step: { kind: 'do', command: { kind: 'set-title', title: field.value } }, expectedSeq: 0 }), 0))
    document.body.append(field)
    return value.id
  })
}

describe('the desktop window', () => {
  it.each(['quitting', 'closing the window'])('keeps what stands in an open field when %s', async (how) => {
    const window = await opened()
    const planId = await openTitleField(window)
    await window.page.locator('#title-field').fill('Typed and not left')
    const exited = exitCodeOf(window)
    await window.app?.evaluate(({ app, BrowserWindow }, isQuitting) => (isQuitting ? app.quit() : BrowserWindow.getAllWindows()[0]?.close()), how === 'quitting')
    expect(await exited).toBe(0)
    expect(valueOf(libraryAfter(window).plans())).toMatchObject([{ id: planId, name: 'Typed and not left' }])
  })

  it('stays on macOS when its window closes, opens again, and quits when asked', async () => {
    const window = await opened()
    const { app } = window
    const windowCount = (): Promise<number | undefined> => Promise.resolve(app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    await app?.evaluate(({ BrowserWindow }) => {
      Object.defineProperty(process, 'platform', { value: 'darwin' })
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect.poll(windowCount).toBe(0)
    await app?.evaluate(({ app: program }) => void program.emit('activate'))
    await expect.poll(windowCount).toBe(1)
    await expect.poll(() => app?.windows().length).toBe(1)
    await app?.windows()[0]?.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
    const exited = exitCodeOf(window)
    await app?.evaluate(({ app: program }) => program.quit())
    expect(await exited).toBe(0)
  })

  it('says so when something inside it fails, and ends', async () => {
    const window = await opened()
    const exited = exitCodeOf(window)
    const said = window.app?.evaluate(
      ({ dialog }) =>
        new Promise((resolve) => {
          dialog.showErrorBox = (title, text) => resolve(`${title}: ${text}`)
          setTimeout(() => {
            throw new Error('SECRET-4711')
          }, 0)
        }),
    )
    expect(await said).toMatch(/^Lodestock has to close: .*lodestock\.log\.$/)
    expect(await exited).toBe(1)
    expect(logOf(window)).toContainEqual(expect.objectContaining({ event: 'uncaught-exception', error: 'Error' }))
    expect(JSON.stringify(logOf(window))).not.toContain('4711')
  })

  it('ends although its page hangs', async () => {
    const window = await opened()
    const exited = exitCodeOf(window)
    // For ever, as the page sees it.
    void window.page.evaluate(() => {
      for (;;);
    }).catch(() => {})
    await window.app?.evaluate(({ app }) => app.quit())
    expect(await exited).toBe(0)
  })

  it('keeps every acknowledged step when it is killed', async () => {
    const window = await opened()
    await window.page.evaluate(async () => {
      const { planner } = globalThis as unknown as { readonly planner: Readonly<Record<string, (argument: unknown) => Promise<{ readonly ok: boolean }>>> }
      for (let count = 1; count <= 20; count++) await planner['createPlan']?.({ title: `Plan ${count}`, content: 'empty' })
    })
    const again = await window.restart('kill')
    for (const name of ['Plan 1', 'Plan 20']) await again.page.getByText(name, { exact: true }).waitFor()
    await again.restart('quit')
  })

  it('gives Undo to the field being typed in, else to the planner', async () => {
    const window = await opened()
    await openTitleField(window)
    await window.page.evaluate(() => {
      const commands: string[] = []
      Object.assign(globalThis, { commands })
      ;(globalThis as unknown as { readonly planner: { readonly onHostEvent: (listener: (event: { readonly command: string }) => void) => void } }).planner.onHostEvent(({ command }) => void commands.push(command))
    })
    const undo = (): Promise<unknown> => Promise.resolve(window.app?.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('undo')?.click()))
    const field = window.page.locator('#title-field')
    await field.pressSequentially('ab')
    await undo()
    await expect.poll(() => field.inputValue()).not.toBe('ab')
    expect(await window.page.evaluate(() => (globalThis as unknown as { readonly commands: string[] }).commands)).toEqual([])
    await field.blur()
    await undo()
    await expect.poll(() => window.page.evaluate(() => (globalThis as unknown as { readonly commands: string[] }).commands)).toEqual(['undo'])
  })

  it('hands a file that is opened from the system to the running window', async () => {
    const window = await opened()
    const file = join(temporaryFolder(), 'magnets.lodestock')
    writeFileSync(file, 'part number;on hand\nA-1;12\n')
    await window.page.evaluate(() => {
      const files: unknown[] = []
      Object.assign(globalThis, { files })
      ;(globalThis as unknown as { readonly planner: { readonly onHostEvent: (listener: (event: { readonly kind: string; readonly file: unknown }) => void) => void } }).planner.onHostEvent(({ kind, file: content }) => void (kind === 'open-file' && files.push(content)))
    })
    const second = spawn(electronExecutable().path, ['--no-sandbox', repositoryFolder, `--user-data-dir=${join(window.dataFolder, '..')}`, file], { stdio: 'ignore' })
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
    await expect.poll(() => window.page.evaluate(() => (globalThis as unknown as { readonly files: unknown[] }).files)).toEqual([{ fileName: 'magnets.lodestock', bytesBase64: readFileSync(file).toString('base64') }])
    const recentLabel = (): Promise<string | undefined> => Promise.resolve(window.app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('recent-0')?.label))
    await expect.poll(recentLabel).toBe('magnets.lodestock')
    window.takeComplaints()
  })

  it('prints what it shows into a PDF', async () => {
    const window = await opened()
    const { fileName, bytes } = await window.saving(() => window.page.evaluate(() => (globalThis as unknown as { readonly planner: { readonly printToPdf: (of: object) => Promise<unknown> } }).planner.printToPdf({ fileName: 'plans.pdf' })))
    expect(fileName).toBe('plans.pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(2000)
  })

  it('loads a crashed page again once, then asks', async () => {
    const window = await opened()
    await window.app?.evaluate(({ BrowserWindow, dialog }) => {
      const loads: string[] = []
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.on('did-finish-load', () => void loads.push('loaded'))
      dialog.showMessageBox = (async (...args: unknown[]) => {
        loads.push((args.at(-1) as { readonly message: string }).message)
        return { response: 1, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
      Object.assign(globalThis, { loads })
      contents?.forcefullyCrashRenderer()
    })
    const loads = (): Promise<readonly string[] | undefined> => Promise.resolve(window.app?.evaluate(() => (globalThis as unknown as { readonly loads: string[] }).loads))
    await expect.poll(loads, { timeout: 10_000 }).toEqual(['loaded'])
    const exited = exitCodeOf(window)
    await window.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()).catch(() => {})
    expect(await exited).toBe(0)
    expect(logOf(window).filter(({ event }) => event === 'page-gone')).toHaveLength(2)
    window.takeComplaints()
  })

  it('backs the library up at its first start of a day', async () => {
    const window = await opened()
    await expect.poll(() => readdirSync(join(window.dataFolder, 'backups')).filter((name) => name.endsWith('.db'))).toHaveLength(1)
  })

  it('notes its start, and nothing of a plan', async () => {
    const window = await opened()
    await window.page.evaluate(async () => {
      const { planner } = globalThis as unknown as { readonly planner: Readonly<Record<string, (argument: unknown) => Promise<unknown>>> }
      await planner['createPlan']?.({ title: 'SECRET-4711', content: 'empty' })
      await planner['openPlan']?.({ planId: 'SECRET-4711' })
      console.warn('SECRET-4711')
    })
    await expect.poll(() => logOf(window).map(({ event }) => event)).toEqual(['started', 'page-message'])
    expect(JSON.stringify(logOf(window))).not.toContain('4711')
    expect(window.takeComplaints()).toEqual(['warning: SECRET-4711'])
  })

  it.runIf(process.platform === 'linux')('keeps its plans in the user’s own folder for Lodestock', async () => {
    const home = temporaryFolder()
    const launched = await launchApp({ userData: null, env: { XDG_CONFIG_HOME: home, LODESTOCK_DATA: '' } })
    onTestFinished(() => launched.dispose())
    await (await launched.firstWindow()).getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
    expect(readdirSync(home)).toEqual(['Lodestock'])
    expect(readdirSync(join(home, 'Lodestock'))).toEqual(expect.arrayContaining(['data', 'logs']))
    expect(readdirSync(join(home, 'Lodestock', 'data'))).toContain('planner.db')
  })

  it.runIf(electronExecutable().isStandIn)('says who has the plans, and opens when they are free', async () => {
    const folder = temporaryFolder()
    const { library } = valueOf(planLibrary({ folder: join(folder, 'data') }))
    const launched = await launchApp({ userData: folder })
    onTestFinished(() => launched.dispose({ keepData: true }))
    const asked = (): Promise<readonly string[]> => launched.app.evaluate(() => (globalThis as unknown as { readonly asked: string[] }).asked)
    await launched.app.evaluate(({ dialog }) => {
      const texts: string[] = []
      Object.assign(globalThis, { asked: texts })
      dialog.showMessageBox = (async (...args: unknown[]) => {
        const { message, detail } = args.at(-1) as { readonly message: string; readonly detail: string }
        texts.push(`${message} ${detail}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
        return { response: 0, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
    })
    await expect.poll(async () => (await asked()).length).toBeGreaterThan(0)
    expect((await asked())[0]).toContain(`Lodestock cannot open your plans. Another Lodestock has the plans in ${join(folder, 'data')} open: process ${process.pid}`)
    library.close()
    const page = await launched.firstWindow()
    await page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
  })
})
