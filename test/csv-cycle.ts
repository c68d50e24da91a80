import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter as pathDelimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { accessSync, constants } from 'node:fs'
import type { CsvDelimiter } from '../shared/csv/csv-table'

/** A region a spreadsheet can be set to, with what it takes for the end of a cell. */
export type SheetRegion = { readonly locale: 'en-US' | 'en-GB' | 'de-DE' | 'fr-FR'; readonly delimiter: CsvDelimiter }

/** The four regions of the cycle. */
export const sheetRegions: readonly SheetRegion[] = [
  { locale: 'en-US', delimiter: ',' },
  { locale: 'en-GB', delimiter: ',' },
  { locale: 'de-DE', delimiter: ';' },
  { locale: 'fr-FR', delimiter: ';' },
]

/** Path of LibreOffice on this machine, or null where it is not installed. */
export function sheetProgram(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(pathDelimiter)) {
    for (const name of ['soffice', 'libreoffice']) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {
        // Not there; the next folder may have it.
      }
    }
  }
  return null
}

/**
 * Opens CSV files in a spreadsheet of a region and saves them again, as many times as told; answers their texts by name.
 *
 * The sheet reads UTF-8, detects numbers and dates as it does on a double click, and saves what it shows.
 *
 * @param files texts by file name
 * @param options the region, the cycles, and the delimiter the files are opened with (the region's own unless told)
 */
export async function sheetCycle(
  files: Readonly<Record<string, string>>,
  options: { readonly program: string; readonly region: SheetRegion; readonly times: number; readonly openedWith?: CsvDelimiter },
): Promise<Readonly<Record<string, string>>> {
  const { program, region, times } = options
  const folder = mkdtempSync(join(tmpdir(), `csv-cycle-${region.locale}-`))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), profileXml(region.locale))
    let from = join(folder, '0')
    mkdirSync(from)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(from, name), text)
    for (let cycle = 1; cycle <= times; cycle++) {
      const to = join(folder, String(cycle))
      // From the second cycle on the file has the delimiter the sheet has given it.
      const opened = (cycle === 1 ? options.openedWith : undefined) ?? region.delimiter
      await promisify(execFile)(program, [
        `-env:UserInstallation=file://${profile}`, '--headless',
        `--infilter=CSV:${opened.charCodeAt(0)},34,76,1,,0,false,true`,
        '--convert-to', `csv:Text - txt - csv (StarCalc):${region.delimiter.charCodeAt(0)},34,76,1,,0,false,true`,
        '--outdir', to, ...Object.keys(files).map((name) => join(from, name)),
      ])
      from = to
    }
    return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(from, name), 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function profileXml(locale: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>
`
}
