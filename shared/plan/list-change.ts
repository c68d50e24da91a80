import { failed, succeeded, type Result } from '../result'
import { idProblem, type PlanCommandProblem } from './plan-command-problem'

type Entry = { readonly id: string }

/** A list after a change, and what undoes it. */
export type ListChange<Undo> = {
  /** The list that results; entries that were not touched are the same objects. */
  readonly list: readonly Entry[]
  /** What is needed to go back. */
  readonly undo: Undo
}

/**
 * A list with entries added, each at its place in the list that results.
 *
 * @param list entries with ids that differ
 * @param of the entries, their places (ascending; null for the end), the name of the list, and ids taken elsewhere
 *
 * @example
 * listWithAdded([{ id: 'a' }, { id: 'c' }], { items: [{ id: 'b' }], places: [1], name: 'parts' })
 * // => { ok: true, value: { list: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], undo: ['b'] } }
 */
export function listWithAdded(
  list: readonly Entry[],
  of: {
    readonly items: readonly Entry[]
    readonly places: readonly number[] | null
    readonly name: string
    readonly takenElsewhere?: ReadonlySet<string> | undefined
  },
): Result<ListChange<readonly string[]>, PlanCommandProblem> {
  const { items, name } = of
  const ids = items.map((item) => item.id)
  const repeated = repeatedIds(ids)
  if (repeated.length > 0) return failed(idProblem('id-repeated', { list: name, ids: repeated }))
  const wanted = new Set(ids)
  const taken = [...list.filter((item) => wanted.has(item.id)).map((item) => item.id), ...ids.filter((id) => of.takenElsewhere?.has(id) === true)]
  if (taken.length > 0) return failed(idProblem('id-taken', { list: name, ids: taken }))
  const places = of.places ?? items.map((_, index) => list.length + index)
  const length = list.length + items.length
  const isInOrder = places.every((place, index) => place < length && place > (places[index - 1] ?? -1))
  if (places.length !== items.length || !isInOrder) {
    const sentence = `The places [${places.slice(0, 5).join(', ')}] do not fit a list of ${length}; they must be ${items.length}, ascending, and below ${length}.`
    return failed({ kind: 'place-out-of-range', list: name, sentence })
  }
  const result: Entry[] = []
  let next = 0
  let old = 0
  while (result.length < length) {
    if (places[next] === result.length) result.push(items[next++] as Entry)
    else result.push(list[old++] as Entry)
  }
  return succeeded({ list: result, undo: ids })
}

/**
 * A list without the entries of some ids.
 *
 * @param list entries with ids that differ
 * @param of the ids, and the name of the list
 *
 * @example
 * listWithout([{ id: 'a' }, { id: 'b' }], { ids: ['a'], name: 'parts' })
 * // => { ok: true, value: { list: [{ id: 'b' }], undo: { items: [{ id: 'a' }], places: [0] } } }
 */
export function listWithout(
  list: readonly Entry[],
  of: { readonly ids: readonly string[]; readonly name: string },
): Result<ListChange<{ readonly items: readonly Entry[]; readonly places: readonly number[] }>, PlanCommandProblem> {
  const found = placesOf(list, of)
  if (!found.ok) return found
  const places = found.value.toSorted((a, b) => a - b)
  const gone = new Set(places)
  return succeeded({
    list: list.filter((_, index) => !gone.has(index)),
    undo: { items: places.map((place) => list[place] as Entry), places },
  })
}

/**
 * A list with some fields of some entries changed.
 *
 * @param list entries with ids that differ
 * @param of the new values by id and field, and the name of the list
 *
 * @example
 * listWithChanges([{ id: 'a', moq: 1 }], { changes: [{ id: 'a', fields: { moq: 5 } }], name: 'parts' })
 * // => { ok: true, value: { list: [{ id: 'a', moq: 5 }], undo: [{ id: 'a', fields: { moq: 1 } }] } }
 */
export function listWithChanges(
  list: readonly Entry[],
  of: { readonly changes: readonly { readonly id: string; readonly fields: object }[]; readonly name: string },
): Result<ListChange<readonly { readonly id: string; readonly fields: object }[]>, PlanCommandProblem> {
  const found = placesOf(list, { ids: of.changes.map((change) => change.id), name: of.name })
  if (!found.ok) return found
  const places = found.value
  const changed = [...list]
  of.changes.forEach(({ fields }, index) => {
    const place = places[index] as number
    changed[place] = { ...(list[place] as Entry), ...fields }
  })
  return succeeded({
    list: changed,
    // Whoever takes a step back never asks for the way forth again: it is known from before.
    get undo() {
      return of.changes.map(({ id, fields }, index) => ({ id, fields: fieldsLike(list[places[index] as number] as Entry, fields) }))
    },
  })
}

/**
 * The values that an object has now for the fields of another.
 *
 * @param item where the values are taken from
 * @param fields of which only the names count
 *
 * @example
 * fieldsLike({ moq: 1, note: '' }, { moq: 5 }) // => { moq: 1 }
 */
export function fieldsLike<Item extends object>(item: Item, fields: object): Partial<Item> {
  // A copy has its place for every value already: filled one by one, fifty thousand of them would take twice as long.
  const like: Record<string, unknown> = { ...fields }
  for (const name in like) like[name] = (item as Readonly<Record<string, unknown>>)[name]
  return like as Partial<Item>
}

// An edit names few entries of ten thousand: to look for them costs a tenth of a table of them all.
const fewIds = 8

/** Where the entries of some ids stand, in the order of the ids. */
function placesOf(list: readonly Entry[], of: { readonly ids: readonly string[]; readonly name: string }): Result<readonly number[], PlanCommandProblem> {
  const inOrder = placesInOrder(list, of.ids)
  if (inOrder !== null) return succeeded(inOrder)
  const repeated = repeatedIds(of.ids)
  if (repeated.length > 0) return failed(idProblem('id-repeated', { list: of.name, ids: repeated }))
  const known = of.ids.length <= fewIds ? null : new Map(list.map((item, index) => [item.id, index]))
  const places = of.ids.map((id) => (known === null ? list.findIndex((item) => item.id === id) : (known.get(id) ?? -1)))
  const missing = of.ids.filter((_, index) => places[index] === -1)
  return missing.length === 0 ? succeeded(places) : failed(idProblem('not-found', { list: of.name, ids: missing }))
}

/** The same in one walk down the list, for ids that come in its order, as those of a pasted column do; null for others. */
function placesInOrder(list: readonly Entry[], ids: readonly string[]): readonly number[] | null {
  const places: number[] = []
  let place = 0
  for (const id of ids) {
    while (place < list.length && list[place]?.id !== id) place++
    if (place === list.length) return null
    places.push(place++)
  }
  return places
}

function repeatedIds(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))]
}
