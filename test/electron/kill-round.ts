import { spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { planLibrary } from '../../electron/storage/plan-library'
import { stateAfterSteps } from './kill-steps'

/** What one killed writer left behind. */
export type KillRound = {
  readonly acknowledged: number
  readonly found: number
  readonly revisions: number
  /** What is wrong; empty when nothing was lost and everything can be read. */
  readonly faults: readonly string[]
}

/** Starts a writer on a folder, kills it after some milliseconds of writing, opens the library again and compares. */
export async function killRound(folder: string, killAfterMs: number): Promise<KillRound> {
  const output = await outputOfKilled(folder, killAfterMs)
  const lines = output.split('\n').slice(0, -1)
  const planId = lines[0]?.slice('plan '.length) ?? ''
  const acknowledged = Number(lines.length > 1 ? lines.at(-1) : 0)
  const faults: string[] = []
  const result = planLibrary({ folder })
  if (!result.ok) return { acknowledged, found: 0, revisions: 0, faults: [result.problem.sentence] }
  const { library, recovery } = result.value
  try {
    if (recovery !== null) faults.push(recovery.sentence)
    const listed = library.plans()
    if (!listed.ok) faults.push(listed.problem.sentence)
    const opened = library.openPlan(planId)
    if (!opened.ok) return { acknowledged, found: 0, revisions: 0, faults: [...faults, opened.problem.sentence] }
    const { seq, plan, undoLabel, redoLabel } = opened.value
    // The step under way when the process died may be there or not.
    if (seq < acknowledged || seq > acknowledged + 1) faults.push(`${acknowledged} steps were acknowledged and ${seq} are there`)
    const expected = stateAfterSteps(seq)
    if (!isDeepStrictEqual({ ...plan, id: '' }, { ...expected.plan, id: '' })) faults.push(`the plan after ${seq} steps is another`)
    const labels = [expected.history.past.at(-1)?.label ?? null, expected.history.future.at(-1)?.label ?? null]
    if (!isDeepStrictEqual(labels, [undoLabel, redoLabel])) faults.push('undo or redo is another')
    const revisions = library.revisions(planId)
    if (!revisions.ok) return { acknowledged, found: seq, revisions: 0, faults: [...faults, revisions.problem.sentence] }
    for (const revision of revisions.value) {
      const read = library.revisionPlan(planId, revision.id)
      if (!read.ok) faults.push(read.problem.sentence)
      else if (revision.kind === 'manual' && !isDeepStrictEqual({ ...read.value, id: '' }, { ...stateAfterSteps(Number(revision.label?.split(' ').at(-1))).plan, id: '' })) {
        faults.push(`${revision.label} is another`)
      }
    }
    return { acknowledged, found: seq, revisions: revisions.value.length, faults }
  } finally {
    library.close()
  }
}

function outputOfKilled(folder: string, killAfterMs: number): Promise<string> {
  const root = new URL('../..', import.meta.url).pathname
  const writer = spawn(process.execPath, ['--import', './test/run-ts.js', 'test/electron/kill-writer.ts', folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  let isTimed = false
  return new Promise((resolve, reject) => {
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (isTimed) return
      isTimed = true
      setTimeout(() => writer.kill('SIGKILL'), killAfterMs)
    })
    writer.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    writer.once('error', reject)
    writer.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(output)
      else reject(new Error(`the writer ended by itself: ${errors}`))
    })
  })
}
