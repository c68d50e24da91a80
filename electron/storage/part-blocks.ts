import type { Part } from '../../shared/plan/part-schema'
import { packedSection, storeSection } from './section-codec'
import type { Database } from './sqlite'

/**
 * The parts of a plan are stored in blocks, so that a change of one part writes some dozen parts and not ten thousand.
 *
 * A block ends behind a part whose id says so: then parts added or deleted elsewhere leave it as it is.
 */
export type StoredBlock = { readonly name: string; readonly hash: Uint8Array }

// One part in so many ends a block, by its id alone; a chance in a thousand million still ends it here.
// Smaller blocks have more rows a revision, larger ones more parts that did not change: about 24 takes the least room.
const meanBlockParts = 24
const mostBlockParts = 1024

/** What is known of blocks that have been read or written, by their first part; commands leave what they do not touch as it is. */
const seenBlocks = new WeakMap<Part, { readonly parts: readonly Part[]; readonly hash: Uint8Array }>()

/** Stores what is not stored yet of some parts; answers their blocks in order, at least one. */
export function storePartBlocks(database: Database, parts: readonly Part[]): readonly StoredBlock[] {
  const blocks = partBlocks(parts)
  return blocks.map((block, index) => {
    const name = `parts/${numbered(index)}/${numbered(blocks.length)}`
    const known = seenHash(block)
    // Known is not stored: an undo brings back parts whose block nothing referred to meanwhile.
    if (known !== null && database.row('SELECT 1 FROM blob WHERE hash = ?', known) !== null) return { name, hash: known }
    const packed = packedSection(JSON.stringify(block))
    storeSection(database, packed)
    noteBlock(block, packed.hash)
    return { name, hash: packed.hash }
  })
}

/** Remembers the hash under which a block is stored, for as long as its parts are in use. */
export function noteBlock(parts: readonly Part[], hash: Uint8Array): void {
  const [first] = parts
  if (first !== undefined) seenBlocks.set(first, { parts, hash })
}

/** The blocks of some parts of which it is known how they are stored, by their hash in hexadecimals. */
export function knownBlocks(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  return new Map(
    partBlocks(parts).flatMap((block) => {
      const hash = seenHash(block)
      return hash === null ? [] : [[Buffer.from(hash).toString('hex'), block] as const]
    }),
  )
}

/** Whether rows of stored sections name this one as a block of parts. */
export function isBlockName(name: string): boolean {
  return name.startsWith('parts/')
}

/** The names of the blocks among some, in order; null when one is missing, for a plan must not lose parts in silence. */
export function blockNames(names: Iterable<string>): readonly string[] | null {
  const found = [...names].filter(isBlockName).toSorted()
  const isWhole = found.length > 0 && found.every((name, index) => name === `parts/${numbered(index)}/${numbered(found.length)}`)
  return isWhole ? found : null
}

/** Parts in blocks; no parts are one empty block. */
export function partBlocks(parts: readonly Part[]): readonly (readonly Part[])[] {
  const blocks: (readonly Part[])[] = []
  let start = 0
  parts.forEach((part, index) => {
    if (!endsBlock(part.id) && index - start + 1 < mostBlockParts) return
    blocks.push(parts.slice(start, index + 1))
    start = index + 1
  })
  if (start < parts.length || parts.length === 0) blocks.push(parts.slice(start))
  return blocks
}

function seenHash(block: readonly Part[]): Uint8Array | null {
  const [first] = block
  const seen = first === undefined ? undefined : seenBlocks.get(first)
  return seen !== undefined && seen.parts.length === block.length && block.every((part, index) => part === seen.parts[index]) ? seen.hash : null
}

// FNV-1a: ids differ in few letters, and their blocks must not all end together.
function endsBlock(id: string): boolean {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 8) % meanBlockParts === 0
}

function numbered(index: number): string {
  return String(index).padStart(5, '0')
}
