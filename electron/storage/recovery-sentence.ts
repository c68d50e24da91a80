import type { PlanSectionName } from '../../shared/plan/plan-sections'
import type { PlanLoss, Salvage, SalvagedPlan } from './salvage'

const mostNamed = 5

const sectionWords: Readonly<Record<PlanSectionName, string>> = { settings: 'settings', parts: 'parts', assemblies: 'assemblies', timeline: 'own entries of the timeline', scenarios: 'scenarios' }

/**
 * What a planner is told when the library was damaged: where the file is, what came back, what of which plan is missing,
 * and what to do.
 *
 * @param salvage what was saved, and what was not
 * @param of where the damaged file lies, and the newest sound backup, if there is one
 */
export function recoverySentence(salvage: Salvage, of: { readonly setAsideFolder: string; readonly backup: string | null }): string {
  const { plans, lost } = salvage
  const saved = `${plans.length} ${plans.length === 1 ? 'plan was' : 'plans were'} recovered from it`
  const named = lost.flatMap(({ name }) => (name === null ? [] : [`“${name}”`]))
  const gone = lost.length === 0 ? '' : `, ${lost.length} could not be${named.length === 0 ? '' : ` (${listed(named)})`}`
  const troubles = plans.flatMap(troubleOf)
  const details = troubles.length === 0 ? '' : ` ${listed(troubles)}.`
  return `The plan library was damaged. The damaged file lies in ${of.setAsideFolder}; ${saved}${gone}.${details} ${adviceOf(of.backup, troubles.length + lost.length > 0)}`
}

function adviceOf(backup: string | null, isSomethingMissing: boolean): string {
  if (!isSomethingMissing) return backup === null ? 'There is no backup to compare with.' : `If something is missing, restore the backup ${backup}.`
  const elsewhere = 'Enter what is missing again, or import it from a plan file or your ERP; keep the damaged file until you have it.'
  return backup === null ? `There is no backup. ${elsewhere}` : `The backup ${backup} may have it: save the plans you have as files, then restore it. ${elsewhere}`
}

function troubleOf({ name, state, loss }: SalvagedPlan): readonly string[] {
  const lacking = [...(loss === null ? [] : lossWords(loss)), ...(state === 'checkpoint' ? ['the changes made last'] : [])]
  const words = [...(state === 'revision' ? ['is as it was in an earlier version'] : []), ...(lacking.length === 0 ? [] : [`lacks ${joined(lacking)}`])]
  return words.length === 0 ? [] : [`“${name}” ${joined(words)}`]
}

function lossWords({ partCount, ofParts, sections }: PlanLoss): readonly string[] {
  const parts = partCount === 0 ? [] : [partCount === null || ofParts === null ? 'some of its parts' : `${partCount} of its ${ofParts} parts`]
  return [...parts, ...sections.map((name) => `its ${sectionWords[name]}`)]
}

function listed(words: readonly string[]): string {
  const more = words.length - mostNamed
  return more <= 0 ? joined(words) : `${words.slice(0, mostNamed).join(', ')} and ${more} more`
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
