import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import {
  IconArrowsDiff,
  IconCalendar,
  IconChecklist,
  IconFileExport,
  IconFileImport,
  IconList,
  IconMagnet,
  IconQuote,
  IconReportAnalytics,
  IconSettings,
  IconShieldHalf,
  IconTimeline,
  IconTools,
} from '@tabler/icons-react'
import { noteScreens } from './ui/known-screens'

/** A screen of an open plan. Only screens that are whole stand here: what stands here is in the navigation. */
export type ScreenEntry = {
  /** Its name in routes. */
  readonly id: string
  /** Its name in the navigation, the command palette and the window's title. */
  readonly label: string
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>
  readonly screen: LazyExoticComponent<ComponentType>
  /** Whether it is reached from other screens only, such as one part. */
  readonly isHidden?: boolean
}

/** The screens of an open plan in the order of the navigation; the first is where a plan opens. */
export const planScreens: readonly ScreenEntry[] = [
  { id: 'actions', label: 'Actions', icon: IconChecklist, screen: lazy(async () => ({ default: (await import('./actions/actions-screen')).ActionsScreen })) },
  { id: 'parts', label: 'Parts', icon: IconList, screen: lazy(async () => ({ default: (await import('./parts/parts-screen')).PartsScreen })) },
  { id: 'part', label: 'Part', icon: IconMagnet, isHidden: true, screen: lazy(async () => ({ default: (await import('./part/part-screen')).PartScreen })) },
  { id: 'assemblies', label: 'Assemblies', icon: IconTools, screen: lazy(async () => ({ default: (await import('./assemblies/assemblies-screen')).AssembliesScreen })) },
  { id: 'timeline', label: 'Policy timeline', icon: IconTimeline, screen: lazy(async () => ({ default: (await import('./policy-timeline/policy-timeline-screen')).PolicyTimelineScreen })) },
  { id: 'calendar', label: 'Calendar', icon: IconCalendar, screen: lazy(async () => ({ default: (await import('./calendar/calendar-screen')).CalendarScreen })) },
  { id: 'resilience', label: 'If shipments stop', icon: IconShieldHalf, screen: lazy(async () => ({ default: (await import('./resilience/resilience-screen')).ResilienceScreen })) },
  { id: 'import', label: 'Import', icon: IconFileImport, screen: lazy(async () => ({ default: (await import('./csv-import/import-screen')).ImportScreen })) },
  { id: 'export', label: 'Export', icon: IconFileExport, screen: lazy(async () => ({ default: (await import('./export/export-screen')).ExportScreen })) },
  { id: 'compare', label: 'Compare', icon: IconArrowsDiff, screen: lazy(async () => ({ default: (await import('./compare/compare-screen')).CompareScreen })) },
  { id: 'facts', label: 'Facts', icon: IconQuote, screen: lazy(async () => ({ default: (await import('./facts/facts-screen')).FactsScreen })) },
  { id: 'report', label: 'Report', icon: IconReportAnalytics, screen: lazy(async () => ({ default: (await import('./report/report-screen')).ReportScreen })) },
  { id: 'settings', label: 'Settings', icon: IconSettings, screen: lazy(async () => ({ default: (await import('./settings/settings-screen')).SettingsScreen })) },
]

noteScreens(planScreens.map(({ id }) => id))

/** The screen of an id; `home` is the first. */
export function planScreen(id: string): ScreenEntry | undefined {
  return id === 'home' ? planScreens[0] : planScreens.find((screen) => screen.id === id)
}
