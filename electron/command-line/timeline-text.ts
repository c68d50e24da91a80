import { articleContradictions } from '../../shared/policy-timeline/article-contradictions'
import { addDays, isoDate } from '../../shared/calendar/civil-date'
import { stretchIndexOn, controlCalendar } from '../../shared/policy-timeline/control-calendar'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'
import { waitPresets } from '../../shared/policy-timeline/wait-presets'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { dayTableMean } from '../../shared/probability/day-table'
import { citationText } from './explain-text'
import { percentText, roughText } from './figures'
import { textTable, wrapped } from './text-table'

/** The policy timeline of a plan: its age, events with sources, phases of every control by scenario, and waits. */
export function timelineText(prepared: PreparedPlan): string {
  const { plan, planningDate, events, frame } = prepared
  const lines: string[] = [
    `Policy timeline on ${isoDate(planningDate)}`,
    '',
    wrapped(timelineAge(planningDate, events).sentence, { columns: 110, indent: '' }),
    '',
    'Events',
  ]
  for (const event of inOrder(events)) lines.push(...eventLines(event, '  '))
  lines.push('', 'Scenarios (weights are assumptions)')
  plan.scenarios.forEach((scenario, index) => {
    const mark = index === frame.statusQuoIndex ? ', status quo' : ''
    lines.push(`  ${scenario.name} (${percentText(frame.weights[index] as number)}${mark})`)
    lines.push(`    ${wrapped(scenario.assumption, { columns: 106, indent: '    ' })}`)
    for (const event of inOrder(scenario.events)) lines.push(...eventLines(event, '    '))
  })
  lines.push('', 'Phases by control and scenario', phaseTable(prepared), 'Licence waits to choose from')
  for (const preset of waitPresets) {
    lines.push(`  ${preset.title}${preset.isDefault ? ' (default)' : ''}: ${wrapped(preset.summary, { columns: 104, indent: '    ' })}`)
    for (const citation of preset.citations) lines.push(`    source: ${citationText(citation)}`)
    for (const id of preset.contradictionIds) lines.push(`    ${contradictionText(id)}`)
  }
  return `${lines.join('\n')}\n`
}

function dateOf(event: PolicyEvent): string {
  return event.effectiveDate ?? event.announcedDate ?? ''
}

function inOrder(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  return events.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))
}

function eventLines(event: PolicyEvent, indent: string): readonly string[] {
  const until = event.nominalEndDate === null ? '' : ` to ${event.nominalEndDate}${event.stateAfterEnd === 'unverified' ? ', status after it unverified' : ''}`
  const dates = event.effectiveDate === null ? 'no date known' : `${event.datePrecision === 'month' ? event.effectiveDate.slice(0, 7) : event.effectiveDate}${until}`
  const effects = event.effects.length === 0 ? 'informs only' : event.effects.map((effect) => `${effect.action} ${effect.controlId}`).join(', ')
  return [
    `${indent}${dates}  ${event.title} (${effects}; confidence ${event.confidence})`,
    `${indent}    ${wrapped(event.summary, { columns: 104, indent: `${indent}    ` })}`,
    ...event.citations.map((citation) => `${indent}    source: ${citationText(citation)}`),
    ...event.contradictionIds.map((id) => `${indent}    ${contradictionText(id)}`),
  ]
}

function contradictionText(id: string): string {
  const contradiction = articleContradictions.find((one) => one.id === id)
  return wrapped(`contradiction ${id}: ${contradiction?.finding ?? ''}`, { columns: 104, indent: '      ' })
}

function phaseTable({ plan, frame, controls }: PreparedPlan): string {
  const { inputs } = frame
  const rows: (readonly [control: string, scenario: string, from: string, state: string])[] = []
  for (const control of controls) {
    inputs.scenarios.forEach((scenario, index) => {
      const calendar = controlCalendar({
        controlId: control.id,
        phases: scenario.phases.get(control.id) ?? [],
        planningDate: inputs.planningDate,
        openHaltDays: inputs.openHaltDays,
        generalLicenceWait: null,
      })
      for (const stretch of calendar.stretches.slice(stretchIndexOn(calendar, inputs.planningDate))) {
        const isNow = stretch.fromDay <= inputs.planningDate
        const wait = stretch.wait === null ? '' : `, mean wait ${roughText(dayTableMean(stretch.wait))} days`
        rows.push([
          isNow ? control.title : '',
          isNow ? (plan.scenarios[index]?.name ?? '') : '',
          stretch.fromDay === -Infinity ? 'always' : isoDate(addDays(inputs.planningDate, stretch.fromDay - inputs.planningDate)),
          `${stretch.state}${wait}${isNow ? '' : calendar.hasOpenHalt && stretch.state !== 'halt' ? ' (after the assumed end of the halt)' : ''}`,
        ])
      }
    })
  }
  return textTable([
    { heading: ['Control'], align: 'left', cells: rows.map(([control]) => control) },
    { heading: ['Scenario'], align: 'left', cells: rows.map(([, scenario]) => scenario) },
    { heading: ['From'], align: 'left', cells: rows.map(([, , from]) => from) },
    { heading: ['State'], align: 'left', cells: rows.map(([, , , state]) => state) },
  ])
}
