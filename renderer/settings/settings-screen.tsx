import { Button, Tabs } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useMemo } from 'react'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useRunCommand } from '../plan/use-run-command'
import { useCommands, type Command } from '../ui/commands'
import { PageHeader } from '../ui/page-header'
import { navigate, useRoute } from '../ui/route'
import { PlanSettingsForm } from './plan-settings-form'
import { ProgramSettings } from './program-settings'
import { changedSettings } from './resettable-settings'
import classes from './settings.module.css'

/** What the plan takes for granted, and what belongs to the program on this computer. */
export function SettingsScreen() {
  const store = usePlanStore()
  const run = useRunCommand()
  const route = useRoute()
  const settings = usePlan((plan) => plan.settings)
  const changed = useMemo(() => changedSettings(settings), [settings])
  const place = 'place' in route && route.place === 'program' ? 'program' : 'plan'
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'settings-reset', label: 'Reset the plan’s numbers to the defaults', group: 'Settings', run: () => (changed === null ? undefined : run({ kind: 'change-settings', fields: changed }, { label: 'Reset the settings', done: 'The numbers are the defaults again. Undo takes it back.' })) },
        { id: 'settings-program', label: 'Show library, backups and appearance', group: 'Settings', run: () => navigate({ screen: 'settings', planId: store.planId, place: 'program' }) },
      ],
      [changed, run, store],
    ),
  )
  return (
    <>
      <PageHeader
        title="Settings"
        sentence={place === 'plan' ? 'What this plan takes for granted. Every change is kept at once and can be undone on its own.' : 'What belongs to Lodestock on this computer, for all plans.'}
        actions={
          place === 'plan' ? (
            <Button
              variant="default"
              leftSection={<IconRestore size={16} aria-hidden />}
              disabled={changed === null}
              onClick={() => (changed === null ? undefined : run({ kind: 'change-settings', fields: changed }, { label: 'Reset the settings', done: 'The numbers are the defaults again. Undo takes it back.' }))}
            >
              Reset to defaults
            </Button>
          ) : undefined
        }
      />
      <Tabs value={place} onChange={(value) => navigate({ screen: 'settings', planId: store.planId, place: value ?? 'plan' })} keepMounted={false}>
        <Tabs.List aria-label="Settings">
          <Tabs.Tab value="plan">This plan</Tabs.Tab>
          <Tabs.Tab value="program">Lodestock on this computer</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan" className={classes.panel}>
          <PlanSettingsForm />
        </Tabs.Panel>
        <Tabs.Panel value="program" className={classes.panel}>
          <ProgramSettings beforeRestore={store.settled} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
