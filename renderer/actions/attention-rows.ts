import type { PartActions } from '../../shared/horizon/part-actions'
import type { PartWarningKind } from '../../shared/plan/part-notes'
import type { Part } from '../../shared/plan/part-schema'
import { hasNoStockEntered, noStockSentence } from '../../shared/plan/stock-entered'
import type { ActionWords } from '../plan/action-rows'
import type { FiguresState } from '../plan/calculations'
import type { PartFigures } from '../plan/part-figures'
import type { JobState } from '../plan/part-job-book'

/** A part that deserves a look, and why in a sentence. */
export type AttentionRow = { readonly part: Part; readonly sentence: string; readonly factIds: readonly string[] }

/** Why a part deserves a look; a warning besides the ERP level's is a reason under its own name. */
export type AttentionReason = 'problem' | 'short' | 'no-stock' | 'control-assumed' | 'erp' | 'no-usage' | 'excess' | Exclude<PartWarningKind, 'erp-level-below-target'>

/** A reason to look at a part; the lower the rank, the further up in its group. */
export type AttentionFinding = { readonly reason: AttentionReason; readonly rank: number; readonly row: AttentionRow }

/** What is known of a part, and words for figures in a sentence. */
export type AttentionBasis = { readonly figures: FiguresState; readonly job: JobState<PartActions> | undefined; readonly words: ActionWords; readonly percent: (fraction: number) => string }

// The groups of ten thousand parts are asked for whenever some of them have new figures; the others are as they were.
const made = new WeakMap<FiguresState, AttentionBasis & { readonly part: Part; readonly found: readonly AttentionFinding[] }>()
const none: readonly AttentionFinding[] = []

/** Every reason to look at a part; the same list as long as part, figures and words are the same. */
export function attentionFindings(part: Part, of: AttentionBasis): readonly AttentionFinding[] {
  if (of.figures.value === null) return none
  const known = made.get(of.figures)
  if (known?.part === part && known.job === of.job && known.words === of.words && known.percent === of.percent) return known.found
  const found = of.figures.value.kind === 'problem' ? [brokenFinding(part, of.figures.value.sentences)] : foundOf(part, of.figures.value, of)
  made.set(of.figures, { ...of, part, found })
  return found
}

function brokenFinding(part: Part, sentences: readonly string[]): AttentionFinding {
  return { reason: 'problem', rank: 0, row: { part, sentence: sentences.join(' '), factIds: [] } }
}

function foundOf(part: Part, figures: PartFigures, { job, words, percent }: AttentionBasis): readonly AttentionFinding[] {
  const found: AttentionFinding[] = []
  const actions = job?.value
  if (actions?.isShortBeforeReceipt === true && actions.runOutDate !== null) {
    const { runOutDate } = actions
    found.push({ reason: 'short', rank: 0, row: lazyRow(part, () => `Lasts until ${words.date(runOutDate)} at mean usage; an order of today is in by ${words.date(actions.todayMedianReceiptDate)} (50 %) or ${words.date(actions.todayLateReceiptDate)} (90 %).`) })
  }
  for (const { kind, sentence, factIds } of figures.warnings) {
    if (kind !== 'erp-level-below-target') found.push({ reason: kind, rank: 0, row: { part, sentence, factIds } })
    else if (figures.erp !== null) {
      const { target, erp } = figures
      const given = target.kind === 'fill-rate' ? erp.service.fillRate : erp.service.cycleServiceLevel
      const wanted = target.kind === 'fill-rate' ? target.fillRate : target.kind === 'cycle-service-level' ? target.cycleServiceLevel : (figures.service?.cycleServiceLevel ?? 0)
      const sentenceOf = (): string => `${words.quantity(part.erpSafetyStock ?? 0, part.unit)} gives ${percent(given)} under this timeline; ${percent(wanted)} is wanted (${words.quantity(figures.rounded.safetyStock, part.unit)}).`
      found.push({ reason: 'erp', rank: given, row: lazyRow(part, sentenceOf, factIds) })
    }
  }
  if (figures.demandMeanPerDay > 0 && hasNoStockEntered(part)) found.push({ reason: 'no-stock', rank: 0, row: { part, sentence: noStockSentence, factIds: [] } })
  if (figures.demandMeanPerDay > 0 && figures.isControlAssumed) found.push({ reason: 'control-assumed', rank: 0, row: { part, sentence: 'Its origin, material or elements are not known, so its shipments are taken to need a licence; enter them, and it may need none.', factIds: [] } })
  const above = figures.order.inventoryPosition - figures.rounded.orderUpToLevel
  if (figures.demandMeanPerDay === 0) {
    found.push({ reason: 'no-usage', rank: 0, row: { part, sentence: 'No usage is known, so nothing is recommended: enter its usage, its history or the products it goes into.', factIds: [] } })
  } else if (above > figures.orderQuantity) {
    found.push({ reason: 'excess', rank: 0, row: lazyRow(part, () => `${words.quantity(Math.floor(above), part.unit)} above the maximum of ${words.quantity(figures.rounded.orderUpToLevel, part.unit)}.`) })
  }
  return found
}

/** Most rows are never in sight: their sentence is made when it is first read. */
function lazyRow(part: Part, sentenceOf: () => string, factIds: readonly string[] = []): AttentionRow {
  let sentence: string | null = null
  return {
    part,
    get sentence() {
      sentence ??= sentenceOf()
      return sentence
    },
    factIds,
  }
}
