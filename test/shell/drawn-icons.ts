import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser, repositoryFolder } from './browser'
import { icnsFile, icoFile, type IconPicture } from './icon-files'

/** Folder of the icons and of their SVG. */
export const iconFolder: string = join(repositoryFolder, 'electron', 'build')

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Share of the side that macOS leaves free around a full plate. */
const macMarginShare = 0.098

/** Every icon file that packing needs, drawn from the SVG; by path below `iconFolder`. */
export async function drawnIcons(): Promise<ReadonlyMap<string, Buffer>> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const icon = readFileSync(join(iconFolder, 'icon.svg'), 'utf8')
    const square = await pictures(page, icon, 0)
    const planFile = await pictures(page, readFileSync(join(iconFolder, 'plan-file.svg'), 'utf8'), 0)
    return new Map([
      // The sizes that desktops of Linux look for.
      ...square.filter(({ size }) => size !== 24 && size <= 512).map(({ size, png }): [string, Buffer] => [`icons/${size}x${size}.png`, png]),
      ['icon.ico', icoFile(square.filter(({ size }) => size <= 256))],
      ['icon.icns', icnsFile(await pictures(page, icon, macMarginShare))],
      ['plan-file.ico', icoFile(planFile.filter(({ size }) => size <= 256))],
      ['plan-file.icns', icnsFile(planFile)],
    ])
  } finally {
    await browser.close()
  }
}

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
