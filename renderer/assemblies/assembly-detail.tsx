import { Button, Textarea } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import type { Sector } from '../../shared/plan/settings-schema'
import type { Assembly } from '../../shared/plan/plan-document'
import { sectorOptions } from '../plan/part-choices'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useRunCommand } from '../plan/use-run-command'
import { useFormats } from '../ui/app-context'
import { ChoiceField } from '../ui/choice-field'
import { NumberField } from '../ui/number-field'
import { navigate } from '../ui/route'
import { TextField } from '../ui/text-field'
import { ArticleMasses } from './article-masses'
import classes from './assemblies.module.css'
import { limitingRow, magnetMass, rowsOfUses } from './assembly-rows'
import { UsesTable } from './uses-table'

/** One product: its fields, what limits it today, and its parts. */
export function AssemblyDetail({ assembly, onDuplicate }: { readonly assembly: Assembly; readonly onDuplicate: () => void }) {
  const store = usePlanStore()
  const formats = useFormats()
  const run = useRunCommand()
  const parts = usePlan((plan) => plan.parts)
  const figuresVersion = usePlanState((state) => state.figuresVersion)
  const partById = useMemo(() => new Map(parts.map((part) => [part.id, part])), [parts])
  const rows = useMemo(() => (void figuresVersion, rowsOfUses(assembly, partById, store.figuresOf)), [assembly, partById, store, figuresVersion])
  useEffect(() => store.setVisiblePartIds(assembly.uses.map(({ partId }) => partId)), [store, assembly])
  const change = (fields: Partial<Omit<Assembly, 'id'>>, what: string): void => void run({ kind: 'change-assemblies', changes: [{ id: assembly.id, fields }] }, { label: `${what} of ${assembly.name}` })
  const limiting = limitingRow(rows)
  const mass = magnetMass(rows)
  const short = rows.filter(({ standing }) => standing.kind === 'short')
  const isStale = rows.some((row) => row.isStale)
  return (
    <div className={classes.detail}>
      <section className={classes.card} aria-labelledby="product-heading">
        <div className={classes.cardHead}>
          <h2 id="product-heading" className={classes.heading}>
            {assembly.name}
          </h2>
          <div className={classes.actions}>
            <Button size="xs" variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={onDuplicate}>
              Duplicate
            </Button>
            <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => run({ kind: 'delete-assemblies', ids: [assembly.id] }, { label: `Delete ${assembly.name}`, done: `Deleted ${assembly.name}. Undo brings it back.` })}>
              Delete
            </Button>
          </div>
        </div>
        <div className={classes.fields}>
          <TextField label="Name" value={assembly.name} isRequired onCommit={(name) => change({ name }, 'Change the name')} />
          <NumberField label="Builds per week" unit="a week" value={assembly.buildsPerWeek} limits={{ least: 0 }} onCommit={(buildsPerWeek) => (buildsPerWeek === null ? undefined : change({ buildsPerWeek }, 'Change the build rate'))} />
          <ChoiceField label="Sector" options={sectorOptions} value={assembly.sector} onChange={(sector) => change({ sector: sector as Sector }, 'Change the sector')} />
          <Textarea label="Note" autosize minRows={1} key={assembly.note} defaultValue={assembly.note} maxLength={20_000} className={classes.wide ?? ''} onBlur={(event) => (event.currentTarget.value === assembly.note ? undefined : change({ note: event.currentTarget.value }, 'Change the note'))} />
        </div>
      </section>
      <section className={classes.card} aria-labelledby="uses-heading">
        <div className={classes.cardHead}>
          <h2 id="uses-heading" className={classes.heading}>
            Magnets in one product
          </h2>
          {rows.length > 0 && (
            <span className={classes.soft}>
              {mass.isWhole ? '' : 'At least '}
              {formats.rough(mass.kg)} kg of magnets{mass.isWhole ? '' : '; the mass of some parts is not known'}
            </span>
          )}
        </div>
        {limiting !== null && limiting.weeksOfStock !== null && (
          <p className={classes.limit} data-tone={short.length > 0 ? 'bad' : undefined} data-stale={isStale ? '' : undefined}>
            Limited by{' '}
            <button type="button" className={classes.link} onClick={() => navigate({ screen: 'part', planId: store.planId, partId: limiting.part.id })}>
              {limiting.part.partNumber}
            </button>
            : free stock on hand lasts {formats.rough(Math.max(0, limiting.weeksOfStock))} weeks, without what is on its way.
            {short.length > 0 && ` ${short.length === 1 ? `${short[0]?.part.partNumber ?? ''} is` : `${short.length} parts are`} likely to run out before an order of today arrives.`}
          </p>
        )}
        <UsesTable assembly={assembly} rows={rows} parts={parts} onChange={(uses, what) => change({ uses: [...uses] }, what)} />
        <ArticleMasses />
      </section>
    </div>
  )
}
