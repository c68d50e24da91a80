import { TextInput } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useFormats } from './app-context'
import { typedNumber, type NumberLimits } from './typed-number'

/**
 * A field for a number with its unit. It commits on Enter and when it is left, refuses with a sentence what is no
 * number, and Escape takes back what was typed. Percentages are typed as such and given as fractions.
 */
export function NumberField(props: {
  readonly label: ReactNode
  readonly value: number | null
  /** Unit shown beside the number. */
  readonly unit?: string
  readonly description?: ReactNode
  readonly limits?: NumberLimits
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** For fields whose label is not shown, as in a table. */
  readonly ariaLabel?: string
  readonly width?: number | string
  readonly onCommit: (value: number | null) => void
}) {
  const { value, limits, onCommit } = props
  const formats = useFormats()
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const scaled = value === null ? null : limits?.isPercent === true ? Number((100 * value).toPrecision(12)) : value
  const shown = scaled === null ? '' : formats.exact(scaled)
  useEffect(() => {
    setText(null)
    setProblem(null)
  }, [value])

  const commit = (): void => {
    if (text === null) return
    if (text === shown) {
      setText(null)
      setProblem(null)
      return
    }
    const result = typedNumber(text, formats.decimalSign, { ...limits, ...(props.unit === undefined ? {} : { unit: props.unit }) })
    if (!result.ok) {
      setProblem(result.problem)
      return
    }
    setText(null)
    setProblem(null)
    if (result.value !== value) onCommit(result.value)
  }

  return (
    <TextInput
      label={props.label}
      description={props.description}
      aria-label={props.ariaLabel}
      value={text ?? shown}
      error={problem}
      placeholder={props.placeholder ?? (limits?.isOptional === true ? 'not known' : undefined)}
      disabled={props.isDisabled === true}
      inputMode="decimal"
      autoComplete="off"
      {...(props.width === undefined ? {} : { w: props.width })}
      rightSection={limits?.isPercent === true ? '%' : props.unit}
      rightSectionWidth={Math.max(34, 10 + 8 * (limits?.isPercent === true ? 1 : (props.unit?.length ?? 0)))}
      rightSectionPointerEvents="none"
      styles={{ section: { fontSize: '0.75rem', color: 'var(--ink-soft)' }, input: { textAlign: 'end' } }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setProblem(null)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && text !== null) {
          event.stopPropagation()
          setText(null)
          setProblem(null)
        }
      }}
    />
  )
}
