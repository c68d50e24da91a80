import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { dateFault } from './typed-date'

// Between two keys of one date; a day chosen from the calendar is taken after it as well.
const settleMilliseconds = 700

/**
 * A field for a day. It commits when it is left, on Enter, or when nobody has changed it for a moment: a date field
 * tells of every digit of a year as of a date of its own, and one date is one step. Escape takes back what was typed.
 */
export function DateField(props: {
  readonly label: ReactNode
  readonly value: string | null
  readonly description?: ReactNode
  /** Whether the field may be left empty. */
  readonly isOptional?: boolean
  /** The last day that may be entered, `YYYY-MM-DD`. */
  readonly max?: string
  /** For fields whose label is not shown, as in a table. */
  readonly ariaLabel?: string
  readonly onCommit: (value: string | null) => void
}) {
  const { value, isOptional = false, max, onCommit } = props
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    setText(null)
    setProblem(null)
  }, [value])
  const commit = (isLeaving: boolean): void => {
    if (text === null) return
    if (text === (value ?? '')) {
      setText(null)
      setProblem(null)
      return
    }
    const fault = dateFault(text, { isOptional, ...(max === undefined ? {} : { max }) })
    if (fault !== null) {
      // Half a year is no fault while it is being typed.
      if (isLeaving) setProblem(fault)
      return
    }
    // An emptied field may be one that is being typed anew.
    if (text === '' && !isLeaving) return
    setText(null)
    setProblem(null)
    onCommit(text === '' ? null : text)
  }
  const latest = useRef(commit)
  latest.current = commit
  useEffect(() => {
    if (text === null) return
    const timer = setTimeout(() => latest.current(false), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <TextInput
      type="date"
      label={props.label}
      description={props.description}
      aria-label={props.ariaLabel}
      value={text ?? value ?? ''}
      error={problem}
      {...(max === undefined ? {} : { max })}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setProblem(null)
      }}
      onBlur={() => commit(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(true)
        if (event.key === 'Escape' && text !== null) {
          event.stopPropagation()
          setText(null)
          setProblem(null)
        }
      }}
    />
  )
}
