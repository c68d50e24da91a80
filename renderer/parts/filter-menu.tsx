import { Button, Checkbox, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'

/** One value that rows may be filtered by, and how many rows have it. */
export type FilterChoice = { readonly value: string; readonly label: string; readonly count: number }

/** A filter: a button that says how many values are chosen, and the values to tick. */
export function FilterMenu(props: {
  readonly label: string
  /** Worked out when the filter is opened. */
  readonly choicesNow: () => readonly FilterChoice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const { label, choicesNow, chosen, onChange } = props
  const [choices, setChoices] = useState<readonly FilterChoice[]>([])
  const isOn = chosen.length > 0
  return (
    <Popover position="bottom-start" shadow="md" trapFocus withinPortal onOpen={() => setChoices(choicesNow())}>
      <Popover.Target>
        <Button size="xs" variant={isOn ? 'light' : 'default'} rightSection={<IconChevronDown size={14} aria-hidden />} aria-label={isOn ? `${label}: ${chosen.length} chosen` : label}>
          {isOn ? `${label}: ${chosen.length}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Filter by ${label.toLowerCase()}`}>
        <Checkbox.Group value={[...chosen]} onChange={onChange} label={<span className="visually-hidden">{label}</span>}>
          <div style={{ display: 'flex', flexDirection: 'column', gap: 8, maxHeight: 320, overflow: 'auto', minWidth: 190, padding: 2 }}>
            {choices.map(({ value, label: name, count }) => (
              <Checkbox key={value} size="xs" value={value} label={`${name} (${count})`} />
            ))}
          </div>
        </Checkbox.Group>
        <Button size="compact-xs" variant="subtle" mt={8} disabled={!isOn} onClick={() => onChange([])}>
          Show all
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
