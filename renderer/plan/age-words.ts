import type { TimelineAge } from '../../shared/policy-timeline/timeline-age'
import type { Formats } from '../ui/formats'

/** How old the policy facts are on the planning date, and what ended without anybody having verified what holds since. */
export function ageWords({ asOfDate, ageDays, openEnds }: TimelineAge, of: { readonly planningDate: string; readonly formats: Pick<Formats, 'date' | 'whole'> }): string {
  const { date, whole } = of.formats
  const days = Math.abs(ageDays)
  const reach = `The policy facts reach to ${date(asOfDate)}, ${whole(days)} ${days === 1 ? 'day' : 'days'} ${ageDays < 0 ? 'after' : 'before'} the planning date ${date(of.planningDate)}.`
  if (openEnds.length === 0) return reach
  return `${reach} Ended since, and what holds now is not verified: ${openEnds.map(({ title, nominalEndDate }) => `${title}${nominalEndDate === null ? '' : ` (${date(nominalEndDate)})`}`).join('; ')}.`
}
