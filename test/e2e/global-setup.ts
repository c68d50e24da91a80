import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { browserProgram, repositoryFolder } from '../shell/browser'

/** Unpacks the browser and builds what is older than its sources, once before all specs. */
export async function setup(): Promise<void> {
  await browserProgram()
  execFileSync(process.execPath, [join(repositoryFolder, 'electron', 'bin', 'build-all.js'), '--stale'], { cwd: repositoryFolder, stdio: 'inherit' })
}
