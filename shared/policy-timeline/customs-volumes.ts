import type { Citation } from './citation'

/** Exports in one or more whole months, as customs reported them. */
export type CustomsVolume = {
  /** First month, `YYYY-MM`. */
  readonly fromMonth: string
  /** Last month, the same as the first for a single month. */
  readonly throughMonth: string
  /** Metric tons in these months together. */
  readonly tonnes: number
  /** Whether it was worked out from other reported figures instead of being reported itself. */
  readonly isDerived: boolean
}

/** Where the customs figures were read. */
export const customsCitations: {
  /** Total of all rare earths, without magnets. */
  readonly totals: Citation
  /** Rare-earth magnets. */
  readonly magnets: Citation
  /** When figures come out, and that magnets and the total are separate lines. */
  readonly calendar: Citation
} = {
  totals: {
    kind: 'elsewhere',
    title: 'Chinese customs by way of press reports: total rare earth exports',
    confidence: 'high',
    urls: [
      'https://www.newsmax.com/world/globaltalk/china-rare-earth-minerals-exports/2025/07/14/id/1218642/',
      'https://energynews.oedigital.com/mining/2025/08/07/chinas-rare-earth-exports-fell-in-july-after-reaching-a-peak-the-previous-month',
      'https://www.kitco.com/news/off-the-wire/2025-09-08/china-august-rare-earth-exports-fall-34-month',
      'https://www.greenergydaily.com/index.php?id=3934',
      'https://rawmaterials.net/record-year-for-chinas-rare-earth-exports-despite-export-restrictions',
      'https://tass.com/economy/2099305',
      'https://rawmaterials.net/chinas-rare-earth-export-volumes-see-mixed-trends/',
      'https://energynews.oedigital.com/mining/2025/06/09/chinas-rare-earth-exports-rose-23-in-may-despite-export-restrictions',
      'https://www.nasdaq.com/articles/china-october-rare-earth-exports-up-9-on-prior-month',
    ],
  },
  magnets: {
    kind: 'elsewhere',
    title: 'Chinese customs by way of press reports: rare-earth magnet exports',
    confidence: 'high',
    urls: [
      'https://www.kitco.com/news/off-the-wire/2025-08-20/chinas-rare-earth-magnet-exports-hit-six-month-high-july',
      'https://www.telegraphindia.com/business/chinas-rare-earth-magnet-exports-dip-6-1-in-september-amid-tighter-export-scrutiny-and-curbs/cid/2128671',
      'https://www.squidsite02.com/2025/11/20/china-october-rare-earth',
      'https://www.devdiscourse.com/article/headlines/3736790-chinas-rare-earth-magnet-surge-a-post-agreement-export-boom',
      'http://www.goldsea.com/public/index.php/article_details/china-rare-earth-exports-to-us-japan-fell-in-december',
      'https://www.hdmune.cn/news/detail/12560605375505',
      'https://rareearthexchanges.com/news/china-redirects-the-magnet-trade-u-s-demand-falls-as-europe-absorbs-supply',
      'https://strategicmetalsinvest.com/weekly-news-review-dec-22-dec-28-2025',
      'https://www.econotimes.com/Chinas-Rare-Earth-Magnet-Exports-Plunge-Amid-Tighter-Export-Controls-1713812',
      'https://energynews.oedigital.com/mineral-resources/2025/07/20/in-june-chinas-rare-earth-magnet-exports-to-the-us-soared',
    ],
  },
  calendar: {
    kind: 'elsewhere',
    title: 'Press reports on customs figures: total about the 7th to 14th, magnets and destinations about the 20th of the next month',
    confidence: 'medium',
    urls: [
      'https://www.wionews.com/business-economy/china-s-rare-earth-exports-soar-after-trade-war-restrictions-eased-1752826669837',
      'https://redcensor.com/?p=85619',
    ],
  },
}

/** Chinese exports of all rare earths without magnets, January 2025 to February 2026. */
export const customsTotalVolumes: readonly CustomsVolume[] = [
  { fromMonth: '2025-01', throughMonth: '2025-03', tonnes: 14177.6, isDerived: true },
  { fromMonth: '2025-04', throughMonth: '2025-04', tonnes: 4784.8, isDerived: false },
  { fromMonth: '2025-05', throughMonth: '2025-05', tonnes: 5864.6, isDerived: false },
  { fromMonth: '2025-06', throughMonth: '2025-06', tonnes: 7742.2, isDerived: false },
  { fromMonth: '2025-07', throughMonth: '2025-07', tonnes: 5994.3, isDerived: false },
  { fromMonth: '2025-08', throughMonth: '2025-08', tonnes: 5791.8, isDerived: true },
  { fromMonth: '2025-09', throughMonth: '2025-09', tonnes: 4000.3, isDerived: false },
  { fromMonth: '2025-10', throughMonth: '2025-10', tonnes: 4343.5, isDerived: false },
  { fromMonth: '2025-11', throughMonth: '2025-11', tonnes: 5493.8, isDerived: true },
  { fromMonth: '2025-12', throughMonth: '2025-12', tonnes: 4392, isDerived: false },
  { fromMonth: '2026-01', throughMonth: '2026-02', tonnes: 10460, isDerived: false },
]

/** Chinese exports of rare-earth magnets, the series that matters here: January 2025 to March 2026. Later months were not found. */
export const magnetExportVolumes: readonly CustomsVolume[] = (
  [
    ['2025-01', 6357, false],
    ['2025-02', 3590, true],
    ['2025-03', 5323, true],
    ['2025-04', 2626, true],
    ['2025-05', 1238, false],
    ['2025-06', 3188, false],
    ['2025-07', 5577, false],
    ['2025-08', 6146, false],
    ['2025-09', 5774, false],
    ['2025-10', 5473, false],
    ['2025-11', 6150, false],
    ['2025-12', 5952, false],
    ['2026-01', 6023, true],
    ['2026-02', 4740, true],
    ['2026-03', 5238, false],
  ] as const
).map(([month, tonnes, isDerived]) => ({ fromMonth: month, throughMonth: month, tonnes, isDerived }))
