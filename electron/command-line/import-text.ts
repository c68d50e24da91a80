import type { CsvProblem } from '../../shared/csv/csv-problem'
import type { ImportResult } from '../../shared/csv/import-result'
import { textTable } from './text-table'

/** The result of reading a file, for people: what was understood, what is asked, problems, and what became of the lines. */
export function importText(path: string, result: ImportResult): string {
  const { understood, lines } = result
  const out: string[] = [`${path}: ${result.message}`, '']
  const known = understood.columns.filter((column) => column.header !== '')
  if (known.length > 0) {
    out.push(
      textTable([
        { heading: ['Column'], align: 'left', cells: known.map((column) => `${column.letter}  ${column.shown}`) },
        { heading: ['Read as'], align: 'left', cells: known.map((column) => column.field ?? (column.period === null ? 'left out' : 'usage')) },
        { heading: ['Because'], align: 'left', cells: known.map((column) => because(column.confidence)) },
      ]),
    )
  }
  for (const question of result.questions) {
    out.push(`Question: ${question.text}`, ...question.readings.map(({ choice, text }) => `  --answer ${quoted(`${question.id}=${choice}`)}   ${text}`), '')
  }
  const errors = result.problems.filter((problem) => problem.severity === 'error')
  const warnings = result.problems.filter((problem) => problem.severity === 'warning')
  out.push(...listed('Held', errors), ...listed('Noticed', warnings), ...hints(result))
  if (lines.total > 0) out.push(`${lines.total} lines = ${lines.imported} imported + ${lines.held} held + ${lines.skipped} skipped + ${lines.header} of headings`)
  const reasons = new Map<string, number[]>()
  for (const fate of result.fates) if (fate.fate === 'skipped') reasons.set(fate.kind, [...(reasons.get(fate.kind) ?? []), fate.line])
  for (const [kind, at] of reasons) out.push(`  skipped as ${kind}: line${at.length === 1 ? '' : 's'} ${at.slice(0, 12).join(', ')}${at.length > 12 ? ` and ${at.length - 12} more` : ''}`)
  return `${out.join('\n').trimEnd()}\n`
}

/** Options that decide what was held or left, besides those of questions. */
function hints(result: ImportResult): readonly string[] {
  const repeated = result.problems.some(({ kind }) => kind === 'repeated-key')
  const canAdd = result.understood.form === 'part-rows' || result.understood.form === 'long-usage'
  const lines = [
    ...(repeated ? [`Of several lines for one ${result.understood.kind === 'orders' ? 'order' : 'part'}, keep one with --answer repeated-keys=first or repeated-keys=last${canAdd ? ', or add them up with repeated-keys=sum' : ''}.`] : []),
    ...(result.problems.some(({ kind }) => kind === 'other-sheets') ? ['Read another sheet with --answer sheet=NAME.'] : []),
  ]
  return lines.length === 0 ? [] : [...lines, '']
}

function because(confidence: ImportResult['understood']['columns'][number]['confidence']): string {
  switch (confidence) {
    case 'certain':
      return 'the heading says so'
    case 'likely':
      return 'the heading is close to one that is known'
    case 'chosen':
      return 'you said so'
    case 'ignored':
      return 'the heading is not known'
  }
}

function quoted(text: string): string {
  return /^[\w=:@.-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function listed(heading: string, problems: readonly CsvProblem[]): readonly string[] {
  if (problems.length === 0) return []
  const shown = problems.slice(0, 40).map((problem) => `  - ${problem.sentence}`)
  return [`${heading} (${problems.length})`, ...shown, ...(problems.length > shown.length ? [`  … and ${problems.length - shown.length} more`] : []), '']
}
