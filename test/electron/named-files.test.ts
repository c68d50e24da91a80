import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesNamed } from '../../electron/named-files'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-named-'))
  for (const name of ['motors.lodestock', 'Motors.PLAN.CSV', 'notes.txt', '--odd.csv']) writeFileSync(join(folder, name), 'x')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('filesNamed', () => {
  it('takes our own ending and plan files, from the folder of the start', () => {
    expect(filesNamed(['motors.lodestock', 'Motors.PLAN.CSV'], folder)).toEqual([join(folder, 'motors.lodestock'), join(folder, 'Motors.PLAN.CSV')])
  })

  it('takes a whole path wherever the start was made', () => {
    expect(filesNamed([join(folder, 'motors.lodestock')], '/')).toEqual([join(folder, 'motors.lodestock')])
  })

  it('leaves switches, other files and files that are not there', () => {
    expect(filesNamed(['--odd.csv', '--inspect=0', '.', 'notes.txt', 'gone.csv'], folder)).toEqual([])
  })
})
