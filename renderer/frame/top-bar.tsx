import { ActionIcon, Button, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconCommand, IconDeviceDesktop, IconHelp, IconMoon, IconSettings, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useApp } from '../ui/app-context'
import { storeAppearance, type Appearance } from '../ui/appearance'
import { runCommand, shortcutText } from '../ui/commands'
import classes from './top-bar.module.css'

/** The bar above a screen: what belongs to the plan on the left, what belongs to the program on the right. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  return (
    <section className={classes.bar} aria-label="Plan and program">
      <div className={classes.plan}>{children}</div>
      <div className={classes.tools}>
        <Tooltip label={`Everything Lodestock can do (${shortcutText('mod+k')})`}>
          <Button variant="default" size="xs" data-tour="commands" leftSection={<IconCommand size={15} aria-hidden />} className={`${classes.palette} ${classes.labelled}`} onClick={() => runCommand('command-palette')}>
            <span className={classes.label}>Commands</span>
          </Button>
        </Tooltip>
        <Tooltip label={`Help (${shortcutText('f1')})`}>
          <ActionIcon variant="default" size={30} aria-label="Help" onClick={() => runCommand('help')}>
            <IconHelp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {children === undefined && (
          <Tooltip label={`Settings of Lodestock (${shortcutText('mod+,')})`}>
            <ActionIcon variant="default" size={30} aria-label="Settings of Lodestock" onClick={() => runCommand('settings')}>
              <IconSettings size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <AppearanceMenu />
      </div>
    </section>
  )
}

const choices: readonly (readonly [appearance: Appearance, label: string, icon: typeof IconSun])[] = [
  ['light', 'Light', IconSun],
  ['dark', 'Dark', IconMoon],
  ['auto', 'As the system', IconDeviceDesktop],
]

function AppearanceMenu() {
  const { client } = useApp()
  // Without transitions being held back: that would put a <style> element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const Icon = choices.find(([appearance]) => appearance === colorScheme)?.[2] ?? IconSun
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Appearance">
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label="Appearance">
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const appearance = value as Appearance
            setColorScheme(appearance)
            storeAppearance(client, appearance)
          }}
        >
          {choices.map(([appearance, label, ChoiceIcon]) => (
            <Menu.RadioItem key={appearance} value={appearance} closeMenuOnClick rightSection={<ChoiceIcon size={15} aria-hidden />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
