import { articleCitations } from './article-facts'
import { elsewhereCitations } from './elsewhere-facts'
import { informingEvent } from './informing-event'
import type { PolicyEvent } from './policy-event'

/** The built-in events that inform and change no control: meetings, reports, releases of figures and measures on other things. */
export const builtInInformingEvents: readonly PolicyEvent[] = [
  informingEvent({
    id: 'dual-use-regulations', title: 'Regulations on dual-use exports', kind: 'other-measure', effectiveDate: '2024-12-01',
    summary: 'The frame of later rules: single licences for one export to one end user, general licences for many exports over up to three years.',
    citations: elsewhereCitations(['E-PO-01']), confidence: 'high', verifiedDate: '2024-12-01',
  }),
  informingEvent({
    id: 'geneva-london', title: 'Geneva and London understandings', kind: 'diplomatic-meeting', effectiveDate: '2025-05-12',
    datePrecision: 'range', nominalEndDate: '2025-07-01',
    summary: 'Talks from 12 May into June 2025, after which suppliers of US car makers receive licences for six months.',
    citations: elsewhereCitations(['E-PO-03']), confidence: 'high', verifiedDate: '2025-06-30',
  }),
  informingEvent({
    id: 'article-decline', title: 'Exports decline, says the article', kind: 'report', effectiveDate: '2025-07-01',
    datePrecision: 'range', nominalEndDate: '2025-10-01',
    summary: 'July to September 2025 as the article labels them: impact begins, decline, talks begin. Magnet exports rose meanwhile.',
    citations: articleCitations(['A-EV-09', 'A-VO-09', 'A-EL-02']), confidence: 'low',
    contradictionIds: ['X-02', 'X-08', 'X-10', 'X-13'],
  }),
  informingEvent({
    id: 'stockpiling-warning', title: 'Foreign firms told not to stockpile', kind: 'report', effectiveDate: '2025-08-01',
    datePrecision: 'month',
    summary: 'Officials warn against stockpiling and hold approved volumes down, so licences limit how fast a buffer can grow.',
    citations: elsewhereCitations(['E-PO-04', 'E-PR-06']), confidence: 'medium', verifiedDate: '2025-08-31',
  }),
  informingEvent({
    id: 'mofcom-answers', title: 'Ministry answers: rotors and assemblies lie outside', kind: 'other-measure', effectiveDate: '2025-09-01',
    datePrecision: 'month',
    summary: 'The ministry’s fifth set of answers puts rotors, stators and moulded sensors outside Announcement 18.',
    citations: elsewhereCitations(['E-PO-05']), confidence: 'high', verifiedDate: '2025-09-30',
  }),
  informingEvent({
    id: 'article-talks', title: 'Talks begin, says the article', kind: 'diplomatic-meeting', effectiveDate: '2025-09-01',
    datePrecision: 'month',
    summary: 'The article’s table dates the first talks to September 2025 and credits the meeting of 30 October in its text.',
    citations: articleCitations(['A-EV-09']), confidence: 'low', contradictionIds: ['X-02', 'X-09', 'X-10'],
  }),
  informingEvent({
    id: 'article-october-rise', title: 'Exports rise, says the article', kind: 'report', effectiveDate: '2025-10-01',
    datePrecision: 'month',
    summary: 'Rare earth exports rise by 9 % although controls were widened on 9 October. Magnet exports fell by 5.2 %.',
    citations: articleCitations(['A-EV-13', 'A-EV-09', 'A-VO-05', 'A-DI-07', 'A-PR-01']), confidence: 'medium',
    contradictionIds: ['X-02', 'X-05', 'X-08', 'X-09', 'X-10'],
  }),
  informingEvent({
    id: 'october-package', title: 'The October package', kind: 'other-measure', announcedDate: '2025-10-09', effectiveDate: '2025-10-09',
    summary:
      'China announces rules on five more elements, on dozens of refining technologies and on passing on know-how, and on superhard materials, equipment and batteries. What they mean for magnets is in Announcements 57 and 61, each with a later date.',
    citations: [...articleCitations(['A-EV-03', 'A-EV-04']), ...elsewhereCitations(['E-PO-06', 'E-PO-07'])], confidence: 'high',
    verifiedDate: '2026-06-30', contradictionIds: ['X-12', 'X-13', 'X-14'],
  }),
  informingEvent({
    id: 'busan-meeting', title: 'Busan meeting', kind: 'diplomatic-meeting', effectiveDate: '2025-10-30',
    summary: 'The presidents of the US and China meet; within hours a pause of the October rules is announced.',
    citations: [...articleCitations(['A-EV-05', 'A-EV-06']), ...elsewhereCitations(['E-PO-08'])], confidence: 'high',
    verifiedDate: '2025-11-30', contradictionIds: ['X-09', 'X-12'],
  }),
  informingEvent({
    id: 'article-availability', title: 'Availability improves, says the article', kind: 'report', effectiveDate: '2025-11-01',
    datePrecision: 'month',
    summary: 'Parts are easier to get within weeks, and those who had stockpiled buy normally again. No figures are given.',
    citations: articleCitations(['A-RC-01', 'A-RC-03']), confidence: 'low', contradictionIds: ['X-09'],
  }),
  informingEvent({
    id: 'article-eu-interest', title: 'EU seeks similar assurances', kind: 'report', effectiveDate: '2025-11-01', datePrecision: 'month',
    summary: 'European representatives show interest in assurances like those of Busan. Nothing is agreed.',
    citations: articleCitations(['A-EV-11']), confidence: 'low',
  }),
  informingEvent({
    id: 'article-data-date', title: 'The article’s data end', kind: 'data-release', effectiveDate: '2025-11-01', datePrecision: 'month',
    summary: 'The article says that its data run to November 2025.',
    citations: articleCitations(['A-EV-12']), confidence: 'high',
  }),
  informingEvent({
    id: 'us-tariff-suspension', title: 'US tariff suspension', kind: 'other-measure', announcedDate: '2025-11-04', effectiveDate: '2025-11-04',
    nominalEndDate: '2026-11-10', stateAfterEnd: 'unverified',
    summary: 'The US suspends part of its tariffs on Chinese goods until 10 November 2026, the day the pause ends. Dated as signed.',
    citations: elsewhereCitations(['E-PO-11']), confidence: 'high', verifiedDate: '2025-11-30',
  }),
  informingEvent({
    id: 'announcement-72', title: 'Announcement 72: gallium, germanium and antimony to the US', kind: 'suspension',
    announcedDate: '2025-11-09', effectiveDate: '2025-11-09', nominalEndDate: '2026-11-27', stateAfterEnd: 'unverified',
    summary: 'A ban on other metals to the US is paused until 27 November 2026. No magnets; a sign of how the truce fares.',
    citations: elsewhereCitations(['E-PO-10']), confidence: 'high', verifiedDate: '2025-11-30',
  }),
  informingEvent({
    id: 'customs-release-2025-10', title: 'Customs figures for October 2025', kind: 'data-release', effectiveDate: '2025-11-20',
    summary: 'Exports of October 2025 by product and country are due. The article calls them import data.',
    citations: articleCitations(['A-EV-10']), confidence: 'high', contradictionIds: ['X-17'],
  }),
  informingEvent({
    id: 'general-licences', title: 'First general licences', kind: 'report', announcedDate: '2025-12-02', effectiveDate: '2025-12-02',
    nominalEndDate: '2026-12-02', stateAfterEnd: 'unverified',
    summary:
      'Three large producers hold general licences for named customers, for a year each; the ministry confirms some on 18 December. Which parts ship under one is a setting of the part. The first would run out about 2 December 2026 (derived); renewals were not found.',
    citations: elsewhereCitations(['E-PO-12']), confidence: 'high', verifiedDate: '2025-12-18',
  }),
  informingEvent({
    id: 'us-section-301', title: 'US duty of 25 % on Chinese magnets', kind: 'other-measure', effectiveDate: '2026-01-01',
    summary: 'The US adds 25 % under section 301 to permanent magnets of Chinese origin: cost, not time.',
    citations: elsewhereCitations(['E-PO-13']), confidence: 'high', verifiedDate: '2026-01-01',
  }),
  informingEvent({
    id: 'japan-ban', title: 'Ban for Japanese military use', kind: 'other-measure', announcedDate: '2026-01-06', effectiveDate: '2026-01-06',
    summary: 'Announcement 1 of 2026. Licence reviews for Japan are reported halted across industry, which the ministry denies for civil trade.',
    citations: elsewhereCitations(['E-PO-14', 'E-PO-15']), confidence: 'high', verifiedDate: '2026-01-31',
  }),
  informingEvent({
    id: 'presidents-call', title: 'Call of the presidents', kind: 'diplomatic-meeting', effectiveDate: '2026-02-04',
    summary: 'The press expects the truce to be extended by up to a year. An expectation only.',
    citations: elsewhereCitations(['E-PO-16']), confidence: 'medium', verifiedDate: '2026-02-04',
  }),
  informingEvent({
    id: 'beijing-summit', title: 'Beijing summit', kind: 'diplomatic-meeting', effectiveDate: '2026-05-01', datePrecision: 'month',
    summary:
      'In the middle of May. The US says on 17 May that China will address shortages of yttrium, scandium, neodymium and indium; the ministry’s summary is silent on rare earths. No extension of the pause was reported.',
    citations: elsewhereCitations(['E-PO-17']), confidence: 'medium', verifiedDate: '2026-05-31',
  }),
  informingEvent({
    id: 'smco-shortage', title: 'SmCo reported nearly unobtainable', kind: 'report', effectiveDate: '2026-06-11',
    summary: 'A US business group finds some items nearly impossible to get, SmCo among them.',
    citations: elsewhereCitations(['E-PO-18']), confidence: 'medium', verifiedDate: '2026-06-11',
  }),
  informingEvent({
    id: 'us-entities', title: 'Ten US entities on the control list', kind: 'other-measure', announcedDate: '2026-06-22', effectiveDate: '2026-06-22',
    summary: 'Exports to ten US entities, MP Materials and USA Rare Earth among them, are barred at once, through third parties too.',
    citations: elsewhereCitations(['E-PO-19']), confidence: 'high', verifiedDate: '2026-06-30',
  }),
  informingEvent({
    id: 'november-signal', title: 'Commentary points to November', kind: 'report', effectiveDate: '2026-06-01', datePrecision: 'month',
    summary: 'Late in June 2026 commentary names the end of the pause as the next signal.',
    citations: elsewhereCitations(['E-PO-20']), confidence: 'medium', verifiedDate: '2026-06-30',
  }),
  informingEvent({
    id: 'apec-shenzhen', title: 'APEC summit in Shenzhen', kind: 'diplomatic-meeting', effectiveDate: '2026-11-01', datePrecision: 'month',
    summary: 'Scheduled for November 2026; what came of it was not found.',
    citations: [...elsewhereCitations(['E-PO-21']), ...articleCitations(['A-GU-01'])], confidence: 'high', verifiedDate: '2026-06-30',
  }),
]
