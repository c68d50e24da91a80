import { useEffect } from 'react'
import { useApp } from '../ui/app-context'
import { runCommand } from '../ui/commands'
import { receiveFile } from '../ui/received-file'

/** Does what the host asks of the window: entries of its menu, files opened from the system, and closing. */
export function useHostEvents(): void {
  const { client } = useApp()
  useEffect(
    () =>
      client.onHostEvent((event) => {
        switch (event.kind) {
          case 'menu':
            runCommand(event.command)
            break
          case 'open-file':
            receiveFile(event.file)
            break
          case 'closing':
            commitOpenField()
            break
        }
      }),
    [client],
  )
}

/** Takes what stands in an open field as if the user had left it. */
export function commitOpenField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
