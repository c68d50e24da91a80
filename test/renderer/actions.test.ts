import { describe, expect, it } from 'vitest'
import { actionRows, actionWords } from '../../renderer/plan/action-rows'
import { attentionGroups } from '../../renderer/actions/attention-groups'
import { orderText } from '../../renderer/actions/order-text'
import { originNote } from '../../renderer/actions/origin-note'
import { partFiguresOf } from '../../renderer/plan/part-figures'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { formatsOf } from '../../renderer/ui/formats'
import { sampleFigures } from './sample-figures'

const { prepared, figuresOf, actionsOf } = sampleFigures()
const { parts } = prepared.plan
const formats = formatsOf('en-GB')
const words = actionWords(formats)
const rows = actionRows(parts, { figuresOf, actionsOf, today: '2026-11-23', words })

describe('actionRows', () => {
  it('puts today’s orders first, and among them those that are already too late to be out before a halt', () => {
    expect(rows.slice(0, 4).map(({ part, isTooLate }) => [part.partNumber, isTooLate])).toEqual([
      ['MG-N42UH-PD18', true], ['MG-YXG28-ARC22', true], ['MG-N38UH-301406', true], ['MG-YXG28-TWT', true],
    ])
    const dates = rows.map(({ orderDate }) => orderDate)
    expect(dates).toEqual(dates.toSorted())
  })

  it('adds up to the orders of today that the plan’s totals have', () => {
    const today = rows.filter(({ orderDate }) => orderDate === '2026-11-23')
    expect(today).toHaveLength(15)
    expect(Math.round(today.reduce((sum, { cost }) => sum + (cost ?? 0), 0))).toBe(1_547_481)
  })

  it('says why in numbers of the part, and when stock ends for one in danger', () => {
    expect(rows[0]?.why).toBe('The position of 4,250 pcs is below the reorder point of 19,846 pcs. Stock lasts until 22 Dec 2026, an order of today is in by 9 Mar 2027.')
  })

  it('says of a part without any stock that none was entered, and that a licence is assumed for want of facts', () => {
    const [first] = rows
    if (first === undefined) throw new Error('the sample has orders')
    const part = { ...first.part, id: 'p-bcdfgh', onHand: 0, allocated: 0, backordered: 0, openOrders: [], originCountry: null, rareEarthOriginCountry: null, materialFamily: 'unknown' as const, elements: {}, grade: '' }
    const figures = { state: 'fresh' as const, value: partFiguresOf(partRecommendation(prepared, part)) }
    const [row] = actionRows([part], { figuresOf: () => figures, actionsOf: () => undefined, today: '2026-11-23', words })
    expect(row?.why).toBe('No stock and no open order is entered, so nothing is taken to be on hand.')
    const groups = attentionGroups([part], { figuresOf: () => figures, actionsOf: () => undefined, words, percent: formats.percent }).map(({ id }) => id)
    expect(groups).toContain('no-stock')
    expect(groups).toContain('control-assumed')
    expect(attentionGroups(parts, { figuresOf, actionsOf, words, percent: formats.percent }).map(({ id }) => id)).not.toContain('no-stock')
  })

  it('shows today’s order alone while the weeks ahead are being worked out', () => {
    const early = actionRows(parts, { figuresOf, actionsOf: () => undefined, today: '2026-11-23', words })
    expect(early).toHaveLength(15)
    expect(early.every(({ isStale, medianReceiptDate }) => isStale && medianReceiptDate === null)).toBe(true)
  })

  it('makes anew the rows of a part whose figures, outlook or day have changed, and no others', () => {
    const before = actionRows(parts, { figuresOf, actionsOf, today: '2026-11-23', words })
    expect(before).toEqual(rows)
    const again = actionRows(parts, { figuresOf, actionsOf, today: '2026-11-23', words })
    expect(again.every((row, index) => row === before[index])).toBe(true)
    const [first] = before
    const changed = actionRows(parts, { figuresOf, actionsOf: (id) => (id === first?.part.id ? undefined : actionsOf(id)), today: '2026-11-23', words })
    expect(changed.filter((row) => !before.includes(row)).map(({ part, isStale }) => [part.id, isStale])).toEqual([[first?.part.id, true]])
    const edited = actionRows(parts.map((part) => (part === first?.part ? { ...part, description: 'Other' } : part)), { figuresOf, actionsOf, today: '2026-11-23', words })
    expect(edited.find(({ part }) => part.id === first?.part.id)?.part.description).toBe('Other')
    expect(actionRows(parts, { figuresOf, actionsOf: () => undefined, today: '2026-11-24', words }).every(({ orderDate }) => orderDate === '2026-11-24')).toBe(true)
  })
})

describe('actionWords', () => {
  it('is the same object for the same formats, and speaks as they do', () => {
    expect(actionWords(formats)).toBe(words)
    expect(actionWords(formatsOf('de-DE')).quantity(1234, 'pcs')).toBe('1.234 pcs')
  })
})

describe('attentionGroups', () => {
  const groups = attentionGroups(parts, { figuresOf, actionsOf, words, percent: formats.percent })

  it('leaves out groups without parts and begins with what is most pressing', () => {
    expect(groups.map(({ id, rows: of }) => [id, of.length])).toEqual([
      ['short', 6], ['cover-shorter-than-delay', 1], ['unknown-chemistry-on-critical-part', 1], ['control-assumed', 5], ['order-cap-binds', 1], ['erp', 22], ['excess', expect.any(Number)],
    ])
  })

  it('sorts ERP levels by the service they give, the lowest first', () => {
    expect(groups.find(({ id }) => id === 'erp')?.rows[0]?.part.partNumber).toBe('MG-N45M-1005')
  })

  it('says what it said at first when asked again, and in other words when these are others', () => {
    const sentences = (of: typeof groups): readonly string[] => of.flatMap(({ rows: found }) => found.map(({ sentence }) => sentence))
    const said = sentences(groups)
    expect(said.some((sentence) => sentence.startsWith('Lasts until 22 Dec 2026 at mean usage; an order of today is in by 9 Mar 2027 (50 %) or'))).toBe(true)
    expect(sentences(attentionGroups(parts, { figuresOf, actionsOf, words, percent: formats.percent }))).toEqual(said)
    const loud = { ...words, date: (date: string) => date }
    expect(sentences(attentionGroups(parts, { figuresOf, actionsOf, words: loud, percent: formats.percent })).some((sentence) => sentence.startsWith('Lasts until 2026-12-22'))).toBe(true)
  })
})

describe('orderText', () => {
  it('is a line a row with as many cells as the heading, numbers as the region writes them', () => {
    const lines = orderText(rows, { formats: formatsOf('de-DE'), currency: 'EUR' }).split('\r\n').map((line) => line.split('\t'))
    expect(lines).toHaveLength(rows.length + 1)
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([12]))
    const kilograms = lines.find((cells) => cells[1] === 'MG-N38SH-SRV')
    expect(kilograms?.slice(4, 7)).toEqual(['1100', 'kg', '103400'])
  })

  it('keeps a spreadsheet from computing a description', () => {
    const [row] = rows
    if (row === undefined) throw new Error('no row')
    const text = orderText([{ ...row, part: { ...row.part, description: '=1+1\tand more' } }], { formats, currency: 'EUR' })
    expect(text).toContain("\t'=1+1 and more\t")
  })
})

describe('originNote', () => {
  it('names the country from which most usage by cost comes, with its share', () => {
    expect(originNote(parts, figuresOf, formats.percent)).toMatch(/^92 % of usage by cost comes from CN \(20 parts\)\./)
  })

  it('says nothing where no country has half', () => {
    const spread = parts.map((part, index) => ({ ...part, originCountry: ['CN', 'JP', 'DE', 'US'][index % 4] ?? null, unitCost: 1 / Math.max(1e-9, figuresOf(part.id).value?.kind === 'figures' ? (figuresOf(part.id).value as { readonly usagePerWeek: number }).usagePerWeek : 1) }))
    expect(originNote(spread, figuresOf, formats.percent)).toBeNull()
  })
})
