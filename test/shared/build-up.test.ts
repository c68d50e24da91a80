import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../shared/calendar/civil-date'
import { buildUpOf } from '../../shared/horizon/build-up'

const from = civilDate('2026-11-23')
const levels = (...points: readonly number[]): Parameters<typeof buildUpOf>[0] => points.map((reorderPoint, index) => ({ date: addDays(from, 7 * index), reorderPoint }))

describe('buildUpOf', () => {
  it('is the first level more than 5 % above today’s, measured from today’s', () => {
    expect(buildUpOf(levels(100, 104, 106, 200))).toEqual({ date: addDays(from, 14), increase: 6 })
  })

  it('takes exactly 5 % for no build-up', () => {
    expect(buildUpOf(levels(100, 105))).toBeNull()
  })

  it('is not there where levels fall', () => {
    expect(buildUpOf(levels(100, 90, 80))).toBeNull()
  })
})
