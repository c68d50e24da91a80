/** The frame that a message of IPC came from, as main sees it. */
export type FakeFrame = { readonly url: string; readonly parent: object | null } | null

type Handler = (event: { readonly senderFrame: FakeFrame }, argument: unknown) => Promise<unknown>

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain` for a test that has no Electron: what is handled can be invoked, copied both ways as IPC copies. */
export const fakeIpcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
}

/** Invokes a channel as a page in a frame would; Electron's own words where nobody handles it. */
export async function invoked(channel: string, argument: unknown, senderFrame: FakeFrame): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return structuredClone(await handler({ senderFrame }, structuredClone(argument)))
}
