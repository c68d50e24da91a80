import { articleCitations } from './article-facts'
import { elsewhereCitations } from './elsewhere-facts'
import type { Citation } from './citation'
import type { PolicyEvent } from './policy-event'
import type { Scenario } from './scenario'
import { waitPreset } from './wait-presets'

/** The scenario against which safety stock is measured unless a plan names another. */
export const statusQuoScenarioId = 'pause-extended'

const allControlIds = ['cn-announcement-18', 'cn-announcement-57', 'cn-announcement-61']
const pausedControlIds = ['cn-announcement-57', 'cn-announcement-61']

/**
 * The scenarios a new plan begins with: the pause extended, lapsed, eased and escalated. Their weights are assumptions.
 *
 * No one knows from the sources what holds since 10 November 2026. In none of them does
 * the licence of Announcement 18 fall away, as the article advises to expect (A-GU-04).
 */
export const builtInScenarios: readonly Scenario[] = [
  {
    id: 'pause-extended',
    name: 'Pause extended',
    weight: 0.5,
    assumption:
      'Half, because the press expected an extension of up to a year and both sides gain by it; no source confirms it. Taken to run to 10 November 2027, after which the October rules apply unless a later event says otherwise.',
    events: [pauseExtension('pause-extended')],
  },
  {
    id: 'pause-lapsed',
    name: 'Pause lapsed',
    weight: 0.25,
    assumption:
      'A quarter, because the suspension runs out by its own wording and no extension was found. Announcements 57 and 61 then demand licences from 10 November 2026.',
    events: [pauseLapse('pause-lapsed')],
  },
  {
    id: 'eased',
    name: 'Eased',
    weight: 0.1,
    assumption:
      'A tenth, because general licences were granted to some but nothing points to a wider opening. The pause is extended and from 2027 licences under Announcement 18 come as fast as under a general licence; they are still needed.',
    events: [pauseExtension('eased'), fasterLicences()],
  },
  {
    id: 'escalated',
    name: 'Escalated',
    weight: 0.15,
    assumption:
      'Fifteen in a hundred, because the article expects volatility to go on and rare earths to stay a means of pressure. The pause has lapsed and nothing covered leaves from 1 February 2027, with no end in sight; the date is invented.',
    events: [pauseLapse('escalated'), fullHalt()],
  },
]

type AssumedEvent = Pick<PolicyEvent, 'id' | 'title' | 'kind' | 'effectiveDate' | 'effects' | 'summary'> & {
  readonly citations: readonly Citation[]
  readonly nominalEndDate?: string
  readonly stateAfterEnd?: PolicyEvent['stateAfterEnd']
}

function assumedEvent(details: AssumedEvent): PolicyEvent {
  return {
    announcedDate: null,
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    confidence: 'low',
    verifiedDate: null,
    contradictionIds: [],
    supersedesId: null,
    ...details,
  }
}

function pauseExtension(scenarioId: string): PolicyEvent {
  return assumedEvent({
    id: `${scenarioId}-pause`,
    title: 'The pause is extended by a year',
    kind: 'suspension',
    effectiveDate: '2026-11-10',
    nominalEndDate: '2027-11-10',
    stateAfterEnd: 'unverified',
    effects: pausedControlIds.map((controlId) => ({ controlId, action: 'suspends' as const })),
    summary: 'Assumed: Announcements 57 and 61 stay suspended until 10 November 2027.',
    citations: [...elsewhereCitations(['E-PO-16', 'E-PO-22']), ...articleCitations(['A-GU-03'])],
  })
}

function pauseLapse(scenarioId: string): PolicyEvent {
  return assumedEvent({
    id: `${scenarioId}-lapse`,
    title: 'The pause lapses',
    kind: 'control',
    effectiveDate: '2026-11-10',
    effects: pausedControlIds.map((controlId) => ({ controlId, action: 'resumes' as const })),
    summary: 'Assumed: the suspension ran out and Announcements 57 and 61 demand licences again.',
    citations: elsewhereCitations(['E-PO-09', 'E-PO-22']),
  })
}

function fasterLicences(): PolicyEvent {
  const { wait, refusalRate } = waitPreset('general-licence')
  return assumedEvent({
    id: 'eased-faster-licences',
    title: 'Licences come faster',
    kind: 'control',
    effectiveDate: '2027-01-01',
    effects: [
      {
        controlId: 'cn-announcement-18',
        action: 'revises',
        state: 'licence',
        wait: { kind: 'own', wait, refusalRate },
      },
    ],
    summary: 'Assumed: licences under Announcement 18 take as long as under a general licence. They do not fall away.',
    citations: [...elsewhereCitations(['E-PO-12', 'E-LE-11']), ...articleCitations(['A-GU-04'])],
  })
}

function fullHalt(): PolicyEvent {
  return assumedEvent({
    id: 'escalated-halt',
    title: 'Exports are halted',
    kind: 'halt',
    effectiveDate: '2027-02-01',
    effects: allControlIds.map((controlId) => ({ controlId, action: 'revises' as const, state: 'halt' as const })),
    summary: 'Assumed: nothing that Announcements 18, 57 and 61 cover leaves any more. No end is named; the plan’s assumed length applies.',
    citations: articleCitations(['A-GU-10', 'A-GU-04']),
  })
}
