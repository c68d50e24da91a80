import '../strict-zod'
import writeExcelFile from 'write-excel-file/universal'
import { civilDate } from '../../shared/calendar/civil-date'
import { writtenTable, type ExportTable } from '../../shared/csv/export-table'
import { ordersExportTable, partsExportTable, usageExportTable } from '../../shared/csv/plan-tables'
import { resultsExportTable } from '../../shared/csv/recommendation-table'
import { workbookFile, workbookSheet, type WorkbookCell } from '../../shared/csv/workbook-cells'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { planProblems } from '../../shared/plan/validate-plan'
import type { ExportAnswer, ExportRequest } from './export-messages'

const previewRows = 8

function tableOf({ table, plan, planningDate }: ExportRequest): ExportTable {
  switch (table) {
    case 'parts':
      return partsExportTable(plan)
    case 'usage':
      return usageExportTable(plan)
    case 'orders':
      return ordersExportTable(plan)
    case 'results': {
      const date = civilDate(planningDate)
      const wrong = new Set(planProblems(plan, { today: date }).flatMap(({ severity, path }) => (severity === 'error' && path[0] === 'parts' ? [path[1]] : [])))
      const result = resultsExportTable(planRecommendations({ ...plan, parts: plan.parts.filter((_, place) => !wrong.has(place)) }, { planningDate: date }))
      return wrong.size === 0 ? result : { ...result, omissions: [...result.omissions, `${wrong.size} ${wrong.size === 1 ? 'part that cannot' : 'parts that cannot'} be computed are left out; the Parts screen says why.`] }
    }
  }
}

async function workbook(table: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, options } = workbookFile(table)
  const blob = await writeExcelFile(rows, options).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function shown(cell: WorkbookCell | null): string {
  if (cell === null) return ''
  return cell.kind === 'text' ? cell.text : cell.kind === 'date' ? cell.date : String(cell.value)
}

async function answered(request: ExportRequest): Promise<ExportAnswer> {
  const { requestId, as } = request
  const table = tableOf(request)
  const sheet = workbookSheet({ ...table, rows: table.rows.slice(0, previewRows) })
  const of = { requestId, kind: 'done' as const, rows: table.rows.length, omissions: table.omissions, preview: [sheet.headings, ...sheet.rows.map((row) => row.map(shown))] }
  if (as.kind === 'xlsx') return { ...of, bytes: await workbook(table), warnings: [] }
  const { text, warnings } = writtenTable(table, as.form, { isBare: as.isBare })
  return { ...of, bytes: new TextEncoder().encode(text), warnings: warnings.map(({ sentence }) => sentence) }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  answered(data).then(
    (answer) => globalThis.postMessage(answer),
    (error: unknown) => globalThis.postMessage({ requestId: data.requestId, kind: 'failed', sentence: `The table could not be written: ${error instanceof Error ? error.message : String(error)}` } satisfies ExportAnswer),
  )
})
