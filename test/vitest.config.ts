import { defineConfig } from 'vitest/config'

// What takes longest: a spreadsheet of its own, every verb on every binding, slow literal evaluations, simulations.
// `npm run check` leaves it to `npm test`, so that it takes about a minute.
const thoroughTests = [
  'test/csv-cycle.test.ts',
  'test/electron/launch.test.ts',
  'test/electron/planner-contract.test.ts',
  'test/reference-literal.test.ts',
  'test/shared/level-proof.test.ts',
  'test/shared/stock-simulation.test.ts',
]

const root = new URL('..', import.meta.url).pathname
const common = {
  setupFiles: ['test/setup.ts'],
  environment: 'node' as const,
  pool: 'threads' as const,
  // Vitest's own five seconds are a timed assertion: on a busy machine they fail tests that are right.
  testTimeout: 30_000,
}

export default defineConfig({
  root,
  test: {
    // The default leaves one core idle, which on two is half the machine.
    maxWorkers: '100%',
    projects: [
      // Those of e2e drive the built product and have settings of their own.
      { root, test: { ...common, name: 'check', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', ...thoroughTests] } },
      { root, test: { ...common, name: 'thorough', include: thoroughTests } },
    ],
  },
})
