import { describe, expect, it } from 'vitest'
import { articleCitations, articleFact, articleFacts, articleHeading } from '../../shared/policy-timeline/article-facts'
import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import { articleSource } from '../../shared/policy-timeline/article-source'

// Every fact with the nearest heading above it in the article.
const idsAndHeadings: readonly (readonly [string, string])[] = [
  ['A-EV-01', 'April 2025 Licensing System Implementation'],
  ['A-EV-02', 'April 2025 Licensing System Implementation'],
  ['A-EV-03', 'October Expansion of Restricted Elements and Technologies'],
  ['A-EV-04', 'October Expansion of Restricted Elements and Technologies'],
  ['A-EV-05', 'US-China Agreements and Export Continuity Assurances'],
  ['A-EV-06', 'US-China Agreements and Export Continuity Assurances'],
  ['A-EV-07', 'Monitoring Future Policy and Trade Developments'],
  ['A-EV-08', 'Monitoring Future Policy and Trade Developments'],
  ['A-EV-09', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-EV-10', 'Top Import Destinations Reshaping Trade Patterns'],
  ['A-EV-11', 'Impact of International Negotiations on Supply Chain Stability'],
  ['A-EV-12', 'Monitoring Future Policy and Trade Developments'],
  ['A-LT-01', 'Automotive Industry Supply Chain Vulnerabilities'],
  ['A-LT-02', 'Key Factors Behind Monthly Export Variations'],
  ['A-LT-03', 'April 2025 Licensing System Implementation'],
  ['A-LT-04', 'Automotive Industry Supply Chain Vulnerabilities'],
  ['A-RC-01', 'First Monthly Increase After Three-Month Decline Pattern'],
  ['A-RC-02', 'First Monthly Increase After Three-Month Decline Pattern'],
  ['A-RC-03', 'Impact of International Negotiations on Supply Chain Stability'],
  ['A-VO-01', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-VO-02', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-VO-03', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-VO-04', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-VO-05', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-VO-06', '52,699.2 Tons Total Exports Representing 10.5% Annual Growth'],
  ['A-VO-07', 'Comparing 2025 Performance Against Historical Benchmarks'],
  ['A-VO-08', 'Comparing 2025 Performance Against Historical Benchmarks'],
  ['A-VO-09', 'First Monthly Increase After Three-Month Decline Pattern'],
  ['A-IN-01', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-IN-02', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-IN-03', '52,699.2 Tons Total Exports Representing 10.5% Annual Growth'],
  ['A-IN-04', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-IN-05', '52,699.2 Tons Total Exports Representing 10.5% Annual Growth'],
  ['A-IN-06', 'Defence and Technology Sector Requirements'],
  ['A-IN-07', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-RI-01', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-RI-02', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-RI-03', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-RI-04', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-CO-01', "Understanding China's Strategic Position in Global Markets"],
  ['A-CO-02', "How significant is China's role in global rare earth supply?"],
  ['A-CO-03', 'Top Import Destinations Reshaping Trade Patterns'],
  ['A-CO-04', 'Top Import Destinations Reshaping Trade Patterns'],
  ['A-CO-05', 'Regional Demand Shifts in High-Tech Manufacturing'],
  ['A-CO-06', 'Regional Demand Shifts in High-Tech Manufacturing'],
  ['A-EL-01', 'Which rare earth elements are most affected by export controls?'],
  ['A-EL-02', 'First Monthly Increase After Three-Month Decline Pattern'],
  ['A-EL-03', 'Electric Vehicle and Renewable Energy Dependencies'],
  ['A-DI-01', 'US-China Agreements and Export Continuity Assurances'],
  ['A-DI-02', 'Automotive Industry Supply Chain Vulnerabilities'],
  ['A-DI-03', 'Automotive Industry Supply Chain Vulnerabilities'],
  ['A-DI-04', 'Electronics and Clean Energy Sector Responses'],
  ['A-DI-05', 'Electronics and Clean Energy Sector Responses'],
  ['A-DI-06', 'Electronics and Clean Energy Sector Responses'],
  ['A-DI-07', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-DI-08', 'Key Factors Behind Monthly Export Variations'],
  ['A-HO-01', 'Diversification Efforts by Western Nations'],
  ['A-HO-02', 'Alternative Supply Chain Development Opportunities'],
  ['A-HO-03', 'Diversification Efforts by Western Nations'],
  ['A-HO-04', 'Impact of International Negotiations on Supply Chain Stability'],
  ['A-GU-01', 'Key Factors Behind Monthly Export Variations'],
  ['A-GU-02', 'Key Takeaways for Market Participants'],
  ['A-GU-03', 'Monitoring Future Policy and Trade Developments'],
  ['A-GU-04', 'Monitoring Future Policy and Trade Developments'],
  ['A-GU-05', 'Risk Management Strategies for Rare Earth Dependencies'],
  ['A-GU-06', 'Risk Management Strategies for Rare Earth Dependencies'],
  ['A-GU-07', 'Risk Management Strategies for Rare Earth Dependencies'],
  ['A-GU-08', 'Risk Management Strategies for Rare Earth Dependencies'],
  ['A-GU-09', 'Key Takeaways for Market Participants'],
  ['A-GU-10', 'Monitoring Future Policy and Trade Developments'],
  ['A-GU-11', 'Alternative Supply Chain Development Opportunities'],
  ['A-GU-12', 'Diversification Efforts by Western Nations'],
  ['A-GU-13', 'April 2025 Licensing System Implementation'],
  ['A-GU-14', 'Monitoring Future Policy and Trade Developments'],
  ['A-PR-01', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-GU-15', 'Comparing 2025 Performance Against Historical Benchmarks'],
  ['A-EV-13', 'Breaking Down the 4,343.5 Metric Ton October Performance'],
  ['A-EV-14', "China's Continued Market Dominance Strategy"],
  ['A-SR-01', 'Disclosure'],
  ['A-SR-02', 'Looking to Capitalise on Critical Minerals Market Volatility?'],
]

// Main headings of the article, and the name for its three questions without one.
const sections = [
  "What Drives China's Rare Earth Export Fluctuations in 2025?",
  "How Did October's 9% Export Surge Signal Market Recovery?",
  'Which Countries Are Driving Increased Demand for Chinese Rare Earths?',
  "What Role Do Export Controls Play in China's Trade Strategy?",
  'How Are Diplomatic Relations Affecting Rare Earth Trade Flows?',
  '52,699.2 Tons Total Exports Representing 10.5% Annual Growth',
  'Why Are Rare Earth Magnets Critical to Global Supply Chains?',
  'How Do Export Restrictions Impact Global Manufacturing?',
  'What Are the Long-Term Implications for Global Rare Earth Markets?',
  'How Should Investors and Industries Prepare for Future Volatility?',
  'FAQ',
  "Conclusion: Navigating China's Rare Earth Export Landscape",
  'Looking to Capitalise on Critical Minerals Market Volatility?',
  'Disclosure',
]

const byId = (first: readonly string[], second: readonly string[]) => ((first[0] ?? '') < (second[0] ?? '') ? -1 : 1)
const numbersOf = (id: string) =>
  articleFact(id)?.values.map((value) => (value.kind === 'number' ? value.value : value.kind === 'range' ? [value.least, value.most] : value.text))

describe('articleFacts', () => {
  it('has every fact of the article exactly once, under its heading', () => {
    const found = articleFacts.map((fact) => [fact.id, articleHeading(fact)])
    expect(found.length).toBe(80)
    expect(found.toSorted(byId)).toEqual(idsAndHeadings.toSorted(byId))
  })

  it('stands under main headings of the article only', () => {
    expect(new Set(articleFacts.map((fact) => fact.section))).toEqual(new Set(sections))
  })

  // Read from the article itself, under the headings of the table above.
  it.each([
    ['A-LT-01', [[2, 4]]],
    ['A-VO-01', [3200, -12]],
    ['A-VO-02', [2900, -9]],
    ['A-VO-03', [3987, -8]],
    ['A-VO-04', [4343.5, 9]],
    ['A-VO-05', [4343.5, 3987, 9]],
    ['A-VO-06', [52699.2, 10.5]],
    ['A-VO-07', [[2, 4]]],
    ['A-VO-08', [[18, 20]]],
    ['A-IN-01', [[1, 3]]],
    ['A-IN-03', [[200, 300]]],
    ['A-IN-04', [3, 600]],
    ['A-IN-05', [[100, null]]],
    ['A-IN-06', [16]],
    ['A-CO-01', [70, [null, 90]]],
    ['A-HO-01', [[3, 5]]],
    ['A-HO-02', [[5, 10]]],
    ['A-EV-07', [1]],
  ])('%s has the figures of the article', (id, numbers) => {
    expect(numbersOf(id)).toEqual(numbers)
  })

  it('gives every figure a unit', () => {
    const withoutUnit = articleFacts.flatMap((fact) => fact.values).filter((value) => value.kind !== 'text' && value.unit === null)
    expect(withoutUnit).toEqual([])
  })

  it('names the same contradictions as the contradictions name facts', () => {
    const fromFacts = articleFacts.flatMap((fact) => fact.contradictionIds.map((id) => `${id} ${fact.id}`)).toSorted()
    const fromContradictions = articleContradictions.flatMap((one) => one.factIds.map((id) => `${one.id} ${id}`)).toSorted()
    expect(fromFacts).toEqual(fromContradictions)
  })

  it('never answers for a fact that the article does not have', () => {
    expect(articleFact('A-LT-99')).toBeNull()
  })
})

describe('articleCitations', () => {
  it('cites facts under one heading together and others apart', () => {
    expect(articleCitations(['A-EV-05', 'A-HO-01', 'A-EV-06'])).toEqual([
      { kind: 'article', factIds: ['A-EV-05', 'A-EV-06'], section: 'US-China Agreements and Export Continuity Assurances' },
      { kind: 'article', factIds: ['A-HO-01'], section: 'Diversification Efforts by Western Nations' },
    ])
  })

  it('names a fact that is not there', () => {
    expect(() => articleCitations(['A-EV-05', 'A-XX-01'])).toThrow(
      expect.objectContaining({ name: 'DomainError', argument: 'factIds', value: 'A-XX-01' }),
    )
  })
})

describe('articleSource', () => {
  it('rests on facts of the article, the disclaimer among them', () => {
    expect(articleSource.factIds.every((id) => articleFact(id) !== null)).toBe(true)
    expect(articleSource.factIds).toContain('A-SR-01')
  })
})
