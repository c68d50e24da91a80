import { Button } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { usePlanState, usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { base64OfBytes, bytesOfBase64, bytesOfFile } from '../ui/file-content'
import { forgetHandedFile, handFile, useHandedFile } from '../ui/handed-file'
import { isKnownScreen } from '../ui/known-screens'
import { noticeDone, noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { ProblemAlert } from '../ui/problem-alert'
import { navigate } from '../ui/route'
import { BeginImport } from './begin-import'
import { ChangeCard } from './change-card'
import classes from './import.module.css'
import type { ImportFile, ImportState } from './import-session'
import { useImportSession } from './use-import-session'
import { plannedSentence } from './import-words'
import { LinesCard } from './lines-card'
import { MappingTable } from './mapping-table'
import { OfferList } from './offer-list'
import { ProblemList } from './problem-list'
import { QuestionList } from './question-list'
import { ReadingProgress } from './reading-progress'
import { UnderstoodCard } from './understood-card'

/** Import: a file from any system, what was understood of it, what it would do, and only then the doing. */
export function ImportScreen() {
  const { client, formats } = useApp()
  const store = usePlanStore()
  const plan = usePlanState((state) => state.plan)
  const isPreview = usePlanState((state) => state.isPreview)
  const session = useImportSession()
  // How far reading is changes ten times a second, and is drawn by itself.
  const state = useStore(
    session,
    useShallow(({ reading, ...others }: ImportState) => ({ ...others, isReading: reading !== null })),
  )
  const [isDropping, setDropping] = useState(false)
  const [isConfirming, setConfirming] = useState(false)
  const { file, view, choices, isReading } = state
  const hadFocus = useRef(false)

  useEffect(() => {
    // What was answered or mended is gone, and the focus with it: it goes on with what comes next.
    if (!hadFocus.current || document.activeElement !== document.body) return
    const next = ['questions-heading', 'problems-heading', 'change-heading', 'done-heading'].flatMap((id) => document.getElementById(id) ?? [])[0]
    next?.focus({ preventScroll: true })
  }, [view, file])

  useEffect(() => {
    if (!isPreview) session.setPlan(plan)
  }, [session, plan, isPreview])

  const handed = useHandedFile('import')
  useEffect(() => {
    if (handed === null) return
    forgetHandedFile()
    session.addFiles([{ fileName: handed.fileName, bytes: bytesOfBase64(handed.bytesBase64) }])
  }, [handed, session])

  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const contents: ImportFile[] = []
      for (const each of files) {
        const content = await bytesOfFile(each)
        if (content.ok) contents.push({ fileName: each.name, bytes: content.value })
        else noticeProblem(content.problem)
      }
      session.addFiles(contents)
    },
    [session],
  )
  const addText = useCallback((text: string) => session.addFiles([{ fileName: 'pasted table', bytes: new TextEncoder().encode(text) }]), [session])
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) void addFiles(files)
      else if (text.includes('\n')) addText(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [addFiles, addText])

  const choose = async (): Promise<void> => {
    const answer = await client.chooseFile({ purpose: 'table' })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'chosen') session.addFiles([{ fileName: answer.value.fileName, bytes: bytesOfBase64(answer.value.bytesBase64) }])
  }
  const saveRejected = async (): Promise<void> => {
    const answer = await client.saveFile({ ...(await session.rejected()), purpose: 'table' })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'saved') noticeDone(`Saved ${answer.value.fileName}. Mend the rows there and import the file.`)
  }
  const confirm = async (): Promise<void> => {
    setConfirming(true)
    const done = await session.confirm().finally(() => setConfirming(false))
    if (done.ok) noticeDone(`Imported: ${done.value}.`)
    else noticeProblem(done.problem)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setDropping(false)
    void addFiles([...event.dataTransfer.files])
  }
  const planned = useMemo(() => (view === null ? '' : plannedSentence(view, { takesAdded: state.takesAdded, declinedCells: state.declinedCells, whole: formats.whole })), [view, state.takesAdded, state.declinedCells, formats])
  const isPlanFile = view !== null && view.problems.some(({ kind }) => kind === 'plan-file')
  const compare = (): void => {
    if (file === null) return
    handFile({ fileName: file.fileName, bytesBase64: base64OfBytes(file.bytes) }, 'compare')
    session.leave()
    navigate({ screen: 'compare', planId: store.planId })
  }
  const canImport = view !== null && view.change !== null && !isReading && planned !== '' && !planned.startsWith('Nothing changes')

  return (
    <div
      className={classes.screen}
      onFocus={() => {
        hadFocus.current = true
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={drop}
    >
      <PageHeader
        title="Import"
        sentence={file === null ? 'Bring in what your ERP knows. Every line of a file is accounted for, and no number is read by guess.' : fileSentence(file.fileName, state.queue)}
        actions={
          file === null ? undefined : (
            <>
              <Button variant="default" disabled={state.earlier.length === 0} onClick={session.takeBack}>
                Take back the last answer
              </Button>
              <Button variant="default" onClick={() => void choose()}>
                Add a file
              </Button>
              <Button variant="default" onClick={session.leave}>
                Leave this file
              </Button>
            </>
          )
        }
      />
      {state.problem !== null && <ProblemAlert title={state.problem.title} problem={{ sentence: state.problem.sentence }} actions={<Button size="xs" variant="default" onClick={session.leave}>Leave this file</Button>} />}
      <ReadingProgress session={session} fileName={file?.fileName ?? ''} />
      {file === null && <BeginImport onLookAtActions={() => navigate({ screen: 'actions', planId: store.planId })} done={state.done} onChoose={() => void choose()} onPaste={addText} />}
      {view !== null && (
        <>
          {view.outcome === 'refused' && <Refusal message={view.message} onCompare={isPlanFile && isKnownScreen('compare') ? compare : null} />}
          <UnderstoodCard view={view} choices={choices} isRemembered={state.isRemembered} onChoose={session.choose} />
          <QuestionList questions={view.questions} onAnswer={(id, choice) => session.choose({ ...choices, answers: { ...choices.answers, [id]: choice } })} />
          <LinesCard view={view} />
          {view.lines.total > 0 && (
            <ProblemList
              view={view}
              mends={state.mends}
              onMend={session.mend}
              onPartNumber={(found, partNumber) => session.choose({ ...choices, answers: { ...choices.answers, [`part:${found}`]: partNumber } })}
              onRepeats={(choice) => session.choose({ ...choices, answers: { ...choices.answers, 'repeated-keys': choice } })}
              onSaveRejected={() => void saveRejected()}
            />
          )}
          {view.change !== null && <OfferList change={view.change} matches={state.matches} onMatch={session.match} />}
          <MappingTable view={view} choices={choices} onChoose={session.choose} />
          {view.change !== null && <ChangeCard change={view.change} kind={view.understood.kind} takesAdded={state.takesAdded} declinedCells={state.declinedCells} onTakesAdded={session.setTakesAdded} onDecline={session.decline} />}
          <footer className={classes.foot}>
            <div aria-live="polite">
              <p className={classes.footWords}>{isReading ? 'Reading …' : view.change === null ? notYet(view.outcome) : planned}</p>
              <p className={classes.footNote}>{view.change === null ? 'Nothing is written before then.' : 'One step, which Undo takes back.'}</p>
            </div>
            <div className={classes.footActions}>
              {state.queue.length > 0 && (
                <Button variant="default" onClick={session.leave}>
                  Skip to {state.queue[0]?.fileName}
                </Button>
              )}
              <Button disabled={!canImport || store.getState().isPreview} loading={isConfirming} onClick={() => void confirm()}>
                Import into the plan
              </Button>
            </div>
          </footer>
        </>
      )}
      {isDropping && <div className={classes.drop}>Drop the file to read it</div>}
    </div>
  )
}

function Refusal({ message, onCompare }: { readonly message: string; readonly onCompare: (() => void) | null }) {
  return (
    <div style={{ marginBottom: 16 }}>
      <ProblemAlert title="Nothing of this file can be imported yet" problem={{ sentence: message }} actions={onCompare === null ? undefined : <Button size="xs" onClick={onCompare}>Compare it with this plan</Button>} />
    </div>
  )
}

function notYet(outcome: 'imported' | 'question' | 'refused'): string {
  return outcome === 'question' ? 'Answer what is asked above' : outcome === 'refused' ? 'Nothing can be imported yet' : 'Working out what it would change …'
}

function fileSentence(fileName: string, queue: readonly ImportFile[]): string {
  if (queue.length === 0) return fileName
  return `${fileName}, then ${queue.map((each) => each.fileName).join(', ')}`
}
