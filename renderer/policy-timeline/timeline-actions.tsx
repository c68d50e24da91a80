import { Button, Menu } from '@mantine/core'
import { IconDotsVertical, IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import type { EventPlace } from '../../shared/plan/timeline-gestures'
import { useScenarioBranches } from './use-scenario-branches'

/** What can be done with the timeline as a whole. */
export type TimelineActs = { readonly check: () => void; readonly resetEvents: () => void; readonly resetScenarios: () => void }

function TimelineActionsView(props: { readonly onAdd: (place: EventPlace) => void; readonly acts: TimelineActs; readonly isBuiltIn: boolean }) {
  const { onAdd, acts, isBuiltIn } = props
  const scenarios = useScenarioBranches()
  return (
    <>
      <Button variant="default" onClick={acts.check}>
        Facts checked today
      </Button>
      <Menu>
        <Menu.Target>
          <Button leftSection={<IconPlus size={16} aria-hidden />}>Add event</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAdd({ kind: 'common' })}>To the common timeline</Menu.Item>
          <Menu.Label>To a scenario</Menu.Label>
          {scenarios.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => onAdd({ kind: 'scenario', scenarioId: id })}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Button variant="default" px={8} aria-label="More for the timeline">
            <IconDotsVertical size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isBuiltIn} onClick={acts.resetEvents}>
            Reset events to the built-in facts
          </Menu.Item>
          <Menu.Item onClick={acts.resetScenarios}>Reset scenarios to the built-in ones</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** The buttons above the policy timeline. */
export const TimelineActions = memo(TimelineActionsView)
