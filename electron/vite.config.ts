import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

// The command line as one file, so that it starts quickly and needs no node_modules.
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  logLevel: 'warn',
  ssr: { noExternal: true, external: [...builtinModules] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: '../dist/cli',
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: { cli: 'cli-main.ts' },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})
