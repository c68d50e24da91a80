import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { textFromBytes } from '../../shared/csv/bytes-to-text'
import { fileFormOf } from '../../shared/csv/file-form'
import { importedPlanChange, type ImportedPlanChange } from '../../shared/csv/imported-plan-change'
import type { ImportResult } from '../../shared/csv/import-result'
import { placedSentence } from '../../shared/csv/plan-from-bytes'
import { readPlanFile, writtenPlanFile } from '../../shared/csv/plan-file'
import { planRevision } from '../../shared/csv/plan-revision'
import { newPlan } from '../../shared/plan/new-plan'
import { partMatcher } from '../../shared/csv/import-match'
import type { Part } from '../../shared/plan/part-schema'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { appVersion } from '../app-version'
import { fileErrorSentence } from '../files/file-errors'
import { idMaker } from '../id-maker'
import { computerFileForm } from '../services/computer-file-form'
import { savedTo } from './command'
import type { Output } from './output'
import { textTable } from './text-table'

/** What `--into` did, or why it did nothing. */
export type ImportInto = { readonly change: ImportedPlanChange | null; readonly isWritten: boolean; readonly damaged?: readonly DamagedPart[] }

/** A part number that a spreadsheet damaged, and the parts of the plan it may have been. */
type DamagedPart = { readonly found: string; readonly line: number; readonly candidates: readonly Part[] }

/**
 * Applies a file that was read to a plan file as one step and writes the plan back; a plan that is not there yet is begun.
 * Nothing is written while something is asked, or when nothing changes.
 */
export async function importInto(path: string, result: ImportResult, of: { readonly source: string; readonly matches: Readonly<Record<string, string>> }, output: Output): Promise<ImportInto> {
  const none: ImportInto = { change: null, isWritten: false }
  const say = (sentence: string): ImportInto => {
    output.error(`error: ${sentence}\n`)
    return none
  }
  const notReady = result.outcome === 'imported' ? null : `${path}: nothing was written, because ${result.outcome === 'question' ? 'questions are open' : 'nothing could be read'}.`
  if (notReady !== null && !existsSync(path)) return say(notReady)
  const form = fileFormOf('this-computer', computerFileForm())
  let file = { plan: newPlan({ id: idMaker('pl'), title: basename(path).replace(/\.[^.]{1,9}$/u, '') || 'Imported', scenarios: builtInScenarios }), decimal: form.decimal, delimiter: form.delimiter, appVersion } as Parameters<typeof writtenPlanFile>[0]
  const isNew = !existsSync(path)
  if (!isNew) {
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (error) {
      return say(fileErrorSentence(path, error))
    }
    const text = textFromBytes(bytes)
    if (!text.ok) return say(`${path}: ${text.problem.sentence}`)
    const reading = readPlanFile(text.value.text, { idMaker })
    if (!reading.ok) return say(`${path} is no plan file that can be read, so nothing was written: ${placedSentence(reading.problem[0] as (typeof reading.problem)[number])}`)
    const { plan, decimal, delimiter, kept } = reading.value
    file = { plan, decimal, delimiter, appVersion, kept, basedOn: planRevision(plan) }
  }
  const damaged = damagedParts(result, file.plan.parts)
  if (notReady !== null) return { ...say(notReady), damaged }
  const change = importedPlanChange(file.plan, result, { decisions: { matches: of.matches, addsParts: true }, idMaker, label: `Import of ${of.source}` })
  if (change.command === null) return { change, isWritten: false, damaged }
  const after = planAfterCommand(file.plan, change.command)
  if (!after.ok) return say(`${path}: the import does not fit into the plan, so nothing was written: ${after.problem.sentence}`)
  const { plan } = after.value
  const isWritten = await savedTo(path, writtenPlanFile({ ...file, plan, appVersion, revision: planRevision(plan) }), output)
  return { change, isWritten, damaged }
}

function damagedParts(result: ImportResult, parts: readonly Part[]): readonly DamagedPart[] {
  const matcher = partMatcher(parts)
  return result.problems
    .flatMap(({ kind, found, line }) => (kind === 'part-number-damaged' && found !== null && line !== null ? [{ found, line, candidates: matcher.offers(found, '') }] : []))
    .filter(({ candidates }) => candidates.length > 0)
}

/** What an import does to a plan, for people: parts added, cells before and after with flags, offers and what was left out. */
export function planChangeText(path: string, { change, isWritten, damaged = [] }: ImportInto): string {
  if (change === null) return damagedText(damaged)
  const parts = new Set(change.cells.map((cell) => cell.partId)).size
  const flagged = change.cells.filter((cell) => cell.flag !== null)
  const lines = [`${path}: ${change.added.length} parts added, ${parts} updated (${change.cells.length} cells)${isWritten ? '' : '; nothing was written'}.`, '']
  const cells = [...flagged, ...change.cells.filter((cell) => cell.flag === null)].slice(0, 40)
  if (cells.length > 0) {
    lines.push(textTable([
      { heading: ['Part'], align: 'left', cells: cells.map((cell) => cell.partNumber) },
      { heading: ['Field'], align: 'left', cells: cells.map((cell) => cell.field) },
      { heading: ['Before'], align: 'right', cells: cells.map((cell) => cell.before) },
      { heading: ['After'], align: 'right', cells: cells.map((cell) => cell.after) },
      { heading: ['Check'], align: 'left', cells: cells.map((cell) => (cell.flag === null ? '' : flagWords[cell.flag])) },
    ]))
    if (change.cells.length > cells.length) lines.push(`… and ${change.cells.length - cells.length} more cells`)
  }
  for (const offer of change.offers) {
    lines.push(`“${offer.key}” (line ${offer.line}) may be ${offer.candidates.map((part) => `${part.partNumber}${part.plant === '' ? '' : `@${part.plant}`}`).join(' or ')}; nothing was taken. Decide with`)
    for (const part of offer.candidates) lines.push(`  --match '${offer.key}=${part.id}'`)
    lines.push(`  --match '${offer.key}=new'`)
  }
  if (damaged.length > 0) lines.push(damagedText(damaged).trimEnd())
  if (change.leftOut.length > 0) lines.push(`Left out (${change.leftOut.length})`, ...change.leftOut.slice(0, 40).map((text) => `  - ${text}`))
  return `${lines.join('\n').trimEnd()}\n`
}

function damagedText(damaged: readonly DamagedPart[]): string {
  const lines = damaged.flatMap(({ found, line, candidates }) => [
    `“${found}” (line ${line}) may have been ${candidates.map(({ partNumber }) => partNumber).join(' or ')} before a spreadsheet saved it; the line was held. Decide with`,
    ...candidates.map(({ partNumber }) => `  --answer 'part:${found}=${partNumber}'`),
  ])
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

const flagWords = { 'factor-10': 'ten times?', 'factor-1000': 'a thousand times?', 'over-5x': 'over fivefold' } as const
