import { Accordion, Badge, Button } from '@mantine/core'
import { memo, useState } from 'react'
import { useFormats } from '../ui/app-context'
import classes from './actions.module.css'
import type { AttentionGroup } from './attention-groups'

const rowsAtATime = 50

function AttentionPanelView(props: { readonly groups: readonly AttentionGroup[]; readonly onOpenPart: (partId: string) => void }) {
  const formats = useFormats()
  const [open, setOpen] = useState<string[]>(['problem', 'short'])
  return (
    <section aria-labelledby="attention-heading" className={classes.card}>
      <h2 id="attention-heading" className={classes.heading}>
        What deserves a look
      </h2>
      {props.groups.length === 0 ? (
        <p className={classes.note}>Nothing stands out: every ERP level gives the service wanted, and no part is in danger.</p>
      ) : (
        <Accordion multiple value={open} onChange={setOpen} keepMounted={false} order={3}>
          {props.groups.map((group) => (
            <Accordion.Item key={group.id} value={group.id}>
              <Accordion.Control data-attention={group.id}>
                <span className={classes.groupTitle}>
                  {group.title}{' '}
                  <Badge variant="light" color="gray" className={classes.badge}>
                    {formats.whole(group.rows.length)}
                  </Badge>
                </span>
                <span className={classes.description}>{group.hint}</span>
              </Accordion.Control>
              <Accordion.Panel>
                <GroupRows group={group} onOpenPart={props.onOpenPart} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </section>
  )
}

/** Parts that deserve a look, by reason; each leads to its part. */
export const AttentionPanel = memo(AttentionPanelView)

/** Leads to a group of the panel, and opens it. */
export function showAttentionGroup(groupId: string): void {
  const control = document.querySelector<HTMLElement>(`[data-attention="${groupId}"]`)
  if (control?.getAttribute('aria-expanded') === 'false') control.click()
  control?.focus({ preventScroll: true })
  control?.scrollIntoView({ block: 'start' })
}

function GroupRows({ group, onOpenPart }: { readonly group: AttentionGroup; readonly onOpenPart: (partId: string) => void }) {
  const formats = useFormats()
  const [most, setMost] = useState(rowsAtATime)
  return (
    <>
      <ul className={classes.rows}>
        {group.rows.slice(0, most).map(({ part, sentence, factIds }) => (
          <li key={`${part.id}${sentence}`}>
            <button type="button" className={classes.part} onClick={() => onOpenPart(part.id)}>
              {part.partNumber}
            </button>
            <span>{sentence}</span>
            {factIds.length > 0 && <span className={classes.facts}>{factIds.join(', ')}</span>}
          </li>
        ))}
      </ul>
      {group.rows.length > most && (
        <Button variant="subtle" size="xs" onClick={() => setMost(most + rowsAtATime)}>
          Show more: {formats.whole(group.rows.length - most)} are left
        </Button>
      )}
    </>
  )
}
