import { Menu } from 'electron'
import { menuTemplate, type MenuActions, type MenuFacts } from './menu-template'

/** Builds the menu and shows it. */
export function showApplicationMenu(facts: MenuFacts, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)))
}
