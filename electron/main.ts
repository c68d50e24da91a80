import { app, crashReporter, dialog } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appLog } from './app-log'
import { registerAppScheme } from './app-protocol'
import { runDesktopPlanner } from './desktop-planner'

// All of this must have happened before Electron is ready, and nothing here may wait: ready waits for this file.
app.setName('Lodestock')
app.setAppUserModelId('io.lodestock.planner')
// A folder named by the call is Electron's own doing; ours must be there before it can be named.
if (!app.commandLine.hasSwitch('user-data-dir')) {
  const folder = join(app.getPath('appData'), 'Lodestock')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
app.enableSandbox()
registerAppScheme()
crashReporter.start({ uploadToServer: false })

const log = appLog(app.getPath('logs'))
process.once('uncaughtException', (error) => {
  log.noteError('uncaught-exception', error)
  // Every acknowledged step is on the disk; a program in an unknown state must not go on writing.
  try {
    dialog.showErrorBox('Lodestock has to close', `Something went wrong inside. Everything you entered is saved: start Lodestock again. What happened is noted in ${log.path}.`)
  } finally {
    app.exit(1)
  }
})
process.on('unhandledRejection', (error) => log.noteError('unhandled-rejection', error))

if (app.requestSingleInstanceLock()) runDesktopPlanner(log)
else app.quit()
