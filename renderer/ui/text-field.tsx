import { TextInput } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'

/** A field for a text. It commits on Enter and when it is left; Escape takes back what was typed. */
export function TextField(props: { readonly label: ReactNode; readonly value: string; readonly description?: string; readonly ariaLabel?: string; readonly isRequired?: boolean; readonly onCommit: (value: string) => void }) {
  const { value, onCommit } = props
  const [text, setText] = useState<string | null>(null)
  useEffect(() => setText(null), [value])
  const isEmpty = props.isRequired === true && text !== null && text.trim() === ''
  const commit = (): void => {
    if (text === null || isEmpty) return
    const trimmed = text.trim()
    setText(null)
    if (trimmed !== value) onCommit(trimmed)
  }
  return (
    <TextInput
      label={props.label}
      description={props.description}
      aria-label={props.ariaLabel}
      value={text ?? value}
      maxLength={200}
      error={isEmpty ? 'This may not be empty; Escape takes back what was typed.' : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && text !== null) {
          event.stopPropagation()
          setText(null)
        }
      }}
    />
  )
}
