import { dayNumber } from './literal-days'
import { require } from './literal-refusal'
import { waitTable, type DayTable } from './literal-tables'
import type { CasePart, CasePhase, CasePlan } from './reference-case'

/** A phase with its days as numbers and its wait as a table. */
type Phase = { readonly from: number; readonly to: number; readonly state: CasePhase['state']; readonly wait: DayTable }

/** Everything known about one control in one scenario: the later phase of the list wins. */
export type Timeline = readonly Phase[]

const always = { from: -Infinity, to: Infinity }

/** The timelines of the controls that apply to the part in one scenario. */
export function timelines(plan: CasePlan, part: CasePart, scenarioName: string): Timeline[] {
  if (part.route === 'exempt') return []
  const scenario = plan.scenarios.find((one) => one.name === scenarioName)
  require(scenario !== undefined, 'scenario')
  return part.controls.map((id) => {
    const control = plan.controls.find((one) => one.id === id)
    require(control !== undefined, 'control')
    return [...control.phases, ...(scenario.controls?.[id] ?? [])].map((phase) => readPhase(plan, part, phase))
  })
}

function readPhase(plan: CasePlan, part: CasePart, phase: CasePhase): Phase {
  const from = phase.from == null ? always.from : dayNumber(phase.from)
  let to = phase.to == null ? always.to : dayNumber(phase.to)
  if (phase.state === 'halt' && to === Infinity) to = Math.max(from, dayNumber(plan.date)) + (plan.openHaltDays ?? 180)
  require(from < to, 'phase')
  if (phase.state !== 'licence') return { from, to, state: phase.state, wait: [] }
  const wait = part.route === 'general' ? plan.generalLicence?.wait : phase.wait
  require(wait !== undefined, 'wait')
  return { from, to, state: 'licence', wait: waitTable(wait, part.route === 'general' ? 0 : (phase.refusal ?? 0)) }
}

/** What holds on a day: the last phase of the list that covers it. */
export function phaseOn(timeline: Timeline, day: number): Phase {
  let found: Phase = { ...always, state: 'none', wait: [] }
  for (const phase of timeline) if (phase.from <= day && day < phase.to) found = phase
  return found
}

/** First day from which nothing changes any more. */
export function lastChange(timeline: Timeline): number {
  let last = -Infinity
  for (const phase of timeline) {
    if (Number.isFinite(phase.from)) last = Math.max(last, phase.from)
    if (Number.isFinite(phase.to)) last = Math.max(last, phase.to)
  }
  return last
}

/** Probabilities of the day of the grant. */
export type Grants = Map<number, number>

function addGrant(grants: Grants, day: number, probability: number): void {
  grants.set(day, (grants.get(day) ?? 0) + probability)
}

/** Files on the first licence day at or after `day`; what a halt voids is filed again after it. */
function fileApplication(timeline: Timeline, day: number, probability: number, grants: Grants): void {
  const end = Math.max(day, lastChange(timeline))
  let filing = day
  while (filing < end && phaseOn(timeline, filing).state !== 'licence') filing++
  if (phaseOn(timeline, filing).state !== 'licence') return
  voidOrGrant({ timeline, filing, wait: phaseOn(timeline, filing).wait, pendingFrom: filing, probability, grants })
}

type Application = {
  readonly timeline: Timeline
  readonly filing: number
  readonly wait: DayTable
  /** Last day on which the application is known to be alive. */
  readonly pendingFrom: number
  readonly probability: number
  readonly grants: Grants
}

function voidOrGrant({ timeline, filing, wait, pendingFrom, probability, grants }: Application): void {
  const end = Math.max(pendingFrom, lastChange(timeline))
  let halt = pendingFrom
  while (halt < end && phaseOn(timeline, halt).state !== 'halt') halt++
  if (phaseOn(timeline, halt).state !== 'halt') halt = Infinity
  let voided = 0
  for (let k = 0; k < wait.length; k++) {
    const p = probability * (wait[k] ?? 0)
    if (p === 0) continue
    if (halt < filing + k) voided += p
    else addGrant(grants, filing + k, p)
  }
  if (voided > 0) fileApplication(timeline, halt + 1, voided, grants)
}

/** Grant days of an application made on a day. */
export function grantsOfApplication(timeline: Timeline, applicationDay: number): Grants {
  const grants: Grants = new Map()
  fileApplication(timeline, applicationDay, 1, grants)
  return grants
}

/** Grant days of an application filed on `filed` and still pending on `today`: `W | W > today - filed`. */
export function grantsOfPending(timeline: Timeline, filed: number, today: number): Grants {
  const phase = phaseOn(timeline, filed)
  if (phase.state !== 'licence') return grantsOfApplication(timeline, Math.max(filed, today))
  const left = phase.wait.map((p, k) => (k > today - filed ? p : 0))
  let sum = 0
  for (const p of left) sum += p
  if (!(sum > 0)) return new Map([[today + 1, 1]])
  const grants: Grants = new Map()
  const wait = left.map((p) => p / sum)
  voidOrGrant({ timeline, filing: filed, wait, pendingFrom: Math.max(filed, today), probability: 1, grants })
  return grants
}

/**
 * Departure days of goods ready on a day: the first day on which every control lets them.
 *
 * Walks day by day with the probability of not having left and of which controls
 * have granted so far; on a day a licence still pending is granted with
 * `P(grant = day) / P(grant >= day)`, independently for each control.
 */
export function departures(controls: readonly Timeline[], grants: readonly Grants[], readyDay: number): Map<number, number> {
  let first = readyDay
  let last = readyDay
  for (const one of grants) {
    for (const day of one.keys()) {
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
  }
  for (const timeline of controls) last = Math.max(last, lastChange(timeline))
  const chance = grants.map((one) => grantChances(one, first, last))

  const left = new Map<number, number>()
  // Bit c of the index says whether control c has granted.
  const waiting: number[] = [1]
  while (waiting.length < 2 ** controls.length) waiting.push(0)
  let stillHere = 1
  for (let day = first; day <= last && stillHere > 0; day++) {
    for (let c = 0; c < controls.length; c++) grantOne(waiting, 2 ** c, chance[c]?.[day - first] ?? 0)
    if (day < readyDay) continue
    const states = controls.map((timeline) => phaseOn(timeline, day).state)
    stillHere = 0
    for (let granted = 0; granted < waiting.length; granted++) {
      const p = waiting[granted] ?? 0
      if (p === 0) continue
      if (letsLeave(states, granted)) {
        left.set(day, (left.get(day) ?? 0) + p)
        waiting[granted] = 0
      } else {
        stillHere += p
      }
    }
  }
  require(stillHere < 1e-9, 'goods never leave')
  return left
}

function letsLeave(states: readonly Phase['state'][], granted: number): boolean {
  for (let c = 0; c < states.length; c++) {
    const isGranted = (granted & (2 ** c)) !== 0
    if (states[c] === 'halt' || (states[c] === 'licence' && !isGranted)) return false
  }
  return true
}

/** By day, the chance that a licence still pending is granted on it. */
function grantChances(grants: Grants, first: number, last: number): number[] {
  const chances: number[] = Array.from({ length: last - first + 1 }, () => 0)
  let fromThen = 1
  for (const p of grants.values()) fromThen -= p
  // What is left by rounding is nothing; what is left because no application can be filed any more never is granted.
  if (fromThen < 1e-9) fromThen = 0
  for (let day = last; day >= first; day--) {
    const p = grants.get(day) ?? 0
    fromThen += p
    if (p > 0) chances[day - first] = p / fromThen
  }
  return chances
}

/** One control, whose bit is given, grants what is still pending with the given chance. */
function grantOne(waiting: number[], bit: number, chance: number): void {
  if (chance === 0) return
  for (let granted = 0; granted < waiting.length; granted++) {
    if ((granted & bit) !== 0) continue
    const p = (waiting[granted] ?? 0) * chance
    waiting[granted] = (waiting[granted] ?? 0) - p
    waiting[granted + bit] = (waiting[granted + bit] ?? 0) + p
  }
}

/** Grants of goods with every licence in hand on the day they are ready. */
export function grantedAlready(controls: readonly Timeline[], readyDay: number): Grants[] {
  return controls.map(() => new Map([[readyDay, 1]]))
}
