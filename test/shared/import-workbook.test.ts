import { describe, expect, it } from 'vitest'
import { isZip, workbookSource } from '../../shared/csv/import-workbook'

describe('workbookSource', () => {
  it('takes the first sheet with rows, with its numbers as numbers and dates as days, and names the others', () => {
    const stock = { sheet: 'Stock', data: [['Material', 'On hand', 'Due'], ['A-1', 12.5, new Date('2027-03-04T00:00:00Z')], [true, null, undefined]] }
    expect(workbookSource([{ sheet: 'Cover', data: [['Stock list']] }, stock, { sheet: 'Orders', data: [['PO'], ['4711']] }], 'stock.xlsx')).toEqual({
      kind: 'sheet', name: 'stock.xlsx: Stock', rows: [['Material', 'On hand', 'Due'], ['A-1', 12.5, '2027-03-04'], [true, null, null]], otherSheets: ['Orders'],
    })
  })

  it('takes a sheet with nothing under its heading when there is no other, so that it can be said', () => {
    expect(workbookSource([{ sheet: 'Cover', data: [['Stock list']] }], 'x.xlsx')).toMatchObject({ rows: [['Stock list']], otherSheets: [] })
  })

  it('is null without a sheet', () => {
    expect(workbookSource([], 'x.xlsx')).toBeNull()
  })
})

describe('isZip', () => {
  it('knows a workbook of old, which is none', () => {
    expect(isZip(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe(false)
  })
})
