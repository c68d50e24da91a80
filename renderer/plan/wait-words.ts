import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'
import type { Formats } from '../ui/formats'

/** A licence wait in words: its shape and its days. */
export function waitWords(wait: LicenceWait, formats: Formats): string {
  const n = formats.rough
  const unit = wait.working === true ? 'working days' : 'days'
  switch (wait.kind) {
    case 'fixed':
      return `${n(wait.days)} ${unit}`
    case 'uniform':
      return `${n(wait.minDays)} to ${n(wait.maxDays)} ${unit}, all equally likely`
    case 'triangular':
      return `${n(wait.minDays)} to ${n(wait.maxDays)} ${unit}, most likely ${n(wait.modeDays)}`
    case 'gamma':
      return `${n(wait.meanDays)} ${unit} on average, standard deviation ${n(wait.sdDays)}`
    case 'observed':
      return `${wait.days.length} observed waits: ${wait.days.slice(0, 8).map(n).join(', ')}${wait.days.length > 8 ? ' …' : ''} ${unit}`
  }
}
