import { describe, expect, it } from 'vitest'
import { workbookSheet } from '../../shared/csv/workbook-cells'
import type { ExportCell, ExportCellType } from '../../shared/csv/export-table'

function cellOf(type: ExportCellType, cell: ExportCell): unknown {
  return workbookSheet({ name: 'parts', columns: [{ header: 'a heading', type }], rows: [[cell]], omissions: [] }).rows[0]?.[0]
}

describe('workbookSheet', () => {
  it.each<readonly [type: ExportCellType, cell: ExportCell, expected: unknown]>([
    ['text', '00010045', { kind: 'text', text: '00010045' }],
    ['text', '=HYPERLINK("x")', { kind: 'text', text: '=HYPERLINK("x")' }],
    ['number', 1250.5, { kind: 'number', value: 1250.5 }],
    ['percent', 0.07, { kind: 'number', value: 7 }],
    ['date', '2026-11-24', { kind: 'date', date: '2026-11-24' }],
    ['yes-no', true, { kind: 'text', text: 'yes' }],
    ['number', null, null],
  ])('keeps a %s cell %j as %j', (type, cell, expected) => {
    expect(cellOf(type, cell)).toEqual(expected)
  })

  it('writes what XML cannot hold as Office does, and escapes a text that looks like that', () => {
    expect(cellOf('text', 'a\u000Bb _x000B_')).toEqual({ kind: 'text', text: 'a_x000B_b _x005F_x000B_' })
  })

  it('is as wide as its headings, within reason', () => {
    const columns = ['a', 'a heading of some length', 'x'.repeat(80)].map((header) => ({ header, type: 'text' as const }))
    expect(workbookSheet({ name: 'parts', columns, rows: [], omissions: [] }).widths).toEqual([10, 26, 40])
  })
})
