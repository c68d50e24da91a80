import type { ApiProblem, ChosenFile, FilePurpose, PlannerApi, PlannerVerb, PlannerVerbs, SavedFile } from '../shared/ipc/planner-api'
import { plannerVerbs } from '../shared/ipc/planner-arguments'
import { failed, succeeded, type Result } from '../shared/result'
import { bytesOfBase64, fileContentOf } from './ui/file-content'

declare global {
  interface Window {
    /** What the preload script of the desktop window exposes. */
    readonly planner?: PlannerApi
  }
}

const tokenKey = 'lodestock-token'
const heartbeatMs = 10_000

/** Files the picker offers for each purpose. */
const accepted: Readonly<Record<FilePurpose, string>> = {
  plan: '.lodestock,.csv,.txt,.tsv,.xlsx,text/csv',
  table: '.csv,.txt,.tsv,.xlsx,text/csv',
  calendar: '.ics',
  report: '.pdf',
}

/**
 * The planner's services as this window reaches them: through the preload script of the desktop window, or through
 * the local page's endpoint. What the host cannot do is done by the browser's own means.
 */
export async function plannerClient(): Promise<PlannerApi> {
  const client = window.planner ?? (await localPageClient())
  const facts = await client.hostFacts({})
  // A library that is only read gives no facts, and its plans are saved as files all the same.
  const missing = facts.ok ? facts.value.missingVerbs : window.planner === undefined ? (['saveFile'] as const) : []
  return withBrowserMeans(client, missing)
}

async function localPageClient(): Promise<PlannerApi> {
  const token = await takenToken()
  const call = async (verb: PlannerVerb, argument: unknown): Promise<Result<never, ApiProblem>> => {
    try {
      const response = await fetch(`/api/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(argument),
      })
      if (response.headers.get('content-type')?.startsWith('application/json') === true) return (await response.json()) as Result<never, ApiProblem>
      return failed(refusedProblem(response.status))
    } catch {
      return failed({ kind: 'host-gone', sentence: 'Lodestock no longer answers: its program was stopped. Start it again with npm start; every change it had confirmed is kept.' })
    }
  }
  const heartbeat = (): void => void call('heartbeat' as PlannerVerb, {})
  heartbeat()
  setInterval(heartbeat, heartbeatMs)
  const verbs = Object.fromEntries(plannerVerbs.map((verb) => [verb, (argument: unknown) => call(verb, argument)]))
  return { ...verbs, onHostEvent: () => () => {} } as unknown as PlannerApi
}

function refusedProblem(status: number): ApiProblem {
  if (status === 401) return { kind: 'not-allowed', sentence: 'This page was opened without its key. Open the address that Lodestock printed when it was started.' }
  return { kind: 'host-refused', sentence: `Lodestock refused the request (status ${status}). Reload the page; if it happens again, restart Lodestock.` }
}

/** The key of the page: taken from the address once, or got for the code in it, kept for this tab, and removed from the address bar. */
async function takenToken(): Promise<string> {
  const address = new URLSearchParams(window.location.hash.slice(1))
  const code = address.get('code')
  if (address.size > 0) window.history.replaceState(null, '', window.location.pathname)
  const given = code === null ? address.get('token') : await tokenFor(code)
  if (given !== null) sessionStorage.setItem(tokenKey, given)
  return given ?? sessionStorage.getItem(tokenKey) ?? ''
}

/** The key for the code with which Lodestock opened this page; null when the code is no longer good. */
async function tokenFor(code: string): Promise<string | null> {
  try {
    const response = await fetch('/api/key', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
    return response.ok ? ((await response.json()) as { readonly value: string }).value : null
  } catch {
    return null
  }
}

function withBrowserMeans(client: PlannerApi, missingVerbs: readonly PlannerVerb[]): PlannerApi {
  const missing = new Set(missingVerbs)
  return {
    ...client,
    ...(missing.has('chooseFile') ? { chooseFile: pickedFile } : {}),
    ...(missing.has('saveFile') ? { saveFile: downloadedFile } : {}),
    ...(missing.has('printToPdf') ? { printToPdf: printedPage } : {}),
    ...(missing.has('openSource') ? { openSource: openedSource } : {}),
  }
}

async function pickedFile({ purpose }: PlannerVerbs['chooseFile']['takes']): Promise<Result<ChosenFile, ApiProblem>> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accepted[purpose]
  const file = await new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
  if (file === null) return succeeded({ outcome: 'cancelled' })
  const content = await fileContentOf(file)
  return content.ok ? succeeded({ outcome: 'chosen', ...content.value }) : content
}

async function downloadedFile({ fileName, bytesBase64 }: PlannerVerbs['saveFile']['takes']): Promise<Result<SavedFile, ApiProblem>> {
  const address = URL.createObjectURL(new Blob([bytesOfBase64(bytesBase64)]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return succeeded({ outcome: 'saved', fileName })
}

async function printedPage({ fileName }: PlannerVerbs['printToPdf']['takes']): Promise<Result<SavedFile, ApiProblem>> {
  window.print()
  return succeeded({ outcome: 'saved', fileName })
}

async function openedSource({ url }: PlannerVerbs['openSource']['takes']): Promise<Result<null, ApiProblem>> {
  window.open(url, '_blank', 'noopener,noreferrer')
  return succeeded(null)
}
