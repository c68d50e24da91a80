import { protocol } from 'electron'
import { appAnswer } from './app-answer'
import { appScheme } from './app-origin'

/** Makes our scheme a proper origin; to be called before the program is ready. Not `corsEnabled`: any origin could then read it. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built pages under our scheme. */
export function serveAppPages(folder: string): void {
  protocol.handle(appScheme, (request) => appAnswer(folder, request))
}
