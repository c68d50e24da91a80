import { EventEmitter } from 'node:events'
import { represented } from './represented'

let source: 'system' | 'light' | 'dark' = 'system'
const changes = new EventEmitter()

/** The scheme pages are to see; null leaves it to the browser. */
export function colorScheme(): string | null {
  return source === 'system' ? null : source
}

/** Hears when the theme changes. */
export function onThemeChange(listener: () => void): void {
  changes.on('updated', listener)
}

/** `nativeTheme` of Electron; the system's own theme is light. */
export const nativeTheme = represented(
  {
    get themeSource(): 'system' | 'light' | 'dark' {
      return source
    },
    set themeSource(value: 'system' | 'light' | 'dark') {
      source = value
      changes.emit('updated')
    },
    get shouldUseDarkColors(): boolean {
      return source === 'dark'
    },
    on: (event: 'updated', listener: () => void) => {
      changes.on(event, listener)
      return nativeTheme
    },
  },
  'nativeTheme',
)
