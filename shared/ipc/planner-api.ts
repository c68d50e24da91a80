import type { MergeDecisions } from '../plan/merge-decisions'
import type { Part } from '../plan/part-schema'
import type { PlanDocument } from '../plan/plan-document'
import type { PlanStep } from '../plan/plan-history'
import type { PlanMerge } from '../plan/plan-merge'
import type { Result } from '../result'
import type { BackupListing, PlanListing, RevisionListing } from './plan-listing'

/** Why a verb could not do what was asked: a name for programs and a sentence for people. */
export type ApiProblem = {
  /**
   * One name for each way to fail: those of the library such as `disk-full` or `plan-missing`, of reading a file such as
   * `undecided-decimal-sign`, and `bad-argument`, `unknown-verb`, `not-in-this-host`, `source-unknown` and `internal`.
   */
  readonly kind: string
  /** What, where and what to do next. */
  readonly sentence: string
  /** Every single finding, where there are several; each is a sentence with its place. */
  readonly findings?: readonly string[]
}

/** The answer of every verb: JSON-safe both ways, never a thrown error. */
export type ApiAnswer<Value> = Promise<Result<Value, ApiProblem>>

/** What a window needs to know of the program around it. */
export type HostFacts = {
  /** Which host serves the window. */
  readonly kind: 'electron' | 'local-page'
  /** Version of Lodestock. */
  readonly appVersion: string
  /** Platform by Node's name: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** Today on the computer's calendar, `YYYY-MM-DD`. */
  readonly today: string
  /** Where the plan library lies. */
  readonly libraryPath: string
  /** Name of the user's account on this computer: plan files say it where the user has given no other; null where there is none. */
  readonly accountName: string | null
  /** What happened to a library that was damaged or gone, for the user to read; null when all was well. */
  readonly recoverySentence: string | null
  /** Verbs this host cannot do itself; the client does them by the browser's own means. */
  readonly missingVerbs: readonly PlannerVerb[]
}

/** Key of the setting that holds the name the user gave: it stands in the plan files they save. */
export const userNameKey = 'user-name'

/** What a step did: its place in the plan's journal, and what can be undone and redone now. */
export type StepReceipt = {
  /** Number of steps in the life of the plan; the sender of the next one names it. */
  readonly seq: number
  /** What Undo would take back, or null. */
  readonly undoLabel: string | null
  /** What Redo would do again, or null. */
  readonly redoLabel: string | null
  /** Whether the journal could not be written into the sections just now (a full disk); nothing is lost. */
  readonly isCheckpointDue: boolean
}

/** A plan without its parts. */
export type PlanHead = Omit<PlanDocument, 'parts'>

/** A plan with its place in its journal; its parts follow, asked for by slices, so that thousands of them hold up nobody. */
export type OpenedPlan = StepReceipt & {
  /** The plan as it is, without its parts. */
  readonly plan: PlanHead
  /** How many slices of parts there are to ask for. */
  readonly sliceCount: number
}

/** A plan with all its parts and its place in its journal. */
export type WholePlan = StepReceipt & {
  /** The plan as it is. */
  readonly plan: PlanDocument
}

/** A file as it crosses between window and host. */
export type FileContent = {
  /** Its name without a folder. */
  readonly fileName: string
  /** Its bytes in base 64; 48 MB of bytes at most. */
  readonly bytesBase64: string
}

/** A plan written as a file. */
export type WrittenPlanFile = FileContent & {
  /** What is not in the file as it is in the library, each a sentence; absent where all is. */
  readonly notices?: readonly string[]
}

/** What became of a dialog: cancelled is an answer, not a failure. */
export type ChosenFile = { readonly outcome: 'cancelled' } | ({ readonly outcome: 'chosen' } & FileContent)

/** What became of a save: written whole, or cancelled. */
export type SavedFile = { readonly outcome: 'cancelled' } | { readonly outcome: 'saved'; readonly fileName: string }

/** What a file is for; a host remembers the folder of each and offers the right endings. */
export type FilePurpose = 'plan' | 'table' | 'calendar' | 'report'

/** A plan read from a file and stored in the library. */
export type ImportedPlan = {
  /** The plan as it stands in the list. */
  readonly listing: PlanListing
  /** What was noticed while reading, each a sentence with its place. */
  readonly notices: readonly string[]
}

/** A colleague's plan file beside the plan it is of. */
export type ComparedPlanFile = {
  /** Every difference and what becomes of it. */
  readonly merge: PlanMerge
  /** What was noticed while reading, each a sentence with its place. */
  readonly notices: readonly string[]
}

/** A plan file to be merged with a plan. */
export type MergingFile = FileContent & {
  /** The plan it is merged into. */
  readonly planId: string
  /** Their parts that are taken for parts of this plan under another id; none where absent. */
  readonly joins?: readonly { readonly theirId: string; readonly myId: string }[]
  /** Whether only texts and notes are taken, because a spreadsheet of another region has changed the numbers. */
  readonly textsOnly?: boolean
}

/** What a verb takes and what it answers; a verb takes one JSON object. */
export type PlannerVerbs = {
  /** What the window needs to know of the program around it. */
  readonly hostFacts: { readonly takes: Record<never, never>; readonly answers: HostFacts }
  /** Every plan, trashed ones included, the one changed last first. */
  readonly plans: { readonly takes: Record<never, never>; readonly answers: readonly PlanListing[] }
  /** Stores a new plan: an empty one with default settings and scenarios, or the sample. */
  readonly createPlan: { readonly takes: { readonly title: string; readonly content: 'empty' | 'sample' }; readonly answers: PlanListing }
  /** Takes up a plan, with every acknowledged step; its parts are asked for with `planParts`. */
  readonly openPlan: { readonly takes: { readonly planId: string }; readonly answers: OpenedPlan }
  /** One slice of the parts of an open plan, from 0. Fails with `out-of-step` when the plan has taken a step since `seq`: open it again. */
  readonly planParts: { readonly takes: { readonly planId: string; readonly seq: number; readonly slice: number }; readonly answers: readonly Part[] }
  /** Takes one step in an open plan; the answer says it is durable. `expectedSeq` is the number of steps the sender knows of. */
  readonly applyStep: { readonly takes: { readonly planId: string; readonly step: PlanStep; readonly expectedSeq: number }; readonly answers: StepReceipt }
  /** Puts an open plan down. */
  readonly closePlan: { readonly takes: { readonly planId: string }; readonly answers: null }
  /** "Save": keeps the plan as it is now under a name, for good. */
  readonly nameRevision: { readonly takes: { readonly planId: string; readonly label: string }; readonly answers: RevisionListing }
  /** The revisions of a plan, the newest first. */
  readonly revisions: { readonly takes: { readonly planId: string }; readonly answers: readonly RevisionListing[] }
  /** The plan as it was in a revision. */
  readonly revisionPlan: { readonly takes: { readonly planId: string; readonly revisionId: number }; readonly answers: PlanDocument }
  /** Makes a plan what it was in a revision, and opens it: a new revision, and a step that can be undone. Also the way back for a plan whose latest state is damaged. */
  readonly restoreRevision: { readonly takes: { readonly planId: string; readonly revisionId: number }; readonly answers: OpenedPlan }
  /** Stores a copy of a plan under another title. */
  readonly duplicatePlan: { readonly takes: { readonly planId: string; readonly title: string }; readonly answers: PlanListing }
  /** Puts a plan into the trash, from where it can be recovered for 30 days. */
  readonly trashPlan: { readonly takes: { readonly planId: string }; readonly answers: null }
  /** Takes a plan out of the trash. */
  readonly recoverPlan: { readonly takes: { readonly planId: string }; readonly answers: PlanListing }
  /** Deletes a plan of the trash for good, with its revisions. */
  readonly purgePlan: { readonly takes: { readonly planId: string }; readonly answers: null }
  /**
   * Reads a plan file, a plan document or a plain parts table and stores what it holds as a plan. A table in which nothing
   * proves the decimal sign fails with `undecided-decimal-sign`: ask, and send the answer along.
   */
  readonly importPlanFile: { readonly takes: FileContent & { readonly decimal?: 'point' | 'comma' }; readonly answers: ImportedPlan }
  /** A plan, as it is or as it was in a revision, written as a plan file. */
  readonly planFile: {
    readonly takes: { readonly planId: string; readonly revisionId: number | null; readonly decimal: 'point' | 'comma' }
    readonly answers: WrittenPlanFile
  }
  /**
   * Compares a colleague's plan file with a plan, cell by cell; nothing is changed. A file whose numbers were changed by
   * a spreadsheet fails with `numbers-damaged`: ask, and send it again with `textsOnly`.
   */
  readonly comparePlanFile: { readonly takes: MergingFile; readonly answers: ComparedPlanFile }
  /** Merges it into an open plan as decided: one step that can be undone, and a revision with two parents. Fails with `undecided` while a conflict is open. */
  readonly mergePlanFile: {
    readonly takes: MergingFile & { readonly decisions: MergeDecisions; readonly expectedSeq: number }
    readonly answers: OpenedPlan & { readonly summary: string }
  }
  /** A value stored under a key, as JSON; null when there is none. */
  readonly setting: { readonly takes: { readonly key: string }; readonly answers: unknown }
  /** Stores a value under a key. */
  readonly storeSetting: { readonly takes: { readonly key: string; readonly value: unknown }; readonly answers: null }
  /** Files opened last, the newest first. */
  readonly recentFiles: { readonly takes: Record<never, never>; readonly answers: readonly { readonly path: string; readonly openedAt: number }[] }
  /** Lets the user choose a file and reads it. */
  readonly chooseFile: { readonly takes: { readonly purpose: FilePurpose }; readonly answers: ChosenFile }
  /** Lets the user say where a file goes and writes it whole. */
  readonly saveFile: { readonly takes: FileContent & { readonly purpose: FilePurpose }; readonly answers: SavedFile }
  /** Prints what the window shows into a PDF of the user's choice. */
  readonly printToPdf: { readonly takes: { readonly fileName: string }; readonly answers: SavedFile }
  /** The backups of the library, the newest first. */
  readonly backups: { readonly takes: Record<never, never>; readonly answers: readonly BackupListing[] }
  /** Makes a backup now, in place of an earlier one of the same day, and answers its path. */
  readonly backUp: { readonly takes: Record<never, never>; readonly answers: { readonly path: string } }
  /**
   * Puts one of the listed backups in the place of the library; what was there is set aside in the answered folder.
   * Plans that were open are put down: the window lists them anew.
   */
  readonly restoreBackup: { readonly takes: { readonly path: string }; readonly answers: { readonly replacedFolder: string } }
  /** Shows the folder of the library in the system's file manager. */
  readonly showLibraryFolder: { readonly takes: Record<never, never>; readonly answers: null }
  /** Opens a source of a policy fact in the user's browser; only addresses that the built-in facts name, or https addresses of an open plan. */
  readonly openSource: { readonly takes: { readonly url: string }; readonly answers: null }
}

/** The name of a verb. */
export type PlannerVerb = keyof PlannerVerbs

/** What an open window does on its host's behalf. */
export type HostEvent =
  /** The user chose an entry of the native menu. */
  | { readonly kind: 'menu'; readonly command: MenuCommand }
  /** The user opened a file from the system: a double click, a second start with a file. */
  | { readonly kind: 'open-file'; readonly file: FileContent }
  /** The window is about to close: what stands in an open field is to be kept. */
  | { readonly kind: 'closing' }

/** Entries of the native menu that the window carries out. */
export const menuCommands = ['new-plan', 'open-sample', 'import-file', 'save-revision', 'export-plan', 'print', 'close-plan', 'undo', 'redo', 'find', 'command-palette', 'settings', 'shortcuts', 'help'] as const
/** An entry of the native menu that the window carries out. */
export type MenuCommand = (typeof menuCommands)[number]

/** What a window can ask of its host, a function a verb; every host binds the same. */
export type PlannerApi = {
  readonly [Verb in PlannerVerb]: (argument: PlannerVerbs[Verb]['takes']) => ApiAnswer<PlannerVerbs[Verb]['answers']>
} & {
  /** Tells the listener what the host wants of the window; answers how to stop it. Hosts without events never call it. */
  readonly onHostEvent: (listener: (event: HostEvent) => void) => () => void
}
