import { articleCitations } from './article-facts'
import { elsewhereCitations } from './elsewhere-facts'
import type { ExportControl } from './export-control'

/**
 * The export controls that come with the product. When each holds is compiled from `builtInEvents`.
 *
 * The article names no list of elements: medium and heavy rare earths, and of those with
 * names only Nd and Dy, of which Nd is on no list. The lists here are from elsewhere.
 * A reading of public pages, not legal advice.
 */
export const builtInControls: readonly ExportControl[] = [
  {
    id: 'cn-announcement-18',
    title: 'Announcement 18',
    originCountries: ['CN'],
    rareEarthOriginCountries: [],
    elements: ['Sm', 'Gd', 'Tb', 'Dy', 'Lu', 'Sc', 'Y'],
    materialFamilies: ['smco-1-5', 'smco-2-17'],
    forms: [],
    excludedForms: ['rotor-or-stator', 'moulded-assembly'],
    destinationCountries: null,
    summary:
      'China, April 2025: goods made in China that contain samarium, gadolinium, terbium, dysprosium, lutetium, scandium or yttrium, and every samarium-cobalt magnet, to all destinations. Rotors, stators and moulded assemblies lie outside it, as the ministry answered in September 2025. The article describes it only as medium and heavy rare earths.',
    citations: [...elsewhereCitations(['E-PO-02', 'E-PO-05']), ...articleCitations(['A-EV-01', 'A-EL-01', 'A-EL-02'])],
  },
  {
    id: 'cn-announcement-57',
    title: 'Announcement 57',
    originCountries: ['CN'],
    rareEarthOriginCountries: [],
    elements: ['Ho', 'Er', 'Tm', 'Eu', 'Yb'],
    materialFamilies: [],
    forms: [],
    excludedForms: [],
    destinationCountries: null,
    summary:
      'China, October 2025: goods made in China that contain holmium, erbium, thulium, europium or ytterbium, and with them magnets with holmium that were sold as free of heavy rare earths. Nothing was found on rotors and other assemblies, so they count as covered. The article says only that five elements were added.',
    citations: [...elsewhereCitations(['E-PO-06', 'E-LI-10']), ...articleCitations(['A-EV-03'])],
  },
  {
    id: 'cn-announcement-61',
    title: 'Announcement 61',
    originCountries: [],
    rareEarthOriginCountries: ['CN'],
    elements: ['Sm', 'Dy', 'Tb'],
    materialFamilies: ['smco-1-5', 'smco-2-17'],
    forms: [],
    excludedForms: [],
    destinationCountries: null,
    summary:
      'China, October 2025: magnets made outside China with Chinese samarium, dysprosium or terbium, and parts and assemblies with them, when the Chinese inputs make up 0.1 % or more of the value. The share of value is not recorded here: any Chinese input counts.',
    citations: elsewhereCitations(['E-PO-07', 'E-LI-09']),
  },
]
