import { describe, expect, it } from 'vitest'
import { openingCodes } from '../../electron/opening-codes'

describe('openingCodes', () => {
  it('gives one key for a code, each its own', () => {
    const codes = openingCodes()
    const [one, two] = [codes.make(), codes.make()]
    expect(codes.keys()).toEqual([])
    const keys = [codes.keyFor({ code: one }), codes.keyFor({ code: two })]
    expect(new Set([one, two, ...keys]).size).toBe(4)
    expect(codes.keys()).toEqual(keys)
  })

  it('takes back the key when its code comes again, and no other key', () => {
    const codes = openingCodes()
    const [one, two] = [codes.make(), codes.make()]
    codes.keyFor({ code: one })
    const kept = codes.keyFor({ code: two })
    expect(codes.keyFor({ code: one })).toBeNull()
    expect(codes.keyFor({ code: one })).toBeNull()
    expect(codes.keys()).toEqual([kept])
  })

  it('gives none after a minute', () => {
    let time = 0
    const codes = openingCodes(() => time)
    const [one, two] = [codes.make(), codes.make()]
    time = 60_000
    expect(codes.keyFor({ code: one })).not.toBeNull()
    time = 60_001
    expect(codes.keyFor({ code: two })).toBeNull()
    // A key that was given stays.
    expect(codes.keys()).toHaveLength(1)
  })

  it.each([null, 7, 'code', {}, { code: 7 }, { code: '' }, { code: 'constructor' }])('gives none for %j', (body) => {
    const codes = openingCodes()
    codes.make()
    expect(codes.keyFor(body)).toBeNull()
    expect(codes.keys()).toEqual([])
  })
})
