import type { Part } from '../../shared/plan/part-schema'

/** Parts waiting to be computed: those on screen first, the others in lanes, so that parts with like lead times meet the same worker. */
export type WorkQueue = {
  readonly add: (part: Part) => void
  /** A part that is in work is to be computed again. */
  readonly release: (id: string) => void
  /** A part is done, or gone. */
  readonly finish: (id: string) => void
  /** Takes up to a number of parts for a lane. */
  readonly take: (lane: number, most: number) => readonly string[]
  readonly setVisible: (ids: readonly string[]) => void
  readonly isVisible: (id: string) => boolean
  /** Whether a part on screen is waiting or in work. */
  readonly hasVisibleWork: () => boolean
  /** Parts waiting and in work. */
  readonly size: () => number
}

/** A queue for a number of lanes. */
export function workQueue(lanes: number): WorkQueue {
  const waiting = new Map<string, Part>()
  const inFlight = new Map<string, Part>()
  let visible: readonly string[] = []
  let visibleSet: ReadonlySet<string> = new Set()
  let orders: string[][] | null = null

  const laneOf = (profile: string): number => hashOf(profile) % lanes

  function lists(): string[][] {
    if (orders !== null) return orders
    const groups = new Map<string, string[]>()
    for (const [id, part] of waiting) {
      const profile = profileOf(part)
      const group = groups.get(profile)
      if (group === undefined) groups.set(profile, [id])
      else group.push(id)
    }
    const fresh: string[][] = Array.from({ length: lanes }, () => [])
    // Taken from the end, so that the order is reversed to begin with the plan's first parts.
    for (const [profile, ids] of [...groups].toReversed()) {
      const lane = fresh[laneOf(profile)]
      for (let at = ids.length - 1; at >= 0; at--) lane?.push(ids[at] as string)
    }
    orders = fresh
    return fresh
  }

  function taken(id: string): void {
    inFlight.set(id, waiting.get(id) as Part)
    waiting.delete(id)
  }

  return {
    add: (part) => {
      inFlight.delete(part.id)
      const known = waiting.get(part.id)
      waiting.set(part.id, part)
      // Profiles are worked out when the lists are; a part that keeps its place needs no new ones.
      if (known === undefined || (orders !== null && profileOf(known) !== profileOf(part))) orders = null
    },
    release: (id) => {
      const part = inFlight.get(id)
      if (part === undefined) return
      inFlight.delete(id)
      waiting.set(id, part)
      orders = null
    },
    finish: (id) => {
      inFlight.delete(id)
      waiting.delete(id)
    },
    take: (lane, most) => {
      if (waiting.size === 0) return []
      const chosen: string[] = []
      const onScreen = visible.filter((id) => waiting.has(id))
      // The other lanes get their share of what is on screen.
      const share = Math.max(1, Math.min(most, Math.ceil(onScreen.length / lanes)))
      for (const id of onScreen.slice(0, share)) {
        taken(id)
        chosen.push(id)
      }
      if (chosen.length > 0) return chosen
      const all = lists()
      while (chosen.length < most) {
        const own = all[lane] ?? []
        const from = own.length > 0 ? own : longestOf(all)
        const id = from.pop()
        if (id === undefined) break
        if (!waiting.has(id)) continue
        taken(id)
        chosen.push(id)
      }
      return chosen
    },
    setVisible: (ids) => {
      visible = ids
      visibleSet = new Set(ids)
    },
    isVisible: (id) => visibleSet.has(id),
    hasVisibleWork: () => visible.some((id) => waiting.has(id) || inFlight.has(id)),
    size: () => waiting.size + inFlight.size,
  }
}

const profiles = new WeakMap<Part, string>()

function profileOf(part: Part): string {
  let profile = profiles.get(part)
  if (profile === undefined) {
    const { leadTime, licenceRoute, applicationLag, originCountry, materialFamily, reviewPeriodDays } = part
    profile = JSON.stringify([licenceRoute, materialFamily, originCountry, leadTime, applicationLag, reviewPeriodDays])
    profiles.set(part, profile)
  }
  return profile
}

function longestOf(lists: readonly string[][]): string[] {
  return lists.reduce((longest, list) => (list.length > longest.length ? list : longest), [])
}

function hashOf(text: string): number {
  let hash = 5381
  for (let at = 0; at < text.length; at++) hash = (hash * 33 + text.charCodeAt(at)) >>> 0
  return hash
}
