import { Badge } from '@mantine/core'
import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import { articleFact } from '../../shared/policy-timeline/article-facts'
import type { Citation } from '../../shared/policy-timeline/citation'
import { useApp } from './app-context'
import classes from './citations.module.css'
import { noticeProblem } from './notices'

const confidenceWords = { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' } as const

/** Where something is known from: the article by heading, elsewhere with confidence and addresses, or the user's own note. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }) {
  if (citations.length === 0) return <p className={classes.none}>No source is given.</p>
  return (
    <ul className={classes.list}>
      {[...new Map(citations.map((citation) => [JSON.stringify(citation), citation]))].map(([key, citation]) => (
        <li key={key}>
          <OneCitation citation={citation} />
        </li>
      ))}
    </ul>
  )
}

function OneCitation({ citation }: { readonly citation: Citation }) {
  switch (citation.kind) {
    case 'article':
      return (
        <>
          <Badge variant="light" color="gray" className={classes.badge}>
            Article
          </Badge>
          “{citation.section}”
          <ul className={classes.facts}>
            {citation.factIds.map((id) => (
              <li key={id}>
                <span className={classes.id}>{id}</span> {articleFact(id)?.paraphrase ?? ''}
              </li>
            ))}
          </ul>
        </>
      )
    case 'elsewhere':
      return (
        <>
          <Badge variant="light" color="accent" className={classes.badge}>
            Elsewhere
          </Badge>
          {citation.title} <span className={classes.soft}>({confidenceWords[citation.confidence]})</span>
          <SourceLinks urls={citation.urls} />
        </>
      )
    case 'user':
      return (
        <>
          <Badge variant="light" color="green" className={classes.badge}>
            Yours
          </Badge>
          {citation.note === '' ? 'Without a note.' : citation.note}
        </>
      )
  }
}

/** Addresses of sources; each opens in the user's own browser. */
export function SourceLinks({ urls }: { readonly urls: readonly string[] }) {
  const { client } = useApp()
  return (
    <ul className={classes.links}>
      {urls.map((url) => (
        <li key={url}>
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              void client.openSource({ url }).then((answer) => (answer.ok ? undefined : noticeProblem(answer.problem)))
            }}
          >
            {url.replace(/^https?:\/\//, '')}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The article's contradictions that travel with a figure or an event. */
export function Contradictions({ ids }: { readonly ids: readonly string[] }) {
  const found = articleContradictions.filter(({ id }) => ids.includes(id))
  if (found.length === 0) return null
  return (
    <ul className={classes.contradictions}>
      {found.map(({ id, title, finding }) => (
        <li key={id}>
          <strong>
            {id} · {title}.
          </strong>{' '}
          {finding}
        </li>
      ))}
    </ul>
  )
}
