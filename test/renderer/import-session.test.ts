import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importCore } from '../../renderer/csv-import/import-core'
import type { ImportAnswer } from '../../renderer/csv-import/import-messages'
import { createImportSession, type ImportSession, type ImportWorker } from '../../renderer/csv-import/import-session'
import { plannedSentence } from '../../renderer/csv-import/import-words'
import { noMends } from '../../shared/csv/import-mends'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { succeeded } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'
import { fakePlannerApi } from './fake-planner-api'

const file = (fileName: string, text: string) => ({ fileName, bytes: new Uint8Array(Buffer.from(text, 'latin1')) })

/** The worker’s own program, in the same thread; `terminate` silences it. */
function workerHere(): ImportWorker {
  const listeners: ((answer: ImportAnswer) => void)[] = []
  let isOver = false
  const core = importCore({ post: (answer) => (isOver ? undefined : listeners.forEach((listener) => listener(structuredClone(answer)))), randomUnit: Math.random })
  let last: Promise<void> = Promise.resolve()
  return {
    post: (request) => {
      last = last.then(() => core.answer(structuredClone(request)))
    },
    onAnswer: (listener) => listeners.push(listener),
    onFailure: () => {},
    terminate: () => {
      isOver = true
    },
  }
}

function opened(client = fakePlannerApi()): { readonly session: ImportSession; readonly commands: PlanCommand[]; readonly planNow: () => PlanDocument } {
  const commands: PlanCommand[] = []
  let plan = samplePlan()
  const session = createImportSession({
    client, startWorker: workerHere, plan, today: '2026-11-23', whole: String,
    run: (command) => {
      const after = planAfterCommand(plan, command)
      if (!after.ok) return { ok: false, problem: { sentence: after.problem.sentence } }
      plan = after.value.plan
      commands.push(command)
      return succeeded(null)
    },
  })
  return { session, commands, planNow: () => plan }
}

const workbook = (name: string) => ({ fileName: name, bytes: new Uint8Array(readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url))) })
const read = (session: ImportSession) => expect.poll(() => session.getState().view !== null && session.getState().reading === null).toBe(true)
const stock = 'Materialnummer;Frei verwendbar;Preis (EUR)\nMG-N42SH-281205;12.400;4,35\nMG-N48H-241004;1O0;0,71\nMG-NEU-1;500;1,75\n'
const asks = 'Material,On hand\nMG-N42SH-281205,"1,250"\nMG-N48H-241004,"2,500"\n'

describe('createImportSession', () => {
  it('reads a German stock file, says what it would do, and writes nothing before it is confirmed', async () => {
    const { session, commands, planNow } = opened()
    session.addFiles([file('Bestand.csv', stock)])
    await read(session)
    const { view, takesAdded } = session.getState()
    expect(view?.understood).toMatchObject({ delimiter: ';', decimal: 'comma' })
    expect(view?.lines).toEqual({ total: 4, header: 1, imported: 2, held: 1, skipped: 0 })
    expect(plannedSentence(view as NonNullable<typeof view>, { takesAdded, declinedCells: [], whole: String })).toBe('Add 1 part, update 1, 1 held, 0 lines skipped')
    expect(commands).toEqual([])
    expect((await session.confirm()).ok).toBe(true)
    expect(commands).toHaveLength(1)
    expect(planNow().parts.find(({ partNumber }) => partNumber === 'MG-N42SH-281205')).toMatchObject({ onHand: 12400, unitCost: 4.35 })
    expect(planNow().parts.some(({ partNumber }) => partNumber === 'MG-NEU-1')).toBe(true)
    expect(session.getState().file).toBeNull()
  })

  it('does without a change that was declined', async () => {
    const { session, planNow } = opened()
    session.addFiles([file('Bestand.csv', stock)])
    await read(session)
    const cell = session.getState().view?.change?.cells.find(({ field }) => field === 'onHand')
    session.decline(`${cell?.partId ?? ''}|onHand`, true)
    const { view, declinedCells } = session.getState()
    const planned = (declined: readonly string[]) => plannedSentence(view as NonNullable<typeof view>, { takesAdded: false, declinedCells: declined, whole: String })
    expect(planned(declinedCells)).toBe('Update 1 part, 1 held, 0 lines skipped, 1 change declined')
    expect(planned([...declinedCells, `${cell?.partId ?? ''}|unitCost`])).toBe('Nothing changes, 1 held, 0 lines skipped, 2 changes declined')
    await session.confirm()
    const part = planNow().parts.find(({ id }) => id === cell?.partId)
    expect([part?.onHand, part?.unitCost]).toEqual([96_000, 4.35])
  })

  it('asks what the file does not tell, and asks no more when the next file has the same headings', async () => {
    const client = fakePlannerApi()
    const first = opened(client)
    first.session.addFiles([file('October.csv', asks)])
    await read(first.session)
    expect(first.session.getState().view?.questions.map(({ id }) => id)).toEqual(['decimal'])
    expect(first.session.getState().view?.change).toBeNull()
    first.session.choose({ kind: null, map: {}, answers: { decimal: 'point' } })
    await expect.poll(() => first.session.getState().view?.outcome).toBe('imported')
    await first.session.confirm()
    expect(first.planNow().parts.find(({ partNumber }) => partNumber === 'MG-N42SH-281205')?.onHand).toBe(1250)
    const second = opened(client)
    second.session.addFiles([file('November.csv', asks.replace('1,250', '3,125'))])
    await read(second.session)
    expect(second.session.getState()).toMatchObject({ isRemembered: true, view: { outcome: 'imported' } })
    second.session.choose({ kind: null, map: {}, answers: {} })
    await expect.poll(() => second.session.getState().view?.outcome).toBe('question')
    expect(second.session.getState().isRemembered).toBe(false)
  })

  it('mends a cell, takes that back, and saves what stays held with its reason', async () => {
    const { session } = opened()
    session.addFiles([file('Bestand.csv', stock)])
    await read(session)
    const rejected = await session.rejected()
    expect(Buffer.from(rejected.bytesBase64, 'base64').toString('utf8')).toContain('MG-N48H-241004;1O0;0,71;3;')
    expect(rejected.fileName).toBe('Bestand - rejected rows.csv')
    session.mend({ ...noMends, cells: { '3:B': '100' } })
    await expect.poll(() => session.getState().view?.lines.held).toBe(0)
    session.takeBack()
    await expect.poll(() => session.getState().view?.lines.held).toBe(1)
  })

  it('reads another sheet of a workbook when it is chosen, and leaves behind what was mended on the first', async () => {
    const client = fakePlannerApi()
    const { session } = opened(client)
    session.addFiles([workbook('excel-several-sheets.xlsx')])
    await read(session)
    expect(session.getState().view).toMatchObject({ understood: { sheet: 'Stock & safety', kind: 'parts' }, sheets: [{ name: 'Read me', rowCount: 3 }, { name: 'Stock & safety', rowCount: 3 }, { name: 'Open orders', rowCount: 2 }] })
    session.mend({ ...noMends, cells: { '2:B': '9' } })
    session.choose({ kind: null, map: {}, answers: { sheet: 'Open orders' } })
    await expect.poll(() => session.getState().view?.understood).toMatchObject({ sheet: 'Open orders', kind: 'orders' })
    expect(session.getState().mends.cells).toEqual({})
    session.takeBack()
    await expect.poll(() => session.getState().view?.understood.sheet).toBe('Stock & safety')
    expect(session.getState().mends.cells).toEqual({ '2:B': '9' })
    session.takeBack()
    session.choose({ kind: null, map: {}, answers: { sheet: 'Open orders' } })
    await session.confirm()
    const next = opened(client).session
    next.addFiles([workbook('excel-several-sheets.xlsx')])
    await read(next)
    expect(next.getState()).toMatchObject({ isRemembered: true, view: { understood: { sheet: 'Open orders' } } })
  })

  it('finds the headings that were chosen in the next file, wherever they stand there', async () => {
    const client = fakePlannerApi()
    const first = opened(client).session
    first.addFiles([file('October.csv', 'Material;Werk;Bestand\nas of October;all;works\nMaterial;Plant;On hand\nMG-N48H-241004;;5\n')])
    await read(first)
    first.choose({ kind: null, map: {}, answers: { 'header-line': '3' } })
    await expect.poll(() => first.getState().view?.understood.headerLine).toBe(3)
    await first.confirm()
    const next = opened(client).session
    next.addFiles([file('November.csv', 'Stock of November;;\n\nMaterial;Werk;Bestand\nas of November;all;works\nMaterial;Plant;On hand\nMG-N48H-241004;;6\n')])
    await read(next)
    expect(next.getState()).toMatchObject({ isRemembered: true, view: { outcome: 'imported', understood: { headerLine: 5 } } })
  })

  it('joins the cells of a row that has too many, and keeps one of several lines for a part', async () => {
    const { session } = opened()
    session.addFiles([file('Stock.csv', 'Material,Description,On hand\nMG-N42SH-281205,Block, coated,12000\nMG-N48H-241004,Ring,7\nMG-N48H-241004,Ring,8\n')])
    await read(session)
    const rows = () => session.getState().view?.problems.flatMap((group) => group.rows) ?? []
    expect(rows()).toMatchObject([{ kind: 'repeated-key', line: 3, repeated: { name: 'part MG-N48H-241004', canAdd: true } }, { line: 4 }, { kind: 'too-many-cells', line: 2, join: [1], cells: ['MG-N42SH-281205', 'Block', 'coated', '12000'] }])
    session.mend({ ...noMends, joins: { 2: [1] } })
    await expect.poll(() => rows().map(({ line }) => line)).toEqual([3, 4])
    session.mend({ ...session.getState().mends, repeats: { 'part MG-N48H-241004': 'line 4' } })
    await expect.poll(() => session.getState().view?.lines).toEqual({ total: 4, header: 1, imported: 2, held: 0, skipped: 1 })
    expect(session.getState().view?.change?.cells.filter(({ field }) => field === 'onHand').map(({ after }) => after)).toEqual(['12000', '8'])
  })

  it('offers the part that a number written otherwise may mean, and takes nothing of it before', async () => {
    const { session } = opened()
    session.addFiles([file('Stock.csv', 'Material;On hand\nmg-n45m-1005;12000\nMG-N48H-241004;7\n')])
    await read(session)
    expect(session.getState().view?.change?.offers.map(({ key }) => key)).toEqual(['mg-n45m-1005'])
    // A list of stock alone adds no parts unless it is told to.
    expect(session.getState()).toMatchObject({ takesAdded: false, view: { understood: { kind: 'stock' } } })
    const candidate = session.getState().view?.change?.offers[0]?.candidates[0]
    session.match('mg-n45m-1005', candidate?.id ?? '')
    await expect.poll(() => session.getState().view?.change?.updatedPartCount).toBe(2)
  })

  it('gives a row without a part number the one that is entered', async () => {
    const { session } = opened()
    session.addFiles([file('Bestand.csv', `${stock};300;2,5\n`)])
    await read(session)
    const row = session.getState().view?.problems.flatMap(({ rows }) => rows).find(({ line }) => line === 5)
    expect(row).toMatchObject({ columnIndex: 0, cell: '' })
    session.mend({ ...noMends, cells: { '5:A': 'MG-N45-221006' }, skippedLines: [3] })
    await expect.poll(() => session.getState().view?.change?.updatedPartCount).toBe(2)
    expect(session.getState().view?.lines).toMatchObject({ held: 0, skipped: 1 })
  })

  it('goes on with the next of several files', async () => {
    const { session } = opened()
    session.addFiles([file('one.csv', stock), file('two.csv', asks)])
    await read(session)
    await session.confirm()
    await expect.poll(() => session.getState().view?.questions.length).toBe(1)
    expect(session.getState()).toMatchObject({ file: { fileName: 'two.csv' }, queue: [], done: [{ fileName: 'one.csv' }] })
  })
})
