import { session, type App, type WebContents } from 'electron'
import { isGranted, isOwnAddress } from './app-origin'

/** What the guard does on a page's behalf. */
export type GuardHooks = {
  /** A page wants a new window for an address: the user's browser may show it, if it is one we know. */
  readonly onOutsideAddress: (url: string) => void
  readonly onRefusal: (what: string) => void
}

/** Keeps every page, whoever made it, on our own addresses. */
export function guardContents(app: App, hooks: GuardHooks): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, hooks))
}

function guard(contents: WebContents, { onOutsideAddress, onRefusal }: GuardHooks): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (isOwnAddress(event.url)) return
    event.preventDefault()
    onRefusal('navigation')
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    onRefusal('webview')
  })
  contents.setWindowOpenHandler(({ url }) => {
    if (['https:', 'http:'].includes(URL.parse(url)?.protocol ?? '')) onOutsideAddress(url)
    else onRefusal('window')
    return { action: 'deny' }
  })
}

/** Denies every permission but copying, and every device. To be called when the program is ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(isGranted(permission, requestingUrl)))
  session.defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin) => isGranted(permission, requestingOrigin))
  session.defaultSession.setDevicePermissionHandler(() => false)
}
