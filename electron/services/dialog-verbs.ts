import { basename, dirname } from 'node:path'
import type { ApiProblem, FilePurpose, PlannerVerb, PlannerVerbs, SavedFile } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'
import { writeFileWhole } from '../files/write-file'
import type { PlanLibrary } from '../storage/plan-library'
import { bytesOf, fileContentAt, fileProblem } from './file-content'
import type { PlannerDialogs, PlannerHost } from './planner-host'

type DialogVerb = Extract<PlannerVerb, 'chooseFile' | 'saveFile' | 'printToPdf' | 'showLibraryFolder'>
type DialogVerbs = { readonly [Verb in DialogVerb]: (argument: PlannerVerbs[Verb]['takes']) => Promise<Result<PlannerVerbs[Verb]['answers'], ApiProblem>> }

/** The verbs that show the user something of the system's: they remember the folder of each purpose in the library. */
export function dialogVerbs(library: Pick<PlanLibrary, 'path' | 'setting' | 'storeSetting' | 'noteRecentFile'>, host: PlannerHost): DialogVerbs {
  const rememberedFolder = (purpose: FilePurpose): string | null => {
    const stored = library.setting(folderKey(purpose))
    return stored.ok && typeof stored.value === 'string' ? stored.value : null
  }
  // A folder that could not be remembered is no reason to fail: the dialog then begins elsewhere.
  const remember = (purpose: FilePurpose, path: string): void => void library.storeSetting(folderKey(purpose), dirname(path))

  const saved = async (of: { readonly purpose: FilePurpose; readonly fileName: string; readonly bytes: () => Promise<Uint8Array> }): Promise<Result<SavedFile, ApiProblem>> => {
    const { purpose, fileName } = of
    const path = await dialogsOf(host).placeToSave({ purpose, fileName, folder: rememberedFolder(purpose) })
    if (path === null) return succeeded({ outcome: 'cancelled' })
    try {
      await writeFileWhole(path, await of.bytes())
    } catch (error) {
      return failed(fileProblem(path, error))
    }
    remember(purpose, path)
    if (purpose === 'plan') library.noteRecentFile(path)
    return succeeded({ outcome: 'saved', fileName: basename(path) })
  }

  return {
    chooseFile: async ({ purpose }) => {
      const path = await dialogsOf(host).fileToOpen({ purpose, folder: rememberedFolder(purpose) })
      if (path === null) return succeeded({ outcome: 'cancelled' })
      const content = await fileContentAt(path)
      if (!content.ok) return content
      remember(purpose, path)
      if (purpose === 'plan') library.noteRecentFile(path)
      return succeeded({ outcome: 'chosen', ...content.value })
    },
    saveFile: async ({ purpose, ...content }) => {
      const bytes = bytesOf(content)
      return bytes.ok ? saved({ purpose, fileName: content.fileName, bytes: async () => bytes.value }) : bytes
    },
    printToPdf: ({ fileName }) => saved({ purpose: 'report', fileName, bytes: () => dialogsOf(host).windowAsPdf() }),
    showLibraryFolder: async () => {
      if (host.showInFolder === null) throw new Error('this host shows no folders')
      await host.showInFolder(library.path)
      return succeeded(null)
    },
  }
}

function folderKey(purpose: FilePurpose): string {
  return `folder.${purpose}`
}

function dialogsOf(host: PlannerHost): PlannerDialogs {
  if (host.dialogs === null) throw new Error('this host has no dialogs')
  return host.dialogs
}
