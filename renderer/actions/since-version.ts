import type { PlanDocument } from '../../shared/plan/plan-document'

/** What differs between a plan and an earlier state of it, counted. */
export type CountedChanges = { readonly changed: number; readonly added: number; readonly removed: number; readonly sections: readonly string[] }

const sectionWords = { settings: 'settings', assemblies: 'products', timeline: 'policy timeline', scenarios: 'scenarios' } as const

/** Counts the parts that were changed, added or removed since an earlier state, and names the other sections that differ. */
export function countedChanges(before: PlanDocument, now: PlanDocument): CountedChanges {
  const earlier = new Map(before.parts.map((part) => [part.id, part]))
  const known = now.parts.filter(({ id }) => earlier.has(id))
  const changed = known.filter((part) => {
    const other = earlier.get(part.id)
    return part !== other && JSON.stringify(part) !== JSON.stringify(other)
  }).length
  const sections = (Object.keys(sectionWords) as (keyof typeof sectionWords)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name])).map((name) => sectionWords[name])
  return { changed, added: now.parts.length - known.length, removed: before.parts.length - known.length, sections }
}

/** The same in a phrase, such as `3 parts changed, 1 added; policy timeline changed`; `nothing changed` where that is so. */
export function changesPhrase({ changed, added, removed, sections }: CountedChanges): string {
  const parts = [
    changed === 0 ? '' : `${changed} ${changed === 1 ? 'part' : 'parts'} changed`,
    added === 0 ? '' : `${added} added`,
    removed === 0 ? '' : `${removed} removed`,
  ].filter((text) => text !== '')
  const others = sections.length === 0 ? '' : `${sections.join(', ')} changed`
  const phrase = [parts.join(', '), others].filter((text) => text !== '').join('; ')
  return phrase === '' ? 'nothing changed' : phrase
}
