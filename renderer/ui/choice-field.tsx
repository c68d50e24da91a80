import { Select } from '@mantine/core'
import type { ReactNode } from 'react'

const unknown = '#unknown'

/** Values a field may have, each with its name; null stands for what is not known. */
export type Choices = readonly { readonly value: string | null; readonly label: string }[]

/** A field for one of some values; a long list can be searched. */
export function ChoiceField(props: { readonly label: ReactNode; readonly options: Choices; readonly value: string | null; readonly description?: ReactNode; readonly ariaLabel?: string; readonly onChange: (value: string | null) => void }) {
  const { options, onChange } = props
  return (
    <Select
      label={props.label}
      aria-label={props.ariaLabel}
      description={props.description}
      searchable={options.length > 12}
      allowDeselect={false}
      data={options.map(({ value, label }) => ({ value: value ?? unknown, label }))}
      value={props.value ?? unknown}
      onChange={(chosen) => (chosen === null ? undefined : onChange(chosen === unknown ? null : chosen))}
    />
  )
}
