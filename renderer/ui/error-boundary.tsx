import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import type { PlannerApi } from '../../shared/ipc/planner-api'
import { ProblemAlert } from './problem-alert'
import { currentRoute } from './route'

type Props = { readonly client: PlannerApi; readonly children: ReactNode; readonly onLeave?: () => void }
type State = { readonly error: Error | null; readonly outcome: string | null }

/** Catches what breaks while drawing: says so, and lets the user save a copy of the plan, reload, or go on elsewhere. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, outcome: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)), outcome: null }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  async saveCopy(): Promise<void> {
    const route = currentRoute()
    if (!('planId' in route)) return
    const { client } = this.props
    const file = await client.planFile({ planId: route.planId, revisionId: null, decimal: 'point' })
    if (!file.ok) {
      this.setState({ outcome: file.problem.sentence })
      return
    }
    const saved = await client.saveFile({ ...file.value, purpose: 'plan' })
    if (!saved.ok) this.setState({ outcome: saved.problem.sentence })
    else if (saved.value.outcome === 'saved') this.setState({ outcome: `Saved ${saved.value.fileName}.` })
  }

  override render(): ReactNode {
    const { error, outcome } = this.state
    if (error === null) return this.props.children
    const hasPlan = 'planId' in currentRoute()
    return (
      <main style={{ maxWidth: 680, margin: '12vh auto 0', padding: 24 }}>
        <ProblemAlert
          title="This screen could not be drawn"
          problem={{ sentence: `${error.message || error.name}. Every change that was confirmed is kept. Reload the window; if it happens again, save a copy of the plan and report it with this sentence.` }}
          actions={
            <>
              {hasPlan ? <Button onClick={() => void this.saveCopy()}>Save a copy of the plan</Button> : null}
              <Button variant="default" onClick={() => window.location.reload()}>
                Reload
              </Button>
              {this.props.onLeave === undefined ? null : (
                <Button
                  variant="default"
                  onClick={() => {
                    this.props.onLeave?.()
                    this.setState({ error: null, outcome: null })
                  }}
                >
                  Go to the plans
                </Button>
              )}
            </>
          }
        />
        <p role="status">{outcome}</p>
      </main>
    )
  }
}
