import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { shortcutText, useCommands, useOfferedCommands, useQueriedCommands, type Command } from '../ui/commands'
import classes from './command-palette.module.css'
import { screenActions } from './screen-actions'

const ownCommands: readonly Command[] = [
  { id: 'command-palette', label: 'Show all commands', group: 'Help', shortcut: 'mod+k', run: () => spotlight.open() },
]

/** Everything that can be done where the user is, found by typing a few letters of it. */
export function CommandPalette() {
  useCommands(ownCommands)
  const [query, setQuery] = useState('')
  const commands = useOfferedCommands()
  const queried = useQueriedCommands(query)
  const [onScreen, setOnScreen] = useState<readonly Command[]>([])
  const groups = useMemo(() => groupsOf([...onScreen, ...commands, ...queried]), [onScreen, commands, queried])
  return (
    <Spotlight
      actions={[...groups]}
      query={query}
      onSpotlightOpen={() => setOnScreen(screenActions(new Set(commands.map(({ label }) => label))))}
      onQueryChange={setQuery}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      classNames={{ actionDescription: classes.description ?? '' }}
      highlightQuery={false}
      nothingFound="Nothing here is called so. Try a screen, a command, or a part number."
      searchProps={{ 'aria-label': 'Search for a command', placeholder: 'A command, a screen or a part number', leftSection: <IconSearch size={18} aria-hidden /> }}
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
