import { articleFacts } from '../../shared/policy-timeline/article-facts'
import type { ArticleFact, ArticleValue } from '../../shared/policy-timeline/article-fact'
import { useFormats } from '../ui/app-context'
import { Contradictions } from '../ui/citations'
import type { Formats } from '../ui/formats'
import classes from './facts.module.css'

/** The article's facts under its own headings, each with its figures, its use, its caution and its contradictions. */
export function ArticleFactList({ wanted }: { readonly wanted: string }) {
  const formats = useFormats()
  const needle = wanted.toLowerCase()
  const found = articleFacts.filter((fact) => `${fact.id} ${fact.paraphrase} ${fact.plannerUse ?? ''} ${fact.caution ?? ''} ${fact.section} ${fact.subsection ?? ''}`.toLowerCase().includes(needle))
  if (found.length === 0) return <p className={classes.soft}>Nothing fits the search. Clear it to see everything.</p>
  const sections = new Map<string, ArticleFact[]>()
  for (const fact of found) sections.set(fact.section, [...(sections.get(fact.section) ?? []), fact])
  return [...sections].map(([section, facts]) => (
    <section key={section}>
      <h2 className={classes.heading}>{section}</h2>
      <ul className={classes.list}>
        {facts.map((fact) => (
          <li key={fact.id} className={classes.fact}>
            <h3 className={classes.factTitle}>
              <span className={classes.id}>{fact.id}</span> {fact.paraphrase}
            </h3>
            {fact.values.length > 0 && <p>{fact.values.map((value) => valueWords(value, formats)).join('; ')}</p>}
            {fact.plannerUse !== null && <p>Use: {fact.plannerUse}</p>}
            {fact.caution !== null && <p className={classes.warn}>Beware: {fact.caution}</p>}
            <Contradictions ids={fact.contradictionIds} />
            <p className={classes.soft}>
              {fact.subsection === null ? '' : `Under “${fact.subsection}”. `}
              {fact.date === null ? '' : `About ${fact.date}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function valueWords(value: ArticleValue, formats: Formats): string {
  const unit = value.unit === null ? '' : ` ${value.unit}`
  switch (value.kind) {
    case 'number':
      return `${value.name}: ${value.isApproximate ? 'about ' : ''}${formats.exact(value.value)}${unit}`
    case 'range': {
      const { least, most } = value
      const range = least === null ? `up to ${formats.exact(most ?? 0)}` : most === null ? `${formats.exact(least)} or more` : `${formats.exact(least)} to ${formats.exact(most)}`
      return `${value.name}: ${range}${unit}`
    }
    case 'text':
      return `${value.name}: ${value.text}`
  }
}
