import type { CaseAsk, CaseLead, CasePart, CasePhase, CasePlan, CaseTarget, CaseWait, UnsolvedCase } from './reference-case'

/** Numbers that look drawn at random and are the same on every machine (mulberry32). */
function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const next = seededNumbers(20261123)

/** A number between the two, with this many digits after the point. */
function between(low: number, high: number, digits = 0): number {
  return Number((low + next() * (high - low)).toFixed(digits))
}

const today = '2026-11-23'

function plan(changes: Partial<CasePlan> = {}): CasePlan {
  return {
    date: today, horizonWeeks: 52, reviewDays: 7, defaultCv: 0.25, attitude: 'weighted', statusQuo: 'base',
    controls: [], scenarios: [{ name: 'base', weight: 1 }], ...changes,
  }
}

function part(changes: Partial<CasePart> = {}): CasePart {
  return {
    whole: true, unit: 'pcs', family: 'gamma', controls: [], target: cycle(0.95), demand: weekly(between(40, 400), 0.3),
    lead: lead(), ...changes,
  }
}

function weekly(mean: number, cv: number): CasePart['demand'] {
  return { kind: 'stated', per: 'week', mean, sd: Number((mean * cv).toFixed(3)) }
}

function lead(mean = between(35, 75), cv = between(0.1, 0.25, 2), transit = between(8, 30)): CaseLead {
  return { mean, sd: Number((mean * cv).toFixed(1)), transit }
}

function cycle(alpha: number): CaseTarget {
  return { kind: 'cycle', alpha }
}

function fill(beta: number): CaseTarget {
  return { kind: 'fill', beta }
}

function cost(unitCost: number, latePerUnitDay: number): CaseTarget {
  return { kind: 'cost', unitCost, holdingRate: between(0.15, 0.25, 2), latePerUnitDay }
}

function licence(wait: CaseWait, refusal = 0, from: string | null = null, to: string | null = null): CasePhase {
  return { from, to, state: 'licence', wait, refusal }
}

function halt(from: string, to: string | null): CasePhase {
  return { from, to, state: 'halt' }
}

function control(id: string, ...phases: CasePhase[]): CasePlan['controls'][number] {
  return { id, phases }
}

const gammaWait = (mean: number, sd: number): CaseWait => ({ kind: 'gamma', mean, sd })
const fixedWait = (days: number): CaseWait => ({ kind: 'fixed', days })
const uniformWait = (min: number, max: number): CaseWait => ({ kind: 'uniform', min, max })
const triangularWait = (min: number, mode: number, max: number): CaseWait => ({ kind: 'triangular', min, mode, max })

/** Three scenarios of one control: as it is, slower, halted. */
function threeScenarios(weights: readonly [number, number, number]): Partial<CasePlan> {
  return {
    controls: [control('A', licence(uniformWait(10, 30), 0, '2025-04-04'))],
    scenarios: [
      { name: 'base', weight: weights[0] },
      { name: 'slower', weight: weights[1], controls: { A: [licence(gammaWait(55, 18), 0.1, '2027-01-15')] } },
      { name: 'halted', weight: weights[2], controls: { A: [halt('2027-01-10', '2027-04-01')] } },
    ],
  }
}

type Draft = readonly [title: string, features: string, plan: CasePlan, part: CasePart, ask?: CaseAsk]

function everyFamilyAndTarget(): Draft[] {
  const waits = [fixedWait(between(10, 40)), uniformWait(5, between(20, 50)), triangularWait(8, 20, between(30, 60)), gammaWait(between(20, 50), 12)]
  const targets = [() => cycle(between(0.88, 0.985, 3)), () => fill(between(0.9, 0.99, 3)), () => cost(between(2, 90, 2), between(0.05, 0.9, 2))]
  return (['gamma', 'normal', 'negbin', 'poisson'] as const).flatMap((family, f) =>
    targets.map((target, k): Draft => {
      const wait = waits[(f + k) % 4] ?? fixedWait(20)
      const mean = family === 'negbin' || family === 'poisson' ? between(0.5, 6, 1) : between(20, 900)
      const demand = weekly(mean, family === 'negbin' ? 2.2 : family === 'poisson' ? Math.min(0.6, 0.6 / Math.sqrt(mean)) : between(0.2, 0.6, 2))
      const chosen = target()
      const lots = k === 1 ? { lot: Math.ceil(mean / 4), moq: Math.ceil(mean * 1.6) } : {}
      return [
        `${family} demand, ${chosen.kind} target, ${wait.kind} wait`, `${family},${chosen.kind},${wait.kind} wait`,
        plan({ controls: [control('A', licence(wait, k === 2 ? 0.15 : 0))] }),
        part({ family, demand, target: chosen, controls: ['A'], ...lots }),
      ]
    }),
  )
}

function timelinesOfControls(): Draft[] {
  const readyAfter40 = { mean: 60, sd: 0, transit: 20 } // ready on 2027-01-02
  const one = (...phases: CasePhase[]): CasePlan => plan({ controls: [control('A', ...phases)] })
  const under = (changes: Partial<CasePart> = {}): CasePart => part({ controls: ['A'], ...changes })
  return [
    ['three controls, one of them from February', 'several controls',
      plan({ controls: [control('A', licence(gammaWait(30, 10), 0.05)), control('B', licence(uniformWait(5, 45))), control('C', licence(fixedWait(70), 0, '2027-02-01'))] }),
      part({ controls: ['A', 'B', 'C'] })],
    ['two controls halted one after the other', 'several controls,halt',
      plan({ controls: [control('A', licence(fixedWait(12)), halt('2026-12-20', '2027-01-20')), control('B', licence(uniformWait(6, 20)), halt('2027-01-25', '2027-03-05'))] }),
      part({ controls: ['A', 'B'] }), { fullTables: true }],
    ['a control of three that does not apply to the part', 'several controls',
      plan({ controls: [control('A', licence(fixedWait(20))), control('B', halt('2026-11-01', null)), control('C', licence(uniformWait(2, 9)))] }),
      part({ controls: ['A', 'C'] })],
    ['a halt that begins between ready and grant', 'halt,fixed', one(licence(fixedWait(30)), halt('2027-01-20', '2027-03-01')), under({ lead: readyAfter40 })],
    ['a grant on the first day of a halt, and one a day too late at the next review', 'halt,fixed',
      one(licence(fixedWait(30)), halt('2027-02-01', '2027-02-26')), under({ lead: readyAfter40 })],
    ['ready on the first day of a halt', 'halt,application after ready',
      one(licence(triangularWait(5, 9, 20)), halt('2027-01-02', '2027-02-11')), under({ lead: readyAfter40, applicationLag: { after: 'ready', days: 3 } })],
    ['licensed before production ends; a halt between grant and ready', 'application after order,halt',
      one(licence(fixedWait(14)), halt('2026-12-12', '2026-12-28')), under({ lead: lead(70, 0.1, 15), applicationLag: { after: 'order', days: 2 } })],
    ['applied for after the goods are ready though counted from the order', 'application after order',
      one(licence(uniformWait(10, 25), 0.1)), under({ lead: lead(45, 0.15, 20), applicationLag: { after: 'order', days: 50 } })],
    ['an application from the order is voided and filed again with a longer wait', 'application after order,halt,change of wait',
      one(licence(fixedWait(45), 0, null, '2026-12-20'), halt('2026-12-20', '2027-01-15'), licence(gammaWait(60, 20), 0, '2027-01-15')),
      under({ applicationLag: { after: 'order', days: 0 } })],
    ['refused applications keep the wait of their first filing', 'refusal,change of wait',
      one(licence(gammaWait(20, 8), 0.35, '2025-04-04'), licence(uniformWait(60, 90), 0.05, '2027-01-05')), under()],
    ['refusals, a halt, and another refusal rate after it', 'refusal,halt,change of wait',
      one(licence(uniformWait(15, 35), 0.2), halt('2027-01-18', '2027-02-15'), licence(triangularWait(30, 50, 80), 0.3, '2027-02-15', null)), under({ target: cycle(0.97) })],
    ['no control for three weeks in winter: pending goods leave', 'control lifted',
      one(licence(uniformWait(40, 90), 0, null, '2027-01-20'), licence(uniformWait(40, 90), 0, '2027-02-10')), under(), { fullTables: true }],
    ['a halt that began before today, without end', 'open-ended halt',
      { ...one(licence(fixedWait(25)), halt('2026-10-01', null)), openHaltDays: 95 }, under(), { orderBy: [{ day: '2027-04-10' }] }],
  ]
}

function waitsRoutesAndAttitudes(): Draft[] {
  const one = (...phases: CasePhase[]): CasePlan => plan({ controls: [control('A', ...phases)] })
  const general = { generalLicence: { wait: { ...triangularWait(2, 4, 9), working: true } } }
  return [
    ['uniform wait in working days', 'working days', one(licence({ ...uniformWait(5, 20), working: true }, 0.1)), part({ controls: ['A'] })],
    ['waits as observed, in working days, one of zero', 'working days,observed waits',
      one(licence({ kind: 'list', days: [0, 4, 11, 18.5, 45], working: true })), part({ controls: ['A'], target: fill(0.96), lot: 50 })],
    ['gamma wait and legs in working days, transit of half a day more', 'working days,legs', one(licence({ ...gammaWait(22, 9), working: true }, 0.08)),
      part({ controls: ['A'], lead: { legs: [{ mean: 18, sd: 4, working: true }, { mean: 5, sd: 1 }, { mean: 21.5, sd: 3, afterBorder: true }, { mean: 2, sd: 1, afterBorder: true, working: true }] } })],
    ['general licence: no refusals, but the halt holds', 'general licence,halt',
      { ...one(licence(gammaWait(60, 20), 0.4), halt('2027-01-04', '2027-02-20')), ...general }, part({ controls: ['A'], route: 'general' })],
    ['exempt from an open-ended halt', 'exempt,open-ended halt', one(halt('2026-11-01', null)), part({ controls: ['A'], route: 'exempt', target: fill(0.98) })],
    ['worst case with a fill rate', 'worst case,fill', plan({ ...threeScenarios([5, 3, 2]), attitude: 'worst' }), part({ controls: ['A'], target: fill(0.97), lot: 200 })],
    ['worst case leaves out a halt of weight 0; least cost', 'worst case,weight 0,cost',
      plan({ ...threeScenarios([2, 1, 0]), attitude: 'worst' }), part({ controls: ['A'], target: cost(14, 0.4) })],
    ['a named scenario of weight 0', 'named scenario,weight 0',
      plan({ ...threeScenarios([0.7, 0.3, 0]), attitude: { scenario: 'halted' } }), part({ controls: ['A'], whole: false, precision: 0.01, unit: 'kg' }),
      { orderBy: [{ day: '2027-01-10', scenario: 'halted' }, { day: '2027-03-01' }] }],
    ['weighted, the status quo not the first', 'scenarios', plan({ ...threeScenarios([0.2, 0.5, 0.3]), statusQuo: 'slower' }), part({ controls: ['A'], target: cycle(0.8), erpSafetyStock: 90 })],
    ['worst case over a quarter, every 14 days', 'worst case,time-phased,review 14',
      plan({ ...threeScenarios([0.5, 0.3, 0.2]), attitude: 'worst', horizonWeeks: 12, reviewDays: 14 }), part({ controls: ['A'], stock: { onHand: 700 } }), { timePhased: true }],
  ]
}

function reviewsOrdersAndDemand(): Draft[] {
  const simple = plan({ controls: [control('A', licence(gammaWait(35, 12), 0.1))] })
  const months = [['2025-12-29', 28, 310], ['2026-01-26', 28, 402], ['2026-02-23', 35, 377], ['2026-03-30', 28, 250], ['2026-06-29', 28, 333], ['2026-07-27', 7, 41], ['2026-08-03', 28, 298]] as const
  return [
    ['review every day, levels for a fortnight', 'review 1,time-phased', plan({ ...threeScenarios([0.6, 0.3, 0.1]), reviewDays: 1, horizonWeeks: 2 }), part({ controls: ['A'] }), { timePhased: true }],
    ['review every 30 days, least cost', 'review 30,cost', simple, part({ controls: ['A'], reviewDays: 30, target: cost(55, 1.2) })],
    ['review every 14 days, fill rate, minimum order of a lot and a half', 'review 14,fill,MOQ,lot', simple, part({ controls: ['A'], reviewDays: 14, target: fill(0.985), moq: 900, lot: 600 })],
    ['largest order below what is needed, in lots, with open orders', 'quantity cap,lot,MOQ,open orders',
      plan({ ...threeScenarios([6, 3, 1]), horizonWeeks: 8 }),
      part({
        controls: ['A'], demand: weekly(120, 0.35), capOrderQuantity: 410, lot: 30, moq: 100,
        stock: {
          onHand: 210, allocated: 35, backordered: 12,
          openOrders: [
            { quantity: 90, promised: '2027-01-20', licence: { status: 'not-filed' } },
            { quantity: 60, promised: '2026-12-18', licence: { status: 'filed', filed: '2026-11-09' } },
            { quantity: 30, promised: '2027-02-05', licence: { status: 'granted' } },
            { quantity: 30, promised: '2026-11-20', licence: { status: 'included' } },
          ],
        },
      }), { timePhased: true }],
    ['cover cap of 9 days against the worst case', 'cover cap,worst case', plan({ ...threeScenarios([0.8, 0.1, 0.1]), attitude: 'worst' }), part({ controls: ['A'], capCoverDays: 9 })],
    ['tiny usage: one piece a year', 'tiny usage,negbin', simple, part({ controls: ['A'], family: 'negbin', demand: weekly(0.02, 9), target: cycle(0.98) })],
    ['huge usage', 'huge usage', simple, part({ controls: ['A'], demand: weekly(2_750_000, 0.12), lot: 10_000, moq: 25_000, target: fill(0.995) })],
    ['usage far more variable than its mean', 'gamma', simple, part({ controls: ['A'], whole: false, precision: 0.001, unit: 'kg', demand: weekly(3.2, 3.4), target: cycle(0.93) })],
    ['forecast with a fill rate and a month without usage', 'forecast,fill,time-phased', { ...simple, horizonWeeks: 6 },
      part({ controls: ['A'], demand: weekly(150, 0.4), target: fill(0.97), lot: 100, forecast: [{ from: '2026-12-15', to: '2027-01-15', perDay: 31 }, { from: '2027-02-01', to: '2027-03-01', perDay: 0 }] }), { timePhased: true }],
    ['usage that never varies, fill rate', 'point mass,fill', simple, part({ controls: ['A'], demand: weekly(91, 0), target: fill(0.98), lot: 60 })],
    ['history in periods of 4 and 5 weeks, slow mover in lots', 'history,negbin', simple,
      part({ controls: ['A'], family: 'negbin', lot: 80, demand: { kind: 'history', window: { from: '2025-12-01', to: today }, periods: months.map(([start, days, quantity]) => ({ start, days, quantity: Math.round(quantity / 10) })) } })],
    ['build plan with scrap, transit the whole lead time, order position negative', 'build plan,transit = lead time,order now', simple,
      part({
        controls: ['A'], lead: { mean: 28, sd: 5, transit: 28 }, demand: { kind: 'build', uses: [{ pieces: 6, perWeek: 14.5, scrap: 0.035 }, { pieces: 2, perWeek: 31 }], sd: 37 },
        stock: { onHand: 20, allocated: 300 }, moq: 75,
      })],
  ]
}

function refusedInputs(): Draft[] {
  return [
    ['refused: quantity cap below the minimum order', 'refused input', plan(), part({ moq: 500, capOrderQuantity: 200 })],
    ['refused: fill rate of 1', 'refused input', plan(), part({ target: fill(1) })],
    ['refused: the attitude names a scenario that is not there', 'refused input', plan({ attitude: { scenario: 'ease' } }), part()],
  ]
}

/** What random cases found the engine wrong on, made small. */
function onceWrong(): Draft[] {
  const shutdown = [{ from: '2026-11-20', to: '2026-12-27', perDay: 0 }]
  return [
    ['no usage until after the next review, minimum order', 'forecast,MOQ', plan(), part({ demand: weekly(58, 0.5), moq: 84, forecast: shutdown })],
    ['no usage until after the next review, fill rate without any order rule', 'forecast,fill,time-phased',
      plan({ horizonWeeks: 4 }), part({ demand: weekly(58, 0.5), target: fill(0.95), forecast: shutdown }), { timePhased: true }],
    ['textbook level that is short of more than an order', 'forecast,service below 0',
      plan({ controls: [control('A', licence(fixedWait(30)))], reviewDays: 14 }),
      part({ controls: ['A'], demand: weekly(5.2, 0.3), lead: lead(45, 0.1, 20), target: cycle(0.52), forecast: [{ from: '2026-11-14', to: '2026-12-20', perDay: 0.4 }] })],
    ['whole pieces that never vary, lead time between two days', 'point mass,negbin', plan(), part({ family: 'negbin', demand: weekly(4.3, 0), lead: lead(41.4, 0, 20), target: cycle(0.7) })],
    ['whole pieces that never vary, fill rate in lots', 'point mass,negbin,fill', plan(), part({ family: 'negbin', demand: weekly(4.3, 0), lead: lead(41.4, 0, 20), target: fill(0.93), lot: 10 })],
    ['erratic normal usage, received soon', 'normal,cost', plan(), part({ family: 'normal', demand: weekly(7.4, 16.7), reviewDays: 30, lead: lead(21, 0.035, 17), target: { kind: 'cost', unitCost: 172.89, holdingRate: 0.39, latePerUnitDay: 1.66 }, lot: 50 })],
    ['textbook level below 0 but for the bound', 'normal', plan({ controls: [control('A', licence(fixedWait(150)))] }),
      part({ controls: ['A'], family: 'normal', demand: weekly(5, 1.6), lead: lead(21, 0.05, 10), target: cycle(0.08) })],
    ['no usage until a licence has been waited for: the policy-blind interval has none', 'forecast,negbin',
      plan({ controls: [control('A', licence(fixedWait(40)))] }), part({ controls: ['A'], family: 'negbin', demand: weekly(4, 0.6), lead: lead(20, 0.1, 10), forecast: [{ from: '2026-11-20', to: '2027-01-10', perDay: 0 }] })],
    ['transit of 3.7 days and 17 working days: half a day above 27', 'legs,working days', plan({ controls: [control('A', licence(fixedWait(30)))] }),
      part({ controls: ['A'], lead: { legs: [{ mean: 3.7, sd: 2.9, afterBorder: true }, { mean: 16, sd: 3 }, { mean: 17, afterBorder: true, working: true }] } })],
    ['refused: a lead time of 0 days that varies', 'refused input', plan(), part({ lead: { legs: [{ mean: 0, sd: 1.8 }] } })],
    ['applications pending before a halt, three controls', 'open orders,filed,halt,several controls',
      plan({
        controls: [
          control('A', licence(uniformWait(7, 24), 0, '2027-01-09', '2027-03-29')),
          control('B', licence(fixedWait(33), 0.17, '2026-10-11')),
          control('C', licence({ kind: 'list', days: [21, 1, 22, 3] }, 0.2), halt('2027-02-04', '2027-03-30'), licence(uniformWait(7, 19), 0, '2027-03-22', '2027-05-22')),
        ],
      }),
      part({
        controls: ['A', 'B', 'C'], demand: weekly(2.7, 0.2), lead: lead(8, 0.4, 7),
        stock: { onHand: 105, openOrders: [
          { quantity: 107, promised: '2026-11-15', licence: { status: 'filed', filed: '2026-09-06' } },
          { quantity: 15, promised: '2026-12-16', licence: { status: 'filed', filed: '2026-11-20' } },
        ] },
      })],
    ['no usage, protected as long as the scenarios weigh', 'no usage,scenarios', plan(threeScenarios([0.5, 0.3, 0.2])), part({ controls: ['A'], demand: weekly(0, 0), moq: 50, stock: { onHand: 3, backordered: 20 } })],
  ]
}

/** Cases that stress what the given ones do not, before their results are known. */
export function moreCases(): UnsolvedCase[] {
  const drafts = [...everyFamilyAndTarget(), ...timelinesOfControls(), ...waitsRoutesAndAttitudes(), ...reviewsOrdersAndDemand(), ...refusedInputs(), ...onceWrong()]
  return drafts.map(([title, features, casePlan, casePart, ask], i) => ({
    id: `Q${String(i + 1).padStart(2, '0')}`,
    title,
    features: features.split(','),
    plan: casePlan,
    part: casePart,
    ask: ask ?? {},
  }))
}
