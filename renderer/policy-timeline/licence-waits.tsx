import { Select } from '@mantine/core'
import { memo } from 'react'
import { waitPreset, waitPresets } from '../../shared/policy-timeline/wait-presets'
import type { PlanSettings } from '../../shared/plan/settings-schema'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { Citations, Contradictions } from '../ui/citations'
import { useFormats } from '../ui/app-context'
import { noticeProblem } from '../ui/notices'
import classes from './policy-timeline.module.css'
import { WaitEditor } from './wait-editor'
import { WaitPicture } from './wait-picture'
import { waitWords } from '../plan/wait-words'

const ownId = '#own'

/** How long a licence takes: a preset with its source and its warning, or the user's own; and the wait under a general licence. */
export const LicenceWaits = memo(LicenceWaitsView)

function LicenceWaitsView() {
  const store = usePlanStore()
  const formats = useFormats()
  const { licenceWait, generalLicenceWait } = usePlan((plan) => plan.settings)
  const change = (fields: Partial<PlanSettings>): void => {
    const answer = store.run({ kind: 'change-settings', fields })
    if (!answer.ok) noticeProblem(answer.problem)
  }
  const preset = licenceWait.kind === 'preset' ? waitPresets.find(({ id }) => id === licenceWait.presetId) : undefined
  return (
    <div className={classes.waits}>
      <div>
        <Select
          label="Wait for an individual licence"
          description="From the accepted application to the grant"
          allowDeselect={false}
          data={[...waitPresets.map(({ id, title }) => ({ value: id, label: title })), { value: ownId, label: 'Own distribution…' }]}
          value={licenceWait.kind === 'own' ? ownId : licenceWait.presetId}
          onChange={(value) => {
            if (value === null) return
            if (value !== ownId) return change({ licenceWait: { kind: 'preset', presetId: value } })
            const from = licenceWait.kind === 'preset' ? waitPreset(licenceWait.presetId) : waitPresets[0]
            if (from !== undefined) change({ licenceWait: { kind: 'own', wait: from.wait, refusalRate: from.refusalRate } })
          }}
        />
        {licenceWait.kind === 'own' ? (
          <WaitEditor wait={licenceWait.wait} refusalRate={licenceWait.refusalRate} onChange={({ wait, refusalRate }) => change({ licenceWait: { kind: 'own', wait, refusalRate } })} />
        ) : (
          preset !== undefined && (
            <div className={classes.preset}>
              <WaitPicture wait={preset.wait} refusalRate={preset.refusalRate} />
              <p className={classes.presetSummary}>{preset.summary}</p>
              <Contradictions ids={preset.contradictionIds} />
              <Citations citations={preset.citations} />
            </div>
          )
        )}
      </div>
      <div>
        <h3 className={classes.subheading}>Wait under a general licence</h3>
        <p className={classes.presetSummary}>For parts whose supplier holds one: {waitWords(generalLicenceWait, formats)}.</p>
        <WaitEditor wait={generalLicenceWait} refusalRate={0} onChange={({ wait }) => change({ generalLicenceWait: wait })} isWithoutRefusals />
      </div>
    </div>
  )
}
