import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { localPage } from '../../electron/local-page'
import { testPlanner } from '../electron/planner-fixture'
import { launchBrowser, repositoryFolder } from '../shell/browser'

it('The page that Lodestock opens gets its key for the code, keeps it over a reload, and a copy of its address gets none', async () => {
  const planner = testPlanner({ kind: 'local-page' })
  const served = await localPage({ services: planner.services, bundleFolder: join(repositoryFolder, 'dist', 'renderer'), logFault: planner.host.logFault })
  onTestFinished(served.close)
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const [address, page] = [served.openingAddress(), await browser.newPage()]
  await page.goto(address)
  await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.reload()
  await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  const copy = await browser.newPage()
  await copy.goto(address)
  await copy.getByText('This page was opened without its key. Open the address that Lodestock printed when it was started.').waitFor()
  expect(planner.host.faults).toEqual([])
}, 60_000)
