import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { civilDate } from '../../shared/calendar/civil-date'
import { rareEarthElements } from '../../shared/materials/element'
import { partFindings } from '../../shared/plan/part-problems'
import { baseLeadTimeOf } from '../../shared/plan/plan-inputs'
import { planCheck } from '../../shared/plan/plan-check'
import { piecesOfPlan } from '../../shared/plan/plan-pieces'
import { defaultTarget } from '../../shared/plan/sector-defaults'
import type { LeadTimeLeg, Part, PartTarget } from '../../shared/plan/part-schema'
import { countryOptions, formOptions, materialOptions, routeOptions, sectorOptions } from '../plan/part-choices'
import { usePlan, usePlanState } from '../plan/plan-context'
import { ChoiceField } from '../ui/choice-field'
import { DateField } from '../ui/date-field'
import { FieldGroup } from '../ui/field-group'
import { HelpTerm } from '../ui/help-term'
import { NumberField } from '../ui/number-field'
import { TextField } from '../ui/text-field'
import { useFormats } from '../ui/app-context'
import { sentenceWordsOf } from '../ui/sentence-words'
import { DeleteHeading, DeleteRow } from '../ui/row-delete'
import classes from './part.module.css'
import { useChangePart } from './use-change-part'

/** Everything that was entered about a part, with units beside the fields and what is wrong with it on top. */
export function PartInputs({ part }: { readonly part: Part }) {
  const change = useChangePart(part)
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const words = sentenceWordsOf(useFormats())
  const findings = useMemo(() => partFindings(part, ['parts', 0], planCheck(piecesOfPlan(plan), { today: civilDate(planningDate), words })), [part, plan, planningDate, words])
  const set = (fields: Partial<Omit<Part, 'id'>>): void => void change('Change the inputs', fields)
  const { currency } = plan.settings
  return (
    <>
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map(({ kind, severity, text }) => (
            <li key={`${kind}${text}`} data-severity={severity}>
              {severity === 'error' ? 'Wrong: ' : 'Doubtful: '}
              {text}.
            </li>
          ))}
        </ul>
      )}
      <FieldGroup title="Identity">
        <TextField label="Part number" value={part.partNumber} isRequired onCommit={(partNumber) => set({ partNumber })} />
        <TextField label="Description" value={part.description} onCommit={(description) => set({ description })} />
        <TextField label="Plant" value={part.plant} onCommit={(plant) => set({ plant })} />
        <TextField label="Supplier" value={part.supplier} onCommit={(supplier) => set({ supplier })} />
        <TextField label="Unit" value={part.unit} isRequired description="Pieces are planned whole" onCommit={(unit) => set({ unit })} />
        <ChoiceField label="Sector" options={sectorOptions} value={part.sector} onChange={(sector) => set({ sector: sector as Part['sector'] })} />
        <Checkbox className={classes.check ?? ''} label="Critical: a shortage stops production" checked={part.isCritical} onChange={(event) => set({ isCritical: event.currentTarget.checked })} />
      </FieldGroup>
      <FieldGroup title="Origin and material">
        <ChoiceField label="Made in" options={countryOptions} value={part.originCountry} onChange={(originCountry) => set({ originCountry })} description="Not known counts as controlled" />
        <ChoiceField label="Rare earths from" options={countryOptions} value={part.rareEarthOriginCountry} onChange={(rareEarthOriginCountry) => set({ rareEarthOriginCountry })} description="Not known counts as controlled" />
        <ChoiceField label="Material" options={materialOptions} value={part.materialFamily} onChange={(materialFamily) => set({ materialFamily: (materialFamily ?? 'unknown') as Part['materialFamily'] })} />
        <TextField label="Grade" value={part.grade} onCommit={(grade) => set({ grade })} />
        <ChoiceField label="Form" options={formOptions} value={part.form} onChange={(form) => set({ form: form as Part['form'] })} />
        <ChoiceField label={<HelpTerm term="licence-route" />} options={routeOptions} value={part.licenceRoute} onChange={(licenceRoute) => set({ licenceRoute: (licenceRoute ?? 'individual') as Part['licenceRoute'] })} />
        <NumberField label="Magnet mass of one unit" unit="kg" value={part.magnetMassPerUnitKg} limits={{ least: 0, isLeastOpen: true, isOptional: true }} onCommit={(magnetMassPerUnitKg) => set({ magnetMassPerUnitKg })} />
      </FieldGroup>
      <FieldGroup title="Elements" note="What is known from the supplier. What is not stated is taken from the material and grade; unknown counts as contained.">
        {rareEarthElements.map((element) => (
          <Select
            key={element}
            label={element}
            allowDeselect={false}
            data={[
              { value: 'unstated', label: 'not stated' },
              { value: 'yes', label: 'yes' },
              { value: 'no', label: 'no' },
              { value: 'unknown', label: 'unknown' },
            ]}
            value={part.elements[element] ?? 'unstated'}
            onChange={(value) => {
              const { [element]: _, ...others } = part.elements
              if (value !== null) set({ elements: value === 'unstated' ? others : { ...others, [element]: value as 'yes' | 'no' | 'unknown' } })
            }}
          />
        ))}
      </FieldGroup>
      <LeadTimeFields part={part} onChange={(leadTime) => set({ leadTime })} />
      <FieldGroup title="Ordering and licence application">
        <NumberField label={<HelpTerm term="review-period">Review every</HelpTerm>} unit="days" value={part.reviewPeriodDays} limits={{ isOptional: true, isWhole: true, least: 1, most: 365 }} placeholder={`plan: ${plan.settings.reviewPeriodDays}`} onCommit={(reviewPeriodDays) => set({ reviewPeriodDays })} />
        <NumberField label={<HelpTerm term="moq" />} unit={part.unit} value={part.moq} limits={{ least: 0, isOptional: true }} placeholder="none" onCommit={(moq) => set({ moq })} />
        <NumberField label={<HelpTerm term="lot-multiple">Lot size</HelpTerm>} unit={part.unit} value={part.lotMultiple} limits={{ least: 0, isLeastOpen: true, isOptional: true }} placeholder="none" onCommit={(lotMultiple) => set({ lotMultiple })} />
        <NumberField label={<HelpTerm term="cap">Largest cover</HelpTerm>} unit="days" description="Cuts the safety stock" value={part.capCoverDays} limits={{ least: 0, isOptional: true }} placeholder="no cap" onCommit={(capCoverDays) => set({ capCoverDays })} />
        <NumberField label="Largest licensed quantity per order" unit={part.unit} value={part.capOrderQuantity} limits={{ least: 0, isLeastOpen: true, isOptional: true }} placeholder="no cap" onCommit={(capOrderQuantity) => set({ capOrderQuantity })} />
        <Select
          label={<HelpTerm term="application-day">Licence is applied for</HelpTerm>}
          allowDeselect={false}
          data={[
            { value: 'plan', label: 'as the plan says' },
            { value: 'order', label: 'after the order' },
            { value: 'ready', label: 'when the goods are ready' },
          ]}
          value={part.applicationLag?.after ?? 'plan'}
          onChange={(value) => (value === null ? undefined : set({ applicationLag: value === 'plan' ? null : { after: value as 'order' | 'ready', days: part.applicationLag?.days ?? 0 } }))}
        />
        {part.applicationLag !== null && <NumberField label="… so many days later" unit="days" value={part.applicationLag.days} limits={{ isWhole: true, least: 0, most: 3650 }} onCommit={(days) => (days === null || part.applicationLag === null ? undefined : set({ applicationLag: { ...part.applicationLag, days } }))} />}
      </FieldGroup>
      <TargetFields part={part} onChange={(target) => set({ target })} />
      <FieldGroup title="Stock and cost">
        <NumberField label="On hand" unit={part.unit} value={part.onHand} limits={{ least: 0 }} onCommit={(onHand) => set({ onHand: onHand ?? 0 })} />
        <NumberField label="Allocated" unit={part.unit} value={part.allocated} limits={{ least: 0 }} onCommit={(allocated) => set({ allocated: allocated ?? 0 })} />
        <NumberField label="Backordered" unit={part.unit} value={part.backordered} limits={{ least: 0 }} onCommit={(backordered) => set({ backordered: backordered ?? 0 })} />
        <NumberField label="Unit cost" unit={currency} value={part.unitCost} limits={{ least: 0, isOptional: true }} onCommit={(unitCost) => set({ unitCost })} />
      </FieldGroup>
      <FieldGroup title="What the ERP has today">
        <NumberField label="Safety stock" unit={part.unit} value={part.erpSafetyStock} limits={{ least: 0, isOptional: true }} onCommit={(erpSafetyStock) => set({ erpSafetyStock })} />
        <NumberField label="Reorder point" unit={part.unit} value={part.erpReorderPoint} limits={{ least: 0, isOptional: true }} onCommit={(erpReorderPoint) => set({ erpReorderPoint })} />
        <NumberField label="Planned lead time" unit="days" value={part.erpLeadTimeDays} limits={{ least: 0, isOptional: true }} onCommit={(erpLeadTimeDays) => set({ erpLeadTimeDays })} />
      </FieldGroup>
      <FieldGroup title="Supply contract and note">
        <DateField label="Contract ends" value={part.contract?.endDate ?? null} isOptional onCommit={(endDate) => set({ contract: { priceAdjustment: part.contract?.priceAdjustment ?? '', endDate } })} />
        <TextField label="Price term" value={part.contract?.priceAdjustment ?? ''} onCommit={(priceAdjustment) => set({ contract: { endDate: part.contract?.endDate ?? null, priceAdjustment } })} />
        <Textarea label="Note" autosize minRows={1} key={part.note} defaultValue={part.note} className={classes.wide ?? ''} onBlur={(event) => (event.currentTarget.value === part.note ? undefined : set({ note: event.currentTarget.value }))} />
      </FieldGroup>
    </>
  )
}

function LeadTimeFields({ part, onChange }: { readonly part: Part; readonly onChange: (leadTime: Part['leadTime']) => void }) {
  const { leadTime } = part
  const setKind = (kind: string): void => {
    if (kind === leadTime.kind) return
    if (kind === 'total' && leadTime.kind === 'legs') {
      const { meanDays, sdDays, transitDays } = baseLeadTimeOf(part)
      onChange({ kind: 'total', meanDays: rounded(meanDays), sdDays: rounded(sdDays), transitDays: rounded(transitDays) })
    }
    if (kind === 'legs' && leadTime.kind === 'total') {
      onChange({ kind: 'legs', legs: [newLeg('Production', { meanDays: rounded(Math.max(0, leadTime.meanDays - leadTime.transitDays)), sdDays: leadTime.sdDays }), newLeg('Transport and receiving', { meanDays: leadTime.transitDays, isAfterBorder: true })] })
    }
  }
  const replaceLeg = (index: number, fields: Partial<LeadTimeLeg>): void => {
    if (leadTime.kind === 'legs') onChange({ kind: 'legs', legs: leadTime.legs.map((leg, place) => (place === index ? { ...leg, ...fields } : leg)) })
  }
  return (
    <FieldGroup title={<HelpTerm term="base-lead-time">Lead time without any control</HelpTerm>} note="From the order to usable stock, with no export control at all. Licences come on top by themselves.">
      <Select
        label="Known as"
        allowDeselect={false}
        data={[
          { value: 'total', label: 'one number' },
          { value: 'legs', label: 'legs' },
        ]}
        value={leadTime.kind}
        onChange={(value) => (value === null ? undefined : setKind(value))}
      />
      {leadTime.kind === 'total' ? (
        <>
          <NumberField label="Mean" unit="days" value={leadTime.meanDays} limits={{ least: 0 }} onCommit={(meanDays) => onChange({ ...leadTime, meanDays: meanDays ?? 0 })} />
          <NumberField label="Standard deviation" unit="days" value={leadTime.sdDays} limits={{ least: 0 }} onCommit={(sdDays) => onChange({ ...leadTime, sdDays: sdDays ?? 0 })} />
          <NumberField label={<HelpTerm term="transit">Of it after the border</HelpTerm>} unit="days" description="Transit, import, receiving" value={leadTime.transitDays} limits={{ least: 0 }} onCommit={(transitDays) => onChange({ ...leadTime, transitDays: transitDays ?? 0 })} />
        </>
      ) : (
        <div className={classes.wide}>
          <table className={classes.edit}>
            <thead>
              <tr>
                <th scope="col">Leg</th>
                <th scope="col">Mean (days)</th>
                <th scope="col">Standard deviation (days)</th>
                <th scope="col">After the border</th>
                <th scope="col">Working days</th>
                <DeleteHeading />
              </tr>
            </thead>
            <tbody>
              {leadTime.legs.map((leg, index) => (
                <tr key={`${index}/${leg.name}`}>
                  <td>
                    <TextField label={null} ariaLabel={`Name of leg ${index + 1}`} value={leg.name} isRequired onCommit={(name) => replaceLeg(index, { name })} />
                  </td>
                  <td>
                    <NumberField label={null} ariaLabel={`Mean days of ${leg.name}`} value={leg.meanDays} limits={{ least: 0 }} width={110} onCommit={(meanDays) => replaceLeg(index, { meanDays: meanDays ?? 0 })} />
                  </td>
                  <td>
                    <NumberField label={null} ariaLabel={`Standard deviation of ${leg.name}, days`} value={leg.sdDays} limits={{ least: 0 }} width={110} onCommit={(sdDays) => replaceLeg(index, { sdDays: sdDays ?? 0 })} />
                  </td>
                  <td>
                    <Checkbox aria-label={`${leg.name} comes after the border`} checked={leg.isAfterBorder} onChange={(event) => replaceLeg(index, { isAfterBorder: event.currentTarget.checked })} />
                  </td>
                  <td>
                    <Checkbox aria-label={`${leg.name} is in working days`} checked={leg.isWorkingDays} onChange={(event) => replaceLeg(index, { isWorkingDays: event.currentTarget.checked })} />
                  </td>
                  <td>
                    <DeleteRow name={leg.name} isDisabled={leadTime.legs.length === 1} onDelete={() => onChange({ kind: 'legs', legs: leadTime.legs.filter((_, place) => place !== index) })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button variant="default" size="xs" mt={8} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange({ kind: 'legs', legs: [...leadTime.legs, newLeg(`Leg ${leadTime.legs.length + 1}`, {})] })}>
            Add a leg
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}

function TargetFields({ part, onChange }: { readonly part: Part; readonly onChange: (target: PartTarget | null) => void }) {
  const settings = usePlan((plan) => plan.settings)
  const { target } = part
  const standard = defaultTarget(part, settings)
  const start = (kind: string): PartTarget | null => {
    if (kind === 'cycle-service-level') return standard.target.kind === kind ? standard.target : { kind: 'cycle-service-level', cycleServiceLevel: 0.97 }
    if (kind === 'fill-rate') return { kind: 'fill-rate', fillRate: 0.98 }
    if (kind === 'least-cost') return { kind: 'least-cost', backorderCostPerUnitDay: Math.max(0.01, Math.round((part.unitCost ?? 1) * 5) / 100) }
    return null
  }
  return (
    <FieldGroup title="Target" {...(target === null ? { note: `In use: ${standard.basis}` } : {})}>
      <Select
        label="What the level must achieve"
        allowDeselect={false}
        data={[
          { value: 'default', label: 'Default of its sector' },
          { value: 'cycle-service-level', label: 'Cycle service level' },
          { value: 'fill-rate', label: 'Fill rate' },
          { value: 'least-cost', label: 'Least cost' },
        ]}
        value={target?.kind ?? 'default'}
        onChange={(value) => (value === null ? undefined : onChange(start(value)))}
      />
      {target?.kind === 'cycle-service-level' && <NumberField label="Cycle service level" value={target.cycleServiceLevel} limits={{ isPercent: true, least: 0, isLeastOpen: true, most: 1, isMostOpen: true }} onCommit={(cycleServiceLevel) => (cycleServiceLevel === null ? undefined : onChange({ ...target, cycleServiceLevel }))} />}
      {target?.kind === 'fill-rate' && <NumberField label="Fill rate" value={target.fillRate} limits={{ isPercent: true, least: 0, isLeastOpen: true, most: 1, isMostOpen: true }} onCommit={(fillRate) => (fillRate === null ? undefined : onChange({ ...target, fillRate }))} />}
      {target?.kind === 'least-cost' && <NumberField label="Cost of one unit being one day late" unit={settings.currency} value={target.backorderCostPerUnitDay} limits={{ least: 0, isLeastOpen: true }} onCommit={(backorderCostPerUnitDay) => (backorderCostPerUnitDay === null ? undefined : onChange({ ...target, backorderCostPerUnitDay }))} />}
    </FieldGroup>
  )
}

function rounded(days: number): number {
  return Math.round(1e6 * days) / 1e6
}

function newLeg(name: string, of: Partial<LeadTimeLeg>): LeadTimeLeg {
  return { name, meanDays: 0, sdDays: 0, isAfterBorder: false, isWorkingDays: false, ...of }
}
