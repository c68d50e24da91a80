import { describe, expect, it } from 'vitest'
import { fittingJoin } from '../../shared/csv/import-joins'
import type { ImportField } from '../../shared/csv/import-field'

const columns = (...fields: readonly (ImportField | null)[]) => fields.map((field, index) => ({ field, index, period: null }))

describe('fittingJoin', () => {
  it.each([
    { description: 'a comma in a description', cells: ['A-1', 'Block', ' N42', '5', '2026-03-04'], fields: ['part', 'description', 'onHand', 'dueDate'], expected: [1] },
    { description: 'a comma in a description beside a plant, which has none', cells: ['A-1', 'Block', ' coated', '0101', '5'], fields: ['part', 'description', 'plant', 'onHand'], expected: [1] },
    { description: 'two commas in a description', cells: ['A-1', 'Block', ' N42', ' thin', '5'], fields: ['part', 'description', 'onHand'], expected: [1, 1] },
    { description: 'a thousand written with a comma', cells: ['A-1', '1', '250', 'pcs'], fields: ['part', 'onHand', 'unit'], expected: [1] },
    { description: 'a comma between two numbers of three, where nothing tells which', cells: ['A-1', '1', '250', '300'], fields: ['part', 'onHand', 'safetyStock'], expected: null },
    { description: 'no more cells than columns', cells: ['A-1', '5'], fields: ['part', 'onHand'], expected: null },
    { description: 'a day that no join makes', cells: ['A-1', 'x', 'y', 'z'], fields: ['part', 'onHand', 'dueDate'], expected: null },
  ] as const)('tells where to join $description', ({ cells, fields, expected }) => {
    expect(fittingJoin(cells, columns(...fields), ',')).toEqual(expected)
  })
})
