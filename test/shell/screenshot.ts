import { screenshot } from './browser'

const [url, path, size = '1280x800', colorScheme = 'light'] = process.argv.slice(2)
const [width, height] = size.split('x').map(Number)
if (url === undefined || path === undefined || width === undefined || height === undefined || (colorScheme !== 'light' && colorScheme !== 'dark')) {
  console.error('usage: node --import ./test/run-ts.js test/shell/screenshot.ts URL OUT.png [WIDTHxHEIGHT] [light|dark]')
  process.exit(2)
}
await screenshot({ url, path, width, height, colorScheme })
