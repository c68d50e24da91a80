import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appLog } from '../../electron/app-log'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lodestock-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lines = (): readonly Record<string, unknown>[] =>
  readFileSync(join(folder, 'lodestock.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('appLog', () => {
  it('writes one line of JSON an event', () => {
    const log = appLog(folder, () => new Date('2026-11-24T10:00:00Z'))
    log.note('started', { version: '1.0.0' })
    log.note('refused', { what: 'navigation' })
    expect(lines()).toEqual([
      { time: '2026-11-24T10:00:00.000Z', event: 'started', version: '1.0.0' },
      { time: '2026-11-24T10:00:00.000Z', event: 'refused', what: 'navigation' },
    ])
  })

  it('leaves out what an error says, which may quote a plan', () => {
    appLog(folder).noteError('service-fault', Object.assign(new TypeError('part NDFEB-4711 of Acme has 300'), { code: 'EIO' }))
    appLog(folder).noteError('service-fault', 'part NDFEB-4711')
    expect(lines()[0]).toMatchObject({ event: 'service-fault', error: 'TypeError', code: 'EIO', stack: expect.stringContaining('app-log.test') })
    expect(readFileSync(join(folder, 'lodestock.log'), 'utf8')).not.toContain('4711')
  })

  it('keeps five files of about a megabyte, the newest first', () => {
    const log = appLog(folder)
    for (let age = 7; age >= 1; age--) {
      writeFileSync(log.path, `{"age":${age}}\n`.padEnd(1024 * 1024, ' '))
      log.note('next')
    }
    expect(readdirSync(folder).toSorted()).toEqual(['lodestock.log', 'lodestock.log.1', 'lodestock.log.2', 'lodestock.log.3', 'lodestock.log.4'])
    expect([1, 2, 3, 4].map((age) => readFileSync(`${log.path}.${age}`, 'utf8').slice(0, 9))).toEqual(['{"age":1}', '{"age":2}', '{"age":3}', '{"age":4}'])
    expect(statSync(log.path).size).toBeLessThan(200)
  })

  it('goes on when nothing can be written', () => {
    const log = appLog(join(folder, 'file', 'logs'))
    writeFileSync(join(folder, 'file'), '')
    expect(() => log.note('started')).not.toThrow()
  })
})
