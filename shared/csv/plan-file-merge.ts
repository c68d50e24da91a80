import type { PlanDocument } from '../plan/plan-document'
import { planMerge, type MergeBase, type MergeItem, type PlanMerge } from '../plan/plan-merge'
import { checksOfPlan, type PlanFileChecks } from './plan-file-checks'
import type { PlanFileReading } from './plan-file'

/** What a plan file is merged with. */
export type PlanFileMergeInputs = {
  /** My plan as it is. */
  readonly mine: PlanDocument
  /** The file as read. */
  readonly file: Pick<PlanFileReading, 'plan' | 'revision' | 'basedOn' | 'savedBy' | 'savedDate' | 'checks'>
  /** States of my plan that are kept, by their names (`planRevision`), newest first. */
  readonly states: readonly { readonly revision: string; readonly plan: PlanDocument }[]
  /** Names of states of my plan that were exported once and are no longer kept. */
  readonly forgottenRevisions?: ReadonlySet<string>
  /** Their parts that are taken for mine under another id. */
  readonly joins?: readonly { readonly theirId: string; readonly myId: string }[]
}

/**
 * A colleague's plan file merged with my plan: three-way where the state it was made from is kept here, else row by row
 * by its check codes, else two-way.
 *
 * A file that was only edited in a spreadsheet names the state it shows; one saved by another program's user names the
 * state that was made from. Rows that were copied in a spreadsheet are proposals.
 *
 * @param inputs my plan, the file and the states that are kept
 */
export function planFileMerge(inputs: PlanFileMergeInputs): PlanMerge {
  const { mine, file } = inputs
  const state = [file.revision, file.basedOn].flatMap((name) => inputs.states.find((each) => each.revision === name) ?? [])[0]
  const base: MergeBase = state === undefined ? baseFromChecks(inputs) : { kind: 'plan', plan: state.plan }
  const merge = planMerge({ base, mine, theirs: file.plan, joins: inputs.joins ?? [], author: file.savedBy, savedDate: file.savedDate })
  const copied = new Set(file.checks.copiedIds)
  if (copied.size === 0) return merge
  const isCopy = (item: MergeItem): boolean => item.change === 'only-theirs' && copied.has(item.rowKey.slice(item.rowKey.indexOf(':') + 1))
  return { ...merge, items: merge.items.map((item) => (isCopy(item) ? { ...item, outcome: 'proposal', preselected: 'mine', words: 'copied from another row by them' } : item)) }
}

/** Kinds of rows by the kinds of records in the file. */
const kindsOfRecords: Readonly<Record<string, string>> = { use: 'use of assembly', 'set-aside': 'set aside' }

function baseFromChecks({ mine, file, forgottenRevisions }: PlanFileMergeInputs): MergeBase {
  const { rows, fewerKinds }: PlanFileChecks = file.checks
  const myChecks = checksOfPlan(mine)
  // Check codes that another program wrote anew tell what was edited since then, not what its user had changed before.
  const areCodesOfBase = file.revision !== null && forgottenRevisions?.has(file.revision) === true
  return {
    kind: 'checks',
    unchangedIn: (name) => {
      const theirs = rows.get(name)
      if (theirs === undefined) return null
      const codes = theirs.codes.toSorted().join()
      if (codes === (myChecks.get(name) ?? []).toSorted().join()) return 'mine'
      return areCodesOfBase && theirs.isUntouched ? 'theirs' : null
    },
    hasFewerRows: (kind) => fewerKinds.has(kindsOfRecords[kind] ?? kind),
  }
}
