import { articleVolumes } from '../../shared/policy-timeline/article-volumes'
import { customsCitations } from '../../shared/policy-timeline/customs-volumes'
import { useFormats } from '../ui/app-context'
import { Citations } from '../ui/citations'
import { noFigure } from '../ui/formats'
import classes from './facts.module.css'

/** The article's monthly table as published, beside what its own volumes give and what customs reported, each row with its warning. */
export function ArticleVolumesTable() {
  const formats = useFormats()
  const change = (fraction: number | null): string => (fraction === null ? noFigure : `${fraction > 0 ? '+' : ''}${formats.percent(fraction)}`)
  return (
    <>
      <p className={classes.source}>Total rare earths, not magnets. Shown as published with its warnings; nothing is computed from it.</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Article (t)</th>
            <th scope="col">Change it states</th>
            <th scope="col">Change by its own volumes</th>
            <th scope="col">Customs (t)</th>
            <th scope="col">Change by customs</th>
            <th scope="col">Warning</th>
          </tr>
        </thead>
        <tbody>
          {articleVolumes.map((row) => (
            <tr key={row.month}>
              <th scope="row">{row.month}</th>
              <td>{formats.rough(row.publishedTonnes)}</td>
              <td>{change(row.statedChange)}</td>
              <td className={row.recomputedChange !== null && Math.abs(row.recomputedChange - row.statedChange) > 0.01 ? classes.warn : undefined}>{change(row.recomputedChange)}</td>
              <td>{formats.rough(row.customsTonnes)}</td>
              <td>{change(row.customsChange)}</td>
              <td className={classes.warningCell}>{row.warning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Citations citations={[customsCitations.totals]} />
    </>
  )
}
