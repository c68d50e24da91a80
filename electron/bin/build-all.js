// npm run build: every program and the window's page. With --stale only what is older than its sources.
import { built } from './build.js'

process.exit(built(['electron', 'renderer'], !process.argv.includes('--stale')) ? 0 : 1)
