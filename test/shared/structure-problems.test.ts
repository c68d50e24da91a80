import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { structureFindings } from '../../shared/plan/structure-problems'

const document = { parts: [{ partNumber: 'MG-1', note: 'abc', onHand: 7 }] }
const of = (issue: z.core.$ZodIssue) => structureFindings(document, [issue]).map(({ kind, text }) => [kind, text])

describe('structureFindings', () => {
  it.each([
    [{ code: 'too_big', origin: 'array', maximum: 3, inclusive: true, path: ['parts'], message: '' }, [['list-too-long', 'the list of parts is too long; at most 3 may stand there']]],
    [{ code: 'invalid_format', format: 'regex', path: ['parts', 0, 'note'], message: 'write it otherwise' }, [['text-shape', 'write it otherwise']]],
    [{ code: 'not_multiple_of', divisor: 5, path: ['parts', 0, 'onHand'], message: '' }, [['not-whole', 'the stock on hand is 7; enter a multiple of 5']]],
    [{ code: 'invalid_key', origin: 'record', issues: [], path: ['parts', 0, 'elements', 'Xx'], message: '' }, [['unknown-entry', 'the entry for Xx is not known to this program; take it out or correct it']]],
    [
      { code: 'invalid_element', origin: 'set', key: 'a', issues: [{ code: 'invalid_type', expected: 'string', path: ['note'], message: '' }], path: ['parts', 0], message: '' },
      [['wrong-type', 'the note is "abc"; enter a text']],
    ],
    [{ code: 'custom', path: ['parts', 0, 'note'], message: 'it cannot be so' }, [['not-valid', 'it cannot be so']]],
    [{ code: 'unrecognized_keys', keys: ['a', 'b'], path: ['parts', 0, 'elements'], message: '' }, [
      ['unknown-entry', 'the list of elements names "a", which this program does not know; take it out or correct it'],
      ['unknown-entry', 'the list of elements names "b", which this program does not know; take it out or correct it'],
    ]],
  ] as readonly (readonly [z.core.$ZodIssue, readonly (readonly [string, string])[]])[])('puts %o into words', (issue, expected) => {
    expect(of(issue)).toEqual(expected)
  })

  it('counts paths from where the checked value stands', () => {
    const [finding] = structureFindings(document, [{ code: 'invalid_type', expected: 'string', path: ['onHand'], message: '' }], ['parts', 0])
    expect(finding).toMatchObject({ path: ['parts', 0, 'onHand'], text: 'the stock on hand is 7; enter a text' })
  })

  it('shortens a long text of the user’s', () => {
    const long = { title: 'x'.repeat(500) }
    const [finding] = structureFindings(long, [{ code: 'invalid_type', expected: 'number', path: ['title'], message: '' }])
    expect(finding?.text.length).toBeLessThan(200)
  })
})
