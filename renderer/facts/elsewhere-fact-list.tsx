import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import type { ElsewhereTopic } from '../../shared/policy-timeline/elsewhere-fact'
import { Citations } from '../ui/citations'
import classes from './facts.module.css'

const topicWords: Readonly<Record<ElsewhereTopic, string>> = {
  policy: 'Policy',
  licensing: 'Licensing',
  delay: 'Delays',
  approval: 'Approvals',
  price: 'Prices',
  'magnet-mass': 'Magnet masses',
  'lead-time': 'Lead times',
  practice: 'What companies do',
}

/** Facts from outside the article by topic, each with its source and how sure it is. */
export function ElsewhereFactList({ wanted }: { readonly wanted: string }) {
  const needle = wanted.toLowerCase()
  const found = elsewhereFacts.filter(({ id, statement, citation }) => `${id} ${statement} ${citation.title}`.toLowerCase().includes(needle))
  if (found.length === 0) return <p className={classes.soft}>Nothing fits the search. Clear it to see everything.</p>
  return (Object.keys(topicWords) as ElsewhereTopic[])
    .map((topic) => ({ topic, facts: found.filter((fact) => fact.topic === topic) }))
    .filter(({ facts }) => facts.length > 0)
    .map(({ topic, facts }) => (
      <section key={topic}>
        <h2 className={classes.heading}>{topicWords[topic]}</h2>
        <ul className={classes.list}>
          {facts.map(({ id, date, statement, citation }) => (
            <li key={id} className={classes.fact}>
              <h3 className={classes.factTitle}>
                <span className={classes.id}>{id}</span> {statement}
              </h3>
              {date !== null && <p className={classes.soft}>{date}</p>}
              <Citations citations={[citation]} />
            </li>
          ))}
        </ul>
      </section>
    ))
}
