import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // These drive the built product and have settings of their own.
    exclude: ['test/e2e/**'],
    setupFiles: ['test/setup.ts'],
    environment: 'node',
    pool: 'threads',
    // The default leaves one core idle, which on two is half the machine.
    maxWorkers: '100%',
    // Vitest's own five seconds are a timed assertion: on a busy machine they fail tests that are right.
    testTimeout: 30_000,
  },
})
