import type { PlanDocument } from './plan-document'

/** The sections in which a plan is kept, in their order: what is stored, compared and replaced as one. */
export const planSectionNames = ['settings', 'parts', 'assemblies', 'timeline', 'scenarios'] as const

/** A section of a plan. */
export type PlanSectionName = (typeof planSectionNames)[number]

/** A plan in its sections; with its id, format and version they are the whole plan. */
export type PlanSections = {
  /** Title and settings. */
  readonly settings: Pick<PlanDocument, 'title' | 'settings'>
  /** The parts, in the planner's order. */
  readonly parts: PlanDocument['parts']
  /** The assemblies, in the planner's order. */
  readonly assemblies: PlanDocument['assemblies']
  /** What the user added to the built-in timeline. */
  readonly timeline: PlanDocument['timeline']
  /** The scenarios, in the planner's order. */
  readonly scenarios: PlanDocument['scenarios']
}

/**
 * The sections of a plan; lists and settings are the plan's own, not copies.
 *
 * @param plan the plan
 *
 * @example
 * sectionsOfPlan(samplePlan()).settings.title // => 'Sample: magnets for 2027'
 */
export function sectionsOfPlan(plan: PlanDocument): PlanSections {
  const { title, settings, parts, assemblies, timeline, scenarios } = plan
  return { settings: { title, settings }, parts, assemblies, timeline, scenarios }
}

/**
 * The names of the sections in which two plans differ, known by reference: commands leave what they do not touch as it is.
 *
 * @param before a plan
 * @param after a plan made from it by commands
 *
 * @example
 * changedSections(samplePlan(), { ...samplePlan(), title: 'Magnets' }).includes('settings') // => true
 */
export function changedSections(before: PlanDocument, after: PlanDocument): readonly PlanSectionName[] {
  return planSectionNames.filter(
    (name) => before[name] !== after[name] || (name === 'settings' && before.title !== after.title),
  )
}
