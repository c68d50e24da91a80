// node --import ./test/run-ts.js test/electron/kill-test.ts --rounds 200: kills a writer at random moments and prints what was lost, as JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRound, type KillRound } from './kill-round'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, longest: { type: 'string', default: '400' } } })
const folder = mkdtempSync(join(tmpdir(), 'lodestock-kill-'))
const rounds: KillRound[] = []
for (let round = 0; round < Number(values.rounds); round++) rounds.push(await killRound(folder, Math.random() * Number(values.longest)))
const faulty = rounds.filter((round) => round.faults.length > 0)
const sum = (of: (round: KillRound) => number): number => rounds.reduce((total, round) => total + of(round), 0)
const report = {
  rounds: rounds.length,
  acknowledged: sum((round) => round.acknowledged),
  found: sum((round) => round.found),
  revisionsRead: sum((round) => round.revisions),
  faultyRounds: faulty.length,
  faults: faulty.flatMap((round) => round.faults).slice(0, 20),
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
rmSync(folder, { recursive: true })
process.exitCode = faulty.length === 0 ? 0 : 1
