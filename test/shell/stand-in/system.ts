import { notRepresented, represented } from './represented'

/** A function that a test must answer first, by `app.evaluate(({ dialog }) => { dialog.showSaveDialog = … })`. */
function unanswered(name: string): (...args: readonly unknown[]) => never {
  return () => {
    throw notRepresented(`${name}() before the test says what it answers`)
  }
}

// A box shown at the start stands before a test can have answered it.
const longestWaitMs = 10_000

/** A box that waits for its test, as it would for its user, but not for ever. */
async function waitingMessageBox(...args: readonly unknown[]): Promise<unknown> {
  for (let waited = 0; waited < longestWaitMs; waited += 50) {
    if (dialog.showMessageBox !== waitingMessageBox) return dialog.showMessageBox(...args)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw notRepresented('dialog.showMessageBox() before the test says what it answers')
}

/** `dialog` of Electron. */
export const dialog = represented(
  {
    showOpenDialog: unanswered('dialog.showOpenDialog'),
    showSaveDialog: unanswered('dialog.showSaveDialog'),
    showMessageBox: waitingMessageBox,
    showErrorBox: unanswered('dialog.showErrorBox'),
  },
  'dialog',
)

/** `shell` of Electron. */
export const shell = represented({ openExternal: unanswered('shell.openExternal'), openPath: unanswered('shell.openPath'), showItemInFolder: unanswered('shell.showItemInFolder') }, 'shell')

/** `crashReporter` of Electron: nothing crashes into a dump here, and nothing may be sent. */
export const crashReporter = represented(
  {
    start: (options: { readonly uploadToServer?: boolean }): void => {
      if (options.uploadToServer !== false) throw notRepresented('a crash report that leaves the machine')
    },
  },
  'crashReporter',
)
