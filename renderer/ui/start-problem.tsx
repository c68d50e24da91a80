import type { ApiProblem } from '../../shared/ipc/planner-api'
import { ProblemAlert } from './problem-alert'
import { ThemeProvider } from './theme-provider'

/** What stands in place of the planner when its host does not answer. */
export function StartProblem({ problem }: { readonly problem: ApiProblem }) {
  return (
    <ThemeProvider appearance="auto">
      <main style={{ maxWidth: 640, margin: '15vh auto 0', padding: 24 }}>
        <h1 style={{ fontSize: '1.375rem' }}>Lodestock cannot start</h1>
        <ProblemAlert title="What happened" problem={problem} />
      </main>
    </ThemeProvider>
  )
}
