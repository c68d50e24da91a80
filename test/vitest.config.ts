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
  },
})
