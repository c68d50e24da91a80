/** Runs in the window before the page, sandboxed: gives the page the functions of the contract and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import type { HostEvent, PlannerApi, PlannerVerb } from '../shared/ipc/planner-api'
import { closedUpChannel, hostEventChannel, verbChannel } from './ipc-channels'

// The part of the page's document that is needed here; this project has no types of a browser.
declare const document: {
  readonly activeElement: { readonly tagName: string; readonly type?: string; readonly isContentEditable: boolean; readonly blur: () => void } | null
  readonly execCommand: (command: 'undo' | 'redo') => boolean
}

type Listener = (event: HostEvent) => void

const listeners = new Set<Listener>()
// What the host said before the page began to listen.
let unheard: HostEvent[] = []

function ask<Verb extends PlannerVerb>(verb: Verb): PlannerApi[Verb] {
  const channel = verbChannel(verb)
  return ((argument: unknown) => ipcRenderer.invoke(channel, argument)) as PlannerApi[Verb]
}

const planner = {
  hostFacts: ask('hostFacts'),
  plans: ask('plans'),
  createPlan: ask('createPlan'),
  openPlan: ask('openPlan'),
  planParts: ask('planParts'),
  applyStep: ask('applyStep'),
  closePlan: ask('closePlan'),
  nameRevision: ask('nameRevision'),
  revisions: ask('revisions'),
  revisionPlan: ask('revisionPlan'),
  restoreRevision: ask('restoreRevision'),
  duplicatePlan: ask('duplicatePlan'),
  trashPlan: ask('trashPlan'),
  recoverPlan: ask('recoverPlan'),
  purgePlan: ask('purgePlan'),
  importPlanFile: ask('importPlanFile'),
  planFile: ask('planFile'),
  comparePlanFile: ask('comparePlanFile'),
  mergePlanFile: ask('mergePlanFile'),
  setting: ask('setting'),
  storeSetting: ask('storeSetting'),
  recentFiles: ask('recentFiles'),
  chooseFile: ask('chooseFile'),
  saveFile: ask('saveFile'),
  printToPdf: ask('printToPdf'),
  backups: ask('backups'),
  backUp: ask('backUp'),
  restoreBackup: ask('restoreBackup'),
  showLibraryFolder: ask('showLibraryFolder'),
  openSource: ask('openSource'),
  onHostEvent: (listener: Listener) => {
    listeners.add(listener)
    const waiting = unheard
    unheard = []
    for (const event of waiting) listener(event)
    return () => void listeners.delete(listener)
  },
} satisfies PlannerApi

// The page never sees Electron's own event, which would lead it to the sender.
ipcRenderer.on(hostEventChannel, (_event, hostEvent: HostEvent) => {
  if (hostEvent.kind === 'menu' && (hostEvent.command === 'undo' || hostEvent.command === 'redo') && isTextField()) {
    document.execCommand(hostEvent.command)
    return
  }
  if (listeners.size === 0 && hostEvent.kind !== 'closing') unheard.push(hostEvent)
  for (const listener of listeners) listener(hostEvent)
  if (hostEvent.kind === 'closing') closeUp()
})

/** Lets an open field commit what was typed, then says that the window may go. */
function closeUp(): void {
  document.activeElement?.blur()
  // Two turns: a page that reacts to the blur in its next turn has sent its step by then.
  setTimeout(() => setTimeout(() => ipcRenderer.send(closedUpChannel), 0), 0)
}

/** Whether the user is typing: Undo then means the text. */
function isTextField(): boolean {
  const element = document.activeElement
  if (element === null) return false
  const isInput = element.tagName === 'INPUT' && !['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'].includes(element.type ?? '')
  return isInput || element.tagName === 'TEXTAREA' || element.isContentEditable
}

contextBridge.exposeInMainWorld('planner', planner)
