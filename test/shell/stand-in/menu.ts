import type { MenuItemConstructorOptions } from 'electron'
import { StandInBrowserWindow } from './browser-window'
import { notRepresented, represented, RepresentedEmitter, requireKnownOptions } from './represented'

const roles = new Set(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll', 'minimize', 'close', 'quit', 'togglefullscreen', 'resetZoom', 'zoomIn', 'zoomOut', 'toggleDevTools', 'reload', 'forceReload', 'appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'about', 'services', 'hide', 'hideOthers', 'unhide', 'front', 'window', 'zoom', 'recentDocuments', 'clearRecentDocuments'])
const modifiers = new Set(['CmdOrCtrl', 'CommandOrControl', 'Ctrl', 'Control', 'Cmd', 'Command', 'Alt', 'Option', 'Shift', 'Super', 'Meta'])

/** One entry of a menu. */
export class StandInMenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: StandInMenu | null
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly options: MenuItemConstructorOptions

  constructor(options: MenuItemConstructorOptions) {
    requireKnownOptions(options, ['id', 'label', 'role', 'type', 'accelerator', 'submenu', 'click', 'enabled', 'visible', 'checked'], 'MenuItemConstructorOptions')
    if (options.role !== undefined && !roles.has(options.role)) throw notRepresented(`the role '${options.role}'`)
    if (options.accelerator !== undefined && options.accelerator !== null) requireAccelerator(options.accelerator)
    this.options = options
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.accelerator = options.accelerator ?? undefined
    this.submenu = Array.isArray(options.submenu) ? new StandInMenu(options.submenu) : null
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    return represented(this, 'MenuItem')
  }

  /** What choosing the entry does; what a role does is the system's. */
  click(): void {
    if (!this.enabled) return
    if (this.options.click === undefined) throw notRepresented(`clicking the menu entry '${this.label}', whose action is the system's`)
    this.options.click(this as never, (StandInBrowserWindow.getFocusedWindow() ?? undefined) as never, {} as never)
  }
}

let applicationMenu: StandInMenu | null = null

/** `Menu` of Electron: kept, not shown. */
export class StandInMenu extends RepresentedEmitter {
  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): StandInMenu {
    return new StandInMenu(template)
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu
  }

  readonly items: StandInMenuItem[]

  constructor(template: readonly MenuItemConstructorOptions[] = []) {
    super('Menu', ['menu-will-show', 'menu-will-close'])
    this.items = template.map((options) => new StandInMenuItem(options))
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

function requireAccelerator(accelerator: string): void {
  const keys = accelerator.split('+')
  const key = keys.pop() ?? ''
  const isKey = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|[,./;'[\]\\=-])$/.test(key)
  if (!isKey || keys.some((one) => !modifiers.has(one))) throw new Error(`stand-in electron: '${accelerator}' is no accelerator`)
}
