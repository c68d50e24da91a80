import { useEffect, useMemo } from 'react'
import { createStore, useStore } from 'zustand'

/** Something the user can have done from the command palette, a shortcut or the native menu. */
export type Command = {
  /** Unique; the names of the native menu's commands are used where they fit. */
  readonly id: string
  readonly label: string
  /** A line that says what it does, where the label is not enough. */
  readonly description?: string
  /** Heading under which it is listed. */
  readonly group: string
  /** As `mod+shift+z`; `mod` is Ctrl, and ⌘ on a Mac. */
  readonly shortcut?: string
  /** Another stroke for the same, such as `?`; one without a modifier does nothing where text is typed. */
  readonly alsoShortcut?: string
  readonly run: () => void
}

/** Commands for what a query names, such as one part of thousands; none for an empty query. */
export type CommandSource = (query: string) => readonly Command[]

const registry = createStore<{ readonly commands: readonly Command[]; readonly sources: readonly CommandSource[] }>(() => ({ commands: [], sources: [] }))

/** Offers commands as long as the component is on screen. Keep the list stable by `useMemo`. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    registry.setState(({ commands: known }) => ({ commands: [...known, ...commands] }))
    return () => registry.setState(({ commands: known }) => ({ commands: known.filter((command) => !commands.includes(command)) }))
  }, [commands])
}

/** Offers commands by query as long as the component is on screen. Keep the source stable by `useCallback`. */
export function useCommandSource(source: CommandSource): void {
  useEffect(() => {
    registry.setState(({ sources }) => ({ sources: [...sources, source] }))
    return () => registry.setState(({ sources }) => ({ sources: sources.filter((each) => each !== source) }))
  }, [source])
}

/** The commands that sources have for a query. */
export function useQueriedCommands(query: string): readonly Command[] {
  const sources = useStore(registry, (state) => state.sources)
  return useMemo(() => (query.trim() === '' ? [] : sources.flatMap((source) => source(query.trim()))), [sources, query])
}

/** Every command on offer. */
export function useOfferedCommands(): readonly Command[] {
  return useStore(registry, ({ commands }) => commands)
}

/** Runs the command of an id, when it is on offer; the one offered last wins. */
export function runCommand(id: string): boolean {
  const command = registry.getState().commands.findLast((each) => each.id === id)
  command?.run()
  return command !== undefined
}

/** Runs the command of a key stroke; answers whether there was one. */
export function runShortcut(event: KeyboardEvent): boolean {
  const command = registry.getState().commands.findLast(({ shortcut, alsoShortcut }) => [shortcut, alsoShortcut].some((stroke) => stroke !== undefined && isStroke(stroke, event)))
  if (command === undefined) return false
  // A key that writes something belongs to the field it is typed into.
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && isTextField(event.target)) return false
  const isTextUndo = (command.id === 'undo' || command.id === 'redo') && isTextField(event.target)
  if (isTextUndo) return false
  command.run()
  return true
}

/** Whether the target of an event is a field in which text is typed. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button', 'submit', 'color'].includes(target.type)
}

function isStroke(shortcut: string, event: KeyboardEvent): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1) ?? ''
  const isMac = navigator.platform.startsWith('Mac')
  const hasMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  return (
    event.key.toLowerCase() === key &&
    hasMod === keys.includes('mod') &&
    event.altKey === keys.includes('alt') &&
    // `?` needs Shift on most keyboards; there it is a part of the key.
    (key.length === 1 && !/[a-z0-9]/.test(key) ? true : event.shiftKey === keys.includes('shift'))
  )
}

/** A shortcut as people write it. */
export function shortcutText(shortcut: string): string {
  const isMac = navigator.platform.startsWith('Mac')
  const names: Readonly<Record<string, string>> = { mod: isMac ? '⌘' : 'Ctrl', shift: isMac ? '⇧' : 'Shift', alt: isMac ? '⌥' : 'Alt', arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓', pageup: 'Page up', pagedown: 'Page down' }
  return shortcut
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key.slice(0, 1).toUpperCase() + key.slice(1)))
    .join(isMac ? '' : '+')
}
