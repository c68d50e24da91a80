import type { Session, WebContents } from 'electron'
import { outward } from './addresses'
import { running } from './running'
import { represented } from './represented'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]

let requestHandler: RequestHandler = null
let checkHandler: CheckHandler = null

/** Electron's name of a permission, and what the DevTools protocol calls it. */
const permissions: readonly (readonly [string, string])[] = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
]

const defaultSession = represented(
  {
    setPermissionRequestHandler: (handler: RequestHandler): void => {
      requestHandler = handler
    },
    setPermissionCheckHandler: (handler: CheckHandler): void => {
      checkHandler = handler
    },
    // The browser of the stand-in has no devices and no screen to show, so these are kept and never asked.
    setDevicePermissionHandler: (_handler: Parameters<Session['setDevicePermissionHandler']>[0]): void => {},
    setDisplayMediaRequestHandler: (_handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void => {},
    setSpellCheckerEnabled: (_isEnabled: boolean): void => {},
  },
  'session.defaultSession',
)

/** `session` of Electron. */
export const session = represented({ defaultSession }, 'session')

/**
 * Asks the handlers ahead about everything a page of an address could ask for, and tells the browser the answers:
 * the DevTools protocol has no event for a request of a permission.
 */
export async function settlePermissions(contents: WebContents, address: string): Promise<void> {
  const { chromium } = await running
  const origin = new URL(outward(address)).origin
  for (const [electronName, name] of permissions) {
    const isGranted = (await isRequestGranted(contents, electronName, address)) && isCheckGranted(contents, electronName, address)
    await chromium.root.send('Browser.setPermission', { permission: { name }, setting: isGranted ? 'granted' : 'denied', origin }).catch(() => {})
  }
}

function isRequestGranted(contents: WebContents, permission: string, requestingUrl: string): Promise<boolean> {
  const handler = requestHandler
  if (handler === null) return Promise.resolve(true)
  return new Promise((resolve) => handler(contents, permission as never, resolve, { requestingUrl, isMainFrame: true }))
}

function isCheckGranted(contents: WebContents, permission: string, address: string): boolean {
  const { protocol, host } = new URL(address)
  return checkHandler?.(contents, permission as never, `${protocol}//${host}/`, { requestingUrl: address, isMainFrame: true }) ?? true
}
