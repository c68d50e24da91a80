import { basename } from 'node:path'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importKinds, type ImportKind } from '../../shared/csv/import-field'
import type { ImportResult } from '../../shared/csv/import-result'
import { rejectedRows } from '../../shared/csv/rejected-rows'
import { fileErrorSentence } from '../files/file-errors'
import { readImportFile } from '../services/read-import-file'
import { todayHere } from '../today-here'
import { CallError, callOf, dateOption, type Call } from './call'
import { flagOption, savedTo, textOption, type Command } from './command'
import { importInto, planChangeText } from './import-into'
import { importJson } from './import-json'
import { importText } from './import-text'
import type { ExitCode } from './output'

/** Choices by question; a question of one column or part offers what is in the file. */
const answerForms: { readonly [id: string]: readonly string[] | RegExp } = {
  encoding: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030', 'windows-1250', 'windows-1251', 'big5', 'euc-kr'],
  delimiter: [',', ';', '\t', '|'], decimal: ['comma', 'point'], 'date-order': ['day-first', 'month-first'], 'lead-time-unit': ['days', 'weeks', 'months', 'working-days'],
  'usage-year': /^\d{4}$/u, 'header-line': /^\d+$/u, 'two-tables': ['first', 'second'], 'header-rows': ['join', 'separate'], 'similar-parts': ['separate', 'same'], 'repeated-keys': ['first', 'last', 'sum'], 'month-headings': ['day-first', 'month-first', 'none'], 'yen-or-yuan': ['JPY', 'CNY'], sheet: /./u,
}
const openQuestionIds = /^(column|part):.+$/u
const listOption = { type: 'string', multiple: true } as const

/** `import`: reads a file of parts, stock, usage or orders from any system, and says what became of every line. */
export const importCommand: Command = async (args, output) => {
  const call = callOf(args, {
    words: ['FILE'],
    options: { kind: textOption, map: listOption, answer: listOption, json: flagOption, date: textOption, into: textOption, match: listOption, rejected: textOption },
  })
  const path = call.words[0] as string
  const choices = choicesOf(call)
  for (const [id, answer] of Object.entries(choices.answers)) {
    const form = Object.hasOwn(answerForms, id) ? answerForms[id] : undefined
    if (form === undefined && !openQuestionIds.test(id)) throw new CallError(`--answer ${id}: there is no such question; the questions of a file are printed with the option that answers them`)
    if (form instanceof RegExp ? !form.test(answer) : form?.includes(answer) === false) throw new CallError(`--answer ${id}=${answer}: ${form instanceof RegExp ? (id === 'sheet' ? 'write the name of a sheet' : 'write a number') : `choose ${form?.map((each) => (each === '\t' ? 'tab' : each)).join(' ')}`}`)
  }
  let result: ImportResult
  try {
    result = await readImportFile(path, { today: dateOption(call, 'date') ?? todayHere(), choices })
  } catch (error) {
    if (typeof (error as { readonly code?: unknown } | null)?.code !== 'string') throw error
    output.error(`error: ${fileErrorSentence(path, error)}\n`)
    return 2
  }
  for (const { id, choices: offered } of result.questions) {
    if (choices.answers[id] !== undefined) output.error(`error: --answer ${id}=${choices.answers[id]}: choose ${offered.join(', ')}\n`)
  }
  const { into: target, rejected } = call.options
  const into = typeof target === 'string' ? await importInto(target, result, { source: basename(path), matches: pairsOf(call, 'match', 'PART=ID') }, output) : null
  const change = into?.change ?? null
  const damaged = (into?.damaged ?? []).map(({ found, line, candidates }) => ({ found, line, candidates: candidates.map(({ id, partNumber }) => ({ id, partNumber })) }))
  const plan = into === null || (change === null && damaged.length === 0) ? {} : { plan: { isWritten: into.isWritten, added: change?.added.map((part) => part.partNumber) ?? [], cells: change?.cells ?? [], offers: change?.offers ?? [], leftOut: change?.leftOut ?? [], damaged } }
  output.out(call.options['json'] === true ? `${JSON.stringify({ ...(importJson(result) as object), ...plan }, null, 2)}\n` : importText(path, result))
  if (into !== null && call.options['json'] !== true) output.out(`\n${planChangeText(target as string, into)}`)
  if (typeof rejected === 'string' && !(await savedTo(rejected, `\ufeff${rejectedRows(result)}`, output))) return 2
  if (into !== null && into.change === null) return 2
  return exitCodeOfImport(result)
}

/** 0 when every line was imported or skipped with a reason; 1 when something is asked or held; 2 when nothing can be read. */
function exitCodeOfImport(result: ImportResult): ExitCode {
  if (result.outcome === 'refused') return 2
  return result.outcome === 'question' || result.lines.held > 0 ? 1 : 0
}

function choicesOf(call: Call): ImportChoices {
  const kind = call.options['kind']
  if (typeof kind === 'string' && !importKinds.some((each) => each === kind)) throw new CallError(`--kind ${kind}: choose ${importKinds.join(', ')}`)
  return { kind: typeof kind === 'string' ? (kind as ImportKind) : null, map: pairsOf(call, 'map', 'COLUMN=FIELD'), answers: answersOf(call) }
}

function answersOf(call: Call): Readonly<Record<string, string>> {
  const { delimiter, ...answers } = pairsOf(call, 'answer', 'QUESTION=CHOICE')
  return delimiter === undefined ? answers : { ...answers, delimiter: delimiter === 'tab' ? '\t' : delimiter }
}

function pairsOf(call: Call, name: string, form: string): Readonly<Record<string, string>> {
  const given = call.options[name] as unknown as readonly string[] | undefined
  const pairs = (given ?? []).map((text) => {
    const at = text.lastIndexOf('=')
    if (at < 1) throw new CallError(`--${name} ${text}: write ${form}`)
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  return Object.fromEntries(pairs)
}
