import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli'
import { writtenPlanFile } from '../../shared/csv/plan-file'
import { samplePlan } from '../../shared/sample/sample-plan'

const sample = writtenPlanFile({ plan: samplePlan(), decimal: 'point', delimiter: ';', appVersion: 'test' })
const lines = sample.split('\r\n')

/** The sample with another value in the column of a heading, in the rows of a kind that hold a text. */
function edited(kind: string, holding: string, heading: string, value: string): string {
  const column = lines.find((line) => line.startsWith(`#${kind};`))?.split(';').indexOf(heading) ?? -1
  if (column < 0) throw new Error(`no column ${heading} of ${kind}`)
  return lines.map((line) => (line.startsWith(`${kind};`) && line.includes(holding) ? line.split(';').with(column, value).join(';') : line)).join('\r\n')
}
const ring = (heading: string, value: string): string => edited('part', 'MG-Y35-3016', heading, value)

type Bad = readonly [name: string, content: string | Uint8Array, code: 1 | 2, says: RegExp]
const bad: readonly Bad[] = [
  ['negative stock', ring('on hand', '-5'), 1, /:19:AE \(on hand\): .*stock on hand is -5; enter 0 or more/],
  ['sd without mean', 'part number,unit,origin,material,lead time (days),usage per week,usage sd per week\nA,pcs,CN,ferrite,60,0,5\n', 1, /:2:G \(usage sd per week\): .*mean of 0; enter the mean/],
  ['transit longer than lead time', ring('transit (days)', '90'), 1, /:19:AC \(transit \(days\)\): .*longer than the whole lead time of 70 days/],
  ['a service of 100 %', ring('cycle service level (%)', '100'), 1, /:19:AH \(cycle service level \(%\)\): .*100 %, and no stock level can promise that/],
  ['an unknown origin', ring('origin', 'XQ'), 1, /:19:H \(origin\): .*"XQ" is not a country code/],
  ['two parts with one number', ring('part number', 'MG-TRG-0603'), 1, /:22:C \(part number\): .*stands in the plan twice/],
  ['weights all zero', edited('scenario', '', lines.find((line) => line.startsWith('#scenario;'))?.split(';').find((heading) => heading.startsWith('weight')) ?? '', '0'), 1, /:\d+: Plan: the weights of all 4 scenarios are 0/],
  ['a date that does not exist', edited('settings', 'EUR', 'planning date', '2026-02-30'), 1, /:6:C \(planning date\): .*no day “2026-02-30”/],
  ['several problems', ring('on hand', '-5').replace(';EUR;;', ';EUR;2026-02-30;').replace(';EUR;2026-11-23;', ';EUR;2026-02-30;').replace(';smco-2-17;', ';kryptonite;'), 1, /no day[\s\S]*kryptonite[\s\S]*on hand is -5|kryptonite[\s\S]*on hand is -5[\s\S]*no day|no day[\s\S]*on hand is -5[\s\S]*kryptonite/],
  ['a truncated plan file', sample.slice(0, Math.floor(0.6 * sample.length)), 1, /:\d+: The file is cut off/],
  ['a plan from a newer version', sample.replace('safety stock plan;1;', 'safety stock plan;2;'), 1, /made with version 2, this program reads 1/],
  ['a binary file', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), 2, /not text: it contains zero bytes/],
  ['an empty file', '', 2, /empty \(0 bytes\)/],
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-bad-'))
  writeFileSync(join(folder, 'sample.csv'), sample)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commandLines: readonly (readonly [string, (file: string, out: string, good: string) => readonly string[]])[] = [
  ['recommend', (file, out) => [file, '--out', out]],
  ['check', (file) => [file]],
  ['orders', (file, out) => [file, '--out', out]],
  ['project', (file) => [file, 'MG-TRG-0603', '--weeks', '4']],
  ['prove', (file, out) => [file, '--paths', '100', '--part', 'MG-TRG-0603', '--out', out]],
  ['explain', (file) => [file, 'MG-TRG-0603']],
  ['timeline', (file) => [file]],
  ['sensitivity', (file) => [file]],
  ['budget', (file) => [file, '100000']],
  ['export', (file, out) => [file, '--table', 'results', '--out', out]],
  ['merge', (file, out, good) => [good, good, file, '--out', out]],
  ['diff', (file, _out, good) => [good, file]],
]

/** Every command on a file: what is told, the exit codes, and that nothing is written. */
async function told(file: string): Promise<{ readonly codes: readonly number[]; readonly errors: readonly string[] }> {
  const before = readdirSync(folder)
  const codes: number[] = []
  const errors: string[] = []
  for (const [command, args] of commandLines) {
    let error = ''
    codes.push(await runCommandLine([command, ...args(file, join(folder, 'out.csv'), join(folder, 'sample.csv'))], { out: () => undefined, error: (text) => void (error += text) }))
    errors.push(error)
  }
  expect(readdirSync(folder)).toEqual(before)
  return { codes, errors }
}

describe('every command on a file that cannot be used', () => {
  it.each(bad)('says what is wrong with %s, and where, and writes nothing', async (_, content, code, says) => {
    const file = join(folder, 'bad.csv')
    writeFileSync(file, content)
    const { codes, errors } = await told(file)
    expect(codes).toEqual(commandLines.map(() => code))
    for (const error of errors) {
      expect(error).toMatch(says)
      expect(error).not.toMatch(/\n\s+at |NaN|undefined/)
    }
  })

  it('says so of a file of 200 MB, of a folder and of none', async () => {
    const large = join(folder, 'bad.csv')
    writeFileSync(large, 'part number\n')
    truncateSync(large, 200 * 1024 * 1024)
    mkdirSync(join(folder, 'folder.csv'), { recursive: true })
    for (const [file, says] of [[large, /200 MB; at most 64 MB/], [join(folder, 'folder.csv'), /this is a folder/], [join(folder, 'missing.csv'), /there is no such file/]] as const) {
      const { codes, errors } = await told(file)
      expect(codes).toEqual(commandLines.map(() => 2))
      for (const error of errors) expect(error).toMatch(says)
    }
  })

  it('takes a minimum order that is no multiple of the lot with a warning', async () => {
    const file = join(folder, 'bad.csv')
    writeFileSync(file, ring('moq', '31000'))
    let error = ''
    expect(await runCommandLine(['check', file], { out: () => undefined, error: (text) => void (error += text) })).toBe(0)
    expect(error).toMatch(/:19:AL \(moq\): .*no multiple of the lot of 5000 pcs; 35000 pcs will be ordered/)
  })
})
