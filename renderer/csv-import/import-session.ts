import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ImportChoices } from '../../shared/csv/import-column'
import type { ImportMemory } from '../../shared/csv/import-memory'
import { noMends, type ImportMends } from '../../shared/csv/import-mends'
import type { FileContent, PlannerApi } from '../../shared/ipc/planner-api'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { Result } from '../../shared/result'
import { base64OfBytes } from '../ui/file-content'
import type { ImportAnswer, ImportRequest, ImportStage } from './import-messages'
import type { ImportView } from './import-view'
import { doneSentence } from './import-words'

/** What a session needs of the worker that reads files. */
export type ImportWorker = {
  readonly post: (request: ImportRequest) => void
  readonly onAnswer: (listener: (answer: ImportAnswer) => void) => void
  readonly onFailure: (listener: (sentence: string) => void) => void
  readonly terminate: () => void
}

type Decided = { readonly choices: ImportChoices | null; readonly mends: ImportMends; readonly matches: Readonly<Record<string, string>> }

/** A file to import: large ones stay bytes, for base 64 takes time. */
export type ImportFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** Where an import stands. */
export type ImportState = {
  /** The file that is being looked at; null while none is. */
  readonly file: ImportFile | null
  /** Files that come after it. */
  readonly queue: readonly ImportFile[]
  /** The file as read last; null before that. */
  readonly view: ImportView | null
  /** By which choices it was read. */
  readonly choices: ImportChoices
  /** Whether these come from an earlier file with the same headings. */
  readonly isRemembered: boolean
  readonly mends: ImportMends
  readonly matches: Readonly<Record<string, string>>
  /** What can be taken back, the last at the end. */
  readonly earlier: readonly Decided[]
  readonly takesAdded: boolean
  readonly declinedCells: readonly string[]
  /** How far reading, or working out what changes, is; null while neither is under way. */
  readonly reading: ImportStage | null
  readonly problem: { readonly title: string; readonly sentence: string } | null
  /** What was imported since the screen was opened first. */
  readonly done: readonly { readonly fileName: string; readonly sentence: string }[]
}

/** An import of one or more files into a plan; it goes on while the user looks at other screens. */
export type ImportSession = Pick<StoreApi<ImportState>, 'getState' | 'subscribe' | 'getInitialState'> & {
  readonly addFiles: (files: readonly ImportFile[]) => void
  readonly choose: (choices: ImportChoices) => void
  readonly mend: (mends: ImportMends) => void
  readonly match: (key: string, partId: string) => void
  /** Takes the last decision back. */
  readonly takeBack: () => void
  readonly setTakesAdded: (takes: boolean) => void
  readonly decline: (cell: string, isDeclined: boolean) => void
  /** The plan has changed: what the import would do is worked out anew. */
  readonly setPlan: (plan: PlanDocument) => void
  /** Carries the import out; nothing is written before. */
  readonly confirm: () => Promise<Result<string, { readonly sentence: string }>>
  /** The rows that were held, as a file. */
  readonly rejected: () => Promise<FileContent>
  /** Leaves the file, imported or not, and goes on to the next one. */
  readonly leave: () => void
  /** Ends the import with all its files. */
  readonly end: () => void
}

const memoryKey = 'import-memory'
const noChoices: ImportChoices = { kind: null, map: {}, answers: {} }
const beginning: ImportStage = { stage: 'reading', done: 0, total: 1 }
const noFile = { file: null, view: null, choices: noChoices, isRemembered: false, mends: noMends, matches: {}, earlier: [], takesAdded: true, declinedCells: [], reading: null }

/** A session that reads in a worker and changes a plan by one command. */
export function createImportSession(of: {
  readonly client: Pick<PlannerApi, 'setting' | 'storeSetting'>
  readonly startWorker: () => ImportWorker
  readonly plan: PlanDocument
  readonly today: string
  readonly run: (command: PlanCommand) => Result<null, { readonly sentence: string }>
  /** Writes a whole number. */
  readonly whole: (figure: number) => string
}): ImportSession {
  const store = createStore<ImportState>(() => ({ ...noFile, queue: [], problem: null, done: [] }))
  let { plan } = of
  let worker: ImportWorker | null = null
  let memory: ImportMemory = { bySignature: {} }
  let decided: Decided = { choices: null, mends: noMends, matches: {} }
  let nextId = 1
  let latestId = 0
  let hasAdjustedAdded = false
  const waiting = new Map<number, (answer: ImportAnswer) => void>()

  const onAnswer = (answer: ImportAnswer): void => {
    const settle = waiting.get(answer.requestId)
    if (settle !== undefined && answer.kind !== 'progress') {
      waiting.delete(answer.requestId)
      settle(answer)
      return
    }
    if (answer.requestId !== latestId) return
    if (answer.kind === 'progress') store.setState({ reading: { stage: answer.stage, done: answer.done, total: answer.total } })
    else if (answer.kind === 'failed') store.setState({ reading: null, problem: { title: 'The file cannot be read', sentence: answer.sentence } })
    else if (answer.kind === 'view') {
      const { view, choices, isRemembered } = answer
      decided = { ...decided, choices }
      store.setState((state) => ({
        view, choices, problem: null,
        isRemembered: state.isRemembered || isRemembered,
        reading: view.isPreview ? (state.reading ?? beginning) : null,
        // A list of stock or orders says nothing of what a part is: new parts come with lists of parts.
        ...(hasAdjustedAdded ? {} : { takesAdded: view.understood.kind === 'parts' }),
      }))
    }
  }

  const stopWorker = (): void => {
    worker?.terminate()
    worker = null
    for (const [requestId, settle] of waiting) settle({ requestId, kind: 'failed', sentence: 'Cancelled.' })
    waiting.clear()
  }

  const read = (): void => {
    if (worker === null) return
    latestId = nextId++
    store.setState({ reading: beginning })
    worker.post({ kind: 'read', requestId: latestId, reading: decided })
  }

  const open = async (file: ImportFile): Promise<void> => {
    stopWorker()
    hasAdjustedAdded = false
    decided = { choices: null, mends: noMends, matches: {} }
    store.setState({ ...noFile, file, problem: null, reading: beginning })
    const stored = await of.client.setting({ key: memoryKey })
    memory = stored.ok && isMemory(stored.value) ? stored.value : { bySignature: {} }
    if (store.getState().file !== file) return
    const fresh = of.startWorker()
    worker = fresh
    fresh.onAnswer((answer) => {
      if (worker === fresh) onAnswer(answer)
    })
    fresh.onFailure((sentence) => {
      if (worker !== fresh) return
      stopWorker()
      store.setState({ reading: null, problem: { title: 'The file cannot be read', sentence } })
    })
    fresh.post({ kind: 'plan', plan })
    fresh.post({ kind: 'open', fileName: file.fileName, bytes: file.bytes, today: of.today, memory })
    read()
  }

  const decide = (next: Partial<Decided>): void => {
    const { earlier } = store.getState()
    store.setState({ earlier: [...earlier, decided].slice(-100), declinedCells: [] })
    take({ ...decided, ...next })
  }
  const take = (next: Decided): void => {
    const isMatchOnly = next.choices === decided.choices && next.mends === decided.mends
    decided = next
    store.setState({ mends: next.mends, matches: next.matches })
    if (!isMatchOnly) return read()
    latestId = nextId++
    worker?.post({ kind: 'matches', requestId: latestId, matches: next.matches })
  }

  const ask = (request: (requestId: number) => ImportRequest): Promise<ImportAnswer> => {
    const requestId = nextId++
    if (worker === null) return Promise.resolve({ requestId, kind: 'failed', sentence: 'There is no file to read. Choose it again.' })
    const answer = new Promise<ImportAnswer>((resolve) => waiting.set(requestId, resolve))
    worker.post(request(requestId))
    return answer
  }

  const leave = (): void => {
    const [next, ...queue] = store.getState().queue
    stopWorker()
    store.setState({ ...noFile, queue, problem: null })
    if (next !== undefined) void open(next)
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    addFiles: (files) => {
      store.setState(({ queue }) => ({ queue: [...queue, ...files] }))
      if (store.getState().file === null) leave()
    },
    choose: (choices) => {
      const isNothing = choices.kind === null && Object.keys(choices.map).length + Object.keys(choices.answers).length === 0
      store.setState(({ isRemembered }) => ({ isRemembered: isRemembered && !isNothing }))
      // Cells were mended, and parts matched, on the sheet that was read.
      const isOtherSheet = choices.answers['sheet'] !== decided.choices?.answers['sheet']
      decide({ choices, ...(isOtherSheet ? { mends: noMends, matches: {} } : {}) })
    },
    mend: (mends) => decide({ mends }),
    match: (key, partId) => decide({ matches: { ...decided.matches, [key]: partId } }),
    takeBack: () => {
      const { earlier } = store.getState()
      const last = earlier.at(-1)
      if (last === undefined) return
      store.setState({ earlier: earlier.slice(0, -1) })
      take(last)
    },
    setTakesAdded: (takesAdded) => {
      hasAdjustedAdded = true
      store.setState({ takesAdded })
    },
    decline: (cell, isDeclined) => store.setState(({ declinedCells }) => ({ declinedCells: isDeclined ? [...declinedCells, cell] : declinedCells.filter((each) => each !== cell) })),
    setPlan: (next) => {
      if (next === plan) return
      plan = next
      worker?.post({ kind: 'plan', plan })
      if (worker === null || store.getState().view === null) return
      latestId = nextId++
      worker.post({ kind: 'matches', requestId: latestId, matches: decided.matches })
    },
    confirm: async () => {
      const { file, view, takesAdded, declinedCells } = store.getState()
      const answer = await ask((requestId) => ({ kind: 'command', requestId, taken: { takesAdded, declinedCells } }))
      if (answer.kind !== 'command') return { ok: false, problem: { sentence: answer.kind === 'failed' ? answer.sentence : 'The import could not be prepared. Try again.' } }
      if (answer.command !== null) {
        const done = of.run(answer.command)
        if (!done.ok) return done
      }
      const sentence = doneSentence(view, { takesAdded, declinedCells, whole: of.whole })
      store.setState(({ done }) => ({ done: [...done, { fileName: file?.fileName ?? '', sentence }] }))
      await of.client.storeSetting({ key: memoryKey, value: answer.memory })
      leave()
      return { ok: true, value: sentence }
    },
    rejected: async () => {
      const answer = await ask((requestId) => ({ kind: 'rejected', requestId }))
      const { file } = store.getState()
      const name = (file?.fileName ?? 'import').replace(/\.[^.]{1,9}$/u, '')
      return { fileName: `${name} - rejected rows.csv`, bytesBase64: base64OfBytes(new TextEncoder().encode(answer.kind === 'rejected' ? answer.text : '')) }
    },
    leave,
    end: () => {
      stopWorker()
      store.setState({ ...noFile, queue: [] })
    },
  }
}

function isMemory(value: unknown): value is ImportMemory {
  return typeof value === 'object' && value !== null && typeof (value as ImportMemory).bySignature === 'object' && (value as ImportMemory).bySignature !== null
}

/** Starts the web worker that reads files. */
export function startedImportWorker(): ImportWorker {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => listener(data)),
    onFailure: (listener) => worker.addEventListener('error', (event) => listener(`Reading stopped: ${event.message || 'its program could not be loaded'}. Choose the file again.`)),
    terminate: () => worker.terminate(),
  }
}
