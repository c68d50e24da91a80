import { createStore, useStore } from 'zustand'
import type { FileContent } from '../../shared/ipc/planner-api'

/** A screen of a plan that takes up files. */
type Taker = 'compare' | 'import'

const handed = createStore<{ readonly file: FileContent | null; readonly taker: Taker | null }>(() => ({ file: null, taker: null }))

/** Hands a file from one screen to another that knows what to do with it. */
export function handFile(file: FileContent, taker: Taker): void {
  handed.setState({ file, taker })
}

/** The file that was handed to a screen and not taken up yet, or null. */
export function useHandedFile(taker: Taker): FileContent | null {
  return useStore(handed, (state) => (state.taker === taker ? state.file : null))
}

/** Says that the file was taken up. */
export function forgetHandedFile(): void {
  handed.setState({ file: null, taker: null })
}
