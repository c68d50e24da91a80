import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { planLibrary, type OpenedLibrary, type PlanLibraryOptions } from '../../electron/storage/plan-library'
import type { PlanStep } from '../../shared/plan/plan-history'
import type { Result } from '../../shared/result'

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-library-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The value of an answer that must be a success. */
export function valueOf<Value>(result: Result<Value, { readonly sentence: string }>): Value {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

/** A library that is closed when the test ends. */
export function openedLibrary(options: PlanLibraryOptions): OpenedLibrary {
  const opened = valueOf(planLibrary(options))
  onTestFinished(() => void opened.library.close())
  return opened
}

/** The step that gives a plan a title. */
export function titled(title: string): PlanStep {
  return { kind: 'do', command: { kind: 'set-title', title } }
}

/** Another process that opens the library of a folder, and the line it says. */
export async function libraryChild(folder: string, options: { readonly uid?: number } = {}): Promise<{ readonly child: ChildProcess; readonly said: { readonly kind: string; readonly sentence?: string } }> {
  const root = new URL('../..', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', './test/run-ts.js', 'test/electron/library-child.ts', folder], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'], ...options })
  onTestFinished(() => void child.kill('SIGKILL'))
  const line = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more
      if (text.endsWith('\n')) resolve(text)
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`the other process said only "${text}"`)))
  })
  return { child, said: JSON.parse(line) as { readonly kind: string; readonly sentence?: string } }
}
