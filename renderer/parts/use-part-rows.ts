import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { usePlan, usePlanState, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { sentenceWordsOf } from '../ui/sentence-words'
import type { PartColumn } from './part-column'
import { columnOfPath } from './part-columns'
import { partProblemBook } from './part-problem-book'
import { partRowMaker, type PartRowList } from './part-row'

const sliceMilliseconds = 6

/** The parts of the plan with their figures and problems; rows that did not change are the same objects. */
export function usePartRows(columns: readonly PartColumn[]): PartRowList & { readonly isFirstComputed: boolean } {
  const store = usePlanStore()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const figuresVersion = usePlanState((state) => state.figuresVersion)
  const isComputing = usePlanState(({ progress }) => progress !== null)
  const words = sentenceWordsOf(useFormats())
  const [book] = useState(() => partProblemBook(words))
  const [checkedVersion, noteChecked] = useReducer((count: number) => count + 1, 0)
  const makeRows = useMemo(() => partRowMaker(columnOfPath(columns)), [columns])
  const unchecked = useMemo(() => book.setPlan(plan, planningDate), [book, plan, planningDate])

  useEffect(() => {
    if (unchecked === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // In slices between frames, so that ten thousand parts never hold up a key.
    const checkSlice = (): void => {
      const end = performance.now() + sliceMilliseconds
      if (book.checkMore(() => performance.now() > end) > 0) timer = setTimeout(checkSlice)
      else noteChecked()
    }
    timer = setTimeout(checkSlice)
    return () => clearTimeout(timer)
  }, [book, plan, unchecked])

  const { rows, listKey } = useMemo(
    () => (void figuresVersion, void checkedVersion, makeRows(plan.parts, { figuresOf: store.figuresOf, problemsOf: book.problemsOf })),
    [makeRows, plan.parts, store, book, figuresVersion, checkedVersion],
  )
  // Status and results sort and filter once all figures are there for the first time.
  const isFirstComputed = useRef(false)
  if (!isFirstComputed.current && !isComputing && rows.every(({ figures }) => figures.state !== 'pending')) isFirstComputed.current = true
  return { rows, listKey, isFirstComputed: isFirstComputed.current }
}
