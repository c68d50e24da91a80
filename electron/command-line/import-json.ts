import type { CsvProblem } from '../../shared/csv/csv-problem'
import type { ImportedOrder, ImportedPart, ImportedUsage, ImportResult } from '../../shared/csv/import-result'

/** The result of reading a file, in the form that `import --json` prints. */
export function importJson(result: ImportResult): unknown {
  const { understood } = result
  return {
    outcome: result.outcome,
    message: result.message,
    understood: {
      encoding: understood.encoding,
      ...(understood.sheet === null ? {} : { sheet: understood.sheet }),
      delimiter: understood.delimiter,
      decimal: understood.decimal,
      decimalProof: understood.decimalProof,
      headerLine: understood.headerLine,
      kind: understood.kind,
      form: understood.form,
      columns: Object.fromEntries(understood.columns.filter((column) => column.header !== '').map((column) => [column.shown, column.field ?? periodName(column.period)])),
    },
    questions: result.questions.map(({ id, kind, columns, choices, text, readings }) => ({ id, kind, columns, choices, text, readings })),
    parts: result.parts.map(partJson),
    orders: result.orders.map(orderJson),
    usage: usageJson(result.usage),
    ...(result.components.length === 0 ? {} : { components: result.components }),
    problems: result.problems.map((problem) => problemJson(problem, result.rowOfLine)),
    skipped: result.fates.filter((fate) => fate.fate === 'skipped').flatMap(({ line, lineCount, kind, reason }) => Array.from({ length: lineCount }, (_, at) => ({ line: line + at, kind, reason }))),
    held: result.fates.filter((fate) => fate.fate === 'held').map(({ line, lineCount, kind, reason }) => ({ line, lineCount, kind, reason })),
    lines: result.lines,
  }
}

function periodName(period: ImportResult['understood']['columns'][number]['period']): string | null {
  if (period === null) return null
  switch (period.kind) {
    case 'month':
    case 'week':
      return `usage ${period.period}`
    case 'month-without-year':
      return `usage month ${period.month}`
    case 'special':
      return 'special period'
  }
}

function partJson(part: ImportedPart): unknown {
  const { ownTexts, ownNumbers, otherSuppliers, ...rest } = part
  return { ...rest, ...ownTexts, ...ownNumbers, ...(otherSuppliers.length === 0 ? {} : { otherSuppliers }) }
}

function orderJson({ line, po, item, part, plant, qty, due, unit, ordered, supplier }: ImportedOrder): unknown {
  return { line, po, item, part, plant, qty, due, unit, ordered, supplier }
}

/** By part number; with the plant behind it where several plants have the part. */
function usageJson(usage: readonly ImportedUsage[]): unknown {
  const counts = new Map<string, number>()
  for (const { part } of usage) counts.set(part, (counts.get(part) ?? 0) + 1)
  return Object.fromEntries(usage.map(({ part, plant, periods }) => [(counts.get(part) ?? 0) > 1 ? `${part}@${plant}` : part, periods]))
}

function problemJson(problem: CsvProblem, rowOfLine: Readonly<Record<number, number>>): unknown {
  const { line, column, kind, sentence, severity, found } = problem
  return { line, row: line === null ? null : (rowOfLine[line] ?? line), column: column === null ? null : column.header, letter: column?.letter ?? null, kind, severity, found, text: sentence }
}
