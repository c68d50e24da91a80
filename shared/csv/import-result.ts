import type { CsvProblem } from './csv-problem'
import type { ImportKind } from './import-field'
import type { LineCounts, LineFate } from './import-lines'
import type { ImportColumn, ImportForm } from './import-column'
import type { ImportQuestion } from './import-question'

/** One part of an imported file; what the file does not say is null, never 0. Quantities are in the part's unit. */
export type ImportedPart = {
  /** Line it stands on; the first where several were added up. */
  readonly line: number
  readonly part: string
  /** Empty where the file has no plants. */
  readonly plant: string
  readonly description: string | null
  readonly supplier: string | null
  /** ISO 3166 alpha-2. */
  readonly origin: string | null
  readonly unit: string | null
  readonly onHand: number | null
  /** In inspection or blocked: there, but not usable. */
  readonly notUsable: number | null
  readonly allocated: number | null
  readonly backordered: number | null
  readonly onOrder: number | null
  /** In calendar days, or in working days where `isLeadTimeWorkingDays`. */
  readonly leadTimeDays: number | null
  readonly isLeadTimeWorkingDays: boolean
  readonly leadTimeSdDays: number | null
  readonly transitDays: number | null
  /** Total replenishment time where the file has the planned delivery time beside it. */
  readonly totalLeadTimeDays: number | null
  /** Goods-receipt time, working days. */
  readonly receiptDays: number | null
  readonly safetyStock: number | null
  readonly reorderPoint: number | null
  readonly maximumStock: number | null
  readonly moq: number | null
  readonly lotMultiple: number | null
  /** Price of one unit, after division by the price unit. */
  readonly unitPrice: number | null
  readonly currency: string | null
  readonly abc: string | null
  /** Fraction above 0 and below 1. */
  readonly serviceLevel: number | null
  readonly fillRate: number | null
  readonly usagePerWeek: number | null
  readonly usageSdPerWeek: number | null
  readonly usagePerMonth: number | null
  readonly usageSdPerMonth: number | null
  /** Second and further vendors, from sub-rows. */
  readonly otherSuppliers: readonly string[]
  /** Texts that only our own tables have, by field. */
  readonly ownTexts: Readonly<Record<string, string>>
  /** Numbers that only our own tables have, by field. */
  readonly ownNumbers: Readonly<Record<string, number>>
}

/** One line of a purchase order that is still open. */
export type ImportedOrder = {
  readonly line: number
  readonly po: string | null
  readonly item: string | null
  readonly part: string
  readonly plant: string
  /** Still to come, part units. */
  readonly qty: number
  readonly unit: string | null
  /** Day it is due; null where the file has none. */
  readonly due: string | null
  readonly ordered: string | null
  readonly supplier: string | null
}

/** Usage of one part by period. */
export type ImportedUsage = {
  readonly part: string
  readonly plant: string
  readonly unit: string | null
  /** By period, `2025-11` or `2025-W01`; a period that is not there is not known. */
  readonly periods: Readonly<Record<string, number>>
}

/** One component of an assembly. */
export type ImportedComponent = {
  readonly line: number
  readonly assembly: string
  readonly part: string
  readonly plant: string
  readonly quantityPer: number
  readonly scrap: number | null
  readonly buildsPerWeek: number | null
}

/** What was understood of a file, for the sentence above it. */
export type ImportUnderstanding = {
  readonly encoding: string
  /** The sheet of a workbook that was read; null in a text. */
  readonly sheet: string | null
  /** Null in a workbook. */
  readonly delimiter: string | null
  /** Null where no number needs one, or it is asked. */
  readonly decimal: 'comma' | 'point' | null
  /** A cell that proves it. */
  readonly decimalProof: { readonly cell: string; readonly line: number } | null
  readonly headerLine: number | null
  readonly kind: ImportKind | null
  readonly form: ImportForm | null
  readonly columns: readonly ImportColumn[]
}

/** A value of a column: as it was found, and as it will be kept. */
export type ImportSample = {
  readonly line: number
  readonly found: string
  /** Null where it is asked, wrong, or the column is left out. */
  readonly value: string | number | null
}

/** The one result of reading a file: what the preview shows is what is imported. */
export type ImportResult = {
  /** `question`: something is asked, and what depends on it is left open; `refused`: nothing can be read. */
  readonly outcome: 'imported' | 'question' | 'refused'
  /** In one or two sentences. */
  readonly message: string
  readonly understood: ImportUnderstanding
  readonly questions: readonly ImportQuestion[]
  readonly parts: readonly ImportedPart[]
  readonly orders: readonly ImportedOrder[]
  readonly usage: readonly ImportedUsage[]
  readonly components: readonly ImportedComponent[]
  readonly problems: readonly CsvProblem[]
  /** One for each line, in the order of the file. */
  readonly fates: readonly LineFate[]
  readonly lines: LineCounts
  /** Row of a spreadsheet by line, where the two differ. */
  readonly rowOfLine: Readonly<Record<number, number>>
  /** Cells of the rows that were held, for the file of rejected rows. */
  readonly heldRows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** The first values of every column, by place of the column; empty while no column is known. */
  readonly samples: readonly (readonly ImportSample[])[]
  /** Whether only the beginning of the file was read. */
  readonly isPreview: boolean
}
