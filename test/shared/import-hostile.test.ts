import { describe, expect, it } from 'vitest'
import { decodeText } from '../../electron/services/decode-text'
import { civilDate } from '../../shared/calendar/civil-date'
import { importedFile } from '../../shared/csv/import-file'
import type { SheetCell } from '../../shared/csv/import-grid'

const choices = (answers: Record<string, string> = {}) => ({ kind: null, map: {}, answers })
const read = (text: string, answers: Record<string, string> = {}) =>
  importedFile({ source: { kind: 'bytes', bytes: new TextEncoder().encode(text) }, decodeText, today: civilDate('2026-11-23'), choices: choices(answers) })
const readSheet = (rows: readonly (readonly SheetCell[])[], otherSheets: readonly string[] = []) =>
  importedFile({ source: { kind: 'workbook', name: 'x.xlsx', sheets: [{ name: 'Data', rows }, ...otherSheets.map((name) => ({ name, rows: [['Part', 'On hand'], ['B-1', 2]] }))] }, decodeText, today: civilDate('2026-11-23'), choices: choices() })
const kindOn = (result: ReturnType<typeof read>, line: number) => result.problems.find((problem) => problem.line === line)?.kind

describe('what is no quantity', () => {
  // `0x10` was read as 0 of a unit “x10”, `5%` as 5, `$5` as 5 of a unit “$”, `245A` as 245, and 20 digits as 1.2e19.
  it.each([
    ['0x10', 'not-a-number'], ['5%', 'unit-in-cell'], ['$5', 'unit-in-cell'], ['5 €', 'unit-in-cell'], ['245A', 'unknown-unit'], ['1.2e', 'unknown-unit'],
    ['12345678901234567890', 'number-too-large'], ['1e-400', 'number-too-small'],
  ])('holds %s with its kind', (cell, kind) => {
    const result = read(`Part Number;On Hand;Safety Stock\nA-1;12.5;1\nA-2;${cell};1\n`)
    expect(result.parts.map(({ part }) => part)).toEqual(['A-1'])
    expect(kindOn(result, 3)).toBe(kind)
  })

  it('takes a unit that is known, or that the line has in its unit column', () => {
    const { parts } = read('Part Number;On Hand;Unit\nA-1;12.5 m;m\nA-2;7 SKID;SKID\nA-3;3 boxes;\n')
    expect(parts.map(({ part, onHand, unit }) => ({ part, onHand, unit }))).toEqual([{ part: 'A-1', onHand: 12.5, unit: 'm' }, { part: 'A-2', onHand: 7, unit: 'SKID' }])
  })

  it('holds a line with a currency nobody knows, and knows some in words', () => {
    const result = read('Part Number;Unit Price;Currency\nA-1;12.5;US Dollar\nA-2;3;constructor\nA-3;4;n/a\n')
    expect(result.parts.map(({ part, currency }) => [part, currency])).toEqual([['A-1', 'USD'], ['A-3', null]])
    expect(kindOn(result, 3)).toBe('unknown-currency')
  })

  it('holds a lead time with a percent sign', () => {
    expect(kindOn(read('Part Number;Lead Time (days)\nA-1;84\nA-2;30%\n'), 3)).toBe('unknown-time-unit')
  })
})

describe('one part in two units', () => {
  // 10.5 kg and 500 g were 510.5 of usage.
  it('adds up usage in the unit of the first line, and holds what counts something else', () => {
    const result = read('Material,MvT,Pstng Date,Quantity,BUn\nA-1,261,2026-08-05,-10.5,KG\nA-1,261,2026-08-06,-500,G\nA-1,261,2026-08-07,-3,EA\n')
    expect(result.usage).toMatchObject([{ unit: 'kg', periods: { '2026-08': 11 } }])
    expect(kindOn(result, 4)).toBe('unit-conflict')
    expect(read('Part,Month,Usage,Unit\nA-1,2026-08,10.5,kg\nA-1,2026-09,500,g\n').usage[0]?.periods).toEqual({ '2026-08': 10.5, '2026-09': 0.5 })
  })

  // 500 g and 1.5 kg in two storage locations were 501.5 g.
  it('holds stock of several places in different units', () => {
    const result = read('Material,SLoc,Plant,Unrestricted\nA-1,0001,P,500 g\nA-1,0002,P,1.5 kg\nA-2,0001,P,7\n')
    expect(result.parts.map(({ part }) => part)).toEqual(['A-2'])
    expect([kindOn(result, 2), kindOn(result, 3)]).toEqual(['unit-conflict', 'unit-conflict'])
  })
})

describe('headings', () => {
  it('are months behind “Consommation” in full', () => {
    expect(read('Article;Consommation 01/2026;Consommation 02/2026;Consommation 03/2026\nA-1;1,5;2;3\n').usage[0]?.periods).toEqual({ '2026-01': 1.5, '2026-02': 2, '2026-03': 3 })
  })

  it('are known without what stands in brackets, unless it may say which quantity it is', () => {
    const { understood } = read('品番（図番）,在庫数（個）,Stock (in transit)\nA-1,12.5,3\n')
    expect(understood.columns.map(({ field }) => field)).toEqual(['part', 'onHand', null])
  })

  it.each([
    ['Référence;Nuance;Conso hebdo;Écart type hebdo', 'part grade usagePerWeek usageSdPerWeek'],
    ['Artikelnummer;Magnetgüte;Wochenverbrauch;Standardabweichung pro Woche', 'part grade usagePerWeek usageSdPerWeek'],
    ['Référence;Consommation mensuelle;Stock', 'part usagePerMonth onHand'],
  ])('of a buyer’s own list are known: %s', (headings, fields) => {
    expect(read(`${headings}\nAIM-2201${';12'.repeat(headings.split(';').length - 1)}\n`).understood.columns.map(({ field }) => field).join(' ')).toBe(fields)
  })

  it('may begin with ID and a P, which is no SYLK file', () => {
    expect(read('ID;Part Number;On Hand\n1;A-1;12,5\n').parts[0]).toMatchObject({ part: 'A-1', onHand: 12.5 })
  })
})

describe('inch marks on two rows', () => {
  // A-2 had the 30 pieces of was nowhere.
  it('hold both rows instead of making one of them', () => {
    const result = read('Part Number;Description;On Hand\nA-1;Block;1,5\nA-2;"Ring 5;20\nA-3;Arc 12";30\nA-4;x;4\n')
    expect(result.parts.map(({ part }) => part)).toEqual(['A-1', 'A-4'])
    expect([kindOn(result, 3), result.lines.held]).toEqual(['swallowed-lines', 2])
  })

  it('leave a cell of several lines alone, also with delimiters in it', () => {
    expect(read('Part Number;Description;On Hand\nA-1;"a;b\nc;d";1,5\nA-2;"x\ny";2\n').parts).toHaveLength(2)
  })
})

describe('movements with quantities in two units', () => {
  // It was asked which unit counts, and one answer made 10.5 kg into 10,500.
  it('go by the base quantity and its unit', () => {
    const text = 'Material,MvT,Pstng Date,Quantity,BUn,Qty in UnE,EUn\nA-1,261,2026-08-05,-10.5,KG,-10500,G\n'
    expect(read(text).usage).toMatchObject([{ unit: 'kg', periods: { '2026-08': 10.5 } }])
    expect(read('MATNR;BWART;BUDAT;ERFMG;ERFME;MENGE;MEINS\nA-1;261;20260805;10500;G;10,5;KG\n').usage).toMatchObject([{ unit: 'kg', periods: { '2026-08': 10.5 } }])
  })

  it('go by the quantity of entry where it is the only one', () => {
    expect(read('Material,MvT,Pstng Date,Qty in UnE,EUn,BUn\nA-1,261,2026-08-05,-10500.5,G,KG\n').usage).toMatchObject([{ unit: 'g', periods: { '2026-08': 10500.5 } }])
  })
})

describe('days that are none', () => {
  it.each(['32.12.2026', '15.13.2026', '15.12.2026 25:99', '2026-02-30T08:00:00Z', '15.12.20265', '15..12.2026', '2026-12', 'KW 50/2026'])('hold the order due on %s', (cell) => {
    expect(read(`PO;Part;Open Qty;Due Date\n1;A;1,5;15.12.2026 23:59\n2;A;1;${cell}\n`).orders.map(({ po, due }) => [po, due])).toEqual([['1', '2026-12-15']])
  })

  // The 32nd of August was August.
  it('hold the usage of a month written as such a day', () => {
    const result = read('Part;Month;Usage\nA;2026-08-31;1,5\nB;2026-08-32;2\n')
    expect(result.usage.map(({ part }) => part)).toEqual(['A'])
    expect(kindOn(result, 3)).toBe('unknown-period')
  })
})

describe('a year of two digits', () => {
  it('is of the last century from 70 on', () => {
    expect(read('PO;Part;Open Qty;Due Date\n1;A;1,5;15.12.99\n2;A;1;15.12.26\n').orders.map(({ due }) => due)).toEqual(['1999-12-15', '2026-12-15'])
  })
})

describe('a euro sign as the only letter beyond ASCII', () => {
  // It was asked whether the file is Windows text or Cyrillic.
  it('is a euro', () => {
    const bytes = Uint8Array.from('Artikelnummer;Preis\nA-1;12,50 \u0080\n', (letter) => letter.charCodeAt(0))
    const result = importedFile({ source: { kind: 'bytes', bytes }, decodeText, today: civilDate('2026-11-23'), choices: choices() })
    expect(result.parts[0]).toMatchObject({ unitPrice: 12.5, currency: 'EUR' })
  })
})

describe('months that two columns name', () => {
  const text = 'Part,2026-08,2026-09,2026-09,2026-10\nA-1,1.5,2,3,4\n'

  // They were added up: 5 for September.
  it('are asked, and the one that is chosen counts', () => {
    const asked = read(text)
    expect(asked.outcome).toBe('question')
    expect(asked.questions).toMatchObject([{ id: 'column:usage 2026-09', choices: ['2026-09 (C)', '2026-09 (D)', 'none'] }])
    const answered = read(text, { 'column:usage 2026-09': '2026-09 (D)' })
    expect(answered.usage[0]?.periods).toEqual({ '2026-08': 1.5, '2026-09': 3, '2026-10': 4 })
  })

  it('are not asked when their cells are the same', () => {
    expect(read(text.replace(',2,3,', ',2,2,')).usage[0]?.periods).toEqual({ '2026-08': 1.5, '2026-09': 2, '2026-10': 4 })
  })

  // GSV is all that was used, and UNV the unplanned part of it: 10 + 4 was 14.
  it('does not add unplanned usage to the total that holds it', () => {
    const { usage } = read('MATNR;GJAHR;GSV01;GSV02;GSV03;UNV01;UNV02;UNV03\nA-1;2026;10,5;11;12;4;4;4\n')
    expect(usage[0]?.periods).toEqual({ '2026-01': 10.5, '2026-02': 11, '2026-03': 12 })
  })
})

describe('periods that are none', () => {
  it('says that a week does not exist instead of dropping its column in silence', () => {
    expect(read('Part,2025-W50,2025-W51,2025-W52,2025-W53\nA-1,1.5,2,3,4\n').problems).toMatchObject([{ kind: 'no-such-period', found: '2025-W53' }])
  })

  it('holds a row of months without its year', () => {
    const result = read('MATNR;GJAHR;MGV01;MGV02;MGV03\nA-1;2025;1,5;2;3\nA-2;;4;5;6\n')
    expect(kindOn(result, 3)).toBe('no-year')
    expect(result.usage.map(({ part }) => part)).toEqual(['A-1'])
  })

  it('asks which column is the usage where only the month is known', () => {
    const text = 'MATNR;SPMON;ZZMG\nA-1;202608;10,5\nA-1;202609;12\n'
    expect(read(text).questions).toMatchObject([{ id: 'column:usageQty', choices: ['ZZMG'] }])
    expect(read(text, { 'column:usageQty': 'ZZMG' }).usage[0]?.periods).toEqual({ '2026-08': 10.5, '2026-09': 12 })
  })
})

describe('subtotals of spreadsheets', () => {
  it('skips “A-1 Total” where it is the sum of the lines above', () => {
    const result = read('Part Number,Plant,On Hand\nA-1,1000,10.5\nA-1,2000,20\nA-1 Total,,30.5\nA-2,1000,5\n')
    expect(result.parts.map(({ part }) => part)).toEqual(['A-1', 'A-1', 'A-2'])
    expect(result.fates.find(({ line }) => line === 4)?.reason).toBe('a total: equals the sum of lines 2-3')
  })

  it('keeps a part of that name where it is not', () => {
    expect(read('Part Number,Plant,On Hand\nA-1,1000,10.5\nStation Total,1000,7\n').parts).toHaveLength(2)
  })
})

describe('two rows of headings', () => {
  it('are one heading where both name every column', () => {
    const result = read('MATNR;WERKS;LABST\nMaterial;Plant;Unrestricted\nA-1;1000;12,5\n')
    expect(result.outcome).toBe('imported')
    expect(result.lines).toEqual({ total: 3, header: 2, imported: 1, held: 0, skipped: 0 })
  })
})

describe('dates of a column with both orders', () => {
  // The undecided one was read as having no due date.
  it('holds the one that proves neither', () => {
    const result = read('PO Number;Part Number;Open Qty;Due Date\n1;A;1.5;03/04/2027\n2;A;1;04/15/2027\n3;A;1;15/04/2027\n')
    expect(result.lines.held).toBe(3)
    expect(kindOn(result, 2)).toBe('mixed-date-order')
  })
})

describe('rows of days', () => {
  it('are no headings of another table', () => {
    const { questions, orders, lines } = read('Purchase Order;Material;Open Qty;Ordered;Due Date;Confirmed\nP-1;A-1;5 pcs;1/1/2026;2/1/2027;3/1/2027\nP-2;A-2;7 pcs;13/1/2026;2/2/2027;3/2/2027\nP-3;A-3;9 pcs;1/1/2026;1/2/2027;1/3/2027\n')
    expect(questions.map(({ id }) => id).filter((id) => id === 'two-tables' || id === 'month-headings')).toEqual([])
    expect(lines.header).toBe(1)
    expect(orders.length).toBeGreaterThan(0)
  })
})

describe('workbooks', () => {
  it('takes a number as its 15 digits, without the dust behind', () => {
    expect(readSheet([['Part', 'On hand'], ['A-1', 0.1 + 0.2]]).parts[0]?.onHand).toBe(0.3)
  })

  it('holds part numbers that were cells of numbers with more than 15 digits, or of dates', () => {
    const result = readSheet([['Part', 'On hand'], [123457000000000000, 1], ['2026-12-15', 2], [10045, 3]])
    expect([kindOn(result, 2), kindOn(result, 3)]).toEqual(['part-number-damaged', 'part-number-damaged'])
    expect(result.parts.map(({ part }) => part)).toEqual(['10045'])
  })

  it('says which sheets it did not read', () => {
    expect(readSheet([['Part', 'On hand'], ['A-1', 1]], ['Feb']).problems).toMatchObject([{ kind: 'other-sheets', severity: 'warning' }])
  })

  // It was read as the number NaN.
  it('takes the mark of typed numbers for nothing in a text', () => {
    const result = read('Part Number;On Hand\nA-1;7\nA-3;\u0001abc\nA-2;\u000112,5\n')
    expect(kindOn(result, 3)).toBe('not-a-number')
    expect(result.parts).toMatchObject([{ part: 'A-1' }, { part: 'A-2', onHand: 12.5 }])
  })
})
