import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleMessage, Page } from 'playwright-core'

/** What went wrong in a page. */
export type Complaints = {
  readonly complaints: () => readonly string[]
  readonly takeComplaints: () => readonly string[]
  /** How many there have been, taken ones included. */
  readonly heardCount: () => number
}

/** Gathers what a page throws, what it writes as an error or warning, and what its policy refuses. */
export function watchedPage(page: Page): Complaints {
  let gathered: string[] = []
  let heard = 0
  const note = (complaint: string): void => {
    heard++
    gathered.push(complaint)
  }
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => note(`thrown: ${error.stack ?? error.message}`))
  page.on('crash', () => note('the page crashed'))
  return {
    complaints: () => [...gathered],
    takeComplaints: () => {
      const taken = gathered
      gathered = []
      return taken
    },
    heardCount: () => heard,
  }
}

/** How many errors and warnings of pages the desktop program has noted in its log. */
export function pageMessagesLogged(userData: string): number {
  const path = join(userData, 'logs', 'lodestock.log')
  if (!existsSync(path)) return 0
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"event":"page-message"')).length
}
