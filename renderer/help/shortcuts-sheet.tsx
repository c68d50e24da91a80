import { Modal } from '@mantine/core'
import { useMemo } from 'react'
import { shortcutText, useOfferedCommands } from '../ui/commands'
import classes from './help.module.css'
import { keyGroups } from './shortcut-groups'

/** Every key there is: of the commands on offer here, and of what takes keys of its own. */
export function ShortcutsSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keyboard shortcuts" size={860}>
      <ShortcutList />
    </Modal>
  )
}

function ShortcutList() {
  const commands = useOfferedCommands()
  const offered = useMemo(() => {
    const byId = new Map(commands.map((command) => [command.id, command]))
    return [...byId.values()].flatMap(({ shortcut, alsoShortcut, label }) => (shortcut === undefined ? [] : [[[shortcut, ...(alsoShortcut === undefined ? [] : [alsoShortcut])], label] as const]))
  }, [commands])
  return (
    <div className={classes.groups}>
      {[{ title: 'Here', keys: offered }, ...keyGroups].map(({ title, keys }) => (
        <section key={title}>
          <h3 className={classes.heading}>{title}</h3>
          <dl className={classes.keys}>
            {keys.map(([strokes, what]) => (
              <div key={what}>
                <dt>
                  {strokes.map((stroke) => (
                    <kbd key={stroke} className={classes.key}>
                      {shortcutText(stroke)}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
