import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useMemo } from 'react'
import { shortcutText, useCommands, useOfferedCommands, type Command } from '../ui/commands'
import classes from './command-palette.module.css'

const ownCommands: readonly Command[] = [
  { id: 'command-palette', label: 'Show all commands', group: 'Help', shortcut: 'mod+k', run: () => spotlight.open() },
]

/** Everything that can be done where the user is, found by typing a few letters of it. */
export function CommandPalette() {
  useCommands(ownCommands)
  const commands = useOfferedCommands()
  const groups = useMemo(() => groupsOf(commands), [commands])
  return (
    <Spotlight
      actions={[...groups]}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      highlightQuery={false}
      nothingFound="No command has these letters in its name."
      searchProps={{ 'aria-label': 'Search for a command', placeholder: 'What do you want to do?', leftSection: <IconSearch size={18} aria-hidden /> }}
      transitionProps={{ duration: 100 }}
      attributes={{ content: { 'aria-label': 'Commands' } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
    />
  )
}

function groupsOf(commands: readonly Command[]): readonly SpotlightActionGroupData[] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    if (command.id === 'command-palette') continue
    groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  }
  return [...groups].map(([group, list]) => ({
    group,
    actions: list.map(({ id, label, description, shortcut, run }) => ({
      id,
      label,
      ...(description === undefined ? {} : { description }),
      ...(shortcut === undefined ? {} : { rightSection: <kbd className={classes.keys}>{shortcutText(shortcut)}</kbd> }),
      onClick: run,
    })),
  }))
}
