/** The format of the reference cases: what goes in (`plan`, `part`, `ask`) and what is expected of it. */

/** A wait for a licence; with `working` its numbers are working days. */
export type CaseWait = { readonly working?: boolean } & (
  | { readonly kind: 'fixed'; readonly days: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'list'; readonly days: readonly number[] }
)

/** A stretch of days of one control; `to` is the first day no longer in it, null is without end. */
export type CasePhase = {
  readonly from?: string | null
  readonly to?: string | null
  readonly state: 'none' | 'licence' | 'halt'
  readonly wait?: CaseWait
  readonly refusal?: number
}

/** When an application is made. */
export type CaseLag = { readonly after: 'ready' | 'order'; readonly days: number }

/** The plan around one part. */
export type CasePlan = {
  readonly date: string
  readonly horizonWeeks: number
  readonly reviewDays: number
  readonly defaultCv: number
  readonly attitude: 'weighted' | 'worst' | { readonly scenario: string }
  readonly statusQuo: string
  readonly applicationLag?: CaseLag
  readonly generalLicence?: { readonly wait: CaseWait }
  readonly controls: readonly { readonly id: string; readonly phases: readonly CasePhase[] }[]
  readonly scenarios: readonly {
    readonly name: string
    readonly weight: number
    readonly controls?: Readonly<Record<string, readonly CasePhase[]>>
  }[]
  readonly openHaltDays?: number
}

/** An order already placed. */
export type CaseOpenOrder = {
  readonly quantity: number
  readonly promised: string
  readonly ordered?: string | null
  readonly licence: {
    readonly status: 'not-needed' | 'included' | 'not-filed' | 'filed' | 'granted'
    readonly filed?: string
  }
}

/** Usage as stated, built up from assemblies, or from history. */
export type CaseDemand =
  | { readonly kind: 'stated'; readonly per: 'week' | 'month'; readonly mean: number; readonly sd?: number | null }
  | {
      readonly kind: 'build'
      readonly uses: readonly { readonly pieces: number; readonly perWeek: number; readonly scrap?: number }[]
      readonly sd?: number | null
    }
  | {
      readonly kind: 'history'
      readonly window: { readonly from: string; readonly to: string }
      readonly periods: readonly { readonly start: string; readonly days: number; readonly quantity: number }[]
    }

/** Order to receipt with no control, days. */
export type CaseLead = {
  readonly mean?: number
  readonly sd?: number
  readonly transit?: number
  readonly legs?: readonly {
    readonly name?: string
    readonly mean: number
    readonly sd?: number
    readonly afterBorder?: boolean
    readonly working?: boolean
  }[]
}

/** What the stock is to achieve. */
export type CaseTarget =
  | { readonly kind: 'cycle'; readonly alpha: number }
  | { readonly kind: 'fill'; readonly beta: number }
  | { readonly kind: 'cost'; readonly unitCost: number; readonly holdingRate: number; readonly latePerUnitDay: number }

/** One part. */
export type CasePart = {
  readonly whole: boolean
  readonly precision?: number
  readonly unit?: string
  readonly reviewDays?: number
  readonly applicationLag?: CaseLag
  readonly controls: readonly string[]
  readonly route?: 'individual' | 'general' | 'exempt'
  readonly demand: CaseDemand
  readonly forecast?: readonly { readonly from: string; readonly to: string; readonly perDay: number }[]
  readonly family: 'gamma' | 'normal' | 'negbin' | 'poisson'
  readonly lead: CaseLead
  readonly target: CaseTarget
  readonly moq?: number | null
  readonly lot?: number | null
  readonly capCoverDays?: number
  readonly capOrderQuantity?: number
  readonly erpSafetyStock?: number
  readonly stock?: {
    readonly onHand?: number
    readonly allocated?: number
    readonly backordered?: number
    readonly openOrders?: readonly CaseOpenOrder[]
  }
}

/** What is asked for beyond the levels of today. */
export type CaseAsk = {
  readonly timePhased?: boolean
  readonly orderBy?: readonly { readonly day: string; readonly scenario?: string | null }[]
  readonly fullTables?: boolean
}

/** A value of the `expected` format: the comparison walks it without knowing every field. */
export type CaseValue =
  | number
  | string
  | boolean
  | null
  | readonly CaseValue[]
  | { readonly [field: string]: CaseValue }

/** The results of one case, as a tree of fields. */
export type Expected = { readonly [field: string]: CaseValue }

/** One case of the file. */
export type ReferenceCase = {
  readonly id: string
  readonly title: string
  readonly features: readonly string[]
  readonly plan: CasePlan
  readonly part: CasePart
  readonly ask: CaseAsk
  readonly expected: Expected
}

/** A case before its results are known. */
export type UnsolvedCase = Omit<ReferenceCase, 'expected'>
