import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

/** Asks before something that cannot be taken back; says what will be lost. */
export function ConfirmDialog(props: {
  readonly isOpen: boolean
  readonly title: string
  readonly children: ReactNode
  /** What the button does, as a verb: "Delete for good". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={props.title}>
      <div>{props.children}</div>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 18 }}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red" onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
