import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { noticeDone } from '../ui/notices'

/** Asks for a name and keeps the plan as it is now under it. */
export function SaveVersionDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Save a version">
      <SaveVersionForm onClose={onClose} />
    </Modal>
  )
}

function SaveVersionForm({ onClose }: { readonly onClose: () => void }) {
  const store = usePlanStore()
  const { client, hostFacts, formats } = useApp()
  const [label, setLabel] = useState(`As of ${formats.date(hostFacts.today)}`)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (label.trim() === '') {
      setProblem('Enter a name, such as the meeting it was made for.')
      return
    }
    await store.settled()
    const answer = await client.nameRevision({ planId: store.planId, label: label.trim() })
    if (!answer.ok) {
      setProblem(answer.problem.sentence)
      return
    }
    noticeDone(`Saved “${label.trim()}”. You find it in the plan’s history.`)
    onClose()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <p style={{ marginTop: 0 }}>Every change is kept at once. A version keeps the plan as it is now under a name, so that you can return to it or compare with it.</p>
      <TextInput label="Name" value={label} error={problem} maxLength={200} data-autofocus onChange={(event) => setLabel(event.currentTarget.value)} />
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 16 }}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Save</Button>
      </div>
    </form>
  )
}
