import type { IpcMainInvokeEvent } from 'electron'

/** The scheme of our own pages. */
export const appScheme = 'app'
/** The host of our own pages. */
export const appHost = 'planner'
/** The address a window begins with. */
export const appAddress = `${appScheme}://${appHost}/`

/** Whether an address is one of our own pages. */
export function isOwnAddress(address: string | null | undefined): boolean {
  // Not by origin: for a scheme of its own Node answers 'null' as the origin of every address.
  const url = URL.parse(address ?? '')
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}

/** The part of an IPC event that tells who sent it. */
export type IpcOrigin = Pick<IpcMainInvokeEvent, 'senderFrame'>

/** Whether a message came from the main frame of one of our own pages; a frame that has gone meanwhile is nobody. */
export function isOwnSender({ senderFrame }: IpcOrigin): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
}

/** The one permission a page of ours has: to put text it was asked to copy on the clipboard. */
const granted = 'clipboard-sanitized-write'

/** Whether a page at an address has a permission. */
export function isGranted(permission: string, address: string): boolean {
  return permission === granted && isOwnAddress(address)
}
