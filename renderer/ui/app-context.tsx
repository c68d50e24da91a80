import { createContext, use, type ReactNode } from 'react'
import type { HostFacts, PlannerApi } from '../../shared/ipc/planner-api'
import type { Formats } from './formats'

/** What every screen may need of the world around it. */
export type AppContextValue = {
  readonly client: PlannerApi
  readonly hostFacts: HostFacts
  readonly formats: Formats
}

const AppContext = createContext<AppContextValue | null>(null)

/** Gives everything below the planner's services, the facts of its host and the formats of the user's region. */
export function AppProvider({ value, children }: { readonly value: AppContextValue; readonly children: ReactNode }) {
  return <AppContext value={value}>{children}</AppContext>
}

/** The planner's services, the facts of its host and the formats of the user's region. */
export function useApp(): AppContextValue {
  const value = use(AppContext)
  if (value === null) throw new Error('useApp needs an AppProvider above it')
  return value
}

/** The formats of the user's region. */
export function useFormats(): Formats {
  return useApp().formats
}
