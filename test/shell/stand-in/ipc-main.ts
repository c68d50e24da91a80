import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { represented } from './represented'
import { wireCodec } from './wire-codec'

type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Listener = (event: IpcMainEvent, ...args: unknown[]) => void

const handlers = new Map<string, InvokeHandler>()
const listeners = new Map<string, Listener[]>()
const codec = wireCodec()

/** `ipcMain` of Electron. */
export const ipcMain = represented(
  {
    handle: (channel: string, handler: InvokeHandler): void => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
    removeHandler: (channel: string): void => void handlers.delete(channel),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcMain
    },
    emit: (): never => {
      throw new Error('stand-in electron: ipcMain.emit is not represented; call through the page')
    },
  },
  'ipcMain',
)

/** A message from the preload's world of a window. */
export type FromWindow =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly wire: string }
  | { readonly kind: 'send'; readonly channel: string; readonly wire: string }
  | { readonly kind: 'preload-error'; readonly message: string }

/** Answers an `invoke` in Electron's words: a wire text, or an error for the caller. */
export async function answerToInvoke(message: Extract<FromWindow, { kind: 'invoke' }>, of: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }): Promise<{ readonly wire: string | null; readonly error: string | null }> {
  const { channel } = message
  try {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return { wire: codec.encode([await handler(eventOf(of) as unknown as IpcMainInvokeEvent, ...codec.decode(message.wire))]), error: null }
  } catch (error) {
    return { wire: null, error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}

/** Hands a `send` to its listeners. */
export function deliverToMain(message: Extract<FromWindow, { kind: 'send' }>, of: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }): void {
  for (const listener of listeners.get(message.channel) ?? []) listener(eventOf(of) as unknown as IpcMainEvent, ...codec.decode(message.wire))
}

function eventOf(of: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }): object {
  return represented({ type: 'frame', sender: of.sender, senderFrame: of.senderFrame, processId: 1, frameId: 1 }, 'IpcMainEvent')
}
