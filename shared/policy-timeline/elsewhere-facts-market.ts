import type { ElsewhereFact } from './elsewhere-fact'

/** Prices (context only), magnet mass of products and lead-time legs, as found outside the article. */
export const elsewhereMarketFacts: readonly ElsewhereFact[] = [
  {
    id: 'E-PX-01', topic: 'price', date: '2025-04/2026-01',
    statement: 'NdPr oxide in China: 433,000–437,000 CNY/t on 10 April 2025, 605,000–608,000 on 31 December 2025 and 740,000–748,000 on 29 January 2026.',
    citation: {
      kind: 'elsewhere', title: 'SMM', confidence: 'high',
      urls: [
        'https://news.metal.com/newscontent/103270747',
        'https://news.metal.com/newscontent/103700681',
        'https://news.metal.com/newscontent/103745941',
      ],
    },
  },
  {
    id: 'E-PX-02', topic: 'price', date: '2025-04/2026-01',
    statement: 'Dysprosium oxide in China fell: 1.68–1.70 million CNY/t in April 2025, 1.40–1.41 million in January 2026.',
    citation: {
      kind: 'elsewhere', title: 'SMM', confidence: 'high',
      urls: [
        'https://news.metal.com/newscontent/103270747',
        'https://news.metal.com/newscontent/103700681',
        'https://news.metal.com/newscontent/103745941',
      ],
    },
  },
  {
    id: 'E-PX-03', topic: 'price', date: '2025-04/2025-07',
    statement: 'Terbium oxide in China: 7.05–7.1 million CNY/t in April 2025, 7.16–7.2 million in July 2025.',
    citation: {
      kind: 'elsewhere', title: 'SMM', confidence: 'high',
      urls: [
        'https://news.metal.com/newscontent/103270747',
        'https://news.metal.com/newscontent/103700681',
        'https://news.metal.com/newscontent/103745941',
        'https://news.metal.com/newscontent/103417026',
      ],
    },
  },
  {
    id: 'E-PX-04', topic: 'price', date: '2025-05/2025-08',
    statement: 'Oxides in Europe rose within a month: dysprosium from 250–310 to 700–1,000 and terbium from 930–1,000 to 2,000–4,000 USD/kg; in August 800 and 3,625.',
    citation: {
      kind: 'elsewhere', title: 'Market reports', confidence: 'medium',
      urls: [
        'https://gmteight.com/latest/detail/282683',
        'https://www.streetwisereports.com/article/2025/08/21/global-rare-earth-race-intensifies-new-leaders-emerge-beyond-china.html',
      ],
    },
  },
  {
    id: 'E-PX-05', topic: 'price', date: null,
    statement: 'Less than 1 % of dysprosium was really bought at 800 USD/kg or more; 96 % averaged 224.',
    citation: {
      kind: 'elsewhere', title: 'Adamas Intelligence', confidence: 'medium',
      urls: ['https://www.adamasintel.com/the-fallacy-of-european-rare-earth-prices-and-the-pras-that-promote-them'],
    },
  },
  {
    id: 'E-PX-06', topic: 'price', date: '2025-05',
    statement: 'NdFeB blanks in China, CNY/kg: N38(Ce) 135–145, 40M 178–191, 40H 185–195, 45SH(Ce) 235–255. Blanks are not machined: never use as a price of parts.',
    citation: {
      kind: 'elsewhere', title: 'SMM', confidence: 'high',
      urls: [
        'https://news.metal.com/newscontent/103313273',
        'https://news.metal.com/newscontent/103315717',
      ],
    },
  },
  {
    id: 'E-PX-07', topic: 'price', date: '2026-01',
    statement: 'A 38EH blank: 380–400 CNY/kg.',
    citation: {
      kind: 'elsewhere', title: 'Supplier note', confidence: 'low',
      urls: ['https://www.mademagnet.com/US-Section-301-Tariffs-Shake-Global-Magnet-Supply-Chain-Triggering-Intensive-Adjustments-in-Corporate-Strategy-And-Market-Dynamics-id40005565.html'],
    },
  },
  {
    id: 'E-PX-08', topic: 'price', date: null,
    statement: 'Rules of thumb: UH and EH cost two to three times as much as grades without suffix; each step of coercivity adds 10–15 %.',
    citation: {
      kind: 'elsewhere', title: 'Supplier notes', confidence: 'low',
      urls: [
        'https://www.mcmagnets.com/index_52/227.html',
        'https://tymagnets.com/factors-affecting-the-price-of-ndfeb-magnets/',
      ],
    },
  },
  {
    id: 'E-PX-09', topic: 'price', date: null,
    statement: 'No reliable range per kilogram was found for finished parts, SmCo, ferrite or AlNiCo; makers refuse to quote by the kilogram.',
    citation: {
      kind: 'elsewhere', title: 'Source Magnets', confidence: 'medium',
      urls: ['https://sourcemagnets.com/magnet-price/'],
    },
  },
  {
    id: 'E-MA-01', topic: 'magnet-mass', date: null,
    statement: 'Electric vehicle: 1–2 kg of magnets in the drive motor; an average of 0.5 kg of rare earth elements, which at 30 % is about 1.6 kg of magnets (derived).',
    citation: {
      kind: 'elsewhere', title: 'The Volt Bridge and Econotimes', confidence: 'medium',
      urls: [
        'https://www.thevoltbridge.com/learn/magnets',
        'https://www.econotimes.com/Auto-Industry-Scrambles-as-Chinas-Rare-Earth-Magnet-Curbs-Threaten-Production-1712615',
      ],
    },
  },
  {
    id: 'E-MA-02', topic: 'magnet-mass', date: null,
    statement: 'Wind turbine: direct drive 650 kg/MW (625–850 surveyed), medium speed 160, high speed 80.',
    citation: {
      kind: 'elsewhere', title: 'Encyclopedia.pub survey', confidence: 'medium',
      urls: ['https://encyclopedia.pub/entry/50309'],
    },
  },
  {
    id: 'E-MA-03', topic: 'magnet-mass', date: null,
    statement: 'Hard disk: 10–20 g.',
    citation: {
      kind: 'elsewhere', title: 'University of Warsaw physics column', confidence: 'medium',
      urls: ['https://zapytajfizyka.fuw.edu.pl/pytania/jaka-sile-posiada-magnes-neodymowy-w-twardym-dysku/'],
    },
  },
  {
    id: 'E-MA-04', topic: 'magnet-mass', date: null,
    statement: 'Smartphone: up to 14 small magnets; that of the loudspeaker is about 2 × 8 × 10 mm, so about 1 g (derived).',
    citation: {
      kind: 'elsewhere', title: 'Ideal Magnet Solutions', confidence: 'low',
      urls: ['https://idealmagnetsolutions.com/knowledge-base/small-ndfeb-magnets-in-smartphones-and-personal-electronics/'],
    },
  },
  {
    id: 'E-MA-05', topic: 'magnet-mass', date: null,
    statement: 'Robot arm: 0.5–3 kg.',
    citation: {
      kind: 'elsewhere', title: 'Wifitalents statistics', confidence: 'low',
      urls: ['https://wifitalents.com/ndfeb-magnet-industry-statistics'],
    },
  },
  {
    id: 'E-LE-01', topic: 'lead-time', date: null,
    statement: 'Production of custom magnets: 4–6 weeks; small repeat orders 1–2.',
    citation: {
      kind: 'elsewhere', title: 'First4Magnets and Evermagnets', confidence: 'medium',
      urls: [
        'https://www.first4magnets.com/magnet-manufacturing-process-flow-i1828',
        'http://evermagnets.com/company.asp',
      ],
    },
  },
  {
    id: 'E-LE-02', topic: 'lead-time', date: null,
    statement: 'Sea freight Shanghai to Rotterdam: 4.6–5.1 weeks by Suez, 6.4–6.9 by the Cape.',
    citation: {
      kind: 'elsewhere', title: 'Geese Cargo', confidence: 'medium',
      urls: ['https://geesecargo.com/?p=4547'],
    },
  },
  {
    id: 'E-LE-03', topic: 'lead-time', date: null,
    statement: 'Sea freight to the US, door to door: 3–3.5 weeks to the west coast, 5–6 to the east.',
    citation: {
      kind: 'elsewhere', title: 'Ocean freight transit times', confidence: 'medium',
      urls: ['https://en-test.56ok.com/topic/detail-593856-global-ocean-freight-transit-times-key-insights.html'],
    },
  },
  {
    id: 'E-LE-04', topic: 'lead-time', date: null,
    statement: 'Import customs and inland carriage: 0.4–1.3 weeks.',
    citation: {
      kind: 'elsewhere', title: 'Geese Cargo', confidence: 'medium',
      urls: ['https://geesecargo.com/?p=4547'],
    },
  },
  {
    id: 'E-LE-05', topic: 'lead-time', date: null,
    statement: 'Air cargo: 0.7–2 weeks; courier 0.3–0.6. Magnets by air need a field test or a class 9 declaration.',
    citation: {
      kind: 'elsewhere', title: 'Evermagnets; H-Spot Magnets', confidence: 'low',
      urls: [
        'http://evermagnets.com/company.asp',
        'https://www.hspotmagnets.com/support/shipping-magnets-air/',
      ],
    },
  },
  {
    id: 'E-LE-06', topic: 'lead-time', date: '2025-04',
    statement: 'Ordinary lead times were put at 12–16 weeks.',
    citation: {
      kind: 'elsewhere', title: 'Market note', confidence: 'low',
      urls: ['https://spendsignal.sumedian.com/p/magnet-mayhem-is-your-ev-supply-chain-ready-036f45e68062e485'],
    },
  },
  {
    id: 'E-LE-07', topic: 'lead-time', date: null,
    statement: 'Before controls, to northern Europe by sea: 9, 11.5 or 14.5 weeks (low, expected, high; derived from production 4/5/6, sea 4.5/5.5/7 and import 0.5/1/1.5). Sums of lows and highs overstate the likely spread.',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above', confidence: 'medium',
      urls: [
        'https://www.first4magnets.com/magnet-manufacturing-process-flow-i1828',
        'https://geesecargo.com/?p=4547',
      ],
    },
  },
  {
    id: 'E-LE-08', topic: 'lead-time', date: null,
    statement: 'Magnets that need no licence: a composition test of 0/2/2.5 weeks and a customs check of 0/0.5/3 make it 9, 14 or 20 weeks in all (derived).',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above and supplier notes', confidence: 'medium',
      urls: [
        'https://bakkermagnetics.com/general-news/update-on-export-regulations-for-rare-earth-elements-china',
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
      ],
    },
  },
  {
    id: 'E-LE-09', topic: 'lead-time', date: null,
    statement: 'NdFeB with dysprosium or terbium: papers 1/2/3 weeks, decision 1/9/13 and check 0/1/4 make it 11, 23.5 or 34.5 weeks when the licence follows production, 9, 18.5 or 28.5 when it runs beside it (derived).',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above and supplier reports', confidence: 'medium',
      urls: [
        'https://magnet-world.eu/exportkontrolle-china-situation',
        'https://www.goudsmit.co.uk/goudsmit-uk-market-update',
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
      ],
    },
  },
  {
    id: 'E-LE-10', topic: 'lead-time', date: null,
    statement: 'SmCo: as for NdFeB with a decision of 1/11/13 weeks: 11, 25.5 or 34.5 weeks after production, 9, 20.5 or 28.5 beside it (derived).',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above and supplier reports', confidence: 'medium',
      urls: [
        'https://magnet-world.eu/exportkontrolle-china-situation',
        'https://www.goudsmit.co.uk/goudsmit-uk-market-update',
      ],
    },
  },
  {
    id: 'E-LE-11', topic: 'lead-time', date: null,
    statement: 'General licence: papers 0/0.5/1 week and check 0/0.5/3 make it 9, 12.5 or 18.5 weeks in all (derived).',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above and reports on general licences', confidence: 'medium',
      urls: [
        'https://www.tomshardware.com/tech-industry/china-issues-first-batch-of-general-rare-earth-export-licenses-to-magnet-makers',
        'https://www.goudsmit.co.uk/goudsmit-uk-market-update',
      ],
    },
  },
  {
    id: 'E-LE-12', topic: 'lead-time', date: null,
    statement: 'With the article’s 2, 3 or 4 weeks added and nothing else: 11, 14.5 or 18.5 weeks (derived), optimistic against everything found.',
    citation: {
      kind: 'elsewhere', title: 'Sum of the legs above and the article’s delay', confidence: 'medium',
      urls: [
        'https://www.first4magnets.com/magnet-manufacturing-process-flow-i1828',
        'https://geesecargo.com/?p=4547',
      ],
    },
  },
]
