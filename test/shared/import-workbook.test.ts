import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workbookTools } from '../../electron/services/read-import-file'
import { importSource, isZip, type ReadSheet, type WorkbookTools } from '../../shared/csv/import-workbook'

const whole = readFileSync(new URL('../fixtures/import/typed-cells.xlsx', import.meta.url))
const withSheets = (sheets: readonly ReadSheet[]): WorkbookTools => ({ ...workbookTools, readSheets: () => Promise.resolve(sheets) })
const kindOf = async (bytes: Uint8Array, tools = workbookTools): Promise<string> => {
  const source = await importSource(bytes, 'x.xlsx', tools)
  return source.kind === 'unreadable' ? source.problem.kind : source.kind
}

describe('importSource', () => {
  it('takes every sheet with its numbers as numbers and dates as days, to the nearest second', async () => {
    const data = [['Material', 'On hand', 'Due'], ['A-1', 12.5, new Date('2027-03-04T00:00:00Z')], [true, null, new Date('2027-05-14T23:59:59.999Z')], [undefined]]
    expect(await importSource(whole, 'stock.xlsx', withSheets([{ sheet: 'Cover', data: [] }, { sheet: 'Stock', data }]))).toEqual({
      kind: 'workbook', name: 'stock.xlsx',
      sheets: [{ name: 'Cover', rows: [] }, { name: 'Stock', rows: [['Material', 'On hand', 'Due'], ['A-1', 12.5, '2027-03-04'], [true, null, '2027-05-15'], [null]] }],
    })
  })

  // The reader unpacked sheets of more than 512 KB in workers of its own, which the window refuses: it waited for ever.
  it('hands the reader a workbook that needs no unpacking', async () => {
    let given = new Uint8Array()
    const sheet = `<worksheet><sheetData>${'<row><c r="A1"><v>1</v></c></row>'.repeat(30_000)}</sheetData></worksheet>`
    const large = zipSync({ ...unzipSync(whole), 'xl/worksheets/sheet1.xml': strToU8(sheet) })
    await importSource(large, 'x.xlsx', { ...workbookTools, readSheets: (bytes) => ((given = new Uint8Array(bytes)), Promise.resolve([{ sheet: 'A', data: [] }])) })
    const methods: number[] = []
    unzipSync(given, { filter: ({ compression }) => (methods.push(compression), false) })
    expect(methods.length).toBeGreaterThan(4)
    expect(new Set(methods)).toEqual(new Set([0]))
  })

  it('takes the mark of typed numbers from nobody else', async () => {
    const files = unzipSync(whole)
    const strings = strFromU8(files['xl/sharedStrings.xml'] as Uint8Array).replace('Ring', '_x0001_5&#1;%')
    const source = await importSource(zipSync({ ...files, 'xl/sharedStrings.xml': strToU8(strings) }), 'x.xlsx', workbookTools)
    expect(source.kind === 'workbook' ? source.sheets[0]?.rows[2]?.[1] : null).toBe('5%')
  })

  // The reader for Node never answered, and the process ended with code 13 and no word.
  it('says of a workbook that is cut off anywhere that it is', async () => {
    for (let cut = 4; cut < whole.length; cut += 97) expect(await kindOf(whole.subarray(0, cut))).toBe(cut < 60 ? 'bytes' : 'damaged-workbook')
    expect(await kindOf(whole)).toBe('workbook')
  })

  it('says that a workbook with a sheet missing inside is damaged', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...others } = unzipSync(whole)
    expect(await kindOf(zipSync(others))).toBe('damaged-workbook')
  })

  it('refuses a workbook that unpacks to more than can be held', async () => {
    const bomb: WorkbookTools = { ...workbookTools, unzipSync: (_, { filter }) => (filter({ name: 'xl/worksheets/sheet1.xml', originalSize: 2 ** 31 }), { 'xl/workbook.xml': new Uint8Array() }) }
    expect(await kindOf(whole, bomb)).toBe('workbook-too-large')
  })

  it('leaves another zip to the reader of bytes', async () => {
    expect(await kindOf(zipSync({ 'content.xml': strToU8('<office/>') }))).toBe('bytes')
  })

  // A sheet of a chart made the whole workbook unreadable.
  it('does without sheets of charts', async () => {
    const tools = withSheets([{ sheet: 'Chart 1' }, { sheet: 'Stock', data: [['Material', 'On hand'], ['A-1', 5]] }])
    expect(await importSource(whole, 'x.xlsx', tools)).toMatchObject({ kind: 'workbook', sheets: [{ name: 'Stock' }] })
    expect(await kindOf(whole, withSheets([{ sheet: 'Chart 1' }]))).toBe('no-sheet')
  })

  // The reader filled up every row before it, until memory ended.
  it.each(['<row r="999999999"><c r="A999999999"><v>1</v></c></row>', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', '<row><c r="A88888888"><v>1</v></c></row>', '<row r="1"><c r="😀B4"><v>1</v></c></row>', '<row r="1"><c r="4"><v>1</v></c></row>', '<row r="A"><c r="A1"><v>1</v></c></row>'])('says that a workbook with %s is damaged', async (row) => {
    expect(await kindOf(zipSync({ ...unzipSync(whole), 'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${row}</sheetData></worksheet>`) }))).toBe('damaged-workbook')
  })

  it('says that a workbook has no sheets', async () => {
    expect(await kindOf(whole, withSheets([]))).toBe('no-sheet')
  })
})

describe('isZip', () => {
  it('knows a workbook of old, which is none', () => {
    expect(isZip(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe(false)
  })
})
