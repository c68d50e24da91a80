import { describe, expect, it } from 'vitest'
import { gradeSuffix } from '../../shared/materials/grade-suffix'

describe('gradeSuffix', () => {
  it.each([
    ['N42', 'none'], ['N52', 'none'], ['n42sh', 'SH'], ['N42SH', 'SH'], ['38EH', 'EH'], ['45SH(Ce)', 'SH'], ['N38(Ce)', 'none'],
    ['N35-UH', 'UH'], ['N 40', null], ['40M', 'M'], ['40H', 'H'], ['N33AH', 'AH'], [' N48 H ', 'H'], ['N42SH-R', 'SH'],
    ['42', null], ['YXG-28', null], ['N99', null], ['N42TH', null], ['', null], ['Y30', null], ['30 mm', null],
  ] as const)('reads %j as %s', (grade, suffix) => {
    expect(gradeSuffix(grade)).toBe(suffix)
  })
})
