import { existsSync } from 'node:fs'
import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import type { ApiProblem, PlannerVerb, PlannerVerbs } from '../../shared/ipc/planner-api'
import type { Result } from '../../shared/result'
import { isoDate } from '../../shared/calendar/civil-date'
import { appVersion } from '../app-version'
import { dataFolder } from '../data-folder'
import { fileErrorSentence } from '../files/file-errors'
import { writeFileWhole } from '../files/write-file'
import { apiProblemOf } from '../services/api-problem'
import { newerLibraryServices } from '../services/newer-library-services'
import { plannerServices, type PlannerServices } from '../services/planner-services'
import { libraryPath } from '../storage/library-files'
import { planLibrary } from '../storage/plan-library'
import { todayHere } from '../today-here'
import { CallError, callOf, decimalOption, type Call } from './call'
import type { ExitCode, Output } from './output'
import { planListText, planText } from './plans-text'

/** A problem that has been told; the exit code says whose it is. */
class Told extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode) {
    super('told')
    this.code = code
  }
}

/** `plans list`, `plans show PLAN` and `plans export PLAN`: the plans of the library, read through the same services as a window. */
export async function plansCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const text = { type: 'string' } as const
  const call = callOf(args, {
    words: ['list, show or export', 'PLAN'],
    leastWords: 1,
    options: { data: text, json: { type: 'boolean' }, trash: { type: 'boolean' }, out: text, revision: text, decimal: text },
  })
  const [action = '', wanted] = call.words
  const work = actionOf(action, wanted, call)
  const folder = dataFolder(typeof call.options['data'] === 'string' ? call.options['data'] : null)
  // A look at plans that are not there must not make a library.
  if (!existsSync(libraryPath(folder))) {
    if (action === 'list') {
      output.out(call.options['json'] === true ? '[]\n' : `There are no plans in ${folder} yet.\n`)
      return 0
    }
    output.error(`error: there are no plans in ${folder}. Make one in Lodestock, or name another folder with --data.\n`)
    return 1
  }
  const host = { kind: 'local-page', dialogs: null, showInFolder: null, openAddress: async () => {}, logFault: (error: unknown) => output.error(`${String(error)}\n`) } as const
  const opened = planLibrary({ folder })
  const isNewer = !opened.ok && opened.problem.kind === 'newer-library'
  if (!opened.ok && (!isNewer || action === 'show' || call.options['revision'] !== undefined)) {
    output.error(`error: ${opened.problem.sentence}${isNewer ? ' Until then plans list, and plans export without --revision, read it.' : ''}\n`)
    return 2
  }
  const warning = opened.ok ? opened.value.recovery : opened.problem
  try {
    if (warning !== null) output.error(`warning: ${warning.sentence}\n`)
    const services = opened.ok
      ? plannerServices({ library: opened.value.library, host, recoverySentence: null, appVersion, today: isoToday })
      : newerLibraryServices({ path: libraryPath(folder), host, problem: apiProblemOf(opened.problem), appVersion, today: isoToday })
    return await work({ ask: asking(services, output), output, call })
  } catch (error) {
    if (error instanceof Told) return error.code
    throw error
  } finally {
    if (opened.ok) opened.value.library.close()
  }
}

function isoToday(): string {
  return isoDate(todayHere())
}

type Ask = <Verb extends PlannerVerb>(verb: Verb, argument: PlannerVerbs[Verb]['takes']) => Promise<PlannerVerbs[Verb]['answers']>
type Work = (of: { readonly ask: Ask; readonly output: Output; readonly call: Call }) => Promise<ExitCode>

function actionOf(action: string, wanted: string | undefined, call: Call): Work {
  const needed = (): string => {
    if (wanted === undefined) throw new CallError(`PLAN is missing; plans list tells the plans there are`)
    return wanted
  }
  const refuse = (...names: readonly string[]): void => {
    for (const name of names) if (call.options[name] !== undefined) throw new CallError(`--${name} means nothing to plans ${action}`)
  }
  switch (action) {
    case 'list':
      if (wanted !== undefined) throw new CallError(`"${wanted}" is one word too many`)
      refuse('out', 'revision', 'decimal')
      return listed
    case 'show': {
      refuse('out', 'revision', 'decimal', 'trash')
      const name = needed()
      return (of) => shown(name, of)
    }
    case 'export': {
      refuse('json', 'trash')
      const name = needed()
      return (of) => exported(name, of)
    }
    default:
      throw new CallError(`there is no "plans ${action}"; write list, show or export`)
  }
}

const listed: Work = async ({ ask, output, call }) => {
  const plans = await ask('plans', {})
  const chosen = plans.filter(({ trashedAt }) => (trashedAt !== null) === (call.options['trash'] === true))
  output.out(call.options['json'] === true ? `${JSON.stringify(chosen, null, 2)}\n` : planListText(chosen))
  return 0
}

async function shown(wanted: string, { ask, output, call }: Parameters<Work>[0]): Promise<ExitCode> {
  const listing = planNamed(await ask('plans', {}), wanted, output)
  const revisions = await ask('revisions', { planId: listing.id })
  output.out(call.options['json'] === true ? `${JSON.stringify({ ...listing, revisions }, null, 2)}\n` : planText(listing, revisions))
  return 0
}

async function exported(wanted: string, { ask, output, call }: Parameters<Work>[0]): Promise<ExitCode> {
  const listing = planNamed(await ask('plans', {}), wanted, output)
  const number = call.options['revision']
  const revisionId = typeof number === 'string' ? revisionNumbered(await ask('revisions', { planId: listing.id }), number, output) : null
  const file = await ask('planFile', { planId: listing.id, revisionId, decimal: decimalOption(call) ?? 'point' })
  for (const notice of file.notices ?? []) output.error(`warning: ${notice}\n`)
  const bytes = Buffer.from(file.bytesBase64, 'base64')
  const out = call.options['out']
  if (typeof out !== 'string') {
    output.out(bytes.toString('utf8'))
    return 0
  }
  try {
    await writeFileWhole(out, bytes)
    return 0
  } catch (error) {
    output.error(`error: ${fileErrorSentence(out, error)}\n`)
    return 2
  }
}

function asking(services: PlannerServices, output: Output): Ask {
  return async (verb, argument) => {
    const result = (await services(verb, argument)) as Result<PlannerVerbs[typeof verb]['answers'], ApiProblem>
    if (result.ok) return result.value
    output.error(`error: ${result.problem.sentence}\n`)
    throw new Told(1)
  }
}

/** The plan with this id or title; a plan in the trash only by its id. */
function planNamed(plans: readonly PlanListing[], wanted: string, output: Output): PlanListing {
  const byId = plans.find(({ id }) => id === wanted)
  if (byId !== undefined) return byId
  const lower = wanted.toLowerCase()
  const [found, ...more] = plans.filter(({ name, trashedAt }) => trashedAt === null && name.toLowerCase() === lower)
  if (found !== undefined && more.length === 0) return found
  output.error(
    found === undefined
      ? `error: there is no plan "${wanted}". lodestock plans list tells the plans there are.\n`
      : `error: several plans are called "${wanted}"; name one by its id: ${[found, ...more].map(({ id }) => id).join(', ')}.\n`,
  )
  throw new Told(1)
}

function revisionNumbered(revisions: readonly RevisionListing[], number: string, output: Output): number {
  const found = revisions.find((revision) => String(revision.number) === number)
  if (found !== undefined) return found.id
  output.error(`error: the plan has no version no. ${number}. lodestock plans show tells the versions there are.\n`)
  throw new Told(1)
}
