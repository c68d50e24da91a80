import type { PrintToPDFOptions, WebContents, WebFrameMain, WindowOpenHandlerResponse, HandlerDetails } from 'electron'
import { answerToInvoke, deliverToMain, type FromWindow } from './ipc-main'
import { PageHost } from './page-host'
import { notRepresented, preventableEvent, represented, RepresentedEmitter, requireKnownOptions } from './represented'
import { settlePermissions } from './session'
import { wireCodec } from './wire-codec'

const emitted = ['will-navigate', 'will-frame-navigate', 'did-finish-load', 'dom-ready', 'render-process-gone', 'preload-error', 'console-message', 'destroyed', 'page-title-updated']
// Listened to by a careful program; nothing here makes them happen.
const neverEmitted = ['will-attach-webview', 'did-fail-load', 'unresponsive', 'responsive', 'context-menu', 'will-redirect']
const codec = wireCodec()
const byTargetId = new Map<string, StandInWebContents>()
let lastId = 0

/** Names of what a window may do with its contents and main may not. */
export const closePage: unique symbol = Symbol('close page')
/** Sets the theme the page sees. */
export const setColorScheme: unique symbol = Symbol('set colour scheme')

/** What a window does when its page asks or ends. */
export type WindowHooks = { readonly onReady: () => void; readonly onGone: () => void; readonly askToClose: () => void }

/** Options for a page that main cannot give, so that they stay out of the public members. */
export type PageOptions = { readonly preload: string; readonly width: number; readonly height: number; readonly colorScheme: string | null }

/** `webContents` of one window. */
export class StandInWebContents extends RepresentedEmitter {
  readonly id = ++lastId
  readonly mainFrame: WebFrameMain
  private readonly host: PageHost
  private readonly hooks: WindowHooks
  private readonly opened: Promise<void>
  private isGone = false
  private title = ''
  private openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null

  constructor(options: PageOptions, hooks: WindowHooks) {
    super('webContents', [...emitted, ...neverEmitted])
    this.hooks = hooks
    this.host = new PageHost({
      onNavigationAsked: (url, isMainFrame) => this.navigationAsked(url, isMainFrame),
      onWindowAsked: (url, features) => this.windowAsked(url, features),
      onHostMessage: (payload, isMainFrame) => this.fromWindow(JSON.parse(payload) as FromWindow, isMainFrame),
      onLoaded: () => {
        hooks.onReady()
        this.emit('did-finish-load')
      },
      onDomReady: () => this.emit('dom-ready', {}),
      onCrashed: () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 133 }),
      onConsole: (level, message) => this.emit('console-message', { level, message, lineNumber: 0, sourceId: this.host.url }),
      onGone: () => this.gone(),
      onTitle: (title) => {
        this.title = title
      },
    })
    const host = this.host
    this.mainFrame = represented(
      {
        get url() {
          return host.url
        },
        get origin() {
          return originOf(host.url)
        },
        parent: null,
        detached: false,
        isDestroyed: () => this.isGone,
      },
      'WebFrameMain',
    ) as unknown as WebFrameMain
    this.opened = this.host.open(options).then(() => void byTargetId.set(this.host.targetId, this))
    this.opened.catch(() => {})
  }

  async loadURL(url: string): Promise<void> {
    await this.opened
    await settlePermissions(this as unknown as WebContents, url)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    await this.host.load(url)
    await loaded
  }

  getURL(): string {
    return this.host.url
  }

  getTitle(): string {
    return this.title
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  isCrashed(): boolean {
    throw notRepresented('webContents.isCrashed()')
  }

  reload(): void {
    void this.opened.then(() => this.host.reload()).catch(() => {})
  }

  send(channel: string, ...args: unknown[]): void {
    const wire = codec.encode(args)
    void this.opened.then(() => this.host.callWorld('deliver', [channel, wire])).catch(() => {})
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler
  }

  close(_options?: { readonly waitForBeforeUnload: boolean }): void {
    // What Playwright calls for `page.close()`: the window decides, as when the user closes it.
    this.hooks.askToClose()
  }

  forcefullyCrashRenderer(): void {
    void this.host.send('Page.crash').catch(() => {})
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    requireKnownOptions(options, ['printBackground', 'preferCSSPageSize', 'generateTaggedPDF', 'generateDocumentOutline', 'landscape'], 'PrintToPDFOptions')
    await this.opened
    const { data } = await this.host.send('Page.printToPDF', options as Record<string, unknown>)
    return Buffer.from(data, 'base64')
  }

  /** Closes the page; for the window, hence protected from main by its symbol. */
  [closePage](): Promise<void> {
    return this.opened.then(() => this.host.close()).catch(() => {})
  }

  [setColorScheme](colorScheme: string | null): void {
    void this.opened.then(() => this.host.setColorScheme(colorScheme)).catch(() => {})
  }

  private navigationAsked(url: string, isMainFrame: boolean): boolean {
    const event = preventableEvent({ url, isMainFrame, isSameDocument: false, frame: isMainFrame ? this.mainFrame : null, initiator: this.mainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url, false, true, 1, 1)
    return !event.defaultPrevented
  }

  private windowAsked(url: string, features: string): void {
    const answer = this.openHandler?.({ url, features, frameName: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'default' } })
    if (answer?.action !== 'deny') throw notRepresented('opening a child window')
  }

  private fromWindow(message: FromWindow, isMainFrame: boolean): void {
    const origin = { sender: this as unknown as WebContents, senderFrame: isMainFrame ? this.mainFrame : null }
    if (message.kind === 'preload-error') this.emit('preload-error', {}, '', new Error(message.message))
    else if (message.kind === 'send') deliverToMain(message, origin)
    else void answerToInvoke(message, origin).then(({ wire, error }) => this.host.callWorld('reply', [message.id, wire, error]))
  }

  private gone(): void {
    if (this.isGone) return
    this.isGone = true
    byTargetId.delete(this.host.targetId)
    this.emit('destroyed')
    this.hooks.onGone()
  }
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

/** `webContents` of Electron: the way from a page of the browser to its contents. */
export const webContents = represented({ fromDevToolsTargetId: (targetId: string) => byTargetId.get(targetId), getAllWebContents: () => [...byTargetId.values()] }, 'webContents')
