import { Table } from '@mantine/core'
import { memo, useMemo } from 'react'
import type { Part } from '../../shared/plan/part-schema'
import type { ScenarioLevels } from '../../shared/plan/scenario-comparison'
import { usePlan, useTotals } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import classes from './policy-timeline.module.css'
import { usePartsJob, type PartsJobState } from '../plan/use-part-job'
import { scenarioTotals } from './scenario-totals'
import { useScenarioBranches } from './use-scenario-branches'

/** The scenarios side by side: what planning for each alone would tie up, and how the plan's own levels fare if it comes. */
export const ScenarioTable = memo(ScenarioTableView)

function ScenarioTableView() {
  const formats = useFormats()
  const parts = usePlan((plan) => plan.parts)
  const scenarios = useScenarioBranches()
  const currency = usePlan((plan) => plan.settings.currency)
  const totals = useTotals()
  const { byPart, done, total } = usePartsJob('scenarios')
  const byId = useMemo(() => new Map(scenarioTotals(levelsOf(parts, byPart)).map((each) => [each.scenarioId, each])), [parts, byPart])
  const leftOut = useMemo(() => parts.filter(({ id }) => byPart.get(id)?.problem != null).length, [parts, byPart])
  const isFresh = done === total
  const staleProps = isFresh ? {} : { 'data-stale': '' }
  return (
    <div>
      <Table className={classes.table} aria-describedby="scenario-table-note">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Planned for</Table.Th>
            <Table.Th scope="col">Cash in safety stock</Table.Th>
            <Table.Th scope="col">Cover</Table.Th>
            <Table.Th scope="col">Service of this plan’s levels if it comes</Table.Th>
            <Table.Th scope="col">Parts then below their target</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr className={classes.ownRow}>
            <Table.Th scope="row">This plan</Table.Th>
            <Table.Td data-stale={totals.notFresh > 0 ? '' : undefined}>{formats.money(totals.cashInSafetyStock, currency)}</Table.Td>
            <Table.Td>{noFigure}</Table.Td>
            <Table.Td>{noFigure}</Table.Td>
            <Table.Td>{noFigure}</Table.Td>
          </Table.Tr>
          {scenarios.map(({ id, name }) => {
            const each = byId.get(id)
            return (
              <Table.Tr key={id} {...staleProps}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{each === undefined ? noFigure : formats.money(each.cash, currency)}</Table.Td>
                <Table.Td>{each === undefined ? noFigure : `${formats.days(each.meanCoverDays)} days`}</Table.Td>
                <Table.Td>{each === undefined ? noFigure : formats.percent(each.meanServiceOfPlan)}</Table.Td>
                <Table.Td>{each === undefined ? noFigure : `${formats.whole(each.belowTarget)} of ${formats.whole(parts.length)}`}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <p id="scenario-table-note" className={classes.note} aria-live="polite">
        {isFresh ? '' : `Being computed anew: ${formats.whole(done)} of ${formats.whole(total)} parts. `}Cover and service are means over the parts with usage. All safety stocks are measured from the status quo.
        {leftOut > 0 ? ` ${formats.whole(leftOut)} parts cannot be computed and are left out.` : ''}
      </p>
    </div>
  )
}

function* levelsOf(parts: readonly Part[], byPart: PartsJobState<readonly ScenarioLevels[]>['byPart']): Generator<ScenarioLevels> {
  for (const { id } of parts) yield* byPart.get(id)?.value ?? []
}
