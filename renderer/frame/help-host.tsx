import { Drawer } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { runCommand, useCommands, type Command } from '../ui/commands'
import { currentRoute, navigate } from '../ui/route'
import { showTourStep, wantTour } from '../ui/tour-state'

const HelpDrawer = lazy(async () => ({ default: (await import('../help/help-drawer')).HelpDrawer }))
const ShortcutsSheet = lazy(async () => ({ default: (await import('../help/shortcuts-sheet')).ShortcutsSheet }))
const ProgramSettings = lazy(async () => ({ default: (await import('../settings/program-settings')).ProgramSettings }))

type Shown = 'help' | 'shortcuts' | 'settings' | null

/** Help, the sheet of shortcuts and the settings of the program, wherever the user is. */
export function HelpHost() {
  const [shown, setShown] = useState<Shown>(null)
  // What was never asked for is not loaded.
  const [asked, setAsked] = useState<ReadonlySet<Shown>>(new Set())
  const commands = useMemo((): readonly Command[] => {
    const show = (what: Shown): void => {
      setAsked((known) => new Set([...known, what]))
      setShown(what)
    }
    return [
      { id: 'help', label: 'Help: the terms of the model', group: 'Help', shortcut: 'f1', run: () => show('help') },
      { id: 'shortcuts', label: 'Keyboard shortcuts', group: 'Help', shortcut: 'mod+/', alsoShortcut: '?', run: () => show('shortcuts') },
      { id: 'start-tour', label: 'Show me around', description: 'Six steps through a plan', group: 'Help', run: startTour },
      {
        id: 'settings',
        label: 'Settings',
        group: 'Go to',
        shortcut: 'mod+,',
        run: () => {
          const route = currentRoute()
          if ('planId' in route) navigate({ screen: 'settings', planId: route.planId })
          else show('settings')
        },
      },
    ]
  }, [])
  useCommands(commands)
  const close = (): void => setShown(null)
  return (
    <Suspense>
      {asked.has('help') && (
        <HelpDrawer
          isOpen={shown === 'help'}
          onClose={close}
          onTour={() => {
            close()
            startTour()
          }}
          onShortcuts={() => runCommand('shortcuts')}
        />
      )}
      {asked.has('shortcuts') && <ShortcutsSheet isOpen={shown === 'shortcuts'} onClose={close} />}
      {asked.has('settings') && (
        <Drawer opened={shown === 'settings'} onClose={close} title="Settings of Lodestock" size={620}>
          <ProgramSettings onRestored={close} />
        </Drawer>
      )}
    </Suspense>
  )
}

/** Shows around in the open plan, or in a fresh sample where none is open. */
function startTour(): void {
  if ('planId' in currentRoute()) {
    showTourStep(0)
    return
  }
  wantTour('always')
  runCommand('open-sample')
}
