import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Appearance } from './appearance'
import { theme } from './theme'

/** The theme for everything below; its variables come from a style sheet that is made while building. */
export function ThemeProvider({ appearance, children }: { readonly appearance: Appearance; readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme={appearance} colorSchemeManager={inMemory} withCssVariables={false} withGlobalClasses={false} deduplicateCssVariables={false}>
      {children}
    </MantineProvider>
  )
}

// What the user chose is kept by the host, since the address of a local page changes with every start.
const inMemory: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}
