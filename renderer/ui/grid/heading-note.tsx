import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type PointerEvent } from 'react'
import type { GridColumn } from './grid-column'
import classes from './data-grid.module.css'

const openMilliseconds = 500
const closeMilliseconds = 150
const noteWidth = 320

/** The heading whose note is open, and where its left edge stands in the window. */
type Explained = { readonly id: string; readonly left: number }

/** What opens and closes the note of a heading: resting on it, or the focus of the keyboard. */
export type HeadingNotes = {
  readonly explained: Explained | null
  readonly close: () => void
  /** The pointer is on the note itself, which then stays. */
  readonly keep: () => void
  readonly closeSoon: () => void
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>, id: string) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>, id: string) => void
}

/** The note of one heading at a time, opened a moment after the pointer or the keyboard has come to rest on it; Escape closes it. */
export function useHeadingNotes(): HeadingNotes {
  const [explained, setExplained] = useState<Explained | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = useCallback((next: Explained | null, milliseconds: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setExplained(next), milliseconds)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const isOpen = explained !== null
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setExplained(null)
    }
    // Before the grid, to which the key means something else.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [isOpen])
  const ways = useMemo(() => {
    const openOn = (target: HTMLElement, id: string): void => later({ id, left: target.getBoundingClientRect().left }, openMilliseconds)
    return {
      close: () => {
        clearTimeout(timer.current)
        setExplained(null)
      },
      keep: () => clearTimeout(timer.current),
      closeSoon: () => later(null, closeMilliseconds),
      onPointerEnter: (event: PointerEvent<HTMLElement>, id: string) => {
        if (event.pointerType === 'mouse') openOn(event.currentTarget, id)
      },
      onFocus: (event: FocusEvent<HTMLElement>, id: string) => {
        if (event.currentTarget.matches(':focus-visible')) openOn(event.currentTarget, id)
      },
    }
  }, [later])
  return { explained, ...ways }
}

/** What a column is, and the term of the model behind it, below its heading. */
export function HeadingNote<Row>(props: { readonly id: string; readonly column: GridColumn<Row>; readonly left: number; readonly viewWidth: number; readonly notes: HeadingNotes }) {
  const { title, unit, help, term } = props.column
  return (
    <div
      id={props.id}
      role="tooltip"
      className={classes.headingNote}
      style={{ left: Math.max(4, Math.min(props.viewWidth - noteWidth - 4, props.left)), width: noteWidth }}
      onPointerEnter={props.notes.keep}
      onPointerLeave={props.notes.closeSoon}
    >
      <strong>
        {title}
        {unit === '' ? '' : ` (${unit})`}
      </strong>
      <p>{help}</p>
      {term !== undefined && term.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {term !== undefined && <p className={classes.noteSource}>{term.source}</p>}
    </div>
  )
}
