import type { FilePurpose, HostFacts, PlannerVerb } from '../../shared/ipc/planner-api'

/** What the services need of the program around them. Paths stay on this side: a window sees file names only. */
export type PlannerHost = {
  readonly kind: HostFacts['kind']
  /** The system's dialogs and the window's printing; null where the browser does all this itself. */
  readonly dialogs: PlannerDialogs | null
  /** Shows a file in the system's file manager; null where that cannot be done. */
  readonly showInFolder: ((path: string) => Promise<void>) | null
  /** Opens an address, which has been checked, in the user's browser. */
  readonly openAddress: (url: string) => Promise<void>
  /** Notes a fault of ours; no plan content. */
  readonly logFault: (error: unknown) => void
}

/** The system's dialogs; null stands for cancelled. */
export type PlannerDialogs = {
  /** The file the user chooses, beginning in a folder or where the system likes. */
  readonly fileToOpen: (of: { readonly purpose: FilePurpose; readonly folder: string | null }) => Promise<string | null>
  /** Where the user wants a file to go; the dialog asks before it lets another be replaced. */
  readonly placeToSave: (of: { readonly purpose: FilePurpose; readonly folder: string | null; readonly fileName: string }) => Promise<string | null>
  /** What the window shows, as a PDF. */
  readonly windowAsPdf: () => Promise<Uint8Array>
}

/** The verbs a host cannot do; its windows do them by the browser's own means. */
export function missingVerbs(host: PlannerHost): readonly PlannerVerb[] {
  return [...(host.dialogs === null ? (['chooseFile', 'saveFile', 'printToPdf'] as const) : []), ...(host.showInFolder === null ? (['showLibraryFolder'] as const) : [])]
}
