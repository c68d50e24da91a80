import type { PolicyEvent } from './policy-event'

/** What must be said of an event that only informs; everything else has its usual value. */
export type InformingEventDetails = Pick<PolicyEvent, 'id' | 'title' | 'kind' | 'effectiveDate' | 'summary' | 'citations' | 'confidence'> &
  Partial<Omit<PolicyEvent, 'effects'>>

/**
 * An event that changes no control: exact to the day, without an end, never verified and untouched by contradictions unless said otherwise.
 *
 * @param details what is particular to it
 *
 * @example
 * informingEvent({
 *   id: 'e-1', title: 'Supplier visit', kind: 'report', effectiveDate: '2026-12-01',
 *   summary: '', citations: [], confidence: 'low',
 * }).effects // => []
 */
export function informingEvent(details: InformingEventDetails): PolicyEvent {
  return {
    announcedDate: null,
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    verifiedDate: null,
    contradictionIds: [],
    supersedesId: null,
    ...details,
    effects: [],
  }
}
