import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconCircleCheck, IconClockHour4, IconDeviceFloppy } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { PlannerApi } from '../../shared/ipc/planner-api'
import { planScreens } from '../screens'
import { usePlanState, usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { shortcutText, useCommands, type Command } from '../ui/commands'
import { noticeProblem } from '../ui/notices'
import { pdfFileName } from '../ui/pdf-file-name'
import { navigate } from '../ui/route'
import { CalculationNotice } from './calculation-notice'
import { SaveVersionDialog } from './save-version-dialog'
import classes from './top-bar.module.css'

/** The bar of an open plan: its title and planning date, whether everything is kept, undo, redo, and saving a version. */
export function PlanBar() {
  const store = usePlanStore()
  const { client, formats } = useApp()
  const title = usePlanState(({ plan }) => plan.title)
  const planningDate = usePlanState((state) => state.planningDate)
  const isToday = usePlanState(({ plan }) => plan.settings.planningDate === null)
  const undoLabel = usePlanState((state) => state.undoLabel)
  const redoLabel = usePlanState((state) => state.redoLabel)
  const isKept = usePlanState(({ unconfirmedSteps, isReloading }) => unconfirmedSteps === 0 && !isReloading)
  const notice = usePlanState((state) => state.notice)
  const [isSaving, setSaving] = useState(false)
  const { planId } = store

  useEffect(() => {
    if (notice === null) return
    noticeProblem(notice)
    store.clearNotice()
  }, [notice, store])

  useCommands(
    useMemo(
      (): readonly Command[] => [
        ...planScreens
          .filter(({ id, isHidden }) => isHidden !== true && id !== 'settings')
          .map(({ id, label }) => ({ id: `go-${id}`, label: `Go to ${label}`, group: 'Go to', run: () => navigate({ screen: id, planId }) })),
        { id: 'undo', label: undoLabel === null ? 'Undo' : `Undo: ${undoLabel}`, group: 'Plan', shortcut: 'mod+z', run: store.undo },
        { id: 'redo', label: redoLabel === null ? 'Redo' : `Redo: ${redoLabel}`, group: 'Plan', shortcut: 'mod+shift+z', alsoShortcut: 'mod+y', run: store.redo },
        { id: 'save-revision', label: 'Save a version', description: 'Keeps the plan as it is now under a name, for good', group: 'Plan', shortcut: 'mod+s', run: () => setSaving(true) },
        { id: 'import-file', label: 'Import a file into this plan', group: 'Plan', run: () => navigate({ screen: 'import', planId }) },
        { id: 'export-plan', label: 'Export tables or the whole plan', group: 'Plan', shortcut: 'mod+shift+s', run: () => navigate({ screen: 'export', planId }) },
        { id: 'print', label: 'Print what the window shows', description: 'As a PDF; the Report screen holds the whole plan for sign-off', group: 'Plan', run: () => void printed(client, title) },
        { id: 'close-plan', label: 'Close the plan', group: 'Plan', run: () => navigate({ screen: 'plans' }) },
      ],
      [store, planId, undoLabel, redoLabel, client, title],
    ),
  )

  return (
    <>
      <span className={classes.title} title={title}>
        {title}
      </span>
      <span className={classes.date}>
        Planned for {formats.date(planningDate)}
        {isToday ? ' (today)' : ''}
      </span>
      <span className={classes.kept} role="status">
        {isKept ? <IconCircleCheck size={15} aria-hidden /> : <IconClockHour4 size={15} aria-hidden />}
        {isKept ? 'All changes kept' : 'Keeping …'}
      </span>
      <CalculationNotice />
      <span style={{ display: 'inline-flex', gap: 4, marginInlineStart: 'auto' }}>
        <Tooltip label={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel} (${shortcutText('mod+z')})`}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={undoLabel === null ? 'Undo' : `Undo: ${undoLabel}`} aria-disabled={undoLabel === null} className={classes.step ?? ''} onClick={store.undo}>
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel} (${shortcutText('mod+shift+z')})`}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={redoLabel === null ? 'Redo' : `Redo: ${redoLabel}`} aria-disabled={redoLabel === null} className={classes.step ?? ''} onClick={store.redo}>
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" size="xs" data-tour="versions" className={classes.labelled ?? ''} leftSection={<IconDeviceFloppy size={15} aria-hidden />} onClick={() => setSaving(true)}>
          <span className={classes.label}>Save a version</span>
        </Button>
      </span>
      <SaveVersionDialog isOpen={isSaving} onClose={() => setSaving(false)} />
    </>
  )
}

async function printed(client: Pick<PlannerApi, 'printToPdf'>, title: string): Promise<void> {
  const answer = await client.printToPdf({ fileName: pdfFileName(title) })
  if (!answer.ok) noticeProblem(answer.problem)
}
