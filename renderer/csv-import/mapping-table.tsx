import { Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { importFieldTypes, type ImportField } from '../../shared/csv/import-field'
import type { ImportChoices, ImportColumn } from '../../shared/csv/import-column'
import type { ImportSample } from '../../shared/csv/import-result'
import { useFormats } from '../ui/app-context'
import type { Formats } from '../ui/formats'
import { DataTable, type DataColumn } from '../ui/data-table'
import classes from './import.module.css'
import type { ImportView } from './import-view'
import { fieldGroups } from './import-words'

type Row = { readonly column: ImportColumn; readonly samples: readonly ImportSample[]; readonly periods: readonly ImportColumn[] }

const reasons: Readonly<Record<ImportColumn['confidence'], string>> = { certain: 'known heading', likely: 'close to a known heading', chosen: 'you said so', ignored: 'left out' }

/** Every column of the file on the user's own rows: what it is called, its values as they will be kept, and the field it fills. */
export function MappingTable({ view, choices, onChoose }: { readonly view: ImportView; readonly choices: ImportChoices; readonly onChoose: (choices: ImportChoices) => void }) {
  const formats = useFormats()
  const { columns } = view.understood
  if (columns.length === 0) return null
  const rows = mappingRows(view)
  const ignored = columns.filter((column) => column.field === null && column.period === null && column.header !== '')
  const shown: readonly DataColumn<Row>[] = [
    {
      id: 'column',
      heading: 'Column',
      isRowHeader: true,
      cell: ({ column, periods }) => (
        <span className={classes.column}>
          <span className={classes.letter}>{column.letter}</span>
          <span>{periods.length > 1 ? `${column.shown} to ${periods.at(-1)?.shown ?? ''}` : column.shown}</span>
        </span>
      ),
    },
    { id: 'samples', heading: 'Values', note: 'as found, and as they will be kept', cell: ({ column, samples }) => <Samples column={column} samples={samples} formats={formats} /> },
    {
      id: 'field',
      heading: 'Is',
      width: '220px',
      cell: ({ column, periods }) =>
        column.period === null ? (
          <Select
            aria-label={`Field of ${column.shown}`}
            searchable
            miw={170}
            allowDeselect={false}
            value={column.field ?? 'ignore'}
            data={fieldChoices(columns, column)}
            onChange={(value) => (value === null ? undefined : onChoose({ ...choices, map: { ...choices.map, [column.shown]: value } }))}
          />
        ) : (
          `Usage of ${periods.length === 1 ? 'one period' : `${periods.length} periods`}`
        ),
    },
    { id: 'why', heading: 'Because', cell: ({ column }) => <span className={`${classes.reason} ${column.confidence === 'likely' ? classes.warn : column.confidence === 'ignored' ? classes.ignored : ''}`}>{reasons[column.confidence]}</span> },
  ]
  return (
    <section className={classes.card} aria-labelledby="mapping-heading">
      <div className={classes.cardHead}>
        <div>
          <h2 id="mapping-heading" className={classes.heading}>
            What each column is
          </h2>
          {ignored.length > 0 && <p className={classes.note}>Left out: {ignored.map(({ shown: name }) => `“${name}”`).join(', ')}. Nothing of them is read.</p>}
        </div>
      </div>
      <DataTable caption="Columns of the file" columns={shown} rows={rows} rowKey={({ column }) => column.index} />
    </section>
  )
}

/** A row a column, but one for all columns of periods: a file may have sixty. */
function mappingRows({ understood: { columns }, samples }: ImportView): readonly Row[] {
  const periods = columns.filter((column) => column.period !== null)
  return columns.flatMap((column): Row[] => {
    if (column.header === '' && column.field === null && (samples[column.index] ?? []).length === 0) return []
    if (column.period !== null && column !== periods[0]) return []
    return [{ column, samples: samples[column.index] ?? [], periods: column.period === null ? [] : periods }]
  })
}

function fieldChoices(columns: readonly ImportColumn[], own: ImportColumn) {
  // What was chosen for one column is blocked for the others; what was only recognised gives way to a choice.
  const taken = new Map(columns.filter((column) => column !== own && column.confidence === 'chosen').map((column) => [column.field, column]))
  const groups = fieldGroups.map(({ group, fields }) => ({
    group,
    items: Object.entries(fields).map(([value, label]) => {
      const other = taken.get(value as ImportField)
      return { value, label: other === undefined ? label : `${label} (column ${other.letter})`, disabled: other !== undefined }
    }),
  }))
  return [{ group: 'Not read', items: [{ value: 'ignore', label: 'Leave it out', disabled: false }] }, ...groups]
}

function Samples({ column, samples, formats }: { readonly column: ImportColumn; readonly samples: readonly ImportSample[]; readonly formats: Formats }) {
  const isRead = column.field !== null || column.period !== null
  if (samples.length === 0) return <span className={classes.ignored}>nothing in it</span>
  return (
    <span className={classes.samples}>
      {samples.map(({ line, found, value }) => {
        const kept = isRead && value !== null ? storedText(value, column, formats) : null
        return (
          <span key={line}>
            {kept === found ? null : <span className={classes.found}>{found.length > 40 ? `${found.slice(0, 39)}…` : found}</span>}
            {kept === null || kept === found ? null : <IconArrowRight size={13} className={classes.arrow} role="img" aria-label="is kept as" />}
            {kept === null ? null : <span className={classes.stored}>{kept.length > 40 ? `${kept.slice(0, 39)}…` : kept}</span>}
          </span>
        )
      })}
    </span>
  )
}

function storedText(value: string | number, { field }: ImportColumn, formats: Formats): string {
  const type = field === null ? 'quantity' : importFieldTypes[field]
  if (typeof value === 'number') {
    if (type === 'percent') return formats.percent(value)
    return type === 'days' ? `${formats.exact(value)} days` : formats.exact(value)
  }
  if (type === 'date') return value === 'none' ? 'no date' : formats.date(value)
  return value
}

