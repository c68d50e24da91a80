import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** The heading of the column in which rows are deleted; it is heard, not seen. */
export function DeleteHeading() {
  return (
    <th scope="col">
      <span className="visually-hidden">Delete</span>
    </th>
  )
}

/** Deletes the row it stands in. */
export function DeleteRow(props: { readonly name: string; readonly isDisabled?: boolean; readonly onDelete: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={`Delete ${props.name}`} disabled={props.isDisabled === true} onClick={props.onDelete}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  )
}
