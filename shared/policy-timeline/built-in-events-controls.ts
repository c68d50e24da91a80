import { articleCitations } from './article-facts'
import { elsewhereCitations } from './elsewhere-facts'
import type { PolicyEvent } from './policy-event'

/** The built-in events that change a control: the three announcements and the suspension of two of them. */
export const builtInControlEvents: readonly PolicyEvent[] = [
  {
    id: 'announcement-18',
    title: 'Announcement 18: licences for seven rare earths',
    kind: 'control',
    announcedDate: '2025-04-04',
    effectiveDate: '2025-04-04',
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    effects: [{ controlId: 'cn-announcement-18', action: 'introduces', state: 'licence', wait: { kind: 'plan' } }],
    summary:
      'China demands export licences for samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium and for magnets with them, at once and for all destinations. In force in every source up to June 2026, the pause of the October rules included. The article has the month only and no list.',
    citations: [...elsewhereCitations(['E-PO-02']), ...articleCitations(['A-EV-01', 'A-EV-02', 'A-EV-08'])],
    confidence: 'high',
    verifiedDate: '2026-06-30',
    contradictionIds: ['X-10', 'X-13'],
    supersedesId: null,
  },
  {
    id: 'announcement-57',
    title: 'Announcement 57: five more rare earths, holmium among them',
    kind: 'control',
    announcedDate: '2025-10-09',
    effectiveDate: '2025-11-08',
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    effects: [{ controlId: 'cn-announcement-57', action: 'introduces', state: 'licence', wait: { kind: 'plan' } }],
    summary:
      'China extends the licences to holmium, erbium, thulium, europium and ytterbium, and so to magnets with holmium. It was suspended the day before it would have taken effect.',
    citations: [...elsewhereCitations(['E-PO-06']), ...articleCitations(['A-EV-03'])],
    confidence: 'high',
    verifiedDate: '2026-06-30',
    contradictionIds: ['X-12', 'X-13', 'X-14'],
    supersedesId: null,
  },
  {
    id: 'announcement-61',
    title: 'Announcement 61: magnets made abroad with Chinese rare earths',
    kind: 'control',
    announcedDate: '2025-10-09',
    effectiveDate: '2025-12-01',
    datePrecision: 'day',
    nominalEndDate: null,
    stateAfterEnd: 'as-before',
    effects: [{ controlId: 'cn-announcement-61', action: 'introduces', state: 'licence', wait: { kind: 'plan' } }],
    summary:
      'China demands licences for magnets made abroad with Chinese samarium, dysprosium or terbium from 1 December 2025. Its part on re-exports of Chinese goods began on 9 October and is not modelled. It was suspended before the rest took effect.',
    citations: elsewhereCitations(['E-PO-07']),
    confidence: 'high',
    verifiedDate: '2026-06-30',
    contradictionIds: ['X-14'],
    supersedesId: null,
  },
  {
    id: 'announcement-70',
    title: 'Announcement 70: the October rules are suspended',
    kind: 'suspension',
    announcedDate: '2025-10-30',
    effectiveDate: '2025-11-07',
    datePrecision: 'day',
    nominalEndDate: '2026-11-10',
    stateAfterEnd: 'unverified',
    effects: [
      { controlId: 'cn-announcement-57', action: 'suspends' },
      { controlId: 'cn-announcement-61', action: 'suspends' },
    ],
    summary:
      'Announced after the Busan meeting and decreed on 7 November 2025: announcements 55 to 58, 61 and 62 are suspended until 10 November 2026. Announcement 18 is untouched. Nothing was found on what holds from that day: by its wording the suspended rules would apply again.',
    citations: [...elsewhereCitations(['E-PO-09', 'E-PO-22', 'E-PO-20']), ...articleCitations(['A-EV-06', 'A-EV-07', 'A-GU-03'])],
    confidence: 'high',
    verifiedDate: '2026-06-30',
    contradictionIds: ['X-12'],
    supersedesId: null,
  },
]
