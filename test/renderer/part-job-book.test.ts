import { describe, expect, it } from 'vitest'
import { partJobBook } from '../../renderer/plan/part-job-book'
import { samplePlan } from '../../shared/sample/sample-plan'

const { parts, timeline, scenarios } = samplePlan()
const [first, second, third] = parts
if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has parts')
const three = [first, second, third]

describe('partJobBook', () => {
  it('asks for every part at first, and for none once all are noted', () => {
    const book = partJobBook<number>()
    expect(book.setPlan(three, [timeline])).toEqual(three)
    three.forEach((part, value) => book.note(part, { value }))
    expect(book.setPlan(three, [timeline])).toEqual([])
    expect(book.states.get(second.id)).toEqual({ value: 1, isFresh: true, problem: null })
  })

  it('asks again only for a part that was edited, whose value stands as stale until then', () => {
    const book = partJobBook<number>()
    book.setPlan(three, [timeline])
    three.forEach((part, value) => book.note(part, { value }))
    const untouched = book.states.get(first.id)
    const edited = { ...second, onHand: 1 }
    expect(book.setPlan([first, edited, third], [timeline])).toEqual([edited])
    expect(book.states.get(second.id)).toEqual({ value: 1, isFresh: false, problem: null })
    expect(book.states.get(first.id)).toBe(untouched)
    // An undo brings back the part for which the value was worked out.
    expect(book.setPlan(three, [timeline])).toEqual([])
    expect(book.states.get(second.id)?.isFresh).toBe(true)
  })

  it('asks again for all when what is around the parts has changed, and for none when it is as it was', () => {
    const book = partJobBook<number>()
    book.setPlan(three, [timeline, scenarios])
    three.forEach((part, value) => book.note(part, { value }))
    expect(book.setPlan(three, [timeline, [...scenarios]])).toEqual(three)
    expect([...book.states.values()].every(({ isFresh }) => !isFresh)).toBe(true)
    expect(book.setPlan(three, [timeline, scenarios])).toEqual([])
  })

  it('forgets parts that are gone and keeps why a part has no value', () => {
    const book = partJobBook<number>()
    book.setPlan(three, [timeline])
    book.note(first, { problem: 'It cannot be worked out.' })
    book.note(third, { value: 3 })
    book.setPlan([first], [timeline])
    book.note(third, { value: 4 })
    expect([...book.states]).toEqual([[first.id, { value: null, isFresh: true, problem: 'It cannot be worked out.' }]])
  })
})
