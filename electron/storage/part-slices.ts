import type { Part } from '../../shared/plan/part-schema'
import { blockNames, knownBlocks, noteBlock, partBlocks } from './part-blocks'
import { damagedPlan } from './library-problem'
import { storedSectionBytes, type SectionHashes } from './section-codec'
import type { Database } from './sqlite'

/**
 * The parts of a stored plan in slices of a few blocks, each read when it is first asked for: so ten thousand parts hold
 * up nobody, neither who reads them nor who is sent them.
 */
export type PartSlices = {
  readonly count: number
  /** One slice, from 0. @throws {LibraryFailure} `plan-damaged` */
  readonly slice: (index: number) => readonly Part[]
  /** All parts; reads what has not been read. @throws {LibraryFailure} `plan-damaged` */
  readonly all: () => Part[]
}

// About 400 parts, 1 MB of JSON: some milliseconds to read here and to parse in a window.
const blocksPerSlice = 16

/**
 * The parts of a plan as they are stored in blocks.
 *
 * @param of the plan and its sections; parts in memory of which the blocks are the same are taken, not read again
 * @throws {LibraryFailure} `plan-damaged` when a block's name is missing
 */
export function storedPartSlices(database: Database, of: { readonly planId: string; readonly hashes: SectionHashes; readonly partsInMemory?: readonly Part[] }): PartSlices {
  const { planId, hashes, partsInMemory = [] } = of
  const names = blockNames(hashes.keys())
  if (names === null) throw damagedPlan(planId, 'some of its parts cannot be read')
  const known = knownBlocks(partsInMemory)
  const count = Math.ceil(names.length / blocksPerSlice)
  const read: (readonly Part[])[] = []

  const slice = (index: number, isSentOn: boolean): readonly Part[] => {
    const before = read[index]
    if (before !== undefined) return before
    const sent: Buffer[] = []
    const blocks = names.slice(index * blocksPerSlice, (index + 1) * blocksPerSlice).map((name): readonly Part[] => {
      const hash = hashes.get(name) as Uint8Array
      const inMemory = known.get(Buffer.from(hash).toString('hex'))
      if (inMemory !== undefined) return inMemory
      const bytes = storedSectionBytes(database, hash)
      if (bytes === null) throw damagedPlan(planId, 'some of its parts cannot be read')
      const block = JSON.parse(bytes.toString('utf8')) as readonly Part[]
      noteBlock(block, hash)
      sent.push(bytes)
      return block
    })
    const parts = blocks.flat()
    if (isSentOn && sent.length === blocks.length) readBytes.set(parts, sent)
    read[index] = parts
    return parts
  }
  return {
    count,
    slice: (index) => slice(index, true),
    all: () => Array.from({ length: count }, (_, index) => slice(index, false)).flat(),
  }
}

/** Parts in memory as slices: the same ones as when they have been stored, so that nobody who reads a plan notices that it was. */
export function slicesOf(parts: readonly Part[]): PartSlices {
  const blocks = partBlocks(parts)
  return {
    count: Math.ceil(blocks.length / blocksPerSlice),
    slice: (index) => blocks.slice(index * blocksPerSlice, (index + 1) * blocksPerSlice).flat(),
    all: () => [...parts],
  }
}

/** The JSON text of the blocks a slice was read from, for whoever sends it on; told once, and then forgotten. */
const readBytes = new WeakMap<readonly Part[], readonly Buffer[]>()

/** The JSON text of a slice in UTF-8 where it is still known, and forgets it; null otherwise. */
export function takenPartBytes(parts: readonly Part[]): Buffer | null {
  const blocks = readBytes.get(parts)
  readBytes.delete(parts)
  if (blocks === undefined) return null
  const lists = blocks.map((block) => block.subarray(1, -1)).filter(({ length }) => length > 0)
  return Buffer.concat([opening, ...lists.flatMap((list, index) => (index === 0 ? [list] : [comma, list])), closing])
}

const [opening, comma, closing] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')]
