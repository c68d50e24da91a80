import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../electron/services/decode-text'
import { workbookTools } from '../../electron/services/read-import-file'
import { civilDate } from '../../shared/calendar/civil-date'
import type { ImportKind } from '../../shared/csv/import-field'
import { importedFile } from '../../shared/csv/import-file'
import { importSource } from '../../shared/csv/import-workbook'

type Expected = {
  readonly kind?: ImportKind
  readonly map?: Readonly<Record<string, string>>
  readonly answers?: Readonly<Record<string, string>>
  readonly outcome: 'imported' | 'question' | 'refused'
  readonly message?: string
  readonly understood?: Readonly<Record<string, unknown>>
  readonly questions?: readonly object[]
  readonly questionColumns?: readonly string[]
  readonly partCount?: number
  readonly parts?: Readonly<Record<string, object>>
  readonly usage?: Readonly<Record<string, object>>
  readonly orders?: readonly object[]
  readonly components?: readonly object[]
  readonly held?: readonly number[]
  readonly skipped?: readonly number[]
  readonly warned?: readonly number[]
  readonly rows?: Readonly<Record<string, number>>
  readonly kinds?: Readonly<Record<string, string>>
}

const folder = new URL('../fixtures/import', import.meta.url).pathname
const names = readdirSync(folder).filter((name) => !name.endsWith('.json') && !name.startsWith('.'))

describe('the corpus of files', () => {
  it('has at least 40 files', () => {
    expect(names.length).toBeGreaterThanOrEqual(40)
  })

  it.each(names)('reads %s as was written down before', async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected
    const source = await importSource(readFileSync(join(folder, name)), name, workbookTools)
    const result = importedFile({
      source, decodeText, today: civilDate('2026-11-23'), choices: { kind: expected.kind ?? null, map: expected.map ?? {}, answers: expected.answers ?? {} },
    })
    const lines = (fate: string) => result.fates.filter((each) => each.fate === fate).flatMap(({ line, lineCount }) => Array.from({ length: lineCount }, (_, at) => line + at))
    expect({ outcome: result.outcome, text: result.message }).toMatchObject({ outcome: expected.outcome })
    if (expected.message !== undefined) expect(result.message).toContain(expected.message)
    if (expected.understood !== undefined) expect(result.understood).toMatchObject(expected.understood)
    if (expected.questions !== undefined) expect(result.questions).toMatchObject(expected.questions)
    if (expected.questionColumns !== undefined) expect(result.questions.flatMap((question) => question.columns)).toEqual(expect.arrayContaining([...expected.questionColumns]))
    if (expected.held !== undefined) expect({ held: lines('held'), skipped: lines('skipped') }).toEqual({ held: expected.held, skipped: expected.skipped })
    if (expected.held !== undefined) expect([...new Set(result.problems.filter((each) => each.severity === 'error').map((each) => each.line))]).toEqual(expected.held)
    if (expected.partCount !== undefined) expect(result.parts).toHaveLength(expected.partCount)
    for (const [key, fields] of Object.entries(expected.parts ?? {})) {
      const found = result.parts.find(({ part, plant }) => part === key || `${part}@${plant}` === key)
      expect({ ...found, ...found?.ownTexts, key }).toMatchObject({ ...fields, key })
    }
    if (expected.usage !== undefined) expect(Object.fromEntries(result.usage.map(({ part, periods }) => [part, periods]))).toEqual(expected.usage)
    if (expected.orders !== undefined) {
      expect(result.orders).toHaveLength(expected.orders.length)
      expect(result.orders).toMatchObject(expected.orders)
    }
    if (expected.components !== undefined) expect(result.components).toMatchObject(expected.components)
    const warned = result.problems.filter((each) => each.severity === 'warning' && each.line !== null).map((each) => each.line)
    if (expected.held !== undefined || expected.warned !== undefined) expect([...new Set(warned)]).toEqual(expected.warned ?? [])
    for (const [line, row] of Object.entries(expected.rows ?? {})) expect(result.rowOfLine[Number(line)]).toBe(row)
    for (const [line, kind] of Object.entries(expected.kinds ?? {})) expect(result.problems.find((each) => each.line === Number(line))?.kind).toBe(kind)
  })
})
