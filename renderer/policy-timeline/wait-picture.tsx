import { max } from 'd3-array'
import { useMemo } from 'react'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'
import { licenceWaitTable } from '../../shared/policy-timeline/licence-wait-table'
import { dayTableMean, dayTableQuantile } from '../../shared/probability/day-table'
import { useFormats } from '../ui/app-context'
import '../ui/charts/charts.css'
import classes from './policy-timeline.module.css'

const width = 260
const height = 54

/** A small picture of a licence wait: how likely each length is, its mean and the day by which nine in ten are granted. */
export function WaitPicture({ wait, refusalRate }: { readonly wait: LicenceWait; readonly refusalRate: number }) {
  const formats = useFormats()
  const table = useMemo(() => licenceWaitTable(wait, refusalRate), [wait, refusalRate])
  const mean = dayTableMean(table)
  const late = dayTableQuantile(table, 0.9)
  const shown = Math.max(7, Math.min(table.firstDay + table.probabilities.length, Math.ceil(1.6 * late)))
  const highest = max(table.probabilities) ?? 1
  const barWidth = width / (shown + 1)
  const sentence = `Mean ${formats.rough(mean)} days; nine in ten within ${formats.days(late)} days`
  return (
    <figure className={classes.waitPicture}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={sentence}>
        {Array.from(table.probabilities, (probability, index) => ({ probability, day: table.firstDay + index }))
          .filter(({ day, probability }) => day <= shown && probability > highest * 1e-3)
          .map(({ day, probability }) => (
            <rect key={day} className="chart-bar-up" x={day * barWidth} width={Math.max(1, barWidth - (barWidth > 3 ? 1 : 0))} y={height - 2 - ((height - 6) * probability) / highest} height={((height - 6) * probability) / highest} />
          ))}
        <line className="chart-cursor" x1={0} x2={width} y1={height - 1.5} y2={height - 1.5} />
        <line className="chart-dashed" x1={mean * barWidth + barWidth / 2} x2={mean * barWidth + barWidth / 2} y1={0} y2={height - 2} />
      </svg>
      <figcaption>{sentence}</figcaption>
    </figure>
  )
}
