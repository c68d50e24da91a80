import { Button, Loader } from '@mantine/core'
import { Suspense } from 'react'
import { planScreen } from '../screens'
import { PlanProvider } from '../plan/plan-context'
import { useOpenedPlan } from '../plan/opened-plan'
import { useApp } from '../ui/app-context'
import { EmptyState } from '../ui/empty-state'
import { ErrorBoundary } from '../ui/error-boundary'
import { ProblemAlert } from '../ui/problem-alert'
import { navigate } from '../ui/route'
import { Tour } from '../help/tour'
import { NavigationRail } from './navigation-rail'
import { PartCommands } from './part-commands'
import { PlanBar } from './plan-bar'
import { ScreenArea } from './screen-area'
import { TopBar } from './top-bar'
import classes from './frame.module.css'

/** An open plan: its bar and the screen the user is on. */
export function PlanFrame({ planId, screenId }: { readonly planId: string; readonly screenId: string }) {
  const { client } = useApp()
  const opened = useOpenedPlan(planId)
  const entry = planScreen(screenId)
  const Screen = entry?.screen
  if (opened.state !== 'open') {
    return (
      <div className={classes.frame}>
        <NavigationRail screenId={screenId} planId={null} />
        <TopBar />
        <ScreenArea>
          {opened.state === 'opening' ? (
            <div role="status">
              <Loader size="sm" /> Opening the plan …
            </div>
          ) : (
            <ProblemAlert title="The plan cannot be opened" problem={opened.problem} actions={<Button onClick={() => navigate({ screen: 'plans' })}>Back to the plans</Button>} />
          )}
        </ScreenArea>
      </div>
    )
  }
  return (
    <PlanProvider store={opened.store}>
      <div className={classes.frame}>
        <NavigationRail screenId={entry?.id ?? screenId} planId={planId} />
        <TopBar>
          <PlanBar />
        </TopBar>
        <PartCommands />
        <Tour />
        <ScreenArea>
          <ErrorBoundary client={client} key={screenId} onLeave={() => navigate({ screen: 'plans' })}>
            <Suspense fallback={<div role="status" className="visually-hidden">Loading …</div>}>
              {Screen === undefined ? <EmptyState title="There is no such screen" sentence="Choose one on the left." /> : <Screen />}
            </Suspense>
          </ErrorBoundary>
        </ScreenArea>
      </div>
    </PlanProvider>
  )
}
