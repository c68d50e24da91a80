import { failed, succeeded, type Result } from '../result'
import { textFromBytes } from './bytes-to-text'
import { csvProblem, type CsvProblem } from './csv-problem'
import { headerMeaning } from './import-header'
import { namedPeriod } from './import-period'
import type { ImportQuestion } from './import-question'
import { utf8Text } from './utf-8-text'
import { windows1252Bytes } from './windows-1252'

/**
 * Decodes bytes strictly; null where they are not text in that encoding. Given from outside, because `shared` has no
 * decoders of its own for the encodings of East Asia.
 */
export type DecodeText = (bytes: Uint8Array, encoding: string) => string | null

/** The text of an imported file. */
export type ImportText = {
  /** Without byte order mark. */
  readonly text: string
  /** Encoding it was read in, by the name the web uses. */
  readonly encoding: string
  /** Letters repaired or read otherwise than the rest, with lines. */
  readonly warnings: readonly CsvProblem[]
  /** Which encoding it is, where nothing in the file tells; the text is then the first choice's. */
  readonly question: ImportQuestion | null
}

/** Encodings a file that is not UTF-8 may be in; the first that reads the same text as another stands for both. */
const olderEncodings = ['windows-1252', 'shift_jis', 'gb18030', 'windows-1250', 'windows-1251', 'big5', 'euc-kr'] as const
const mojibake = /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0098-\u009d\u2018-\u201e\u2122\u0153\u02dc\u00a6\u0080-\u0094]|Â[\u00a0-\u00bf]/u

/**
 * The text of a file: by its mark, else strict UTF-8, else the older encoding under which most headings are words that
 * known systems use. That bytes can be decoded proves nothing, so a tie is asked.
 *
 * @param bytes the whole file
 * @param options the decoder, and the encoding where the user was asked
 */
export function importText(bytes: Uint8Array, options: { readonly decodeText: DecodeText; readonly encoding: string | null }): Result<ImportText, CsvProblem> {
  const { decodeText, encoding } = options
  if (encoding !== null) {
    const text = decodeText(bytes, encoding)
    if (text === null) return failed(csvProblem({ kind: 'wrong-encoding', sentence: `The file is not text in ${encoding}. Choose another encoding.` }))
    return succeeded({ text: text.replace(/^\ufeff/u, ''), encoding, warnings: [], question: null })
  }
  const plain = bytes.length > 0 && bytes.indexOf(0) < 0 && (bytes[0] as number) < 0xf8 ? quickText(bytes, decodeText) : null
  const reading = plain ?? textFromBytes(bytes)
  if (!reading.ok) return reading
  const { text, encoding: found, warnings, strayLines } = reading.value
  if (found === 'windows-1252') return succeeded(olderText(bytes, decodeText))
  const stray = (strayLines ?? []).slice(0, 50).map((line) =>
    csvProblem({ kind: 'stray-bytes', line, severity: 'warning', sentence: `Line ${line} has letters that are not UTF-8, unlike the rest of the file; they were read as Windows text (windows-1252). Check them.` }),
  )
  const repaired = withoutMojibake(text)
  const others = warnings.filter((warning) => warning.kind !== 'stray-bytes')
  return succeeded({ text: repaired.text, encoding: found, warnings: [...others, ...stray, ...repaired.warnings], question: null })
}

/** The usual case, by the decoder given: a file of 9 MB takes a tenth of the time. Null when it is not plain UTF-8. */
function quickText(bytes: Uint8Array, decodeText: DecodeText): ReturnType<typeof textFromBytes> | null {
  const checked = textFromBytes(bytes.subarray(0, 600).slice())
  if (!checked.ok && checked.problem.kind !== 'empty-file') return checked
  const text = decodeText(bytes, 'utf-8')?.replace(/^\ufeff/u, '')
  return text === undefined || text === '' ? null : succeeded({ text, encoding: 'utf-8', warnings: [] })
}

type Candidate = { readonly encoding: string; readonly text: string; readonly headers: number; readonly coherence: number }

function olderText(bytes: Uint8Array, decodeText: DecodeText): ImportText {
  const candidates: Candidate[] = []
  for (const encoding of olderEncodings) {
    const text = decodeText(bytes, encoding)
    if (text === null || candidates.some((earlier) => earlier.text === text)) continue
    candidates.push({ encoding, text, headers: knownForeignHeaders(text), coherence: coherenceOf(text) })
  }
  candidates.sort((a, b) => b.headers - a.headers || b.coherence - a.coherence)
  const [best, second] = candidates
  if (best === undefined) {
    const fallback = textFromBytes(bytes)
    return { text: fallback.ok ? fallback.value.text : '', encoding: 'windows-1252', warnings: [], question: null }
  }
  // The languages of the dictionary are written in windows-1252; its Central European sister differs in letters they lack.
  const isWestern = best.encoding === 'windows-1252' && best.headers > 0 && candidates.every((each) => each === best || each.headers < best.headers || each.encoding === 'windows-1250')
  const isClear = second === undefined || isWestern || best.headers > second.headers || best.coherence >= second.coherence + 0.2
  const rivals = candidates.filter((each) => each.headers === best.headers && each.coherence > best.coherence - 0.2).slice(0, 4)
  const question: ImportQuestion | null = isClear
    ? null
    : {
        id: 'encoding', kind: 'encoding', columns: [], choices: rivals.map((each) => each.encoding),
        text: 'In which letters is this file written? Choose the line that reads right.',
        readings: rivals.map((each) => ({ choice: each.encoding, text: lineWithLetters(each.text) })),
      }
  const { text, warnings } = withoutMojibake(best.text)
  return { text, encoding: best.encoding, warnings, question }
}

const beyondAscii = /[^\0-\u007f]/u

function linesOf(text: string, most: number): readonly string[] {
  return text.slice(0, 20_000).split(/\r\n|\r|\n/u).slice(0, most)
}

/** Headings with letters beyond ASCII that the dictionary knows: under a wrong encoding there are none. */
function knownForeignHeaders(text: string): number {
  const counts = linesOf(text, 60).filter((line) => beyondAscii.test(line)).map((line) =>
    line.split(/[,;\t|]/u).filter((cell) => beyondAscii.test(cell) && (headerMeaning(cell) !== null || namedPeriod(cell) !== null)).length,
  )
  return Math.max(0, ...counts)
}

/** Share of words with letters beyond ASCII that look like words: one script, not mostly accents, no signs inside. */
function coherenceOf(text: string): number {
  let words = 0
  let fine = 0
  const sample = text.slice(0, 200_000)
  for (const match of sample.matchAll(/[^\s,;|"'0-9()/.-]*[^\0-\u007f][^\s,;|"'0-9()/.-]*/gu)) {
    const word = match[0]
    words++
    const latin = word.replaceAll(/[^\p{Script=Latin}]/gu, '').length
    const accents = word.replaceAll(/[^\u0080-\u024f]/gu, '').length
    const cyrillic = word.replaceAll(/[^\p{Script=Cyrillic}]/gu, '').length
    const other = word.replaceAll(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu, '').replaceAll(/[\0-\u007f]/gu, '')
    // `€`, `Ø` and `×` of Windows text are single letters in Cyrillic.
    if (cyrillic > 0 && word.length === 1) fine += 0.3
    else if (cyrillic > 0) fine += latin === 0 && other === '' && /^\p{Lu}?\p{Ll}*$|^\p{Lu}+$/u.test(word.replaceAll(/[^\p{L}]/gu, '')) ? 1 : 0
    else if (other === '') fine += accents * 2 <= word.length || accents <= 1 ? 1 : 0
    else if (/^[€°²³µ½×ø±§“”„‚‘’–—…]+$/u.test(other)) fine += latin === 0 || /^[°²³µ½×±€–—]/u.test(other) === false ? 1 : 0.7
    // Kana next to Han is Japanese; Han alone is common only where the letters are common ones.
    else if (/[\u3040-\u30ff]/u.test(other)) fine += /[\uff61-\uff9f]/u.test(other) ? 0.3 : 1
    else if (/^[\p{Script=Han}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]+$/u.test(other)) fine += latin > 0 ? 0.1 : 0.6
    else fine += 0
  }
  return words === 0 ? 0 : fine / words
}

function lineWithLetters(text: string): string {
  return (linesOf(text, 500).find((line) => beyondAscii.test(line)) ?? '').slice(0, 120)
}

/** UTF-8 that somebody read as windows-1252 and saved, put right; only where the whole run of letters is UTF-8 again. */
function withoutMojibake(text: string): { readonly text: string; readonly warnings: readonly CsvProblem[] } {
  if (!mojibake.test(text)) return { text, warnings: [] }
  const warnings: CsvProblem[] = []
  let line = 1
  const pieces = text.split(/(\r\n|\r|\n)/u).map((piece) => {
    if (/^[\r\n]/u.test(piece)) {
      line++
      return piece
    }
    if (!mojibake.test(piece)) return piece
    const repaired = piece.replaceAll(/[\u0080-\uffff]+/gu, (run) => {
      const bytes = windows1252Bytes(run)
      const reading = bytes === null ? null : utf8Text(bytes)
      return reading === null || reading.strayBytes > 0 ? run : reading.text
    })
    if (repaired !== piece && warnings.length < 50) {
      const [found = '', now = ''] = [/\S*[\u0080-\uffff]\S*/u.exec(piece)?.[0] ?? '', /\S*[\u0080-\uffff]\S*/u.exec(repaired)?.[0] ?? '']
      warnings.push(csvProblem({ kind: 'mojibake', line, found, severity: 'warning', sentence: `Line ${line} had letters that were decoded wrongly before (“${found}”); they were read as “${now}”. Check them.` }))
    }
    return repaired
  })
  return { text: pieces.join(''), warnings }
}
