import type { ElsewhereFact } from './elsewhere-fact'

/** What buyers do about it, as found outside the article. */
export const elsewherePracticeFacts: readonly ElsewhereFact[] = [
  {
    id: 'E-PR-01', topic: 'practice', date: '2025-06',
    statement: 'Stocks began thin: 2–4 weeks were typical; another source has 4–6.',
    citation: {
      kind: 'elsewhere', title: 'Blog and supplier note', confidence: 'low',
      urls: [
        'https://miningbusinessinsights.blogspot.com/2025/06/chinaautos-rees-magnets.html',
        'http://www.strattonproducts.uk/china_supply_issues.html',
      ],
    },
  },
  {
    id: 'E-PR-02', topic: 'practice', date: '2025',
    statement: 'Ninety days were not enough: Indian makers had 90 days of stock against a licence of at least 60 days, unsure at that, and came down to 30 against the 60 needed.',
    citation: {
      kind: 'elsewhere', title: 'NDTV Profit', confidence: 'medium',
      urls: ['https://www.ndtvprofit.com/auto/china-rare-earth-export-ban-india-auto-has-one-month-to-secure-fresh-supply'],
    },
  },
  {
    id: 'E-PR-03', topic: 'practice', date: '2025-06',
    statement: 'Hyundai holds about a year of rare earths.',
    citation: {
      kind: 'elsewhere', title: 'Econotimes', confidence: 'high',
      urls: ['https://econotimes.com/Hyundai-Motor-Confirms-Rare-Earth-Stockpile-Amid-China-Export-Curbs-1712744'],
    },
  },
  {
    id: 'E-PR-04', topic: 'practice', date: '2025-06',
    statement: 'Daimler Truck raises its stock.',
    citation: {
      kind: 'elsewhere', title: 'Report on European truck makers', confidence: 'medium',
      urls: ['https://energynews.oedigital.com/fossil-fuels/2025/06/17/european-truckmakers-address-rareearths-shortage-with-stockpiling-and-supply-chain-changes'],
    },
  },
  {
    id: 'E-PR-05', topic: 'practice', date: null,
    statement: 'A consultant budgets 3–4 months of stock.',
    citation: {
      kind: 'elsewhere', title: 'Procyon Metals', confidence: 'low',
      urls: ['https://procyonmetals-wordpress.captain.codolie.com/tag/lang-en/page/2/'],
    },
  },
  {
    id: 'E-PR-06', topic: 'practice', date: '2025-08',
    statement: 'China discourages stockpiling and trims approved volumes, so a buffer can grow no faster than licences allow.',
    citation: {
      kind: 'elsewhere', title: 'Report on the Financial Times; Bomatec', confidence: 'medium',
      urls: [
        'https://unn.ua/en/news/china-warns-western-companies-against-hoarding-rare-earth-metals',
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
      ],
    },
  },
  {
    id: 'E-PR-07', topic: 'practice', date: null,
    statement: 'Order early, give the supplier a year’s plan, and call off from stock kept at the supplier.',
    citation: {
      kind: 'elsewhere', title: 'Magnet World', confidence: 'medium',
      urls: ['https://magnet-world.eu/exportkontrolle-china-situation'],
    },
  },
  {
    id: 'E-PR-08', topic: 'practice', date: null,
    statement: 'Consolidate orders per licence: fewer applications.',
    citation: {
      kind: 'elsewhere', title: 'Goudsmit UK, October 2025', confidence: 'medium',
      urls: ['https://www.goudsmit.co.uk/goudsmit-uk-market-update'],
    },
  },
  {
    id: 'E-PR-09', topic: 'practice', date: null,
    statement: 'Redesign to grades without heavy rare earths, as every supplier advises; mind that some of these contain holmium.',
    citation: {
      kind: 'elsewhere', title: 'Adams, Bomatec, Goudsmit and Dura', confidence: 'high',
      urls: [
        'https://www.adamsmagnetic.com/blogs/update-china-suspends-oct-9-rare%e2%80%91earth-export-controls-incl-holmium',
        'https://www.bomatec.com/en/news/china-tightens-export-controls-on-heavy-rare-earth-elements',
        'https://www.goudsmit.co.uk/goudsmit-uk-market-update',
        'https://www.duramag.com/techtalk/magnet-news/re-defining-hree-free-chinas-expanding-export-controls-and-their-impact-on-the-magnet-industry',
      ],
    },
  },
  {
    id: 'E-PR-10', topic: 'practice', date: null,
    statement: 'Set a dated trigger for falling back from one coercivity grade to another, with a decision date and an owner, before release.',
    citation: {
      kind: 'elsewhere', title: 'EV Motor Magnets', confidence: 'low',
      urls: ['https://evmotormagnets.com/blog/ev-motor-magnet-market-update-2026-w18'],
    },
  },
  {
    id: 'E-PR-11', topic: 'practice', date: null,
    statement: 'Dual sourcing: a benchmark of four suppliers in three countries.',
    citation: {
      kind: 'elsewhere', title: 'Fastmarkets', confidence: 'medium',
      urls: ['https://fastmarkets.com/insights/rare-earth-magnet-market-could-be-worth-5bn-outside-china'],
    },
  },
  {
    id: 'E-PR-12', topic: 'practice', date: null,
    statement: 'Qualifying a second supplier takes 4–7 months; qualify in parallel.',
    citation: {
      kind: 'elsewhere', title: 'Mainrich', confidence: 'low',
      urls: ['https://www.mainrichinternational.com/resources/articles/qualify-chinese-ndfeb-supplier-tier-1-automotive-robotics-playbook'],
    },
  },
  {
    id: 'E-PR-13', topic: 'practice', date: null,
    statement: 'New plants ramp slowly: 30–50 % of nameplate for 12–24 months.',
    citation: {
      kind: 'elsewhere', title: 'Rare Earth Exchanges', confidence: 'low',
      urls: ['https://rareearthexchanges.com/news/magnet-gold-rush-or-mirage-a-hard-look-at-the-2030-capacity-up-50-in-q3-2025-claim'],
    },
  },
  {
    id: 'E-PR-14', topic: 'practice', date: null,
    statement: 'Air freight is used when short; it is costly and must be named in the licence.',
    citation: {
      kind: 'elsewhere', title: 'Particle News', confidence: 'medium',
      urls: ['https://particle.news/story/chinas-slow-licensing-of-rare-earth-magnet-exports-strains-global-supply-chains'],
    },
  },
  {
    id: 'E-PR-15', topic: 'practice', date: null,
    statement: 'Buying rotors or assemblies lies outside Announcement 18, but under other tariffs and with more Chinese content.',
    citation: {
      kind: 'elsewhere', title: 'MOFCOM’s answers and a blog on western car makers', confidence: 'medium',
      urls: [
        'http://jying.cn/archiver/tid-242634.html',
        'https://magsees.com/market-report/interpretation-china-rare-earth-export-controls',
        'https://kdwalmsley.substack.com/p/western-automakers-are-closing-plants',
      ],
    },
  },
  {
    id: 'E-PR-16', topic: 'practice', date: null,
    statement: 'Carrying stock usually costs 20–30 % of its value a year; a lower estimate has 12–25 %.',
    citation: {
      kind: 'elsewhere', title: 'Two notes on carrying cost', confidence: 'medium',
      urls: [
        'https://r4.ai/inventory-carrying-cost-reduction/',
        'https://blog.johnrwhite.com/news-and-events/inventory-carrying-costs-a-breakdown',
      ],
    },
  },
]
