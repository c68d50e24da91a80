import { outward, inward } from './addresses'
import type { CdpParams, CdpSession } from './chromium'
import { hostBinding, injectedScripts, isolatedWorldName, worldHandle } from './inject'
import { running } from './running'

/** What a page tells its window. */
export type PageListener = {
  readonly onNavigationAsked: (url: string, isMainFrame: boolean) => boolean
  readonly onWindowAsked: (url: string, features: string) => void
  readonly onHostMessage: (payload: string, isMainFrame: boolean) => void
  readonly onLoaded: () => void
  readonly onDomReady: () => void
  readonly onCrashed: () => void
  readonly onConsole: (level: string, message: string) => void
  readonly onGone: () => void
  readonly onTitle: (title: string) => void
}

/** One page of the browser, as a window's contents need it. */
export class PageHost {
  targetId = ''
  url = ''
  private readonly listener: PageListener
  private session: CdpSession | null = null
  private mainFrameId = ''
  private worldContextId = 0
  private readonly contextFrames = new Map<number, string>()
  private isOurNavigation = false
  private isClosed = false

  constructor(listener: PageListener) {
    this.listener = listener
  }

  async open(of: { readonly preload: string; readonly width: number; readonly height: number; readonly colorScheme: string | null }): Promise<void> {
    const { chromium } = await running
    const { targetId } = await chromium.root.send('Target.createTarget', { url: 'about:blank', newWindow: true, width: of.width, height: of.height })
    this.targetId = targetId
    ourTargets.add(targetId)
    const { sessionId } = await chromium.root.send('Target.attachToTarget', { targetId, flatten: true })
    const session = chromium.session(sessionId)
    this.session = session
    session.on((method, params) => this.receive(method, params))
    chromium.root.on((method, params) => {
      if (method === 'Target.targetDestroyed' && params['targetId'] === targetId) this.gone()
    })
    const scripts = injectedScripts(of.preload)
    await Promise.all([
      session.send('Page.enable'),
      session.send('Inspector.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Runtime.addBinding', { name: hostBinding, executionContextName: isolatedWorldName }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: isolatedWorldName }),
      session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] }),
      this.setColorScheme(of.colorScheme),
    ])
    const { frameTree } = await session.send('Page.getFrameTree')
    this.mainFrameId = frameTree.frame.id
  }

  /** Loads an address on behalf of main, which is asked nothing. */
  async load(address: string): Promise<void> {
    this.isOurNavigation = true
    const { errorText } = await this.send('Page.navigate', { url: outward(address) })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`)
  }

  async reload(): Promise<void> {
    this.isOurNavigation = true
    await this.send('Page.reload')
  }

  /** Calls a function of the preload's world; a window that has none yet hears nothing, as in Electron. */
  async callWorld(name: 'deliver' | 'reply', args: readonly unknown[]): Promise<void> {
    if (this.worldContextId === 0 || this.isClosed) return
    await this.send('Runtime.evaluate', { contextId: this.worldContextId, expression: `globalThis.${worldHandle}.${name}(${args.map((one) => JSON.stringify(one)).join(',')})` }).catch(() => {})
  }

  setColorScheme(colorScheme: string | null): Promise<void> {
    return this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: colorScheme ?? '' }] })
  }

  send(method: string, params: CdpParams = {}): Promise<any> {
    return this.session === null ? Promise.reject(new Error('stand-in electron: the page is not open yet')) : this.session.send(method, params)
  }

  async close(): Promise<void> {
    const { chromium } = await running
    await chromium.root.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {})
  }

  private gone(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.listener.onGone()
  }

  private receive(method: string, params: CdpParams): void {
    switch (method) {
      case 'Runtime.executionContextCreated': {
        const { id, name, auxData } = params['context']
        this.contextFrames.set(id, auxData?.frameId ?? '')
        if (name === isolatedWorldName && auxData?.frameId === this.mainFrameId) this.worldContextId = id
        return
      }
      case 'Runtime.executionContextsCleared':
        this.contextFrames.clear()
        this.worldContextId = 0
        return
      case 'Runtime.bindingCalled':
        this.listener.onHostMessage(params['payload'], this.contextFrames.get(params['executionContextId']) === this.mainFrameId)
        return
      case 'Runtime.consoleAPICalled':
        this.listener.onConsole(params['type'] === 'error' ? 'error' : params['type'] === 'warning' ? 'warning' : 'info', (params['args'] as { readonly value?: unknown; readonly description?: string }[]).map((one) => String(one.value ?? one.description)).join(' '))
        return
      case 'Runtime.exceptionThrown':
        this.listener.onConsole('error', params['exceptionDetails'].exception?.description ?? params['exceptionDetails'].text)
        return
      case 'Log.entryAdded':
        // What the browser itself says of the page, such as a refusal by its policy.
        this.listener.onConsole(params['entry'].level, params['entry'].text)
        return
      case 'Page.frameNavigated':
        if (params['frame'].parentId === undefined) {
          this.mainFrameId = params['frame'].id
          this.url = inward(params['frame'].url)
        }
        return
      case 'Page.domContentEventFired':
        this.listener.onDomReady()
        return
      case 'Page.loadEventFired':
        void this.send('Runtime.evaluate', { expression: 'document.title', returnByValue: true }).then(
          ({ result }) => this.listener.onTitle(String(result.value)),
          () => {},
        )
        this.listener.onLoaded()
        return
      case 'Page.windowOpen':
        this.listener.onWindowAsked(inward(params['url']), (params['windowFeatures'] as string[]).join(','))
        return
      case 'Inspector.targetCrashed':
        this.listener.onCrashed()
        return
      case 'Fetch.requestPaused':
        this.decideNavigation(params)
    }
  }

  private decideNavigation(params: CdpParams): void {
    const isMainFrame = params['frameId'] === this.mainFrameId
    const isOurs = isMainFrame && this.isOurNavigation
    if (isMainFrame) this.isOurNavigation = false
    const mayGo = isOurs || this.listener.onNavigationAsked(inward(params['request'].url), isMainFrame)
    const answer = mayGo ? this.send('Fetch.continueRequest', { requestId: params['requestId'] }) : this.send('Fetch.failRequest', { requestId: params['requestId'], errorReason: 'Aborted' })
    void answer.catch(() => {})
  }
}

const ourTargets = new Set<string>()

/** Closes pages that the browser opened by itself: only the main program makes windows. */
export async function refuseForeignPages(): Promise<void> {
  const { chromium } = await running
  chromium.root.on((method, params) => {
    if (method !== 'Target.targetCreated' || params['targetInfo'].type !== 'page') return
    const { targetId, openerId } = params['targetInfo'] as { readonly targetId: string; readonly openerId?: string }
    // A page we asked for is announced before we are told its id, but it has no opener.
    if (openerId !== undefined && !ourTargets.has(targetId)) void chromium.root.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  await chromium.root.send('Target.setDiscoverTargets', { discover: true })
}
