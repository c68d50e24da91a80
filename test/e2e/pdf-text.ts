import { inflateSync } from 'node:zlib'

/** What a PDF made by Chromium holds: how many pages, and its text with all blanks taken out. */
export type PdfContent = { readonly pages: number; readonly text: string }

type Letters = { readonly bytes: number; readonly of: ReadonlyMap<number, string> }

/**
 * Reads a PDF as Chromium writes it: a font is called after the number of its object (`/F12` is object 12), and each
 * has a table from the codes it draws to the letters they stand for.
 */
export function pdfContent(pdf: Buffer): PdfContent {
  const raw = pdf.toString('latin1')
  const objects = new Map<string, { readonly head: string; readonly stream: string }>()
  for (const { index, 0: mark, 1: number = '' } of raw.matchAll(/(\d+) 0 obj\s/g)) {
    const body = raw.slice(index + mark.length, raw.indexOf('endobj', index))
    const at = /stream\r?\n/.exec(body)
    const from = index + mark.length + (at === null ? 0 : at.index + at[0].length)
    objects.set(number, { head: at === null ? body : body.slice(0, at.index), stream: at === null ? '' : inflated(pdf.subarray(from, raw.indexOf('endstream', from))) })
  }
  const fonts = new Map<string, Letters>()
  for (const [number, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (table !== undefined) fonts.set(number, lettersOf(objects.get(table)?.stream ?? ''))
  }
  let text = ''
  for (const { stream } of objects.values()) {
    let letters: Letters | undefined
    for (const [, font, hex] of stream.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (font !== undefined) letters = fonts.get(font)
      else if (letters !== undefined && hex !== undefined) text += textOf(hex, letters)
    }
  }
  return { pages: [...raw.matchAll(/\/Type\s*\/Page\b/g)].length, text: text.replaceAll(/\s/g, '') }
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

function lettersOf(table: string): Letters {
  const of = new Map<number, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) of.set(Number.parseInt(code, 16), unicodeOf(to))
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(first, 16)
      for (let code = start; code <= Number.parseInt(last, 16); code++) of.set(code, String.fromCodePoint(Number.parseInt(to, 16) + code - start))
    }
  }
  return { bytes: /begincodespacerange\s*<00>/.test(table) ? 1 : 2, of }
}

function textOf(hex: string, { bytes, of }: Letters): string {
  return (hex.match(bytes === 1 ? /../g : /.{4}/g) ?? []).map((code) => of.get(Number.parseInt(code, 16)) ?? '').join('')
}

function unicodeOf(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}
