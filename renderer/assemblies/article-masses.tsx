import { articleCitations } from '../../shared/policy-timeline/article-facts'
import { Citations, Contradictions } from '../ui/citations'
import classes from './assemblies.module.css'

/** Magnet masses of a vehicle and of wind turbines as the article gives them, to check a quantity against. */
export function ArticleMasses({ isOpen }: { readonly isOpen?: boolean }) {
  return (
    <details className={classes.masses} open={isOpen}>
      <summary>Magnet masses in the article, to check against</summary>
      <Citations citations={articleCitations(['A-IN-01', 'A-IN-02', 'A-IN-03', 'A-IN-04'])} />
      <Contradictions ids={['X-07']} />
    </details>
  )
}
