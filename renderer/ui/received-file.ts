import { createStore, useStore } from 'zustand'
import type { FileContent } from '../../shared/ipc/planner-api'
import { navigate } from './route'

const received = createStore<{ readonly file: FileContent | null }>(() => ({ file: null }))

/** A file the user opened from the system: the plans screen reads it. */
export function receiveFile(file: FileContent): void {
  received.setState({ file })
  navigate({ screen: 'plans' })
}

/** The file that waits to be read, or null. */
export function useReceivedFile(): FileContent | null {
  return useStore(received, ({ file }) => file)
}

/** Says that the waiting file was taken up. */
export function forgetReceivedFile(): void {
  received.setState({ file: null })
}
