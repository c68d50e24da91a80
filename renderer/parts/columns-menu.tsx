import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconColumns3, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { withHidden } from '../ui/grid/grid-layout-change'
import { columnGroups, type PartColumn } from './part-column'
import type { ColumnSets } from './use-column-sets'

/** Which columns are shown, and saving them as a set of one's own. */
export function ColumnsMenu({ columns, frozenIds, sets }: { readonly columns: readonly PartColumn[]; readonly frozenIds: readonly string[]; readonly sets: ColumnSets }) {
  const [name, setName] = useState('')
  const isTaken = sets.builtIn.some((set) => set.name.toLowerCase() === name.trim().toLowerCase())
  const hidden = new Set(sets.layout.hidden)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <div style={{ maxHeight: 360, overflow: 'auto', minWidth: 250, padding: 2 }} tabIndex={0} role="group" aria-label="Columns shown">
          {columnGroups.map((group) => (
            <fieldset key={group} style={{ border: 0, margin: '0 0 10px', padding: 0 }}>
              <legend style={{ fontWeight: 600, fontSize: '0.75rem', marginBottom: 4 }}>{group}</legend>
              <div style={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
                {columns
                  .filter((column) => column.group === group && !frozenIds.includes(column.id))
                  .map(({ id, title }) => (
                    <Checkbox key={id} size="xs" label={title} checked={!hidden.has(id)} onChange={(event) => sets.setLayout(withHidden(sets.layout, id, !event.currentTarget.checked))} />
                  ))}
              </div>
            </fieldset>
          ))}
        </div>
        <form
          style={{ display: 'flex', gap: 8, alignItems: 'flex-end', marginTop: 10 }}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '' || isTaken) return
            sets.saveAs(name.trim().slice(0, 60))
            setName('')
          }}
        >
          <TextInput size="xs" label="Save as a set of your own" placeholder="Its name" value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} error={isTaken ? 'A built-in set has this name; choose another.' : undefined} />
          <Button size="xs" type="submit" variant="light" disabled={name.trim() === '' || isTaken}>
            Save
          </Button>
        </form>
        {sets.own.length === 0 ? null : (
          <ul style={{ listStyle: 'none', margin: '10px 0 0', padding: 0 }} aria-label="Your own sets">
            {sets.own.map((set) => (
              <li key={set.name} style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: '0.8125rem' }}>
                {set.name}
                <ActionIcon variant="subtle" color="gray" aria-label={`Delete the set ${set.name}`} onClick={() => sets.remove(set.name)}>
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
