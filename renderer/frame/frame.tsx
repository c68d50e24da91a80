import { useEffect } from 'react'
import { PlansScreen } from '../plans/plans-screen'
import { useApp } from '../ui/app-context'
import { runShortcut } from '../ui/commands'
import { ErrorBoundary } from '../ui/error-boundary'
import { navigate, useRoute } from '../ui/route'
import { CommandPalette } from './command-palette'
import { useAppCommands } from './app-commands'
import { useHostEvents } from './host-events'
import { HelpHost } from './help-host'
import { NavigationRail } from './navigation-rail'
import { PlanFrame } from './plan-frame'
import { ScreenArea } from './screen-area'
import { TopBar } from './top-bar'
import classes from './frame.module.css'

/** Everything around a screen: the navigation, the bar above it, and the palette of commands. */
export function Frame() {
  const route = useRoute()
  const { client } = useApp()
  useHostEvents()
  useAppCommands()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && runShortcut(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <a className={classes.skip} href="#screen" onClick={skipToScreen}>
        Skip to the content
      </a>
      {'planId' in route ? (
        <PlanFrame key={route.planId} planId={route.planId} screenId={route.screen} />
      ) : (
        <div className={classes.frame}>
          <NavigationRail screenId="plans" planId={null} />
          <TopBar />
          <ScreenArea>
            <ErrorBoundary client={client} onLeave={() => navigate({ screen: 'plans' })}>
              <PlansScreen />
            </ErrorBoundary>
          </ScreenArea>
        </div>
      )}
      <CommandPalette />
      <HelpHost />
    </>
  )
}

function skipToScreen(event: { readonly preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('screen')?.focus()
}
