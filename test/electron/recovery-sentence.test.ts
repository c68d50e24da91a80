import { describe, expect, it } from 'vitest'
import { recoverySentence } from '../../electron/storage/recovery-sentence'
import type { SalvagedPlan } from '../../electron/storage/salvage'

const whole: SalvagedPlan = { planId: 'pl-bcdfgh', name: 'Magnets', state: 'latest', loss: null, revisionCount: 2 }
const advice = 'Enter what is missing again, or import it from a plan file or your ERP; keep the damaged file until you have it.'
const place = { setAsideFolder: '/data/damaged-1', backup: null }

describe('recoverySentence', () => {
  it.each([
    { what: 'everything came back', plans: [whole], lost: [], says: '1 plan was recovered from it. There is no backup to compare with.' },
    {
      what: 'parts are lost',
      plans: [whole, { ...whole, name: 'Wind', loss: { partCount: 12, ofParts: 480, sections: [] } }],
      lost: [],
      says: `2 plans were recovered from it. “Wind” lacks 12 of its 480 parts. There is no backup. ${advice}`,
    },
    {
      what: 'it is not known how many',
      plans: [{ ...whole, state: 'checkpoint' as const, loss: { partCount: null, ofParts: null, sections: ['timeline' as const, 'scenarios' as const] } }],
      lost: [{ planId: 'pl-x', name: 'Old' }, { planId: 'pl-y', name: null }],
      says: `1 plan was recovered from it, 2 could not be (“Old”). “Magnets” lacks some of its parts, its own entries of the timeline, its scenarios and the changes made last. There is no backup. ${advice}`,
    },
    { what: 'only an earlier version is there', plans: [{ ...whole, state: 'revision' as const }], lost: [], says: `1 plan was recovered from it. “Magnets” is as it was in an earlier version. There is no backup. ${advice}` },
    { what: 'nothing came back', plans: [], lost: [{ planId: 'pl-x', name: 'Old' }], says: `0 plans were recovered from it, 1 could not be (“Old”). There is no backup. ${advice}` },
    {
      what: 'many plans lack something',
      plans: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({ ...whole, name, state: 'checkpoint' as const })),
      lost: [],
      says: `7 plans were recovered from it. “A” lacks the changes made last, “B” lacks the changes made last, “C” lacks the changes made last, “D” lacks the changes made last, “E” lacks the changes made last and 2 more. There is no backup. ${advice}`,
    },
  ])('says that $what', ({ plans, lost, says }) => {
    expect(recoverySentence({ plans, lost }, place)).toBe(`The plan library was damaged. The damaged file lies in /data/damaged-1; ${says}`)
  })

  it('offers the backup: as a second look, or for what is missing', () => {
    const withBackup = { ...place, backup: '/data/backups/b.db' }
    expect(recoverySentence({ plans: [whole], lost: [] }, withBackup)).toMatch(/it\. If something is missing, restore the backup \/data\/backups\/b\.db\.$/)
    expect(recoverySentence({ plans: [{ ...whole, state: 'checkpoint' }], lost: [] }, withBackup)).toContain('The backup /data/backups/b.db may have it: save the plans you have as files, then restore it.')
  })
})
