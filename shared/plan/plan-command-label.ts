import type { PlanCommand } from './plan-command'

/**
 * What a command does, in a few words: the name of an entry under Undo, of a row of the history.
 *
 * @param command the command
 *
 * @example
 * planCommandLabel({ kind: 'delete-parts', ids: ['p-bcdfgh', 'p-bcdfgj', 'p-bcdfgk'] }) // => 'Delete 3 parts'
 */
export function planCommandLabel(command: PlanCommand): string {
  switch (command.kind) {
    case 'set-title':
      return 'Change the title'
    case 'change-settings':
      return 'Change the settings'
    case 'add-parts':
    case 'add-assemblies':
    case 'add-events':
    case 'add-controls':
    case 'add-scenarios':
      return `Add ${counted(command.items.length, command.kind.slice('add-'.length))}`
    case 'change-parts':
    case 'change-assemblies':
    case 'change-events':
    case 'change-controls':
    case 'change-scenarios':
      return `Change ${counted(command.changes.length, command.kind.slice('change-'.length))}`
    case 'delete-parts':
    case 'delete-assemblies':
    case 'delete-events':
    case 'delete-controls':
    case 'delete-scenarios':
      return `Delete ${counted(command.ids.length, command.kind.slice('delete-'.length))}`
    case 'duplicate-parts':
      return `Duplicate ${counted(command.copies.length, 'parts')}`
    case 'set-aside-events':
      return `Set aside ${counted(command.ids.length, 'built-in events')}`
    case 'restore-events':
      return `Restore ${counted(command.ids.length, 'built-in events')}`
    case 'verify-timeline':
      return command.date === null ? 'Mark the timeline as not verified' : 'Mark the timeline as verified'
    case 'weigh-scenarios':
      return `Weigh ${counted(command.weights.length, 'scenarios')}`
    case 'reset-scenarios':
      return 'Reset the scenarios'
    case 'replace-sections':
      return `Replace ${Object.keys(command.sections).join(', ')}`
    case 'several':
      return command.label
  }
}

function counted(count: number, plural: string): string {
  if (count !== 1) return `${count} ${plural}`
  return `1 ${plural === 'assemblies' ? 'assembly' : plural.replace(/s$/, '')}`
}
