import { planDocumentVersion } from './plan-document'
import type { PlanJson } from './plan-migrations'

/** Takes a command of one version of the plan format to the next; what it does not understand it leaves as it is. */
export type CommandMigration = (command: PlanJson) => PlanJson

/**
 * From every version to the next, in order, as `planMigrations`. Append only.
 *
 * 0 → 1: version 0 had no commands. 1 → 2: whole parts get their empty list of overrides, whole settings their region.
 */
export const commandMigrations: readonly CommandMigration[] = [
  (command) => command,
  (command) => {
    const withOverrides = (part: unknown): unknown => (isGroup(part) ? { overrides: [], ...part } : part)
    if (command['kind'] === 'add-parts' && Array.isArray(command['items'])) return { ...command, items: command['items'].map(withOverrides) }
    if (command['kind'] !== 'replace-sections' || !isGroup(command['sections'])) return command
    const { parts, settings, ...rest } = command['sections']
    return {
      ...command,
      sections: {
        ...rest,
        ...(Array.isArray(parts) ? { parts: parts.map(withOverrides) } : {}),
        ...(isGroup(settings) ? { settings: { region: 'this-computer', ...settings } } : {}),
      },
    }
  },
]

/**
 * A command that was kept by an earlier program, as this one knows it: whole parts and settings in it get what the plan
 * got in the meantime. It is checked when it is applied.
 *
 * @param command a command as it was kept
 * @param version version of the plan format it was kept with
 *
 * @example
 * migratedPlanCommand({ kind: 'add-parts', items: [{ id: 'p-bcdfgh' }], places: null }, 1).items // => [{ overrides: [], id: 'p-bcdfgh' }]
 */
export function migratedPlanCommand(command: unknown, version: number): unknown {
  if (!isGroup(command) || version >= planDocumentVersion) return command
  if (command['kind'] === 'several' && Array.isArray(command['commands'])) {
    return { ...command, commands: command['commands'].map((each: unknown) => migratedPlanCommand(each, version)) }
  }
  return commandMigrations.slice(version).reduce((migrated, migration) => migration(migrated), command)
}

/**
 * A step of a journal that was kept by an earlier program, as this one knows it.
 *
 * @param step a step as it was kept
 * @param version version of the plan format it was kept with
 *
 * @example
 * migratedPlanStep({ kind: 'undo' }, 1) // => { kind: 'undo' }
 */
export function migratedPlanStep(step: unknown, version: number): unknown {
  return isGroup(step) && step['kind'] === 'do' ? { ...step, command: migratedPlanCommand(step['command'], version) } : step
}

function isGroup(value: unknown): value is PlanJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
