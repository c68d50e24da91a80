import type { Part } from '../../shared/plan/part-schema'
import type { CellOption, CellValue } from '../ui/grid/cell-type'
import { field, figureColumn, inputColumn, summaryColumn, type ColumnContext, type PartColumn } from './part-column'

const number = { kind: 'number' } as const
const required = { kind: 'number', isRequired: true } as const

/** How much is used, and where that is known from. */
export function usageColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Usage'
  return [
    inputColumn(context, {
      id: 'usageFrom', title: 'Usage from', help: 'Where the usage is known from.', group, width: 126, paths: ['usage.kind'], type: { kind: 'choice', options: usageOptions },
      valueIn: usageFrom, fieldsWith: withUsageFrom,
    }),
    inputColumn(context, {
      id: 'usageMean', title: 'Stated usage', help: 'Mean usage per week or month, where it is stated.', group, width: 124, paths: ['usage.mean', 'usage'], type: required, unit: 'part', readOnlyReason: notStated,
      valueIn: ({ usage }) => (usage.kind === 'stated' ? usage.mean : null),
      fieldsWith: ({ usage }, value) => (usage.kind === 'stated' ? { usage: { ...usage, mean: value as number } } : {}),
    }),
    inputColumn(context, {
      id: 'usageSd', title: 'Usage SD', help: 'Standard deviation of the usage per week or month; empty where it is not known.', group, width: 112, paths: ['usage.sd', 'usage.sdPerWeek'], type: number, unit: 'part',
      readOnlyReason: ({ usage }) => (usage.kind === 'history' ? 'The standard deviation is taken from its usage history.' : null),
      valueIn: ({ usage }) => (usage.kind === 'stated' ? usage.sd : usage.kind === 'build-plan' ? usage.sdPerWeek : null),
      fieldsWith: ({ usage }, value) => {
        const sd = value as number | null
        return usage.kind === 'stated' ? { usage: { ...usage, sd } } : usage.kind === 'build-plan' ? { usage: { ...usage, sdPerWeek: sd } } : {}
      },
      assumption: ({ usage }) =>
        (usage.kind === 'stated' && usage.sd === null) || (usage.kind === 'build-plan' && usage.sdPerWeek === null) ? 'Not known, so the plan’s default variation is taken.' : null,
    }),
    summaryColumn(context, {
      id: 'usageHistory', title: 'Usage history', help: 'How many periods of past usage are known.', group, width: 132, type: { kind: 'text' }, paths: ['usageHistory', 'forecast'], editedIn: 'Open the part to edit its usage history.',
      valueIn: ({ usageHistory }) => (usageHistory.length === 0 ? '' : `${usageHistory.length} periods to ${usageHistory.reduce((last, { startDate }) => (startDate > last ? startDate : last), '').slice(0, 7)}`),
    }),
    figureColumn(context, { id: 'usagePerWeek', title: 'Usage per week', help: 'Mean usage per week that the levels are computed with.', group, width: 136, unit: 'part', valueIn: ({ usagePerWeek }) => usagePerWeek, shown: (value) => (typeof value === 'number' ? context.formats.rough(value) : '–') }),
    inputColumn(context, { id: 'demandFamily', title: 'Distribution', help: 'Distribution of usage over time.', group, width: 146, type: { kind: 'choice', options: familyOptions }, ...field('demandFamily') }),
  ]
}

const usageOptions: readonly CellOption[] = [
  { value: 'history', label: 'History' },
  { value: 'week', label: 'Stated per week', words: ['stated'] },
  { value: 'month', label: 'Stated per month' },
  { value: 'build-plan', label: 'Build plan' },
]

const familyOptions: readonly CellOption[] = [
  { value: null, label: 'Gamma (default)' },
  { value: 'gamma', label: 'Gamma' },
  { value: 'normal', label: 'Normal' },
  { value: 'negative-binomial', label: 'Negative binomial' },
]

function notStated({ usage }: Part): string | null {
  if (usage.kind === 'stated') return null
  return `Usage is taken from ${usage.kind === 'history' ? 'its history' : 'the build plan'}; choose “Stated” in the column Usage from to type it here.`
}

function usageFrom({ usage }: Part): CellValue {
  return usage.kind === 'stated' ? usage.per : usage.kind
}

function withUsageFrom({ usage }: Part, value: CellValue): Partial<Part> {
  if (value === 'history') return { usage: { kind: 'history' } }
  if (value === 'build-plan') return { usage: { kind: 'build-plan', sdPerWeek: null } }
  const stated = usage.kind === 'stated' ? usage : { mean: 0, sd: null }
  return { usage: { kind: 'stated', per: value === 'month' ? 'month' : 'week', mean: stated.mean, sd: stated.sd } }
}
