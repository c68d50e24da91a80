import type { ElsewhereFact } from './elsewhere-fact'

/** Policy outside the article: what was decreed, agreed or reported, from December 2024 to the end of the pause. */
export const elsewherePolicyFacts: readonly ElsewhereFact[] = [
  {
    id: 'E-PO-01', topic: 'policy', date: '2024-12-01',
    statement: 'The regulations on exports of dual-use items take effect. A single licence covers one export to one end user, lasts up to a year and is void once used; a general licence covers many exports and lasts up to three years.',
    citation: {
      kind: 'elsewhere', title: 'Trade law notices on the dual-use regulations', confidence: 'high',
      urls: [
        'https://www.craneww.com/knowledge-center/trade-advisory-notices/china-issues-new-export-control-regulations/',
        'https://centrelawgroup.com/blog/exporting-dual-use-items-from-china',
      ],
    },
  },
  {
    id: 'E-PO-02', topic: 'policy', date: '2025-04-04',
    statement: 'MOFCOM and customs issue Announcement 18, in force at once: licences for samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium. It names samarium-cobalt magnets (1C902.a) and NdFeB magnets that contain terbium (1C904.a) or dysprosium (1C905.a), to all destinations. Neodymium and praseodymium are not listed.',
    citation: {
      kind: 'elsewhere', title: 'Supplier and law firm notes on Announcement 18', confidence: 'high',
      urls: [
        'https://www.hymagnetics.com/news_detail/24.html',
        'https://osencmagnet.com/export-controls-on-rare-earth-elements/',
        'https://hklaw.com/en/insights/publications/2025/04/china-imposes-export-controls-on-medium-and-heavy-rare-earth-materials',
        'https://teslam.co.jp/newsen/694.html',
      ],
    },
  },
  {
    id: 'E-PO-03', topic: 'policy', date: '2025-05-12/2025-06',
    statement: 'After understandings in Geneva and then London, suppliers of US car makers receive licences for six months.',
    citation: {
      kind: 'elsewhere', title: 'Report on temporary licences', confidence: 'high',
      urls: ['https://www.benzinga.com/markets/tech/25/06/45826735/china-grants-temporary-rare-earth-licenses-to-us-automakers-suppliers'],
    },
  },
  {
    id: 'E-PO-04', topic: 'policy', date: '2025-08',
    statement: 'Officials tell foreign firms not to stockpile; approved volumes are held down.',
    citation: {
      kind: 'elsewhere', title: 'Report on the Financial Times, anonymous sources', confidence: 'medium',
      urls: ['https://unn.ua/en/news/china-warns-western-companies-against-hoarding-rare-earth-metals'],
    },
  },
  {
    id: 'E-PO-05', topic: 'policy', date: '2025-09',
    statement: 'MOFCOM’s fifth set of answers: rotor and stator assemblies with fixed magnets, moulded sensor assemblies and consumer goods with magnetic parts generally lie outside Announcement 18.',
    citation: {
      kind: 'elsewhere', title: 'The answers in Chinese, and a market report on them', confidence: 'high',
      urls: [
        'http://jying.cn/archiver/tid-242634.html',
        'https://magsees.com/market-report/interpretation-china-rare-earth-export-controls',
      ],
    },
  },
  {
    id: 'E-PO-06', topic: 'policy', date: '2025-10-09',
    statement: 'Announcements 55 (superhard materials), 56 (rare earth equipment and materials), 57, 58 (batteries and graphite) and 62 (technology) are issued. Announcement 57 adds holmium, erbium, thulium, europium and ytterbium, and with them permanent magnet materials that contain holmium (1C909), from 8 November 2025.',
    citation: {
      kind: 'elsewhere', title: 'Regulatory and supplier news on the October announcements', confidence: 'high',
      urls: [
        'https://www.chemradar.com/en/news/detail/f3s7t2oy9qf4',
        'https://news.livedoor.com/topics/detail/29749161/',
        'https://www.bwmagnets.com/News-Release-China-s-Rare-Earth-Export-Controls-Intensify-Posing-Challenges-to-the-High-Performance-NdFeB-Magnet-Industry-id40993485.html',
      ],
    },
  },
  {
    id: 'E-PO-07', topic: 'policy', date: '2025-10-09',
    statement: 'Announcement 61 reaches abroad: foreign-made SmCo magnets and NdFeB magnets with dysprosium or terbium, and parts and assemblies with them, need a Chinese licence from 1 December 2025 when listed Chinese inputs make up 0.1 % or more of their value or Chinese technology was used. Re-exports of listed goods of Chinese origin are covered from 9 October. Military use is refused in principle.',
    citation: {
      kind: 'elsewhere', title: 'Regulatory news on Announcement 61', confidence: 'high',
      urls: [
        'https://www.chemradar.com/en/news/detail/f1la2toi5p1c',
        'http://www.sscollege.cn/en/news/44800.html',
      ],
    },
  },
  {
    id: 'E-PO-08', topic: 'policy', date: '2025-10-30',
    statement: 'The presidents meet in Busan; a pause of one year is announced for the October rules.',
    citation: {
      kind: 'elsewhere', title: 'Business Times', confidence: 'high',
      urls: ['https://www.businesstimes.com.sg/international/global/china-pauses-rare-earth-export-control-expansion-one-year-easing-pressure-global-buyers'],
    },
  },
  {
    id: 'E-PO-09', topic: 'policy', date: '2025-11-07',
    statement: 'Announcement 70 suspends announcements 55 to 58, 61 and 62 until 10 November 2026. Announcement 18 is untouched.',
    citation: {
      kind: 'elsewhere', title: 'Trade and law firm notes on the suspension', confidence: 'high',
      urls: [
        'https://rawmaterials.net/china-officially-suspends-october-export-tightening',
        'https://www.pillsburylaw.com/en/news-and-insights/china-suspends-export-controls-certain-critical-minerals-related-items.html',
      ],
    },
  },
  {
    id: 'E-PO-10', topic: 'policy', date: '2025-11-09',
    statement: 'Announcement 72 pauses the ban on gallium, germanium, antimony and others to the US until 27 November 2026.',
    citation: {
      kind: 'elsewhere', title: 'Law firm note', confidence: 'high',
      urls: ['https://www.clarkhill.com/news-events/news/china-hits-pause-on-rare-earth-export-controls-and-what-it-means-for-supply-chains'],
    },
  },
  {
    id: 'E-PO-11', topic: 'policy', date: '2025-11-04',
    statement: 'The US suspends part of its tariffs on Chinese goods, likewise until 10 November 2026.',
    citation: {
      kind: 'elsewhere', title: 'Executive order 14358, digest', confidence: 'high',
      urls: ['https://executiveorderdigest.com/executive-order/14358-modifying-reciprocal-tariff-rates-consistent-with-the-economic-and-trade-arrange'],
    },
  },
  {
    id: 'E-PO-12', topic: 'policy', date: '2025-12-02',
    statement: 'The first general licences are reported: JL Mag for nearly all customers, Ningbo Yunsheng and Zhong Ke San Huan for some. They last a year, name the customer and go to large producers only. MOFCOM confirms some on 18 December.',
    citation: {
      kind: 'elsewhere', title: 'Reports on the first general licences', confidence: 'high',
      urls: [
        'https://www.tomshardware.com/tech-industry/china-issues-first-batch-of-general-rare-earth-export-licenses-to-magnet-makers',
        'https://www.globaltimes.cn/page/202512/1350907.shtml',
      ],
    },
  },
  {
    id: 'E-PO-13', topic: 'policy', date: '2026-01-01',
    statement: 'The US adds 25 % duty under section 301 to permanent magnets of Chinese origin.',
    citation: {
      kind: 'elsewhere', title: 'Supplier note on section 301', confidence: 'high',
      urls: ['https://www.adamsmagnetic.com/blogs/25-tariff-on-chinese-origin-permanent-magnets-starts-january-1-2026-key-facts'],
    },
  },
  {
    id: 'E-PO-14', topic: 'policy', date: '2026-01-06',
    statement: 'Announcement 1 of 2026 bans dual-use exports for Japanese military use.',
    citation: {
      kind: 'elsewhere', title: 'Report on the measures against Japan', confidence: 'high',
      urls: [
        'https://www.geopolitechs.org/p/china-plans-to-reimpose-rare-earth',
        'https://www.livemint.com/global/china-deprives-japan-of-rare-earths-supply-escalating-dispute/amp-11767874655557.html',
      ],
    },
  },
  {
    id: 'E-PO-15', topic: 'policy', date: '2026-01',
    statement: 'Licence reviews for Japan are reported halted across industry; MOFCOM denies any effect on civil trade.',
    citation: {
      kind: 'elsewhere', title: 'Press report on licence reviews for Japan', confidence: 'medium',
      urls: [
        'https://www.geopolitechs.org/p/china-plans-to-reimpose-rare-earth',
        'https://www.livemint.com/global/china-deprives-japan-of-rare-earths-supply-escalating-dispute/amp-11767874655557.html',
      ],
    },
  },
  {
    id: 'E-PO-16', topic: 'policy', date: '2026-02-04',
    statement: 'The presidents speak by telephone; the press expects the truce to be extended by up to a year. An expectation only.',
    citation: {
      kind: 'elsewhere', title: 'Press report', confidence: 'medium',
      urls: ['https://economy.com.pk/china-confirms-talks-on-trump-visit-china-trade-truce/?amp=1'],
    },
  },
  {
    id: 'E-PO-17', topic: 'policy', date: '2026-05',
    statement: 'Summit in Beijing in the middle of May. The White House says on 17 May that China will address shortages of yttrium, scandium, neodymium and indium; MOFCOM’s summary does not mention rare earths. No extension of the pause is reported in what was found.',
    citation: {
      kind: 'elsewhere', title: 'Blog on the summit statements', confidence: 'medium',
      urls: ['https://novacraftx.com/?p=688'],
    },
  },
  {
    id: 'E-PO-18', topic: 'policy', date: '2026-06-11',
    statement: 'A US business group finds some items, SmCo among them, nearly unobtainable.',
    citation: {
      kind: 'elsewhere', title: 'Blog on a Reuters report', confidence: 'medium',
      urls: ['https://www.wernermouton.com/notebook/11-june-2026-the-license-as-chokepoint'],
    },
  },
  {
    id: 'E-PO-19', topic: 'policy', date: '2026-06-22',
    statement: 'Ten US entities, among them MP Materials and USA Rare Earth, go on China’s control list at once; passing goods on to them through third parties is barred too.',
    citation: {
      kind: 'elsewhere', title: 'Benchmark Minerals', confidence: 'high',
      urls: ['https://source.benchmarkminerals.com/article/china-targets-us-rare-earth-and-defence-linked-entities-with-dual-use-export-ban'],
    },
  },
  {
    id: 'E-PO-20', topic: 'policy', date: '2026-06',
    statement: 'Commentary names the expiry of the pause in November as the next signal.',
    citation: {
      kind: 'elsewhere', title: 'Azzet', confidence: 'medium',
      urls: ['https://azzet.com/news/mission-critical-beijing-sanctions-us-rare-earth-rivals'],
    },
  },
  {
    id: 'E-PO-21', topic: 'policy', date: '2026-11',
    statement: 'The APEC summit is scheduled for Shenzhen in November 2026. Its outcome was not found.',
    citation: {
      kind: 'elsewhere', title: 'Devdiscourse', confidence: 'high',
      urls: ['https://www.devdiscourse.com/article/business/3680798-shenzhen-summit-a-renewed-vision-for-asia-pacific-cooperation'],
    },
  },
  {
    id: 'E-PO-22', topic: 'policy', date: '2026-11-10',
    statement: 'The pause nominally ends. Whether it was extended, lapsed or replaced was not found.',
    citation: {
      kind: 'elsewhere', title: 'Trade and law firm notes on the suspension', confidence: 'high',
      urls: [
        'https://rawmaterials.net/china-officially-suspends-october-export-tightening',
        'https://www.pillsburylaw.com/en/news-and-insights/china-suspends-export-controls-certain-critical-minerals-related-items.html',
      ],
    },
  },
]
