import { importFieldTypes } from './import-field'
import type { ImportColumn } from './import-column'
import { plainText } from './import-column'
import type { ImportSample } from './import-result'
import type { ImportRow } from './import-row'

const mostSamples = 3

/** Collects the first values of every column, as they will be kept. */
export type SampleCollector = {
  /** Takes what a row has for columns that have too few yet. */
  readonly take: (row: ImportRow) => void
  /** The samples so far, by place of the column. */
  readonly samples: () => readonly (readonly ImportSample[])[]
}

/**
 * A collector of the first values of every column: as found, and as they were read.
 *
 * @param columns columns of the table
 *
 * @example
 * sampleCollector([]).samples() // => []
 */
export function sampleCollector(columns: readonly ImportColumn[]): SampleCollector {
  const samples: ImportSample[][] = columns.map(() => [])
  let open = columns.length
  return {
    take: (row) => {
      if (open === 0) return
      for (const [at, column] of columns.entries()) {
        const list = samples[at] as ImportSample[]
        const found = plainText(row.row.cells[column.index] ?? '')
        if (list.length >= mostSamples || found === '') continue
        list.push({ line: row.row.line, found, value: valueOf(row, column) })
        if (list.length === mostSamples) open -= 1
      }
    },
    samples: () => samples,
  }
}

function valueOf(row: ImportRow, column: ImportColumn): string | number | null {
  if (column.period !== null) return row.usage.get(column.index) ?? null
  const { field } = column
  if (field === null) return null
  switch (importFieldTypes[field]) {
    case 'date':
      return row.dates[field] ?? null
    case 'unit':
      return row.unit
    case 'currency':
      return row.currency
    case 'money': {
      const price = row.numbers[field]
      const per = (row.numbers.priceUnit ?? 1) * row.priceFor
      return price === undefined ? null : per > 0 ? Number((price / per).toPrecision(12)) : null
    }
    default:
      return row.numbers[field] ?? row.texts[field] ?? null
  }
}
