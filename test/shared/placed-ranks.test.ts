import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placedRanks } from '../../shared/horizon/placed-ranks'

describe('placedRanks', () => {
  it('puts at every place asked for what sorting puts there, and keeps all values', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 200 }), fc.array(fc.nat(), { maxLength: 8 }), (values, wanted) => {
        // −0 and 0 sort differently and are the same stock.
        const given = Float64Array.from(values, (value) => value + 0)
        const places = [...new Set(wanted.map((one) => one % given.length))].toSorted((a, b) => a - b)
        const sorted = given.toSorted()
        const found = placedRanks(given.slice(), places)
        expect(places.map((place) => found[place])).toEqual(places.map((place) => sorted[place]))
        expect(found.toSorted()).toEqual(sorted)
      }),
    )
  })
})
