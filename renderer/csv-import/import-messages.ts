import type { ImportChoices } from '../../shared/csv/import-column'
import type { ImportMemory } from '../../shared/csv/import-memory'
import type { ImportMends } from '../../shared/csv/import-mends'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { ImportView, TakenChange } from './import-view'

/** How a file is read. */
export type ImportReading = {
  /** Null before anything was decided: then what was decided about earlier files with the same headings is used. */
  readonly choices: ImportChoices | null
  readonly mends: ImportMends
  /** Parts meant by part numbers of the file, as `importedPlanChange` takes them. */
  readonly matches: Readonly<Record<string, string>>
}

/** How far one of the two long pieces of work is. */
export type ImportStage = { readonly stage: 'reading' | 'comparing'; readonly done: number; readonly total: number }

/** What is asked of the worker that reads files. */
export type ImportRequest =
  | { readonly kind: 'open'; readonly fileName: string; readonly bytes: Uint8Array; readonly today: string; readonly memory: ImportMemory }
  | { readonly kind: 'plan'; readonly plan: PlanDocument }
  | { readonly kind: 'read'; readonly requestId: number; readonly reading: ImportReading }
  | { readonly kind: 'matches'; readonly requestId: number; readonly matches: Readonly<Record<string, string>> }
  | { readonly kind: 'command'; readonly requestId: number; readonly taken: TakenChange }
  | { readonly kind: 'rejected'; readonly requestId: number }

/** What it answers. */
export type ImportAnswer = { readonly requestId: number } & (
  /** How far reading the file is, or working out what it changes. */
  | ({ readonly kind: 'progress' } & ImportStage)
  /** The file as read, with the choices it was read by. */
  | { readonly kind: 'view'; readonly view: ImportView; readonly choices: ImportChoices; readonly isRemembered: boolean }
  | { readonly kind: 'command'; readonly command: PlanCommand | null; readonly memory: ImportMemory }
  | { readonly kind: 'rejected'; readonly text: string }
  | { readonly kind: 'failed'; readonly sentence: string }
)
