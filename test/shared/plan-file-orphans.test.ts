import { describe, expect, it } from 'vitest'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { planFileMerge } from '../../shared/csv/plan-file-merge'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const text = writtenPlanFile({ plan, decimal: 'point', delimiter: ';', appVersion: '1.4.0' })
const lines = text.split('\r\n')
const gone = plan.parts.find((part) => part.leadTime.kind === 'legs' && part.openOrders.length > 0)?.id ?? ''
const read = (file: string) => readPlanFile(file, { idMaker: (prefix) => `${prefix}-zzzzzz` })

describe('withoutOrphans', () => {
  // The whole file was refused, with one error for each month of usage.
  it('takes a part whose row alone was deleted for deleted, with all that belongs to it', () => {
    const result = read(lines.filter((line) => !line.startsWith(`part;${gone};`)).join('\r\n'))
    if (!result.ok) throw new Error(JSON.stringify(result.problem[0]))
    expect(result.value.plan.parts.map(({ id }) => id)).toEqual(plan.parts.map(({ id }) => id).filter((id) => id !== gone).toSorted())
    expect(result.value.warnings.map(({ kind, found }) => [kind, found])).toEqual([['rows-missing', 'part'], ['part-deleted', gone]])
    const merge = planFileMerge({ mine: plan, file: result.value, states: [] })
    expect(merge.items.filter(({ cell }) => cell !== null)).toEqual([])
    expect(merge.items[0]).toMatchObject({ outcome: 'proposal', rowKey: `part:${gone}`, preselected: 'mine', words: 'deleted by them' })
  })

  it('leaves rows of a part that was never there to be said', () => {
    const result = read(text.replaceAll(`leg;${gone};`, 'leg;p-xxxxxx;'))
    expect(result.ok ? [] : result.problem.map(({ kind }) => kind)).toContain('no-such-owner')
  })

  it('says once of a row of usage that its part is not there', () => {
    const result = read(text.replace(/\r\nusage;p-\w+;/u, '\r\nusage;p-xxxxxx;'))
    expect(result.ok ? [] : result.problem.filter(({ kind }) => kind === 'no-such-owner')).toHaveLength(1)
  })
})
