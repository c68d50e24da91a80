import type { Command } from '../ui/commands'

const offered = '#screen :is(.mantine-Button-root, .mantine-ActionIcon-root, [role="tab"])'
// What belongs to one row among many, or to a form that is being filled in, makes no sense without it.
const ofSomethingSmaller = 'table, [role="grid"], li, form, [role="alert"]'
// The palette gives the focus back when it has closed; what was pressed before that would lose it again.
const afterClosingMilliseconds = 180

/**
 * The buttons and views of the open screen as commands, so that the palette knows each of them without being told.
 *
 * @param labels names of commands that are on offer already
 */
export function screenActions(labels: ReadonlySet<string>): readonly Command[] {
  const found = new Map<string, HTMLElement>()
  for (const element of document.querySelectorAll<HTMLElement>(offered)) {
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
    const isOff = element.matches(':disabled, [aria-disabled="true"], [aria-selected="true"]') || !element.checkVisibility()
    if (name === '' || isOff || labels.has(name) || found.has(name) || element.closest(ofSomethingSmaller) !== null) continue
    found.set(name, element)
  }
  return [...found].map(([name, element]) => ({
    id: `screen-action-${name}`,
    label: name,
    group: 'On this screen',
    run: () => {
      setTimeout(() => {
        element.focus()
        element.click()
      }, afterClosingMilliseconds)
    },
  }))
}
