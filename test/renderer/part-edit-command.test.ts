import { describe, expect, it } from 'vitest'
import { partColumns, columnOfPath } from '../../renderer/parts/part-columns'
import { partEditCommand } from '../../renderer/parts/part-edit-command'
import { partAddition, partDuplication } from '../../renderer/parts/part-gestures'
import { partRowMaker } from '../../renderer/parts/part-row'
import { builtInColumnSets, readColumnSets } from '../../renderer/parts/column-sets'
import { formatsOf } from '../../renderer/ui/formats'
import { cellValueFrom } from '../../renderer/ui/grid/cell-reading'
import { plainCellText } from '../../renderer/ui/grid/cell-text'
import { newPart } from '../../shared/plan/new-part'
import type { Part } from '../../shared/plan/part-schema'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import { samplePlan } from '../../shared/sample/sample-plan'

const columns = partColumns({ formats: formatsOf('en-GB'), currency: 'EUR' })
const plan = samplePlan()
const makeRows = partRowMaker(columnOfPath(columns))
const rowOf = (part: Part) => {
  const [row] = makeRows([part], { figuresOf: () => ({ state: 'pending', value: null }), problemsOf: () => [] }).rows
  if (row === undefined) throw new Error('no row')
  return row
}
const column = (id: string) => {
  const found = columns.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no column ${id}`)
  return found
}
const stated: Part = { ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), leadTime: { kind: 'total', meanDays: 60, sdDays: 5, transitDays: 30 } }

describe('the columns of the parts', () => {
  it('have ids that differ and a place in the set of all columns', () => {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
    const all = builtInColumnSets(columns).find(({ name }) => name === 'All')
    expect(all?.layout).toEqual({ order: columns.map(({ id }) => id), hidden: [], widths: {} })
  })

  it('are all known where a built-in set names them', () => {
    const ids = new Set(columns.map(({ id }) => id))
    expect(builtInColumnSets(columns).flatMap(({ layout }) => layout.order.filter((id) => !ids.has(id)))).toEqual([])
  })

  // What is copied must be what can be pasted: every part of the sample, every column that is typed.
  it('read back what is copied from them, for every part of the sample', () => {
    const lost = plan.parts.flatMap((part) =>
      columns
        .filter(({ readOnlyReason }) => readOnlyReason(rowOf(part)) === null)
        .flatMap((each) => {
          const row = rowOf(part)
          const value = each.valueIn(row)
          const text = plainCellText(value, each.type, 'comma')
          const reading = cellValueFrom(text, each.type, { sign: 'comma', unit: '', isUnitAccepted: () => false })
          return reading.ok && reading.value === value && each.problemWith(value, row) === null ? [] : [`${part.partNumber} ${each.id} ${text}`]
        }),
    )
    expect(lost).toEqual([])
  })

  it('refuse what the plan cannot hold, with a sentence', () => {
    expect(column('onHand').problemWith(-1, rowOf(stated))).toBe('the stock on hand is -1; enter 0 or more')
    expect(column('cycleServiceLevel').problemWith(1, rowOf(stated))).toContain('no stock level can promise that')
    expect(column('lotMultiple').problemWith(0, rowOf(stated))).toBe('the lot size is 0; enter a number above 0')
    expect(column('elements').problemWith('Dy perhaps', rowOf(stated))).toContain('does not say which elements')
  })

  it('take units under their other names and no others', () => {
    const row = rowOf(stated)
    expect(['pcs', 'EA', 'Stk'].map((unit) => column('onHand').isUnitAccepted(unit, row))).toEqual([true, true, true])
    expect(['kg', '%', 'days'].map((unit) => column('onHand').isUnitAccepted(unit, row))).toEqual([false, false, false])
    expect(['days', 'Tage', 'weeks'].map((unit) => column('leadTimeMean').isUnitAccepted(unit, row))).toEqual([true, true, false])
    expect(['EUR', '€', 'USD'].map((unit) => column('unitCost').isUnitAccepted(unit, row))).toEqual([true, true, false])
  })

  it('never show a typed quantity rounded', () => {
    expect(column('onHand').shown(1250.5, rowOf(stated))).toBe('1250.5')
    expect(column('onHand').shown(1250, rowOf(stated))).toBe('1,250')
  })

  it('say why a cell cannot be typed', () => {
    const legs = plan.parts.find(({ leadTime }) => leadTime.kind === 'legs')
    if (legs === undefined) throw new Error('the sample has no part with legs')
    expect(column('leadTimeMean').readOnlyReason(rowOf(legs))).toContain('legs')
    expect(column('leadTimeMean').readOnlyReason(rowOf(stated))).toBeNull()
    expect(column('usageMean').readOnlyReason(rowOf({ ...stated, usage: { kind: 'history' } }))).toContain('history')
  })

  it('show a problem where its field stands, else in the status', () => {
    const find = columnOfPath(columns)
    expect(find(['parts', 0, 'leadTime', 'transitDays'])).toBe('transitDays')
    expect(find(['parts', 0, 'openOrders', 2, 'licence', 'filedDate'])).toBe('onOrder')
    expect(find(['parts', 0, 'applicationLag'])).toBe('status')
  })
})

describe('partEditCommand', () => {
  const command = (changes: Parameters<typeof partEditCommand>[0]['changes'], parts: readonly Part[] = [stated]) =>
    partEditCommand({ label: 'Paste of 3 cells', changes, parts, columns })

  it('is one command, with fields of one group put together', () => {
    expect(
      command([
        { rowId: 'p-bcdfgh', columnId: 'leadTimeMean', value: 70 },
        { rowId: 'p-bcdfgh', columnId: 'transitDays', value: 35 },
        { rowId: 'p-bcdfgh', columnId: 'onHand', value: 12 },
      ]),
    ).toEqual({
      ok: true,
      value: {
        kind: 'several', label: 'Paste of 3 cells',
        commands: [{ kind: 'change-parts', changes: [{ id: 'p-bcdfgh', fields: { leadTime: { kind: 'total', meanDays: 70, sdDays: 5, transitDays: 35 }, onHand: 12 } }] }],
      },
    })
  })

  it('can be applied and undone', () => {
    const [first] = plan.parts
    const made = command([{ rowId: first?.id ?? '', columnId: 'fillRate', value: 0.98 }], plan.parts)
    if (!made.ok) throw new Error(made.problem)
    const result = planAfterCommand(plan, made.value)
    if (!result.ok) throw new Error(result.problem.sentence)
    expect(result.value.plan.parts[0]?.target).toEqual({ kind: 'fill-rate', fillRate: 0.98 })
    const back = planAfterCommand(result.value.plan, result.value.inverse)
    expect(back.ok && back.value.plan).toEqual(plan)
  })

  it('says so when a part is gone', () => {
    expect(command([{ rowId: 'p-zzzzzz', columnId: 'onHand', value: 1 }])).toMatchObject({ ok: false, problem: expect.stringContaining('no longer in the plan') })
  })
})

describe('gestures on parts', () => {
  it('add a part under a number that is free', () => {
    const first = partAddition(plan, () => 0.5)
    const after = planAfterCommand(plan, first.command)
    if (!after.ok) throw new Error(after.problem.sentence)
    expect(after.value.plan.parts.at(-1)?.partNumber).toBe('New part')
    const second = planAfterCommand(after.value.plan, partAddition(after.value.plan, () => 0.25).command)
    expect(second.ok && second.value.plan.parts.at(-1)?.partNumber).toBe('New part 2')
  })

  it('duplicate several parts, each copy behind its part', () => {
    let draw = 0
    const ids = plan.parts.slice(0, 2).map(({ id }) => id)
    const { command, copyIds } = partDuplication(plan, ids, () => (draw++ * 0.07) % 1)
    const after = planAfterCommand(plan, command)
    if (!after.ok) throw new Error(after.problem.sentence)
    expect(after.value.plan.parts.slice(0, 4).map(({ id }) => id)).toEqual([ids[0], copyIds[0], ids[1], copyIds[1]])
    expect(after.value.plan.parts[1]?.partNumber).toBe(`${plan.parts[0]?.partNumber} copy`)
  })
})

describe('partRowMaker', () => {
  const figures = { state: 'pending', value: null } as const
  const none: readonly never[] = []
  const of = { figuresOf: () => figures, problemsOf: () => none }
  const other: Part = { ...stated, id: 'p-bcdfgj', partNumber: 'MG-2' }

  it('hands out the same rows and list while part, figures and problems are the same', () => {
    const before = makeRows([stated, other], of)
    expect(makeRows([stated, other], of).rows).toBe(before.rows)
    const after = makeRows([{ ...stated, onHand: 1 }, other], of)
    expect([after.rows[0] === before.rows[0], after.rows[1] === before.rows[1]]).toEqual([false, true])
  })

  it('keeps the key of the list through edits, and changes it with the parts and their order', () => {
    const { listKey } = makeRows([stated, other], of)
    expect(makeRows([{ ...stated, onHand: 2 }, { ...other, onHand: 2 }], of).listKey).toBe(listKey)
    const turned = makeRows([other, stated], of)
    expect(turned.listKey).not.toBe(listKey)
    expect(makeRows([other], of).listKey).not.toBe(turned.listKey)
    const added = makeRows([other, stated], of)
    expect(makeRows([other, { ...stated, id: 'p-bcdfgk' }], of).listKey).not.toBe(added.listKey)
  })
})

describe('readColumnSets', () => {
  it('shows nothing of what it cannot read', () => {
    expect(readColumnSets({ own: [{ name: '', layout: {} }] })).toEqual({ own: [], chosen: null, current: null })
    const stored = { own: [{ name: 'Mine', layout: { order: ['onHand'], hidden: [], widths: { onHand: 90 } } }], chosen: 'Mine', current: null }
    expect(readColumnSets(structuredClone(stored))).toEqual(stored)
  })
})
