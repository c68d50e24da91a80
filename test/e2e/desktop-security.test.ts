/** Electron's security checklist, point by point; `electron/security.md` says what each rests on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plannerVerbs } from '../../shared/ipc/planner-arguments'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { repositoryFolder } from '../shell/browser'
import { openedPlannerWindow, type PlannerWindow } from './hosts'

const opened = (): Promise<PlannerWindow> => openedPlannerWindow({ kind: 'electron', name: 'the desktop window' })
const knownSource = elsewhereFacts.flatMap((fact) => fact.citation.urls).find((url) => url.startsWith('https://')) ?? ''

/** Runs in the page without Playwright's own rights: those last as long as its call. */
async function later<Value>(window: PlannerWindow): Promise<Value> {
  return window.page.evaluate(() => new Promise<unknown>((resolve) => setTimeout(() => resolve((globalThis as unknown as { readonly probe: () => unknown }).probe()), 0))) as Promise<Value>
}

describe('the security checklist of Electron', () => {
  it('1 and 7: nothing loads from elsewhere and nothing runs inline', async () => {
    const window = await opened()
    await window.page.evaluate(() => {
      const refused: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => void refused.push(`${effectiveDirective} ${blockedURI}`))
      Object.assign(globalThis, {
        refused,
        probe: async () => {
          let evaluated = 'refused'
          try {
            evaluated = new Function('return "evaluated"')() as string
          } catch {
            // As it should be.
          }
          const script = document.createElement('script')
          script.textContent = 'globalThis.ranInline = true'
          document.body.append(script)
          const image = document.createElement('img')
          image.src = 'https://example.com/pixel.png'
          document.body.append(image)
          const style = document.createElement('style')
          style.textContent = 'body { color: red }'
          document.head.append(style)
          document.body.setAttribute('style', 'outline: 1px solid red')
          const fetched = await fetch('https://example.com/').then(
            () => 'fetched',
            () => 'refused',
          )
          await new Promise((resolve) => setTimeout(resolve, 100))
          return { evaluated, fetched, ranInline: 'ranInline' in globalThis, refused: [...new Set(refused)].toSorted() }
        },
      })
    })
    expect(await later(window)).toEqual({
      evaluated: 'refused',
      fetched: 'refused',
      ranInline: false,
      refused: ['connect-src https://example.com/', 'img-src https://example.com/pixel.png', 'script-src eval', 'script-src-elem inline', 'style-src-attr inline', 'style-src-elem inline'],
    })
    expect(window.takeComplaints().length).toBeGreaterThanOrEqual(6)
  })

  it('2: a page has no Node', async () => {
    const { page } = await opened()
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis))).toEqual([])
  })

  it('3: a page cannot replace or change what the preload gave it', async () => {
    const { page } = await opened()
    const outcome = await page.evaluate(() => {
      const { planner } = globalThis as unknown as { planner: Record<string, unknown> }
      const attempts = [
        () => Object.assign(globalThis, { planner: {} }),
        () => Object.assign(planner, { plans: null }),
        () => {
          if (!Reflect.deleteProperty(planner, 'plans')) throw new Error('refused')
        },
      ].map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch {
          return 'refused'
        }
      })
      return { attempts, isFrozen: Object.isFrozen(planner), kind: typeof planner['plans'] }
    })
    expect(outcome).toMatchObject({ isFrozen: true, kind: 'function' })
    expect(outcome.attempts).toEqual(['refused', 'refused', 'refused'])
  })

  it('5: a page is denied every permission but to copy', async () => {
    const window = await opened()
    const states = await window.page.evaluate(() =>
      Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state)),
    )
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'denied'])
    const located = await window.page.evaluate(() => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('located'), ({ code }) => resolve(code))))
    expect(located).toBe(1)
    expect(await window.page.evaluate(() => navigator.clipboard.writeText('12 parts').then(() => 'copied'))).toBe('copied')
    window.takeComplaints()
  })

  it('11 and 12: a webview is no more than an unknown element', async () => {
    const { page } = await opened()
    expect(
      await page.evaluate(() => {
        const element = document.createElement('webview')
        element.setAttribute('src', 'https://example.com/')
        document.body.append(element)
        return [element.shadowRoot === null, 'getWebContentsId' in element]
      }),
    ).toEqual([true, false])
  })

  it('13: a page stays where it is', async () => {
    const window = await opened()
    const before = window.page.url()
    for (const attempt of ["location.href = 'https://example.com/'", "location.href = 'file:///etc/passwd'", "location.assign('app://elsewhere/')", "document.body.insertAdjacentHTML('beforeend', '<a id=out href=https://example.com/>out</a>'); document.getElementById('out').click()"]) {
      await window.page.evaluate(attempt)
      // What was refused leaves the page able to answer.
      await expect.poll(() => window.page.evaluate('1 + 1')).toBe(2)
    }
    expect(window.page.url()).toBe(before)
    const log = readFileSync(join(window.dataFolder, '..', 'logs', 'lodestock.log'), 'utf8')
    expect(log).toContain('"what":"navigation"')
    window.takeComplaints()
  })

  it('14: a page opens no window', async () => {
    const window = await opened()
    const asked: string[] = []
    await window.app?.evaluate(({ shell }) => {
      shell.openExternal = async () => {}
    })
    expect(await window.page.evaluate(() => [globalThis.open('https://example.com/'), globalThis.open('/')])).toEqual([null, null])
    await window.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a id=blank target=_blank href=https://example.com/>out</a>')")
    await window.page.evaluate("document.getElementById('blank').click()")
    await window.page.waitForTimeout(200)
    expect(window.app?.windows()).toHaveLength(1)
    expect(asked).toEqual([])
  })

  it('15: only sources that the planner names open in the browser', async () => {
    const window = await opened()
    await window.app?.evaluate(({ shell }) => {
      const outside: string[] = []
      Object.assign(globalThis, { outside })
      shell.openExternal = async (url: string) => void outside.push(url)
    })
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'smb://server/share', 'ms-msdt:/id', 'javascript:alert(1)']) await window.page.evaluate((address) => void globalThis.open(address), url)
    await window.page.evaluate((address) => void globalThis.open(address), knownSource)
    const outside = (): Promise<readonly string[] | undefined> => Promise.resolve(window.app?.evaluate(() => (globalThis as unknown as { readonly outside: string[] }).outside))
    await expect.poll(outside).toEqual([knownSource])
    window.takeComplaints()
  })

  it('16: Electron is named by one exact version, of the current line', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> }
    expect(devDependencies['electron']).toMatch(/^45\.\d+\.\d+$/)
  })

  it('17: a frame inside the page has nobody to talk to', async () => {
    const window = await opened()
    const seen = await window.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const nested = frame.contentWindow as unknown as Record<string, unknown> | null
      return nested === null ? 'no frame' : typeof nested['planner']
    })
    expect(seen).toBe('undefined')
    window.takeComplaints()
  })

  it('18: the page is no file, reads none, and finds nothing beyond its folder', async () => {
    const window = await opened()
    expect(await window.page.evaluate(() => location.protocol)).not.toBe('file:')
    const statuses = await window.page.evaluate(() => Promise.all(['/', '/..%2fmain%2fmain.js', '/%2e%2e/%2e%2e/package.json', '/missing.js'].map(async (path) => (await fetch(path)).status)))
    expect(statuses).toEqual([200, 404, 404, 404])
    expect(await window.page.evaluate(() => fetch('file:///etc/passwd').then(() => 'read', () => 'refused'))).toBe('refused')
    window.takeComplaints()
  })

  it('20: the page has the functions of the contract and nothing of Electron', async () => {
    const window = await opened()
    expect(await window.page.evaluate(() => Object.keys((globalThis as unknown as { readonly planner: object }).planner))).toEqual([...plannerVerbs, 'onHostEvent'])
    const heard = await window.page.evaluate(() => {
      const events: unknown[][] = []
      Object.assign(globalThis, { heard: events })
      ;(globalThis as unknown as { readonly planner: { readonly onHostEvent: (listener: (...args: unknown[]) => void) => void } }).planner.onHostEvent((...args) => void events.push(args))
      return events
    })
    expect(heard).toEqual([])
    await window.app?.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click())
    await expect.poll(() => window.page.evaluate(() => (globalThis as unknown as { readonly heard: unknown[][] }).heard)).toEqual([[{ kind: 'menu', command: 'shortcuts' }]])
  })
})
