import type { CsvProblem } from '../../shared/csv/csv-problem'
import type { ImportedCell, ImportedPlanChange } from '../../shared/csv/imported-plan-change'
import { fittingJoin } from '../../shared/csv/import-joins'
import type { LineCounts } from '../../shared/csv/import-lines'
import { partMatcher } from '../../shared/csv/import-match'
import type { ImportQuestion } from '../../shared/csv/import-question'
import type { ImportResult, ImportSample, ImportUnderstanding } from '../../shared/csv/import-result'
import type { SheetChoice } from '../../shared/csv/import-sheets'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { PlanCommand, SimplePlanCommand } from '../../shared/plan/plan-command'

/** One problem of a file with its place, ready to be mended there. */
export type ProblemRow = {
  readonly kind: string
  readonly sentence: string
  readonly line: number | null
  /** Row of a spreadsheet, where it is not the line. */
  readonly sheetRow: number | null
  /** Place of the column of the cell; null for whole rows and whole files. */
  readonly columnIndex: number | null
  /** Text of the cell as it is now; null where there is none to mend. */
  readonly cell: string | null
  /** Cells of the row, to tell which it is. */
  readonly cells: readonly string[]
  /** Part numbers of the plan that a damaged one may have been. */
  readonly candidates: readonly string[]
  /** The part or order that several lines are for, of which one may be kept; null for other problems. */
  readonly repeated: { readonly name: string; readonly canAdd: boolean } | null
  /** Places at which a row with too many cells fits when it is joined there; null where that is not clear. */
  readonly join: readonly number[] | null
}

/** Problems of one kind. */
export type ProblemGroup = { readonly kind: string; readonly severity: CsvProblem['severity']; readonly count: number; readonly rows: readonly ProblemRow[] }

/** Lines that were skipped for one reason. */
export type SkippedGroup = { readonly kind: string; readonly count: number; readonly lines: readonly number[]; readonly reason: string }

/** What an import would do to the plan, as far as it is shown. */
export type ChangeView = {
  readonly addedCount: number
  readonly added: readonly { readonly partNumber: string; readonly plant: string; readonly description: string }[]
  readonly updatedPartCount: number
  /** How many values that can be declined each updated part has, by its id. */
  readonly fieldCounts: Readonly<Record<string, number>>
  readonly cellCount: number
  readonly flaggedCount: number
  /** Flagged ones first. */
  readonly cells: readonly ImportedCell[]
  readonly offers: ImportedPlanChange['offers']
  readonly leftOutCount: number
  readonly leftOut: readonly string[]
  /** Whether anything is done to assemblies. */
  readonly assemblyCount: number
}

/** What the window shows of a file that was read; made beside the window, so that a large file does not hold it up. */
export type ImportView = {
  readonly outcome: ImportResult['outcome']
  readonly message: string
  readonly understood: ImportUnderstanding
  readonly questions: readonly ImportQuestion[]
  readonly lines: LineCounts
  readonly counts: { readonly parts: number; readonly orders: number; readonly usage: number; readonly components: number }
  readonly samples: readonly (readonly ImportSample[])[]
  /** The first rows of the file, to choose the headings among them. */
  readonly firstRows: readonly { readonly line: number; readonly text: string }[]
  /** Sheets of a workbook with rows; empty for a text. */
  readonly sheets: readonly SheetChoice[]
  readonly problems: readonly ProblemGroup[]
  readonly skipped: readonly SkippedGroup[]
  /** Null while nothing can be imported. */
  readonly change: ChangeView | null
  readonly isPreview: boolean
}

const mostRowsPerKind = 1000
const mostCells = 1000
const mostJoinedCells = 200
const lacksPart: ReadonlySet<string> = new Set(['sub-row', 'no-part-number'])

/** What the window shows of a file, of what it is and of what it would do to the plan. */
export function importView(result: ImportResult, of: { readonly plan: PlanDocument; readonly change: ImportedPlanChange | null } & Pick<ImportView, 'firstRows' | 'sheets'>): ImportView {
  const { outcome, message, understood, questions, lines, samples, isPreview } = result
  return {
    outcome, message, understood, questions, lines, samples, isPreview, firstRows: of.firstRows, sheets: of.sheets,
    counts: { parts: result.parts.length, orders: result.orders.length, usage: result.usage.length, components: result.components.length },
    problems: problemGroups(result, of.plan),
    skipped: skippedGroups(result),
    change: of.change === null ? null : changeView(of.change),
  }
}

function problemGroups(result: ImportResult, plan: PlanDocument): readonly ProblemGroup[] {
  const cellsOfLine = new Map(result.heldRows.map(({ line, cells }) => [line, cells]))
  const columnOfLetter = new Map(result.understood.columns.map((column) => [column.letter, column]))
  const partColumn = result.understood.columns.find(({ field }) => field === 'part')
  let matcher: ReturnType<typeof partMatcher> | null = null
  const groups = new Map<string, { severity: CsvProblem['severity']; count: number; rows: ProblemRow[] }>()
  for (const problem of result.problems) {
    const name = `${problem.severity}/${problem.kind}`
    const group = groups.get(name) ?? { severity: problem.severity, count: 0, rows: [] }
    groups.set(name, group)
    group.count += 1
    if (group.rows.length >= mostRowsPerKind) continue
    // A row without a part number can be given one.
    const column = problem.column === null ? (lacksPart.has(problem.kind) ? partColumn : undefined) : columnOfLetter.get(problem.column.letter)
    const cells = problem.line === null ? [] : (cellsOfLine.get(problem.line) ?? [])
    const cell = problem.severity === 'error' && problem.line !== null && column !== undefined ? (cells[column.index] ?? problem.found ?? '') : null
    const isDamaged = problem.kind === 'part-number-damaged' && problem.found !== null
    if (isDamaged) matcher ??= partMatcher(plan.parts)
    const isTooLong = problem.kind === 'too-many-cells'
    group.rows.push({
      kind: problem.kind,
      sentence: problem.sentence,
      line: problem.line,
      sheetRow: problem.line === null ? null : (result.rowOfLine[problem.line] ?? null),
      columnIndex: column?.index ?? null,
      cell,
      cells: cells.slice(0, isTooLong ? mostJoinedCells : 40),
      repeated: problem.kind === 'repeated-key' && problem.found !== null ? { name: problem.found, canAdd: result.understood.form === 'part-rows' || result.understood.form === 'long-usage' } : null,
      join: isTooLong ? fittingJoin(cells, result.understood.columns, result.understood.delimiter) : null,
      candidates: isDamaged ? (matcher?.offers(problem.found ?? '', '') ?? []).slice(0, 20).map((part) => part.partNumber) : [],
    })
  }
  const list = [...groups].map(([name, group]) => ({ kind: name.slice(name.indexOf('/') + 1), ...group }))
  return list.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || b.count - a.count)
}

function skippedGroups(result: ImportResult): readonly SkippedGroup[] {
  const groups = new Map<string, { count: number; lines: number[]; reason: string }>()
  for (const { fate, kind, line, lineCount, reason } of result.fates) {
    if (fate !== 'skipped') continue
    const group = groups.get(kind) ?? { count: 0, lines: [], reason }
    groups.set(kind, group)
    group.count += lineCount
    if (group.lines.length < 12) group.lines.push(line)
  }
  return [...groups].map(([kind, group]) => ({ kind, ...group }))
}

function changeView(change: ImportedPlanChange): ChangeView {
  const flagged = change.cells.filter(({ flag }) => flag !== null)
  const others = change.cells.filter(({ flag }) => flag === null)
  const names = new Map<string, Set<string>>()
  for (const cell of change.cells) names.set(cell.partId, (names.get(cell.partId) ?? new Set()).add(declinableCell(cell)))
  const commands = change.command?.kind === 'several' ? change.command.commands : []
  return {
    addedCount: change.added.length,
    added: change.added.slice(0, 500).map(({ partNumber, plant, description }) => ({ partNumber, plant, description })),
    updatedPartCount: names.size,
    fieldCounts: Object.fromEntries([...names].map(([partId, fields]) => [partId, fields.size])),
    cellCount: change.cells.length,
    flaggedCount: flagged.length,
    cells: [...flagged, ...others].slice(0, mostCells),
    offers: change.offers.slice(0, 200),
    leftOutCount: change.leftOut.length,
    leftOut: change.leftOut.slice(0, 300),
    assemblyCount: commands.reduce((sum, command) => sum + (command.kind === 'add-assemblies' ? command.items.length : command.kind === 'change-assemblies' ? command.changes.length : 0), 0),
  }
}

/** What the user takes of a change: every new part or none, and every cell but some. */
export type TakenChange = { readonly takesAdded: boolean; readonly declinedCells: readonly string[] }

/** How many parts are still updated when some of their values are declined. */
export function updatedParts(change: ChangeView, declinedCells: readonly string[]): number {
  const declined = new Map<string, number>()
  for (const name of declinedCells) {
    const partId = name.slice(0, name.indexOf('|'))
    declined.set(partId, (declined.get(partId) ?? 0) + 1)
  }
  return change.updatedPartCount - [...declined].filter(([partId, count]) => count >= (change.fieldCounts[partId] ?? 1)).length
}

/** The name under which a cell is declined; months of usage and orders of a part go together. */
export function declinableCell({ partId, field }: Pick<ImportedCell, 'partId' | 'field'>): string {
  return `${partId}|${field.startsWith('usage ') ? 'usageHistory' : field.startsWith('order ') ? 'openOrders' : field}`
}

/** The command of a change without what the user declined; null when nothing is left. */
export function takenCommand(change: ImportedPlanChange, taken: TakenChange): PlanCommand | null {
  const { command } = change
  if (command?.kind !== 'several') return command
  const declined = new Set(taken.declinedCells)
  const commands = command.commands.flatMap((each): SimplePlanCommand[] => {
    if (each.kind === 'add-parts') return taken.takesAdded ? [each] : []
    if (each.kind !== 'change-parts' || declined.size === 0) return [each]
    const changes = each.changes
      .map(({ id, fields }) => ({ id, fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !declined.has(`${id}|${field}`))) }))
      .filter(({ fields }) => Object.keys(fields).length > 0)
    return changes.length === 0 ? [] : [{ ...each, changes }]
  })
  return commands.length === 0 ? null : { ...command, commands }
}
