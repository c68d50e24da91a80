import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { themeVariablesPlugin } from './theme-variables-plugin.ts'

// The window's page. Under its content security policy nothing may stand inline: no script, no style, no preload helper.
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  logLevel: 'warn',
  plugins: [react(), themeVariablesPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    outDir: '../dist/renderer',
    emptyOutDir: true,
    license: { fileName: 'third-party.md' },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
