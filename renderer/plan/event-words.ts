import type { ExportControl } from '../../shared/policy-timeline/export-control'
import type { PolicyEvent, PolicyEventKind } from '../../shared/policy-timeline/policy-event'

/** What kind of thing an event is, in words. */
export const kindWords: Readonly<Record<PolicyEventKind, string>> = {
  control: 'Export control',
  suspension: 'Suspension',
  halt: 'Halt of exports',
  'diplomatic-meeting': 'Diplomatic meeting',
  'data-release': 'Release of figures',
  report: 'Report',
  'other-measure': 'Other measure',
}

/** What an effect does to a control, in words. */
export const actionWords = { introduces: 'introduces', revises: 'revises', suspends: 'suspends', lifts: 'lifts', resumes: 'resumes' } as const

/** What an event does to which controls, in a phrase. */
export function effectWords(event: Pick<PolicyEvent, 'effects'>, controls: readonly Pick<ExportControl, 'id' | 'title'>[]): string {
  const titleOf = (id: string): string => controls.find((control) => control.id === id)?.title ?? id
  const groups = new Map<string, string[]>()
  for (const effect of event.effects) {
    const what = 'state' in effect ? `${effect.state === 'halt' ? 'halts shipments under' : effect.action === 'introduces' ? 'demands a licence under' : 'changes the licence under'}` : actionWords[effect.action]
    groups.set(what, [...(groups.get(what) ?? []), titleOf(effect.controlId)])
  }
  return [...groups].map(([what, titles]) => `${what} ${titles.join(' and ')}`).join('; ')
}

/** Where an event is known from, in a few words. */
export function sourceWords(event: Pick<PolicyEvent, 'citations' | 'confidence'>): string {
  const kinds = new Set(event.citations.map(({ kind }) => kind))
  const from = [kinds.has('article') ? 'the article' : '', kinds.has('elsewhere') ? 'elsewhere' : '', kinds.has('user') ? 'you' : ''].filter((word) => word !== '')
  return `${from.length === 0 ? 'no source' : `from ${from.join(' and ')}`}, ${event.confidence} confidence`
}
