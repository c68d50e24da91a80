import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileSizeProblem, largestFileBytes, textFromBytes } from '../../shared/csv/bytes-to-text'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string, isLittle: boolean) => Uint8Array.from([...`${text}`].join('').split('').flatMap((unit) => {
  const code = unit.charCodeAt(0)
  return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
}))

describe('textFromBytes', () => {
  it('reads every text that was written as UTF-8, as TextDecoder does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff')), (text) => {
      const result = textFromBytes(utf8(`x${text}`))
      expect(result).toEqual({ ok: true, value: { text: `x${text}`, encoding: 'utf-8', warnings: [] } })
    }))
  })

  it('never takes bytes for UTF-8 that TextDecoder refuses', () => {
    const strict = new TextDecoder('utf-8', { fatal: true })
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 6, min: 1 }), (bytes) => {
      const whole = Uint8Array.from([65, 65, 65, 65, ...bytes])
      let isUtf8 = true
      try { strict.decode(whole) } catch { isUtf8 = false }
      const result = textFromBytes(whole)
      expect(result.ok && result.value.warnings.length === 0).toBe(isUtf8)
      expect(result.ok && result.value.text.includes('\ufffd')).toBe(isUtf8 && strict.decode(whole).includes('\ufffd'))
    }), { numRuns: 3000 })
  })

  it.each([
    ['an overlong form of two bytes', [0xc0, 0x80]], ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]], ['half a letter', [0xed, 0xa0, 0x80]],
    ['an overlong form of four bytes', [0xf0, 0x80, 0x80, 0xaf]], ['a letter beyond the last', [0xf4, 0x90, 0x80, 0x80]], ['a cut sequence', [0xe7, 0xa3]],
  ] as const)('does not take %s for a letter', (_, bytes) => {
    expect(textFromBytes(Uint8Array.from([65, ...bytes]))).toMatchObject({ ok: true, value: { encoding: 'windows-1252' } })
  })

  it.each([
    ['UTF-8 with mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Ä磁')]), 'utf-8'],
    ['UTF-16 little end first', Uint8Array.from([0xff, 0xfe, ...utf16('Ä磁', true)]), 'utf-16le'],
    ['UTF-16 big end first', Uint8Array.from([0xfe, 0xff, ...utf16('Ä磁', false)]), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(textFromBytes(bytes)).toEqual({ ok: true, value: { text: 'Ä磁', encoding, warnings: [] } })
  })

  it('reads UTF-16 without a mark, and says so', () => {
    const result = textFromBytes(utf16('part;usage\r\nA;1\r\n', true))
    expect(result).toMatchObject({ ok: true, value: { text: 'part;usage\r\nA;1\r\n', encoding: 'utf-16le', warnings: [{ kind: 'utf-16-without-mark' }] } })
  })

  it('reads Windows text as windows-1252 with a warning', () => {
    const bytes = latin('Stück;\x80 5;Gr\xf6\xdfe')
    expect(textFromBytes(bytes)).toMatchObject({ ok: true, value: { text: 'Stück;€ 5;Größe', encoding: 'windows-1252', warnings: [{ kind: 'not-utf-8', line: 1 }] } })
    expect(textFromBytes(Uint8Array.from({ length: 128 }, (_, at) => at + 128))).toMatchObject({ ok: true, value: { text: new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128)) } })
  })

  it('keeps the UTF-8 letters of a file with a stray byte, and names its line', () => {
    const bytes = Uint8Array.from([...utf8('Ä;Ö;Ü\r\nx'), 0xe4, ...utf8('y\r\nß')])
    expect(textFromBytes(bytes)).toMatchObject({ ok: true, value: { text: 'Ä;Ö;Ü\r\nxäy\r\nß', encoding: 'utf-8', warnings: [{ kind: 'stray-bytes', line: 2 }] } })
  })

  it.each([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['only a mark', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty-file'],
    ['a workbook', latin('PK\x03\x04\x14\0[Content_Types].xml'), 'workbook-or-zip'],
    ['an old workbook', latin('\xd0\xcf\x11\xe0\xa1\xb1'), 'old-workbook'],
    ['a PDF', latin('%PDF-1.7'), 'pdf'],
    ['a web page', latin('\r\n<html><table>'), 'web-page'],
    ['zero bytes', latin('a\0b;c;ddddd\0\0'), 'binary-file'],
    ['UTF-16 cut in a letter', Uint8Array.from([0xff, 0xfe, 65, 0, 66]), 'utf-16-damaged'],
    ['UTF-16 with half a letter', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 66, 0]), 'utf-16-damaged'],
  ])('refuses %s and says what it is', (_, bytes, kind) => {
    expect(textFromBytes(bytes)).toMatchObject({ ok: false, problem: { kind } })
  })

  it('refuses a file of 200 MB by its size alone', () => {
    expect(fileSizeProblem(200 * 1024 * 1024)).toMatchObject({ kind: 'file-too-large', sentence: expect.stringContaining('200 MB; at most 64 MB') as string })
    expect(fileSizeProblem(largestFileBytes)).toBeNull()
  })
})
