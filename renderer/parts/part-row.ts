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
  /** What is wrong or doubtful, by column. */
  readonly marks: ReadonlyMap<string, CellMark>
  readonly status: PartStatus
}

const noMarks: ReadonlyMap<string, CellMark> = new Map()

/** Makes rows of parts and hands out the row made before while its part, figures and problems are the same. */
export function partRowMaker(columnOfPath: (path: PlanFinding['path']) => string): (
  parts: readonly Part[],
  of: { readonly figuresOf: (partId: string) => FiguresState; readonly problemsOf: (part: Part) => readonly PlanFinding[] },
) => readonly PartRow[] {
  let known = new Map<string, PartRow>()
  return (parts, { figuresOf, problemsOf }) => {
    const next = new Map<string, PartRow>()
    const rows = parts.map((part) => {
      const figures = figuresOf(part.id)
      const problems = problemsOf(part)
      const before = known.get(part.id)
      const isSame = before !== undefined && before.part === part && before.figures === figures && before.problems === problems
      const row = isSame ? before : { part, figures, problems, marks: marksOf(problems, columnOfPath), status: partStatus(figures, problems) }
      next.set(part.id, row)
      return row
    })
    known = next
    return rows
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
