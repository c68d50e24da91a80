import { useRef } from 'react'

/** A list that is the same object as before as long as its entries are. */
export function useSameList<Item>(list: readonly Item[]): readonly Item[] {
  const kept = useRef(list)
  if (!isSameList(kept.current, list)) kept.current = list
  return kept.current
}

/** Whether two lists hold the same entries in the same order. */
export function isSameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || (some.length === others.length && some.every((each, index) => Object.is(each, others[index])))
}
