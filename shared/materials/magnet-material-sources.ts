import type { Citation } from '../policy-timeline/citation'

/** Makers’ tables of the operating temperatures of NdFeB grades; they hold for magnets not too thin (length to diameter from 0.7). */
export const temperatureSource: Citation = {
  kind: 'elsewhere', title: 'Makers’ tables of NdFeB grades', confidence: 'high',
  urls: [
    'https://www.mainrichinternational.com/resources/articles/ndfeb-magnet-grades-explained-n35-to-n55',
    'https://www.duramag.com/neodymium-magnets-ndfeb/available-neodymium-magnet-grades/',
  ],
}

/** Densities of NdFeB magnets. */
export const densitySource: Citation = {
  kind: 'elsewhere', title: 'Makers’ notes on the density of NdFeB', confidence: 'medium',
  urls: ['https://www.qm-magnet.com/blog/Density-of-NdFeb-magnet/', 'https://sourcemagnets.com/magnet-physical-properties/'],
}

/** Densities and temperatures of bonded NdFeB, SmCo, ferrite and AlNiCo. */
export const bondedAndFerriteSource: Citation = {
  kind: 'elsewhere', title: 'Physical properties of permanent magnet materials', confidence: 'medium',
  urls: ['https://sourcemagnets.com/magnet-physical-properties/', 'https://believemagnet.com/2024/01/02/permanent-magnet-materials'],
}

/** Shares of dysprosium and terbium by suffix: a planning synthesis from a few anchors, not a table anybody published. */
export const dysprosiumBandSource: Citation = {
  kind: 'elsewhere', title: 'Planning synthesis from suppliers’ anchors (N42 without, 38EH 6–8 %, UH and above hardly without)', confidence: 'low',
  urls: [
    'https://www.mainrichinternational.com/resources/articles/ndfeb-magnet-grades-explained-n35-to-n55',
    'https://rareearthexchanges.com/?p=172764',
    'https://encyclopedia.pub/entry/50309',
    'https://www.couragemagnet.com/magnet-blog/3345.html',
    'https://oceanmagnet.com/?p=2078',
  ],
}

/** Grades sold as free of heavy rare earths that contain holmium. */
export const holmiumSource: Citation = {
  kind: 'elsewhere', title: 'Dura Magnetics on holmium in grades without heavy rare earths', confidence: 'medium',
  urls: ['https://www.duramag.com/techtalk/magnet-news/re-defining-hree-free-chinas-expanding-export-controls-and-their-impact-on-the-magnet-industry'],
}

/** Share of neodymium, praseodymium counted in, in sintered NdFeB; several suppliers print the same figures. */
export const neodymiumShareSource: Citation = {
  kind: 'elsewhere', title: 'Suppliers’ notes on the ingredients of NdFeB', confidence: 'medium',
  urls: ['http://www.couragemagnet.com/faq/324.html', 'http://m.sensmagnetics.com/news/chemical-composition-of-ndfeb-3686.html'],
}

/** Share of samarium in SmCo magnets. */
export const samariumShareSource: Citation = {
  kind: 'elsewhere', title: 'Supplier’s note on SmCo: about 36 % samarium in 1:5, 25 % in 2:17', confidence: 'medium',
  urls: ['https://www.brm-metal.com/html/show-27-10-1.html'],
}

/** Rare earths that may replace some samarium. */
export const samariumSubstituteSource: Citation = {
  kind: 'elsewhere', title: 'Makers’ notes on Pr, Ce, Gd, Er and Tb in SmCo', confidence: 'medium',
  urls: [
    'http://www.advancedmagnets.com/magnetic-materials/sintered-smco-magnets/',
    'https://machineu.com/magnetsmco/pz6e8d7c1-high-performance-smco-bread-shaped-magnet-smco5-sm2co17-big-size.html',
  ],
}

/** What the letters of SmCo grades mean; makers differ in the detail. */
export const samariumGradeSource: Citation = {
  kind: 'elsewhere', title: 'Makers’ tables of SmCo grades', confidence: 'medium',
  urls: [
    'https://www.horizonmagnets.com/rare-earth-magnets-specs/',
    'http://www.advancedmagnets.com/how-to-understand-the-rare-earth-permanent-magnets-grades-part-3-sintered-samarium-cobalt-magnets/',
  ],
}
