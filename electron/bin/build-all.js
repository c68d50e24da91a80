// npm run build: every program and the window's page, whether or not a source has changed.
import { built } from './build.js'

process.exit(built(['electron', 'renderer'], true) ? 0 : 1)
