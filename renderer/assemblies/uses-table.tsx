import { ActionIcon, Button, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import type { Assembly } from '../../shared/plan/plan-document'
import { usePlanStore } from '../plan/plan-context'
import { useRunCommand } from '../plan/use-run-command'
import { useFormats } from '../ui/app-context'
import { DataTable } from '../ui/data-table'
import { HelpTerm } from '../ui/help-term'
import { NumberField } from '../ui/number-field'
import { navigate } from '../ui/route'
import classes from './assemblies.module.css'
import { usageFromBuildPlan, usageWithoutBuildPlan, type StockStanding, type UseRow } from './assembly-rows'

type Use = Assembly['uses'][number]

/** The parts of a product: how many, how much scrap, the usage that follows, where the part takes its usage from, and how it stands. */
export function UsesTable(props: { readonly assembly: Assembly; readonly rows: readonly UseRow[]; readonly parts: readonly Part[]; readonly onChange: (uses: readonly Use[], what: string) => void }) {
  const { assembly, rows, parts, onChange } = props
  const store = usePlanStore()
  const formats = useFormats()
  const replace = (partId: string, fields: Partial<Use>, what: string): void => onChange(assembly.uses.map((use) => (use.partId === partId ? { ...use, ...fields } : use)), what)
  return (
    <>
      {rows.length === 0 ? (
        <p className={classes.soft}>No parts yet. Add the first magnet that goes into this product.</p>
      ) : (
        <DataTable
          caption={`Magnets in ${assembly.name}`}
          rows={rows}
          rowKey={({ part }) => part.id}
          columns={[
            {
              id: 'part',
              heading: 'Part',
              isRowHeader: true,
              cell: ({ part }) => (
                <>
                  <button type="button" className={classes.link} onClick={() => navigate({ screen: 'part', planId: store.planId, partId: part.id })}>
                    {part.partNumber}
                  </button>
                  <span className={classes.description}>{part.description}</span>
                </>
              ),
            },
            {
              id: 'quantity',
              heading: 'In one product',
              cell: ({ part, quantityPerProduct }) => (
                <NumberField label={null} ariaLabel={`${part.partNumber} in one product`} unit={part.unit} width={120} value={quantityPerProduct} limits={{ least: 0, isLeastOpen: true }} onCommit={(quantity) => (quantity === null ? undefined : replace(part.id, { quantityPerProduct: quantity }, `Change ${part.partNumber}`))} />
              ),
            },
            {
              id: 'scrap',
              heading: <HelpTerm term="scrap" />,
              cell: ({ part, scrapRate }) => <NumberField label={null} ariaLabel={`Scrap of ${part.partNumber}`} width={84} value={scrapRate} limits={{ isPercent: true, least: 0, most: 10 }} onCommit={(rate) => (rate === null ? undefined : replace(part.id, { scrapRate: rate }, `Change the scrap of ${part.partNumber}`))} />,
            },
            { id: 'usage', heading: 'Takes a week', align: 'end', cell: ({ part, usagePerWeek }) => <span className={classes.figure}>{`${formats.rough(usagePerWeek)} ${part.unit}`}</span> },
            { id: 'basis', heading: 'Usage of the part', cell: (row) => <UsageBasis row={row} /> },
            { id: 'standing', heading: 'Today', cell: (row) => <Standing row={row} /> },
            {
              id: 'remove',
              heading: <span className="visually-hidden">Remove</span>,
              align: 'end',
              cell: ({ part }) => (
                <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${part.partNumber}`} onClick={() => onChange(assembly.uses.filter(({ partId }) => partId !== part.id), `Remove ${part.partNumber}`)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              ),
            },
          ]}
        />
      )}
      <PartPicker assembly={assembly} parts={parts} onPick={(part) => onChange([...assembly.uses, { partId: part.id, quantityPerProduct: 1, scrapRate: 0 }], `Add ${part.partNumber}`)} />
    </>
  )
}

function UsageBasis({ row }: { readonly row: UseRow }) {
  const { part, isFromBuildPlan } = row
  const store = usePlanStore()
  const run = useRunCommand()
  const toggle = (): void => {
    const value = store.figuresOf(part.id).value
    const figures = value?.kind === 'figures' ? value : null
    const usage = isFromBuildPlan ? usageWithoutBuildPlan(part, figures) : usageFromBuildPlan(part, figures)
    run({ kind: 'change-parts', changes: [{ id: part.id, fields: { usage } }] }, { label: isFromBuildPlan ? `Detach ${part.partNumber} from the build plan` : `Take the usage of ${part.partNumber} from the build plan` })
  }
  const offer = !isFromBuildPlan ? 'Use the build plan' : part.usageHistory.length >= 3 ? 'Use its history' : 'State it instead'
  const other = part.usage.kind === 'history' ? 'from its history' : 'stated'
  return (
    <span className={classes.basis}>
      {isFromBuildPlan ? 'from the build plan' : other}
      <Button size="compact-xs" variant="default" aria-label={`${offer} for ${part.partNumber}`} onClick={toggle}>
        {offer}
      </Button>
    </span>
  )
}

const tones: Readonly<Record<StockStanding['kind'], 'neutral' | 'good' | 'warn' | 'bad'>> = { pending: 'neutral', problem: 'bad', short: 'bad', order: 'warn', enough: 'good' }

function Standing({ row }: { readonly row: UseRow }) {
  const { standing, part, isStale } = row
  const formats = useFormats()
  const words = (): string => {
    switch (standing.kind) {
      case 'pending':
        return 'being computed'
      case 'problem':
        return standing.sentence
      case 'short':
        return `Short: the position lasts ${formats.days(Math.max(0, standing.positionDays))} days, an order takes ${formats.days(standing.leadTimeDays)}`
      case 'order':
        return `Order ${formats.quantityWithUnit(standing.quantity, part.unit)} now`
      case 'enough':
        return 'Enough'
    }
  }
  return (
    <span className={classes.standing} data-tone={tones[standing.kind]} data-stale={isStale ? '' : undefined}>
      {words()}
    </span>
  )
}

const mostOffered = 40

function PartPicker({ assembly, parts, onPick }: { readonly assembly: Assembly; readonly parts: readonly Part[]; readonly onPick: (part: Part) => void }) {
  const [search, setSearch] = useState('')
  const options = useMemo(() => {
    const used = new Set(assembly.uses.map(({ partId }) => partId))
    return parts.filter(({ id }) => !used.has(id)).map(({ id, partNumber, description }) => ({ value: id, label: description === '' ? partNumber : `${partNumber} · ${description}` }))
  }, [assembly, parts])
  if (parts.length === 0) return <p className={classes.soft}>The plan has no parts. Add them on the Parts screen first.</p>
  return (
    <Select
      className={classes.picker ?? ''}
      label="Add a part"
      placeholder="Part number or description"
      searchable
      limit={mostOffered}
      nothingFoundMessage="No part has this in its number or description, or it is in the product already."
      data={options}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(partId) => {
        const part = parts.find(({ id }) => id === partId)
        setSearch('')
        if (part !== undefined) onPick(part)
      }}
    />
  )
}
