import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planLibrary } from '../../electron/storage/plan-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import { readPlanFile } from '../../shared/csv/plan-file'
import { samplePlan } from '../../shared/sample/sample-plan'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

/** A library with the sample, and with an empty plan of a later format, made by a newer program. */
function newerLibrary(folder: string): void {
  const opened = planLibrary({ folder })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  const { library } = opened.value
  library.createPlan({ title: 'Sample', plan: samplePlan() })
  library.createPlan({ title: 'Later' })
  library.close()
  const bare = openedDatabase(library.path)
  bare.script("PRAGMA user_version=99; UPDATE draft SET format = 99 WHERE plan_id <> 'pl-smplbd'; PRAGMA journal_mode=DELETE")
  bare.close()
}

function hashOf(folder: string): string {
  return createHash('sha256').update(readFileSync(join(folder, 'planner.db'))).digest('hex')
}

describe.each(hosts)('A library from a newer version in $name', (host) => {
  it('is told by name, and its plans are saved as files', async () => {
    const { page, dataFolder, saving } = await openedPlannerWindow(host, { prepare: newerLibrary })
    const before = hashOf(dataFolder)
    await page.getByRole('heading', { name: 'Lodestock cannot start' }).waitFor()
    await page.getByText('was made by a newer Lodestock (library version 99').waitFor()
    const saved = await saving(() => page.getByRole('button', { name: 'Save as a file: Sample' }).press('Enter'))
    expect(saved.fileName).toBe('Sample.csv')
    const read = readPlanFile(saved.bytes.toString('utf8'), { idMaker: () => 'p-bcdfgh' })
    expect(read.ok && read.value.plan?.parts.length).toBe(24)
    await page.getByText('Saved Sample.csv.').waitFor()
    const raw = await saving(() => page.getByRole('button', { name: 'Save as a file: Later' }).click())
    expect(JSON.parse(raw.bytes.toString('utf8'))).toMatchObject({ version: 99, title: 'Later' })
    await page.getByText('Saved Later.json. This plan is in version 99 of the plan format').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await accessibilityProblems(page), colorScheme).toEqual([])
    }
    if (process.env['LODESTOCK_PICTURE'] !== undefined) await page.screenshot({ path: `${process.env['LODESTOCK_PICTURE']}-${host.kind}.png` })
    expect(hashOf(dataFolder)).toBe(before)
  })
})
