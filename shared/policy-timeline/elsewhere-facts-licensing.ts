import type { ElsewhereFact } from './elsewhere-fact'

/** How the licence works, how long it took and how often it was granted, as reported outside the article. */
export const elsewhereLicensingFacts: readonly ElsewhereFact[] = [
  {
    id: 'E-LI-01', topic: 'licensing', date: null,
    statement: 'Papers of the customer go by courier to the factory, the factory’s to the local commerce office, and on to MOFCOM. Only once MOFCOM has accepted the application does the period for its decision begin.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit UK, July 2025', confidence: 'medium',
      urls: ['https://www.goudsmit.co.uk/impact-of-chinas-restriction-on-rare-earth-metal-exports-july-2025-update'],
    },
  },
  {
    id: 'E-LI-02', topic: 'licensing', date: null,
    statement: 'The official limit for a decision is 45 working days: nine weeks, about ten with a week of holidays. The text of the rule itself was not read.',
    citation: {
      kind: 'elsewhere', title: 'Suppliers and a Reuters report', confidence: 'high',
      urls: [
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
        'https://news.jointearn.com/china-tightens-scrutiny-on-rare-earth-magnet-export-licenses-sources-say',
      ],
    },
  },
  {
    id: 'E-LI-03', topic: 'licensing', date: null,
    statement: 'The mode of freight is fixed in the application and cannot be split: part by air and part by sea means two licences from the start.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit UK, July 2025', confidence: 'medium',
      urls: ['https://www.goudsmit.co.uk/impact-of-chinas-restriction-on-rare-earth-metal-exports-july-2025-update'],
    },
  },
  {
    id: 'E-LI-04', topic: 'licensing', date: null,
    statement: 'A single licence is for one order or shipment; quantity and price must match exactly.',
    citation: {
      kind: 'elsewhere', title: 'Supplier note', confidence: 'medium',
      urls: ['https://nbaem.com/china-rare-earth-ban'],
    },
  },
  {
    id: 'E-LI-05', topic: 'licensing', date: '2025-11',
    statement: 'An end-user certificate is required; since November 2025 also photographs of the site, pictures of the product, where the magnet sits in it and the history of transactions.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit UK, November 2025', confidence: 'medium',
      urls: ['https://www.goudsmit.co.uk/new-requirements-for-china-export-licences-and-extended-lead-times-november-2025'],
    },
  },
  {
    id: 'E-LI-06', topic: 'licensing', date: null,
    statement: 'An application may lapse before it is decided and must then be filed again.',
    citation: {
      kind: 'elsewhere', title: 'Dura Magnetics on SmCo', confidence: 'low',
      urls: ['https://www.duramag.com/techtalk/magnet-news/smco-magnet-availability-and-cost-outlook-understanding-todays-supply-challenges'],
    },
  },
  {
    id: 'E-LI-07', topic: 'licensing', date: null,
    statement: 'Some magnets are destroyed in official tests; order a few more.',
    citation: {
      kind: 'elsewhere', title: 'Magnet World', confidence: 'low',
      urls: ['https://magnet-world.eu/exportkontrolle-china-situation'],
    },
  },
  {
    id: 'E-LI-08', topic: 'licensing', date: null,
    statement: 'In practice a test that finds no more than 0.1 % dysprosium and terbium usually spares the licence. No announcement that was seen says so; others hold that any trace counts, and traces arise from shared equipment.',
    citation: {
      kind: 'elsewhere', title: 'Supplier notes, contradicting one another', confidence: 'low',
      urls: [
        'https://mainrichinternational.com/export-control',
        'https://oceanmagnet.com/?p=2078',
      ],
    },
  },
  {
    id: 'E-LI-09', topic: 'licensing', date: null,
    statement: 'The 0.1 % by mass found in tests is not the 0.1 % of value in Announcement 61.',
    citation: {
      kind: 'elsewhere', title: 'Regulatory news on Announcement 61', confidence: 'high',
      urls: [
        'https://www.chemradar.com/en/news/detail/f1la2toi5p1c',
        'http://www.sscollege.cn/en/news/44800.html',
      ],
    },
  },
  {
    id: 'E-LI-10', topic: 'licensing', date: null,
    statement: 'Grades with holmium were sold as free of heavy rare earths. They need a licence whenever Announcement 57 is in force.',
    citation: {
      kind: 'elsewhere', title: 'Dura Magnetics and Adams Magnetic', confidence: 'medium',
      urls: [
        'https://www.duramag.com/techtalk/magnet-news/re-defining-hree-free-chinas-expanding-export-controls-and-their-impact-on-the-magnet-industry',
        'https://www.adamsmagnetic.com/blogs/update-china-suspends-oct-9-rare%e2%80%91earth-export-controls-incl-holmium',
      ],
    },
  },
  {
    id: 'E-LI-11', topic: 'licensing', date: null,
    statement: 'Magnets that need no licence still wait: about 10 working days for a test of their composition, and customs checks at random.',
    citation: {
      kind: 'elsewhere', title: 'Three suppliers', confidence: 'medium',
      urls: [
        'https://bakkermagnetics.com/general-news/update-on-export-regulations-for-rare-earth-elements-china',
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
      ],
    },
  },
  {
    id: 'E-LI-12', topic: 'licensing', date: '2025-07',
    statement: 'Even ferrite magnets are tested now and then.',
    citation: {
      kind: 'elsewhere', title: 'Supermagnete', confidence: 'medium',
      urls: ['https://www.supermagnete.fi/ukk/Miten-Kiinan-uudet-harvinaisten-maametallien-vientirajoitukset-vaikuttavat-magneettien-saatavuuteen'],
    },
  },
  {
    id: 'E-LI-13', topic: 'licensing', date: null,
    statement: 'Some destinations fare worse (India, Japan, goods bound for the US), and defence users are refused.',
    citation: {
      kind: 'elsewhere', title: 'Reports on approvals and delays', confidence: 'medium',
      urls: [
        'https://theoregongroup.com/commodities/rare-earths/chinas-rare-earth-restrictions-easing-but-us-supply-still-de-prioritized',
        'https://www.geopolitechs.org/p/china-plans-to-reimpose-rare-earth',
      ],
    },
  },
  {
    id: 'E-DE-01', topic: 'delay', date: '2025-07',
    statement: 'Licences took from one week at best to 45 working days.',
    citation: {
      kind: 'elsewhere', title: 'Supplier note', confidence: 'medium',
      urls: ['https://teslam.co.jp/newsen/694.html'],
    },
  },
  {
    id: 'E-DE-02', topic: 'delay', date: '2025-08',
    statement: 'Licences often took the full 45 working days; magnets free of heavy rare earths took two weeks more than before.',
    citation: {
      kind: 'elsewhere', title: 'Bomatec', confidence: 'medium',
      urls: ['https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements'],
    },
  },
  {
    id: 'E-DE-03', topic: 'delay', date: '2025-09',
    statement: 'NdFeB came up to 60 days later and SmCo up to 90; customs held goods up to four weeks even with a licence.',
    citation: {
      kind: 'elsewhere', title: 'Magnet World', confidence: 'medium',
      urls: ['https://magnet-world.eu/exportkontrolle-china-situation'],
    },
  },
  {
    id: 'E-DE-04', topic: 'delay', date: '2025-10',
    statement: 'Many licences took more than 45 working days; checks took two to three weeks.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit UK, October 2025', confidence: 'medium',
      urls: ['https://www.goudsmit.co.uk/goudsmit-uk-market-update'],
    },
  },
  {
    id: 'E-DE-05', topic: 'delay', date: '2025-11',
    statement: 'The lead time of a licence is given as 2.5 to 4 months.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit Magnetics, November 2025', confidence: 'medium',
      urls: ['https://www.goudsmitmagnetics.com/en-us/news/update-on-chinese-export-restrictions'],
    },
  },
  {
    id: 'E-DE-06', topic: 'delay', date: null,
    statement: 'Before general licences a shipment waited 1 to 1.5 months.',
    citation: {
      kind: 'elsewhere', title: 'Mugglehead', confidence: 'medium',
      urls: ['https://mugglehead.com/?p=1437173'],
    },
  },
  {
    id: 'E-DE-07', topic: 'delay', date: '2025-06',
    statement: 'Goods that are not listed but carry the word magnet took one to two months once they were inspected.',
    citation: {
      kind: 'elsewhere', title: 'Report on the Financial Times', confidence: 'medium',
      urls: ['https://theoregongroup.com/commodities/rare-earths/chinas-rare-earth-restrictions-easing-but-us-supply-still-de-prioritized'],
    },
  },
  {
    id: 'E-AP-01', topic: 'approval', date: '2025-06-04',
    statement: 'About 25 % of the hundreds of applications filed had been approved, says the European suppliers’ association CLEPA.',
    citation: {
      kind: 'elsewhere', title: 'CLEPA, press report', confidence: 'high',
      urls: ['https://todayheadline.co/european-auto-supplier-plants-shut-081958659-html/'],
    },
  },
  {
    id: 'E-AP-02', topic: 'approval', date: '2025-06',
    statement: 'By the end of June about 60 % had been approved, says CLEPA.',
    citation: {
      kind: 'elsewhere', title: 'CLEPA, press report', confidence: 'high',
      urls: ['https://www.hindustantimes.com/world-news/us-news/chinas-rare-earths-are-flowing-again-but-not-freely-101751251601471.html'],
    },
  },
  {
    id: 'E-AP-03', topic: 'approval', date: '2025-06',
    statement: 'Dexter (US) had 5 of 180 licences.',
    citation: {
      kind: 'elsewhere', title: 'The Oregon Group', confidence: 'medium',
      urls: ['https://theoregongroup.com/commodities/rare-earths/chinas-rare-earth-restrictions-easing-but-us-supply-still-de-prioritized'],
    },
  },
  {
    id: 'E-AP-04', topic: 'approval', date: '2025-09',
    statement: 'Fewer than a quarter of about 140 applications had been approved; a later count has 19 approved, 121 pending and 1 refused of 141.',
    citation: {
      kind: 'elsewhere', title: 'EU Chamber of Commerce in China, press reports', confidence: 'high',
      urls: [
        'https://www.financetom.com/business/eu-firms-brace-for-more-shutdowns-due-to-china-rare-earth-controls-despite-summit-promise-436269.htm',
        'https://particle.news/story/eu-chamber-reports-surge-in-production-halts-as-chinas-rare-earth-licenses-stall',
      ],
    },
  },
  {
    id: 'E-AP-05', topic: 'approval', date: '2025-11-05',
    statement: 'A little over half of about 2,000 European applications had been approved.',
    citation: {
      kind: 'elsewhere', title: 'European Union, press report', confidence: 'high',
      urls: ['https://www.vietnam.vn/en/eu-trung-quoc-thiet-lap-kenh-lien-lac-dac-biet-nham-dam-bao-nguon-cung-dat-hiem'],
    },
  },
  {
    id: 'E-AP-06', topic: 'approval', date: '2026-02',
    statement: 'About half of the Japanese applications for magnets with dysprosium had been approved.',
    citation: {
      kind: 'elsewhere', title: 'Nikkei, by way of Reportify', confidence: 'medium',
      urls: ['https://reportify.cn/tags/product?tagValue=%E9%92%95'],
    },
  },
  {
    id: 'E-AP-07', topic: 'approval', date: null,
    statement: 'Pending is not refused. Take it as delay first, and refusal as a scenario of its own.',
    citation: {
      kind: 'elsewhere', title: 'Our reading of the approval counts', confidence: 'medium',
      urls: ['https://particle.news/story/eu-chamber-reports-surge-in-production-halts-as-chinas-rare-earth-licenses-stall'],
    },
  },
]
