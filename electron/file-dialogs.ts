import { dialog, type BaseWindow, type BrowserWindow, type FileFilter } from 'electron'
import { join } from 'node:path'
import type { FilePurpose } from '../shared/ipc/planner-api'
import type { PlannerDialogs } from './services/planner-host'

/** Endings offered to open; a plan's own comes first. */
const openFilters: Readonly<Record<FilePurpose, readonly FileFilter[]>> = {
  plan: [{ name: 'Plans and tables', extensions: ['lodestock', 'csv', 'json', 'txt', 'tsv', 'xlsx'] }],
  table: [{ name: 'Tables', extensions: ['csv', 'txt', 'tsv', 'xlsx'] }],
  calendar: [{ name: 'Calendars', extensions: ['ics'] }],
  report: [{ name: 'Reports', extensions: ['pdf'] }],
}

const everything: FileFilter = { name: 'All files', extensions: ['*'] }

/** The system's dialogs, as sheets of the planner's window. */
export function fileDialogs(windowOf: () => BrowserWindow | null): PlannerDialogs {
  return {
    fileToOpen: async ({ purpose, folder }) => {
      const options = { properties: ['openFile' as const], filters: [...openFilters[purpose], everything], ...(folder === null ? {} : { defaultPath: folder }) }
      const { canceled, filePaths } = await dialog.showOpenDialog(...onWindow(windowOf(), options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    placeToSave: async ({ fileName, folder }) => {
      // The ending is the file's own: a dialog that adds another would make `orders.csv.csv`.
      const ending = fileName.split('.').at(-1) ?? ''
      const filters = ending === '' ? [everything] : [{ name: `${ending.toUpperCase()} file`, extensions: [ending] }, everything]
      const options = { defaultPath: folder === null ? fileName : join(folder, fileName), filters, properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const] }
      const { canceled, filePath } = await dialog.showSaveDialog(...onWindow(windowOf(), options))
      return canceled || filePath === '' ? null : filePath
    },
    windowAsPdf: async () => {
      const window = windowOf()
      if (window === null) throw new Error('there is no window to print')
      return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true })
    },
  }
}

// Without a window the dialog stands alone; the functions tell the two apart by their first argument.
function onWindow<Options>(window: BrowserWindow | null, options: Options): [BaseWindow, Options] {
  return window === null ? ([options] as unknown as [BaseWindow, Options]) : [window, options]
}
