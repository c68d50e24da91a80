import { describe, expect, it } from 'vitest'
import { isBlankWord } from '../../shared/csv/blank-word'

describe('isBlankWord', () => {
  it.each(['-', '--', '–', 'n/a', 'N/A', 'NULL', 'none', '- None -', ' nil ', '?'])('takes %s for not known', (text) => expect(isBlankWord(text)).toBe(true))
  it.each(['0', '-5', 'no', 'x', '', 'nonesuch'])('does not take “%s” for it', (text) => expect(isBlankWord(text)).toBe(false))
})
