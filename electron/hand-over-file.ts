import { dialog, type BrowserWindow } from 'electron'
import type { HostEvent } from '../shared/ipc/planner-api'
import { fileContentAt } from './services/file-content'

/** Reads a file that the user opened from the system and hands it to the window; one that cannot be read is told in a dialog. Answers whether it was. */
export async function handOver(path: string, to: { readonly window: BrowserWindow | null; readonly tell: (event: HostEvent) => void }): Promise<boolean> {
  const content = await fileContentAt(path)
  if (content.ok) {
    to.tell({ kind: 'open-file', file: content.value })
    return true
  }
  const options = { type: 'warning' as const, message: 'The file could not be opened.', detail: content.problem.sentence, buttons: ['OK'] }
  await (to.window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(to.window, options))
  return false
}
