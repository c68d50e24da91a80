/** Draws the icons of electron/build from their SVG: `npm run icons`. The results are committed, so that packing needs no browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser, repositoryFolder } from './browser'
import { icnsFile, icoFile, type IconPicture } from './icon-files'

const folder = join(repositoryFolder, 'electron', 'build')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Pictures of an SVG, with a margin as a share of the side: macOS wants one around a full plate. */
async function pictures(page: Page, svg: string, marginShare: number): Promise<readonly IconPicture[]> {
  const drawn: IconPicture[] = []
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    const inner = Math.round(size * (1 - 2 * marginShare))
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{position:absolute;inset:0;margin:auto;width:${inner}px;height:${inner}px}</style>${svg}`)
    drawn.push({ size, png: await page.screenshot({ omitBackground: true }) })
  }
  return drawn
}

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  mkdirSync(join(folder, 'icons'), { recursive: true })
  const icon = readFileSync(join(folder, 'icon.svg'), 'utf8')
  const square = await pictures(page, icon, 0)
  for (const { size, png } of square.filter((one) => one.size !== 24 && one.size <= 512)) writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png)
  writeFileSync(join(folder, 'icon.ico'), icoFile(square.filter(({ size }) => size <= 256)))
  writeFileSync(join(folder, 'icon.icns'), icnsFile(await pictures(page, icon, 0.098)))
  const planFile = await pictures(page, readFileSync(join(folder, 'plan-file.svg'), 'utf8'), 0)
  writeFileSync(join(folder, 'plan-file.ico'), icoFile(planFile.filter(({ size }) => size <= 256)))
  writeFileSync(join(folder, 'plan-file.icns'), icnsFile(planFile))
} finally {
  await browser.close()
}
