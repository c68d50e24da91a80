import { builtinModules } from 'node:module'
import { defineConfig, type EnvironmentOptions } from 'vite'

/** A program as one file, so that it starts quickly and needs no node_modules. */
function program(name: string, entry: string, kind: 'node' | 'sandboxed' = 'node'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', ...builtinModules, ...builtinModules.map((module) => `node:${module}`)] },
    build: {
      ssr: true,
      target: kind === 'node' ? 'node24' : 'chrome150',
      outDir: `../dist/${name}`,
      emptyOutDir: true,
      copyPublicDir: false,
      // The packed program must carry the licences of what is bundled in it.
      license: { fileName: 'third-party.md' },
      rolldownOptions: {
        input: { [name]: entry },
        // What runs sandboxed has no modules: CommonJS, and `.cjs` because the package is one of modules.
        output: { format: kind === 'node' ? 'es' : 'cjs', entryFileNames: kind === 'node' ? '[name].js' : '[name].cjs', codeSplitting: false },
      },
    },
  }
}

// `vite build` builds every program below; the window's page has its own settings in renderer/.
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  logLevel: 'warn',
  environments: {
    cli: program('cli', 'cli-main.ts'),
    launch: program('launch', 'launch-main.ts'),
    main: program('main', 'main.ts'),
    preload: program('preload', 'preload.ts', 'sandboxed'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['cli', 'launch', 'main', 'preload']) await builder.build(builder.environments[name] as (typeof builder.environments)[string])
    },
  },
})
