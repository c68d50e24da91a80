import { createStore, useStore } from 'zustand'
import type { FileContent } from '../../shared/ipc/planner-api'

const handed = createStore<{ readonly file: FileContent | null }>(() => ({ file: null }))

/** Hands a file from one screen of a plan to another that knows what to do with it. */
export function handFile(file: FileContent): void {
  handed.setState({ file })
}

/** The file that was handed over and not taken up yet, or null. */
export function useHandedFile(): FileContent | null {
  return useStore(handed, ({ file }) => file)
}

/** Says that the file was taken up. */
export function forgetHandedFile(): void {
  handed.setState({ file: null })
}
