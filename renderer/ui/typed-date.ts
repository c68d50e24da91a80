import { civilDateFrom } from '../../shared/calendar/civil-date'

const firstDay = '1970-01-01'
const lastDay = '2199-12-31'

/** What is wrong with a day that was typed, in a sentence, or null. */
export function dateFault(text: string, limits: { readonly isOptional: boolean; readonly max?: string }): string | null {
  if (text === '') return limits.isOptional ? null : 'Enter a day.'
  if (!civilDateFrom(text).ok) return 'This is no day of the calendar; enter another.'
  if (text < firstDay || text > lastDay) return 'Enter a day between 1970 and 2199.'
  return limits.max !== undefined && text > limits.max ? `Enter a day up to ${limits.max}.` : null
}
