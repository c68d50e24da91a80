import type { Part } from '../../shared/plan/part-schema'
import type { PlanFinding } from '../../shared/plan/plan-problem'
import type { FiguresState } from '../plan/calculations'
import type { CellMark } from '../ui/grid/grid-column'
import { partStatus, type PartStatus } from './part-status'

/** A part with all that the grid shows of it. The same object as long as nothing of it has changed. */
export type PartRow = {
  readonly part: Part
  readonly figures: FiguresState
  readonly problems: readonly PlanFinding[]
  readonly errorCount: number
  /** What is wrong or doubtful, by column. */
  readonly marks: ReadonlyMap<string, CellMark>
  readonly status: PartStatus
}

/** The rows of the plan, and a key that is the same as long as the same parts stand in the same order. */
export type PartRowList = { readonly rows: readonly PartRow[]; readonly listKey: object }

const noMarks: ReadonlyMap<string, CellMark> = new Map()

/** Makes rows of parts and hands out the row made before, and the list, while part, figures and problems are the same. */
export function partRowMaker(columnOfPath: (path: PlanFinding['path']) => string): (
  parts: readonly Part[],
  of: { readonly figuresOf: (partId: string) => FiguresState; readonly problemsOf: (part: Part) => readonly PlanFinding[] },
) => PartRowList {
  let last: readonly PartRow[] = []
  let listKey: object = {}
  const madeRow = (part: Part, figures: FiguresState, problems: readonly PlanFinding[]): PartRow => new LazyPartRow({ part, figures, problems, columnOfPath })
  return (parts, { figuresOf, problemsOf }) => {
    let elsewhere: Map<string, PartRow> | null = null
    // A part nearly always stands where it stood before.
    const rowBefore = (id: string, index: number): PartRow | undefined => {
      const before = last[index]
      if (before?.part.id === id) return before
      elsewhere ??= new Map(last.map((row) => [row.part.id, row]))
      return elsewhere.get(id)
    }
    let isSameList = parts.length === last.length
    let isSameOrder = isSameList
    const rows = parts.map((part, index) => {
      const figures = figuresOf(part.id)
      const problems = problemsOf(part)
      const before = rowBefore(part.id, index)
      const isSame = before !== undefined && before.part === part && before.figures === figures && before.problems === problems
      const row = isSame ? before : madeRow(part, figures, problems)
      if (row !== last[index]) {
        isSameList = false
        if (before !== last[index]) isSameOrder = false
      }
      return row
    })
    if (!isSameList) last = rows
    if (!isSameOrder) listKey = {}
    return { rows: last, listKey }
  }
}

/** A row whose status and marks are worked out when they are first looked at: most of ten thousand rows are out of sight. */
class LazyPartRow implements PartRow {
  readonly part: Part
  readonly figures: FiguresState
  readonly problems: readonly PlanFinding[]
  readonly #columnOfPath: (path: PlanFinding['path']) => string
  #marks: ReadonlyMap<string, CellMark> | null = null
  #status: PartStatus | null = null

  constructor(of: Pick<PartRow, 'part' | 'figures' | 'problems'> & { readonly columnOfPath: (path: PlanFinding['path']) => string }) {
    this.part = of.part
    this.figures = of.figures
    this.problems = of.problems
    this.#columnOfPath = of.columnOfPath
  }

  get errorCount(): number {
    return this.problems.length === 0 ? 0 : this.problems.filter(({ severity }) => severity === 'error').length
  }

  get marks(): ReadonlyMap<string, CellMark> {
    this.#marks ??= marksOf(this.problems, this.#columnOfPath)
    return this.#marks
  }

  get status(): PartStatus {
    this.#status ??= partStatus(this.figures, this.problems)
    return this.#status
  }
}

function marksOf(problems: readonly PlanFinding[], columnOfPath: (path: PlanFinding['path']) => string): ReadonlyMap<string, CellMark> {
  if (problems.length === 0) return noMarks
  const marks = new Map<string, CellMark>()
  // An error is shown before a warning of the same cell.
  for (const { path, severity, text } of [...problems].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1))) {
    const id = columnOfPath(path)
    const sentence = `${severity === 'error' ? 'Error' : 'Warning'}: ${text}.`
    const before = marks.get(id)
    marks.set(id, before === undefined ? { tone: severity, sentence } : { ...before, sentence: `${before.sentence} ${sentence}` })
  }
  return marks
}
