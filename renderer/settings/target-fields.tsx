import { defaultSettings } from '../../shared/plan/default-settings'
import { sectors, type PlanSettings, type Sector } from '../../shared/plan/settings-schema'
import { sectorRisks } from '../../shared/policy-timeline/guidance'
import { sectorOptions } from '../plan/part-choices'
import { useFormats } from '../ui/app-context'
import { AssumptionMark, FieldGroup } from '../ui/field-group'
import { HelpTerm } from '../ui/help-term'
import { NumberField } from '../ui/number-field'
import classes from './settings.module.css'

const limits = { isPercent: true, least: 0, isLeastOpen: true, most: 1, isMostOpen: true } as const
const riskWords = { 'medium-high': 'Medium-High', high: 'High', critical: 'Critical' } as const

/** The service that parts get unless they have a target of their own, by sector, beside what the article says of the sector. */
export function TargetFields(props: { readonly settings: PlanSettings; readonly onChange: (label: string, fields: Partial<PlanSettings>) => void }) {
  const { settings, onChange } = props
  const formats = useFormats()
  const levels = settings.cycleServiceLevelBySector
  return (
    <FieldGroup
      title="Targets"
      note={
        <>
          The <HelpTerm term="cycle-service-level">cycle service level</HelpTerm> of parts without a target of their own. The article ranks sectors in words and gives no numbers: the numbers are ours until you set yours.
        </>
      }
    >
      <div className={`${classes.wide} ${classes.scroll}`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Sector</th>
              <th scope="col">Cycle service level</th>
              <th scope="col">Default</th>
              <th scope="col">Risk in the article</th>
            </tr>
          </thead>
          <tbody>
            {sectors.map((sector) => {
              const name = sectorOptions.find(({ value }) => value === sector)?.label ?? sector
              return (
                <tr key={sector}>
                  <th scope="row">{name}</th>
                  <td>
                    <NumberField
                      label={null}
                      ariaLabel={`Cycle service level of ${name}`}
                      width={110}
                      value={levels[sector]}
                      limits={limits}
                      onCommit={(level) => (level === null ? undefined : onChange(`Change the target of ${name}`, { cycleServiceLevelBySector: { ...levels, [sector]: level } }))}
                    />
                  </td>
                  <td className={classes.soft}>
                    {formats.percent(defaultSettings.cycleServiceLevelBySector[sector])} {levels[sector] === defaultSettings.cycleServiceLevelBySector[sector] && <AssumptionMark />}
                  </td>
                  <td>
                    <SectorRiskWords sector={sector} />
                  </td>
                </tr>
              )
            })}
            <tr>
              <th scope="row">Critical parts, at least</th>
              <td>
                <NumberField label={null} ariaLabel="Cycle service level of critical parts" width={110} value={settings.criticalCycleServiceLevel} limits={limits} onCommit={(level) => (level === null ? undefined : onChange('Change the target of critical parts', { criticalCycleServiceLevel: level }))} />
              </td>
              <td className={classes.soft}>
                {formats.percent(defaultSettings.criticalCycleServiceLevel)} {settings.criticalCycleServiceLevel === defaultSettings.criticalCycleServiceLevel && <AssumptionMark />}
              </td>
              <td>
                Secure them first <span className={classes.soft}>(A-GU-06)</span>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </FieldGroup>
  )
}

function SectorRiskWords({ sector }: { readonly sector: Sector }) {
  const risk = sectorRisks.find((one) => one.sector === sector)
  if (risk === undefined) return <span className={classes.soft}>not ranked</span>
  const factIds = risk.citations.flatMap((citation) => (citation.kind === 'article' ? citation.factIds : []))
  return (
    <>
      {riskWords[risk.riskLevel]} <span className={classes.soft}>({factIds.join(', ')})</span>
    </>
  )
}
