import { Select, Slider } from '@mantine/core'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { linkedWeights } from '../../shared/policy-timeline/linked-weights'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { HelpTerm } from '../ui/help-term'
import { noticeProblem } from '../ui/notices'
import classes from './policy-timeline.module.css'
import { useScenarioBranches } from './use-scenario-branches'

/** The scenarios' weights as linked sliders that stay at 100 % together; figures follow while one moves, and letting go is one step to undo. */
export const ScenarioWeights = memo(ScenarioWeightsView)

function ScenarioWeightsView() {
  const store = usePlanStore()
  const formats = useFormats()
  const scenarios = usePlan((plan) => plan.scenarios)
  const total = useMemo(() => scenarios.reduce((sum, scenario) => sum + scenario.weight, 0), [scenarios])
  const shares = scenarios.map((scenario) => (total > 0 ? scenario.weight / total : 0))

  // The proportions of the others are those of the plan itself, not of the preview that the slider shows.
  const isPreview = usePlanState((state) => state.isPreview)
  const keptScenarios = useRef(scenarios)
  useEffect(() => {
    if (!isPreview) keptScenarios.current = scenarios
  }, [isPreview, scenarios])
  const commandOf = (index: number, percent: number): PlanCommand => {
    const kept = keptScenarios.current
    const weights = linkedWeights(kept.map(({ weight }) => weight), { index, share: percent / 100 })
    return { kind: 'weigh-scenarios', weights: kept.map(({ id }, place) => ({ id, weight: weights[place] ?? 0 })) }
  }

  return (
    <div className={classes.weights}>
      {scenarios.map((scenario, index) => (
        <div key={scenario.id} className={classes.weight}>
          <div className={classes.weightName}>{scenario.name}</div>
          <Slider
            thumbLabel={scenario.name}
            thumbValueText={formats.percent(shares[index] ?? 0, 0)}
            value={Math.round(100 * (shares[index] ?? 0))}
            min={0}
            max={100}
            step={1}
            label={null}
            size="sm"
            onChange={(percent) => store.preview(commandOf(index, percent))}
            onChangeEnd={(percent) => {
              const command = commandOf(index, percent)
              store.preview(null)
              const answer = store.run(command)
              if (!answer.ok) noticeProblem(answer.problem)
            }}
          />
          <output className={classes.weightShare}>{formats.percent(shares[index] ?? 0, 0)}</output>
          <p className={classes.assumption}>
            <span className={classes.assumptionMark}>Assumption</span> {scenario.assumption}
          </p>
        </div>
      ))}
    </div>
  )
}

/** How the plan takes the scenarios: weighted, the worst, or one of them; and which one takes today's rules to continue. */
export const ScenarioAttitude = memo(ScenarioAttitudeView)

function ScenarioAttitudeView() {
  const store = usePlanStore()
  const scenarios = useScenarioBranches()
  const { attitude, statusQuoScenarioId } = usePlan((plan) => plan.settings)
  const change = (fields: Extract<PlanCommand, { readonly kind: 'change-settings' }>['fields']): void => {
    const answer = store.run({ kind: 'change-settings', fields })
    if (!answer.ok) noticeProblem(answer.problem)
  }
  const options = scenarios.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={classes.attitude}>
      <Select
        label="Plan for"
        description="Which scenarios the levels must bear"
        allowDeselect={false}
        data={[{ value: '#weighted', label: 'All, by weight' }, { value: '#worst', label: 'The worst scenario' }, { group: 'One scenario only', items: options }]}
        value={attitude.kind === 'weighted' ? '#weighted' : attitude.kind === 'worst-case' ? '#worst' : attitude.scenarioId}
        onChange={(value) => {
          if (value === '#weighted') change({ attitude: { kind: 'weighted' } })
          else if (value === '#worst') change({ attitude: { kind: 'worst-case' } })
          else if (value !== null) change({ attitude: { kind: 'scenario', scenarioId: value } })
        }}
      />
      <Select
        label={<HelpTerm term="status-quo" />}
        description="The scenario in which today’s rules continue; safety stock is measured from it"
        allowDeselect={false}
        data={options}
        value={statusQuoScenarioId}
        onChange={(value) => (value === null ? undefined : change({ statusQuoScenarioId: value }))}
      />
    </div>
  )
}
