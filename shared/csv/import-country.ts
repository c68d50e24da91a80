import { isCountryCode } from '../plan/field-schemas'
import { visibleText } from './visible-text'

// ISO 3166 alpha-3 codes and names, in five languages, of countries that make magnets or sell them; others are known by their two letters.
const names: { readonly [code: string]: string } = {
  CN: 'CHN|China|VR China|PR China|P.R. China|PRC|People\'s Republic of China|Volksrepublik China|Chine|中国|中国大陆|中華人民共和国|中华人民共和国',
  JP: 'JPN|Japan|Japon|日本', DE: 'DEU|GER|Germany|Deutschland|Allemagne|ドイツ|德国', US: 'USA|United States|United States of America|Vereinigte Staaten|Etats-Unis|États-Unis|アメリカ|米国|美国',
  KR: 'KOR|South Korea|Korea|Republic of Korea|Südkorea|Corée du Sud|韓国|韩国', VN: 'VNM|Vietnam|Viet Nam|ベトナム|越南', TH: 'THA|Thailand|Thaïlande|タイ|泰国',
  PH: 'PHL|Philippines|Philippinen|フィリピン|菲律宾', MY: 'MYS|Malaysia|Malaisie|マレーシア|马来西亚', AU: 'AUS|Australia|Australien|Australie|オーストラリア|澳大利亚',
  EE: 'EST|Estonia|Estland|Estonie|エストニア|爱沙尼亚', SI: 'SVN|Slovenia|Slowenien|Slovénie|スロベニア|斯洛文尼亚', FI: 'FIN|Finland|Finnland|Finlande|フィンランド|芬兰',
  GB: 'GBR|United Kingdom|UK|Great Britain|Großbritannien|Vereinigtes Königreich|Royaume-Uni|イギリス|英国', FR: 'FRA|France|Frankreich|フランス|法国',
  CH: 'CHE|Switzerland|Schweiz|Suisse|スイス|瑞士', AT: 'AUT|Austria|Österreich|Autriche|オーストリア|奥地利', IT: 'ITA|Italy|Italien|Italie|イタリア|意大利',
  NL: 'NLD|Netherlands|Niederlande|Pays-Bas|オランダ|荷兰', TW: 'TWN|Taiwan|台湾', IN: 'IND|India|Indien|Inde|インド|印度', MM: 'MMR|Myanmar|Birmanie|ミャンマー|缅甸',
  PL: 'POL|Poland|Polen|Pologne|ポーランド|波兰', CZ: 'CZE|Czech Republic|Czechia|Tschechien|République tchèque|チェコ|捷克', MX: 'MEX|Mexico|Mexiko|Mexique|メキシコ|墨西哥',
  CA: 'CAN|Canada|Kanada|カナダ|加拿大', BR: 'BRA|Brazil|Brasilien|Brésil|ブラジル|巴西', HK: 'HKG|Hong Kong|Hongkong|香港', SG: 'SGP|Singapore|Singapur|Singapour|シンガポール|新加坡',
  ES: 'ESP|Spain|Spanien|Espagne|スペイン|西班牙', SE: 'SWE|Sweden|Schweden|Suède|スウェーデン|瑞典', RU: 'RUS|Russia|Russland|Russie|ロシア|俄罗斯', BE: 'BEL|Belgium|Belgien|Belgique',
  DK: 'DNK|Denmark|Dänemark|Danemark', HU: 'HUN|Hungary|Ungarn|Hongrie', RO: 'ROU|Romania|Rumänien|Roumanie', SK: 'SVK|Slovakia|Slowakei|Slovaquie', ID: 'IDN|Indonesia|Indonesien|Indonésie|インドネシア|印度尼西亚',
  LA: 'LAO|Laos|ラオス|老挝', KZ: 'KAZ|Kazakhstan|Kasachstan', TR: 'TUR|Turkey|Türkiye|Türkei|Turquie', ZA: 'ZAF|South Africa|Südafrika|Afrique du Sud', NO: 'NOR|Norway|Norwegen|Norvège',
}
const byName: ReadonlyMap<string, string> = new Map(Object.entries(names).flatMap(([code, words]) => words.split('|').map((word) => [folded(word), code] as const)))

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/gu, '').toLowerCase().replaceAll(/[\s.]+/gu, ' ').trim()
}

/**
 * The ISO code of a country by its two letters, its three letters or its name; null when it is not known.
 *
 * @param text country as found
 *
 * @example
 * countryOf('VR China') // => 'CN'
 */
export function countryOf(text: string): string | null {
  const plain = visibleText(text)
  if (/^[a-z]{2}$/iu.test(plain) && isCountryCode(plain.toUpperCase())) return plain.toUpperCase()
  return byName.get(folded(plain)) ?? byName.get(folded(plain.replace(/^[A-Z]{2} ?[-–] ?/u, ''))) ?? null
}
