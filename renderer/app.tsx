import { Notifications } from '@mantine/notifications'
import type { HostFacts, PlannerApi } from '../shared/ipc/planner-api'
import { Frame } from './frame/frame'
import { AppProvider } from './ui/app-context'
import type { Appearance } from './ui/appearance'
import { ErrorBoundary } from './ui/error-boundary'
import type { Formats } from './ui/formats'
import { ThemeProvider } from './ui/theme-provider'

/** The planner's window. */
export function App(props: { readonly client: PlannerApi; readonly hostFacts: HostFacts; readonly formats: Formats; readonly appearance: Appearance }) {
  const { client, hostFacts, formats, appearance } = props
  return (
    <ThemeProvider appearance={appearance}>
      <Notifications position="bottom-right" limit={4} containerWidth={380} />
      <AppProvider value={{ client, hostFacts, formats }}>
        <ErrorBoundary client={client}>
          <Frame />
        </ErrorBoundary>
      </AppProvider>
    </ThemeProvider>
  )
}
