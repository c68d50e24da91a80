import { useMemo } from 'react'
import { useCommands, type Command } from '../ui/commands'
import { goBack, navigate } from '../ui/route'

/** The commands that are on offer everywhere. */
export function useAppCommands(): void {
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'go-plans', label: 'Go to the plans', group: 'Go to', run: () => navigate({ screen: 'plans' }) },
        { id: 'go-back', label: 'Go back', group: 'Go to', shortcut: 'alt+arrowleft', run: goBack },
      ],
      [],
    ),
  )
}
