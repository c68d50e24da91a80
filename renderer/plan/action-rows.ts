import type { PartActions } from '../../shared/horizon/part-actions'
import type { Part } from '../../shared/plan/part-schema'
import { hasNoStockEntered, noStockSentence } from '../../shared/plan/stock-entered'
import type { Formats } from '../ui/formats'
import type { FiguresState } from './calculations'
import type { LicenceNeed, PartFigures } from './part-figures'
import type { JobState } from './part-job-book'

/** One order to place: of which part, how much, when, why, and when it will come. */
export type ActionRow = {
  readonly part: Part
  readonly figures: PartFigures
  readonly orderDate: string
  /** Part units. */
  readonly quantity: number
  /** Plan currency; null without a unit cost. */
  readonly cost: number | null
  /** What a cap on the quantity leaves missing, part units. */
  readonly shortfall: number
  readonly licence: LicenceNeed
  /** Days on which half and nine in ten of such orders are in; null while they are being worked out. */
  readonly medianReceiptDate: string | null
  readonly lateReceiptDate: string | null
  /** Why now, in a sentence. */
  readonly why: string
  /** Last day to order and be out before the next worsening; null for none, or when it is too late. */
  readonly orderBy: string | null
  readonly isTooLate: boolean
  readonly isStale: boolean
}

/** Words for figures in a sentence. */
export type ActionWords = { readonly quantity: (quantity: number, unit: string) => string; readonly date: (date: string) => string }

const wordsOfFormats = new WeakMap<Formats, ActionWords>()

/** The words of a region's formats, the same object for the same formats: what was made with them need not be made again. */
export function actionWords(formats: Formats): ActionWords {
  const known = wordsOfFormats.get(formats)
  if (known !== undefined) return known
  const words = { quantity: formats.quantityWithUnit, date: formats.date }
  wordsOfFormats.set(formats, words)
  return words
}

/**
 * The orders of today and the next two weeks, the most urgent first: by day, then those whose last day before a
 * worsening comes first, then by how little stock lasts.
 */
export function actionRows(
  parts: readonly Part[],
  of: { readonly figuresOf: (partId: string) => FiguresState; readonly actionsOf: (partId: string) => JobState<PartActions> | undefined; readonly today: string; readonly words: ActionWords },
): readonly ActionRow[] {
  const rows = parts.flatMap((part) => rowsOfPart(part, { figures: of.figuresOf(part.id), job: of.actionsOf(part.id), today: of.today, words: of.words }))
  return rows.toSorted((a, b) => compared(a.orderDate, b.orderDate) || compared(urgency(a), urgency(b)) || lasting(a) - lasting(b))
}

type Basis = { readonly figures: FiguresState; readonly job: JobState<PartActions> | undefined; readonly today: string; readonly words: ActionWords }

// The rows of ten thousand parts are asked for whenever some of them have new figures; those of the others are as they were.
const made = new WeakMap<FiguresState, Basis & { readonly part: Part; readonly rows: readonly ActionRow[] }>()
const noRows: readonly ActionRow[] = []

function rowsOfPart(part: Part, of: Basis): readonly ActionRow[] {
  if (of.figures.value === null || of.figures.value.kind === 'problem') return noRows
  const known = made.get(of.figures)
  if (known?.part === part && known.job === of.job && known.today === of.today && known.words === of.words) return known.rows
  const rows = madeRows(part, of.figures.value, of)
  made.set(of.figures, { ...of, part, rows })
  return rows
}

function madeRows(part: Part, figures: PartFigures, { figures: { state }, job, today, words }: Basis): readonly ActionRow[] {
  const actions = job?.value ?? null
  // Until the outlook is there, today's order stands by itself.
  const orders = actions?.orders ?? (figures.order.orderNow > 0 ? [{ orderDate: today, quantity: figures.order.orderNow, cost: figures.orderCost, shortfall: figures.order.orderShortfall, medianReceiptDate: null, lateReceiptDate: null }] : noRows)
  const next = actions?.changes[0]
  return orders.map((order) => {
    let why: string | null = null
    return {
      part,
      figures,
      orderDate: order.orderDate,
      quantity: order.quantity,
      cost: order.cost,
      shortfall: order.shortfall,
      licence: figures.licence,
      medianReceiptDate: order.medianReceiptDate,
      lateReceiptDate: order.lateReceiptDate,
      // Most rows are never in sight.
      get why() {
        why ??= reasonOf({ part, figures, actions, isToday: order.orderDate === today, words })
        return why
      },
      orderBy: next?.orderBy ?? null,
      isTooLate: next !== undefined && next.orderBy === null,
      isStale: state !== 'fresh' || job?.isFresh !== true,
    }
  })
}

function urgency({ orderBy, isTooLate }: ActionRow): string {
  return isTooLate ? '0' : (orderBy ?? '9')
}

function lasting({ figures }: ActionRow): number {
  return figures.demandMeanPerDay === 0 ? Infinity : figures.order.inventoryPosition / figures.demandMeanPerDay
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function reasonOf(of: { readonly part: Part; readonly figures: PartFigures; readonly actions: PartActions | null; readonly isToday: boolean; readonly words: ActionWords }): string {
  const { part, figures, actions, isToday, words } = of
  const position = words.quantity(figures.order.inventoryPosition, part.unit)
  const first = hasNoStockEntered(part)
    ? noStockSentence
    : isToday
      ? `The position of ${position} is below the reorder point of ${words.quantity(figures.rounded.reorderPoint, part.unit)}.`
      : 'By then expected usage takes the position below the reorder point.'
  if (actions?.isShortBeforeReceipt === true && actions.runOutDate !== null) {
    return `${first} Stock lasts until ${words.date(actions.runOutDate)}, an order of today is in by ${words.date(actions.todayMedianReceiptDate)}.`
  }
  const change = actions?.changes[0]
  if (change === undefined) return first
  if (change.orderBy === null) return `${first} Even an order of today may be caught by “${change.title}” on ${words.date(change.date)}.`
  return `${first} Order by ${words.date(change.orderBy)} to be out before “${change.title}” on ${words.date(change.date)}.`
}
