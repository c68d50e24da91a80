import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ApiProblem } from '../../shared/ipc/planner-api'

type Props = {
  readonly title: string
  readonly sentence?: ReactNode
  readonly label: string
  readonly initial: string
  readonly confirmLabel: string
  /** Does it; answers the problem that keeps the dialog open, or null. */
  readonly onConfirm: (name: string) => Promise<ApiProblem | null>
  readonly onClose: () => void
}

/** Asks for a name, and stays open with a sentence when it cannot be taken. */
export function NameDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  return (
    <Modal opened={isOpen} onClose={props.onClose} title={props.title}>
      <NameForm {...props} />
    </Modal>
  )
}

function NameForm(props: Props) {
  const [name, setName] = useState(props.initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') {
      setProblem('The name is empty; enter at least one letter or digit.')
      return
    }
    setBusy(true)
    const found = await props.onConfirm(name.trim())
    setBusy(false)
    setProblem(found?.sentence ?? null)
  }
  return (
    <form onSubmit={(event) => void confirm(event)}>
      {props.sentence === undefined ? null : <p style={{ marginTop: 0 }}>{props.sentence}</p>}
      <TextInput label={props.label} value={name} error={problem} maxLength={200} data-autofocus onChange={(event) => setName(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} />
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 18 }}>
        <Button variant="default" onClick={props.onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy}>
          {props.confirmLabel}
        </Button>
      </div>
    </form>
  )
}
