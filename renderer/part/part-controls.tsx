import { Badge } from '@mantine/core'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { commonEvents } from '../../shared/policy-timeline/compiled-phases'
import type { Part } from '../../shared/plan/part-schema'
import type { PartExplanation } from '../plan/part-explanation'
import type { PartFigures } from '../plan/part-figures'
import { usePlan } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { Citations, Contradictions } from '../ui/citations'
import classes from './part.module.css'

/** Which export controls apply to a part and why, how long its orders take in each scenario, and the sources of both. */
export function PartControls({ part, figures, explanation }: { readonly part: Part; readonly figures: PartFigures; readonly explanation: PartExplanation | null }) {
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const controls = [...builtInControls, ...plan.timeline.controls]
  const events = [...commonEvents({ builtIn: builtInEvents, own: plan.timeline.events, setAsideIds: plan.timeline.setAsideEventIds }), ...plan.scenarios.flatMap((scenario) => scenario.events)].filter((event) =>
    event.effects.some((effect) => figures.controlIds.includes(effect.controlId)),
  )
  const route = { individual: 'Each shipment needs a licence of its own.', general: 'The supplier holds a general licence: its wait is used instead of the controls’ own.', exempt: 'The part is exempt: no control is applied.' }[part.licenceRoute]
  return (
    <section className={classes.card} aria-labelledby="controls-heading">
      <h2 id="controls-heading" className={classes.heading}>
        Export controls and their sources
      </h2>
      <p className={classes.note}>{route}</p>
      <ul className={classes.controls}>
        {(explanation?.coverages ?? []).map(({ controlId, title, coverage }) => (
          <li key={controlId}>
            <Badge variant="light" color={coverage.applies ? 'yellow' : 'gray'} className={classes.badge}>
              {coverage.applies ? (coverage.isAssumption ? 'assumed to apply' : 'applies') : 'does not apply'}
            </Badge>{' '}
            <strong>{title}.</strong> {coverage.reason}
            {coverage.applies && <Citations citations={controls.find(({ id }) => id === controlId)?.citations ?? []} />}
          </li>
        ))}
      </ul>
      {explanation !== null && figures.controlIds.length > 0 && part.licenceRoute !== 'exempt' && (
        <>
          <h3 className={classes.subheading}>Lead time of an order placed today, scenario by scenario</h3>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Scenario</th>
                <th scope="col">Weight</th>
                <th scope="col">Mean (days)</th>
                <th scope="col">Half within</th>
                <th scope="col">Nine in ten within</th>
              </tr>
            </thead>
            <tbody>
              {explanation.byScenario.map(({ scenarioId, name, weight, summary }) => (
                <tr key={scenarioId}>
                  <th scope="row">{name}</th>
                  <td>{formats.percent(weight, 0)}</td>
                  <td>{formats.days(summary.meanDays)}</td>
                  <td>{formats.days(summary.medianDays)}</td>
                  <td>{formats.days(summary.lateDays)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {events.length > 0 && (
        <details className={classes.sources}>
          <summary>The events behind it, with their sources</summary>
          <ul className={classes.controls}>
            {[...new Map(events.map((event) => [event.id, event])).values()].map((event) => (
              <li key={event.id}>
                <strong>{event.title}.</strong> {event.summary}
                <Contradictions ids={event.contradictionIds} />
                <Citations citations={event.citations} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
