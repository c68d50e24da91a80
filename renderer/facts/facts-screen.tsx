import { Tabs, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import { articleFacts } from '../../shared/policy-timeline/article-facts'
import { articleSource } from '../../shared/policy-timeline/article-source'
import { elsewhereFacts, notFound } from '../../shared/policy-timeline/elsewhere-facts'
import { articleGuidance, longHorizonOptions, sectorRisks } from '../../shared/policy-timeline/guidance'
import { policyFactsAsOfDate } from '../../shared/policy-timeline/timeline-age'
import { useFormats } from '../ui/app-context'
import { Citations } from '../ui/citations'
import { useCommands, type Command } from '../ui/commands'
import { PageHeader } from '../ui/page-header'
import { ArticleFactList } from './article-fact-list'
import { ArticleVolumesTable } from './article-volumes-table'
import { ElsewhereFactList } from './elsewhere-fact-list'
import classes from './facts.module.css'

const riskWords = { 'medium-high': 'medium to high', high: 'high', critical: 'critical' } as const
const sectorWords = { 'electric-vehicles': 'Electric vehicles', wind: 'Wind energy', electronics: 'Electronics', defence: 'Defence' } as const

/** Every fact the planner rests on: what the article says, where it contradicts itself, what is known from elsewhere, and what its advice became. */
export function FactsScreen() {
  const formats = useFormats()
  const searchField = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState('')
  useCommands(useMemo((): readonly Command[] => [{ id: 'find', label: 'Search the facts', group: 'Facts', shortcut: 'mod+f', run: () => searchField.current?.focus() }], []))
  const fits = (...texts: readonly (string | null)[]): boolean => texts.some((text) => text?.toLowerCase().includes(wanted.toLowerCase()) === true)
  const contradictions = articleContradictions.filter(({ id, title, finding, factIds }) => fits(id, title, finding, ...factIds))
  const guidance = articleGuidance.filter(({ guidance: advice, behaviour, factIds }) => fits(advice, behaviour, ...factIds))
  return (
    <>
      <PageHeader title="Facts and sources" sentence={`Nothing here is later than ${formats.date(policyFactsAsOfDate)}. Claims of the article and facts from elsewhere are kept apart; no legal advice.`} />
      <TextInput ref={searchField} className={classes.search} aria-label="Search facts" placeholder="Search facts, such as dysprosium or A-LT-01" leftSection={<IconSearch size={16} aria-hidden />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      <Tabs defaultValue="article" keepMounted={false}>
        <Tabs.List aria-label="Kinds of facts">
          <Tabs.Tab value="article">The article ({articleFacts.length})</Tabs.Tab>
          <Tabs.Tab value="contradictions">Its contradictions ({articleContradictions.length})</Tabs.Tab>
          <Tabs.Tab value="volumes">Export volumes</Tabs.Tab>
          <Tabs.Tab value="guidance">Its advice, and what it became</Tabs.Tab>
          <Tabs.Tab value="elsewhere">From elsewhere ({elsewhereFacts.length})</Tabs.Tab>
          <Tabs.Tab value="not-found">Not found ({notFound.length})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="article" className={classes.panel}>
          <p className={classes.source}>
            <strong>{articleSource.title}</strong>, {articleSource.publisher}. {articleSource.publishedNote} {articleSource.disclaimer} {articleSource.treatment}
          </p>
          <ArticleFactList wanted={wanted} />
        </Tabs.Panel>
        <Tabs.Panel value="contradictions" className={classes.panel}>
          {contradictions.length === 0 && <NothingFits />}
          <ul className={classes.list}>
            {contradictions.map(({ id, title, finding, factIds, confidence }) => (
              <li key={id} className={classes.contradiction}>
                <h2 className={classes.factTitle}>
                  <span className={classes.id}>{id}</span> {title}
                </h2>
                <p>{finding}</p>
                <p className={classes.soft}>
                  Touches {factIds.join(', ')}; {confidence} confidence in the finding.
                </p>
              </li>
            ))}
          </ul>
        </Tabs.Panel>
        <Tabs.Panel value="volumes" className={classes.panel}>
          <ArticleVolumesTable />
        </Tabs.Panel>
        <Tabs.Panel value="guidance" className={classes.panel}>
          {guidance.length === 0 && <NothingFits />}
          <ul className={classes.list}>
            {guidance.map(({ factIds, guidance: advice, behaviour, citations }) => (
              <li key={factIds.join()} className={classes.fact}>
                <h2 className={classes.factTitle}>{advice}</h2>
                <p>In Lodestock: {behaviour}</p>
                <Citations citations={citations} />
              </li>
            ))}
          </ul>
          <h2 className={classes.heading}>Supply risk by sector, as the article ranks it</h2>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Sector</th>
                <th scope="col">Risk</th>
                <th scope="col">Uses</th>
                <th scope="col">Where</th>
              </tr>
            </thead>
            <tbody>
              {sectorRisks.map(({ sector, riskLevel, uses, citations }) => (
                <tr key={sector}>
                  <th scope="row">{sectorWords[sector]}</th>
                  <td>{riskWords[riskLevel]}</td>
                  <td>{uses}</td>
                  <td>{citations.flatMap((citation) => (citation.kind === 'article' ? citation.factIds : [])).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2 className={classes.heading}>Relief that takes years</h2>
          <ul className={classes.list}>
            {longHorizonOptions.map(({ id, title, leastYears, mostYears, citations }) => (
              <li key={id} className={classes.fact}>
                <h3 className={classes.factTitle}>
                  {title}: {leastYears} to {mostYears} years
                </h3>
                <p>Longer than any plan’s horizon, so it never closes a gap within a plan.</p>
                <Citations citations={citations} />
              </li>
            ))}
          </ul>
        </Tabs.Panel>
        <Tabs.Panel value="elsewhere" className={classes.panel}>
          <ElsewhereFactList wanted={wanted} />
        </Tabs.Panel>
        <Tabs.Panel value="not-found" className={classes.panel}>
          <p className={classes.source}>Looked for and not found, so that nobody takes an absence for an answer.</p>
          <ul className={classes.list}>
            {notFound.map(({ id, what }) => (
              <li key={id} className={classes.fact}>
                <span className={classes.id}>{id}</span> {what}
              </li>
            ))}
          </ul>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function NothingFits() {
  return <p className={classes.soft}>Nothing fits the search. Clear it to see everything.</p>
}
