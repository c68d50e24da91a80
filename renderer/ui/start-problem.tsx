import type { ReactNode } from 'react'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import { ProblemAlert } from './problem-alert'
import { ThemeProvider } from './theme-provider'

/** What stands in place of the planner when its host does not answer, or must not open the plans; below it what can be done all the same. */
export function StartProblem({ problem, children }: { readonly problem: ApiProblem; readonly children?: ReactNode }) {
  return (
    <ThemeProvider appearance="auto">
      <main style={{ maxWidth: 640, margin: '15vh auto 0', padding: 24 }}>
        <h1 style={{ fontSize: '1.375rem' }}>Lodestock cannot start</h1>
        <ProblemAlert title="What happened" problem={problem} />
        {children}
      </main>
    </ThemeProvider>
  )
}
