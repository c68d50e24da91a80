import { describe, expect, it } from 'vitest'
import { keptValues } from '../../shared/lead-time/kept-values'

function counting(most: number) {
  const made: string[] = []
  const values = keptValues<string>(most)
  return { made, get: (key: string) => values.of(key, () => (made.push(key), `${key}!`)), known: values.known }
}
const others = (from: number, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `other ${from + index}`)

describe('keptValues', () => {
  it('makes a value once while it is asked for again and again', () => {
    const { made, get, known } = counting(10)
    expect([get('a'), get('a'), known('a'), known('b')]).toEqual(['a!', 'a!', 'a!', undefined])
    expect(made).toEqual(['a'])
  })

  it('forgets a value asked for once, and keeps one that is asked for again later', () => {
    const { made, get, known } = counting(10)
    get('a')
    others(0, 40).forEach(get)
    expect(known('a')).toBeUndefined()
    get('a')
    others(40, 40).forEach(get)
    expect(get('a')).toBe('a!')
    expect(made.filter((key) => key === 'a').length).toBe(2)
  })

  it('keeps no more than it may for longer, the oldest going first', () => {
    const { get, known } = counting(2)
    for (const key of ['a', 'b', 'c']) get(key)
    others(0, 40).forEach(get)
    for (const key of ['a', 'b', 'c']) get(key)
    others(40, 40).forEach(get)
    expect([known('a'), known('b'), known('c')]).toEqual([undefined, 'b!', 'c!'])
  })
})
