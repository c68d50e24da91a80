import { join } from 'node:path'
import { app, emitReady } from './app'
import { spreadColorScheme } from './browser-window'
import { startedChromium } from './chromium'
import { onThemeChange } from './native-theme'
import { refuseForeignPages } from './page-host'
import { startedSchemeServer } from './protocol'
import { browserStarted } from './running'

/** Starts the browser and says that the program is ready. */
export async function becomeReady(): Promise<void> {
  const serverPort = await startedSchemeServer()
  const chromium = await startedChromium({ profile: join(app.getPath('userData'), 'Chromium'), serverPort })
  chromium.onLost(() => process.exit(1))
  browserStarted({ chromium })
  await refuseForeignPages()
  onThemeChange(spreadColorScheme)
  emitReady()
}
