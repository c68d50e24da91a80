import { civilDate } from '../../shared/calendar/civil-date'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importedFile, importSteps, type ImportInput, type ImportProgress } from '../../shared/csv/import-file'
import { choicesFromMemory, rememberedChoices, type ImportMemory } from '../../shared/csv/import-memory'
import type { ImportMends } from '../../shared/csv/import-mends'
import { importSource, type ImportSource } from '../../shared/csv/import-workbook'
import type { ImportResult } from '../../shared/csv/import-result'
import { sheetChoices } from '../../shared/csv/import-sheets'
import { importedPlanChangeSteps, type ImportedPlanChange } from '../../shared/csv/imported-plan-change'
import { rejectedRows } from '../../shared/csv/rejected-rows'
import { newId, type IdPrefix } from '../../shared/plan/new-id'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { ImportAnswer, ImportRequest, ImportStage } from './import-messages'
import { decodeText, firstRowsOf, headRowsOf, workbookTools } from './import-source'
import { importView, takenCommand, type ImportView } from './import-view'

type Opened = { readonly fileName: string; readonly source: Promise<ImportSource>; readonly size: number; readonly today: string; readonly memory: ImportMemory }
type Read = { readonly result: ImportResult; readonly unaided: ImportResult; readonly choices: ImportChoices; readonly isRemembered: boolean; change: ImportedPlanChange | null; readonly beside: Pick<ImportView, 'firstRows' | 'sheets'> }

const nothingChosen: ImportChoices = { kind: null, map: {}, answers: {} }
// Enough rows to know the headings and to show what was understood.
const previewRows = 500
const largeBytes = 1_000_000
const millisecondsBetweenProgress = 100

/** What a worker does with each request, without the worker around it. */
export type ImportCore = { readonly answer: (request: ImportRequest) => Promise<void> }

/** A reader of files that keeps the one it was given last, and what it found in it. */
export function importCore(of: { readonly post: (answer: ImportAnswer) => void; readonly randomUnit: () => number }): ImportCore {
  const { post, randomUnit } = of
  let opened: Opened | null = null
  let plan: PlanDocument | null = null
  let read: Read | null = null

  const idMaker = (prefix: string): string => newId({ prefix: prefix as IdPrefix, randomUnit })

  let lastProgressAt = 0

  /** Does all steps of a piece of work, telling how far it is ten times a second: the window would draw more to no use. */
  function finished<Value>(steps: Generator<ImportProgress, Value>, work: { readonly requestId: number; readonly stage: ImportStage['stage'] }): Value {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      if (performance.now() - lastProgressAt < millisecondsBetweenProgress) continue
      lastProgressAt = performance.now()
      post({ ...work, kind: 'progress', ...step.value })
    }
  }

  function changeOf(requestId: number, result: ImportResult, matches: Readonly<Record<string, string>>): ImportedPlanChange | null {
    if (plan === null || opened === null || result.outcome !== 'imported' || result.isPreview) return null
    return finished(importedPlanChangeSteps(plan, result, { decisions: { matches, addsParts: true }, idMaker, label: `Import of ${opened.fileName}` }), { requestId, stage: 'comparing' })
  }

  async function readFile(requestId: number, reading: Extract<ImportRequest, { readonly kind: 'read' }>['reading']): Promise<void> {
    if (opened === null || plan === null) return post({ requestId, kind: 'failed', sentence: 'There is no file to read. Choose it again.' })
    const { today, memory, size } = opened
    const source = await opened.source
    const inputOf = (choices: ImportChoices, mends?: ImportMends): ImportInput => ({ source, decodeText, today: civilDate(today), choices, ...(mends === undefined ? {} : { mends }) })
    const unaided = importedFile({ ...inputOf(nothingChosen), mostRows: previewRows })
    const remembered = reading.choices === null ? choicesFromMemory(memory, unaided, { firstRows: headRowsOf(source, {}), sheets: source.kind === 'workbook' ? source.sheets.map(({ name }) => name) : [] }) : null
    const choices = reading.choices ?? remembered ?? nothingChosen
    const isRemembered = remembered !== null
    const beside = { firstRows: firstRowsOf(source, choices.answers), sheets: source.kind === 'workbook' ? sheetChoices(source.sheets) : [] }
    if (size > largeBytes) {
      const preview = choices === nothingChosen ? unaided : importedFile({ ...inputOf(choices), mostRows: previewRows })
      post({ requestId, kind: 'view', view: importView(preview, { plan, change: null, ...beside }), choices, isRemembered })
    }
    const result = finished(importSteps(inputOf(choices, reading.mends)), { requestId, stage: 'reading' })
    const change = changeOf(requestId, result, reading.matches)
    read = { result, unaided, choices, isRemembered, change, beside }
    post({ requestId, kind: 'view', view: importView(result, { plan, change, ...beside }), choices, isRemembered })
  }

  async function answered(request: ImportRequest): Promise<void> {
    switch (request.kind) {
      case 'open':
        opened = { fileName: request.fileName, source: importSource(request.bytes, request.fileName, workbookTools), size: request.bytes.length, today: request.today, memory: request.memory }
        read = null
        return
      case 'plan':
        plan = request.plan
        return
      case 'read':
        return readFile(request.requestId, request.reading)
      case 'matches':
        if (read === null || plan === null) return
        read.change = changeOf(request.requestId, read.result, request.matches)
        return post({ requestId: request.requestId, kind: 'view', view: importView(read.result, { plan, change: read.change, ...read.beside }), choices: read.choices, isRemembered: read.isRemembered })
      case 'command':
        if (read === null || opened === null) return post({ requestId: request.requestId, kind: 'failed', sentence: 'The file has not been read yet. Wait until it is.' })
        return post({ requestId: request.requestId, kind: 'command', command: read.change === null ? null : takenCommand(read.change, request.taken), memory: rememberedChoices(opened.memory, { unaided: read.unaided, chosen: read.result }, read.choices) })
      case 'rejected':
        return post({ requestId: request.requestId, kind: 'rejected', text: read === null ? '' : `\ufeff${rejectedRows(read.result)}` })
    }
  }

  return {
    answer: async (request) => {
      try {
        await answered(request)
      } catch (error) {
        if ('requestId' in request) post({ requestId: request.requestId, kind: 'failed', sentence: `The file could not be read: ${error instanceof Error ? error.message : String(error)}` })
      }
    },
  }
}
