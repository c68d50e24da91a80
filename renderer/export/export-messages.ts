import type { FileForm } from '../../shared/csv/file-form'
import type { PlanDocument } from '../../shared/plan/plan-document'

/** The tables that can be exported. */
export const exportTableNames = ['results', 'parts', 'usage', 'orders'] as const
/** A table that can be exported. */
export type ExportTableName = (typeof exportTableNames)[number]

/** What is asked of the export worker: one table of a plan, as text in a form, bare for an upload, or as a workbook. */
export type ExportRequest = {
  readonly requestId: number
  readonly plan: PlanDocument
  readonly planningDate: string
  readonly table: ExportTableName
  readonly as: { readonly kind: 'csv'; readonly form: FileForm; readonly isBare: boolean } | { readonly kind: 'xlsx' }
}

/** What it answers. */
export type ExportAnswer = { readonly requestId: number } & (
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number; readonly omissions: readonly string[]; readonly warnings: readonly string[]; readonly preview: readonly (readonly string[])[] }
  | { readonly kind: 'failed'; readonly sentence: string }
)
