import { createHash } from 'node:crypto'
import type { Database } from './sqlite'

/** Where the sections of a plan are stored: the hash of each by its name; the parts are several, a block each. */
export type SectionHashes = ReadonlyMap<string, Uint8Array>

/** A section's JSON text as it is stored, under the SHA-256 of the text. */
export type PackedSection = { readonly hash: Uint8Array; readonly codec: 'json' | 'zstd'; readonly size: number; readonly body: Uint8Array }

// Parts pack by a fifth smaller than at level 3, in hardly more time.
const zstdLevel = 9

// Below this many bytes packing saves less than a row costs.
const leastPackedBytes = 512

type ZlibModule = typeof import('node:zlib')

function zlib(): ZlibModule | null {
  const module = process.getBuiltinModule('node:zlib') as Partial<ZlibModule> | undefined
  return typeof module?.zstdCompressSync === 'function' ? (module as ZlibModule) : null
}

/** Packs a text: zstd where this runtime has it and it pays, else as it is. */
export function packedSection(text: string): PackedSection {
  const bytes = Buffer.from(text, 'utf8')
  const hash = createHash('sha256').update(bytes).digest()
  const module = bytes.length < leastPackedBytes ? null : zlib()
  return module === null
    ? { hash, codec: 'json', size: bytes.length, body: bytes }
    : { hash, codec: 'zstd', size: bytes.length, body: module.zstdCompressSync(bytes, { params: { [module.constants.ZSTD_c_compressionLevel]: zstdLevel } }) }
}

/** The text of a stored section in UTF-8; null when it is not what was stored: damaged, or packed in a way this runtime cannot unpack. */
export function unpackedSection(packed: PackedSection): Buffer | null {
  try {
    const bytes = packed.codec === 'json' ? packed.body : zlib()?.zstdDecompressSync(packed.body, { maxOutputLength: packed.size })
    if (bytes === undefined || bytes.length !== packed.size) return null
    const hash = createHash('sha256').update(bytes).digest()
    return hash.equals(packed.hash) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null
  } catch {
    return null
  }
}

/** Stores a section; one that is stored already is written again, for what stands there may have been damaged since. */
export function storeSection(database: Database, { hash, codec, size, body }: PackedSection): void {
  database.run('INSERT INTO blob(hash, codec, size, body) VALUES(?, ?, ?, ?) ON CONFLICT(hash) DO UPDATE SET codec = excluded.codec, size = excluded.size, body = excluded.body', hash, codec, size, body)
}

/** The text stored under a hash; null when it is missing or damaged. */
export function storedSection(database: Database, hash: Uint8Array): string | null {
  return storedSectionBytes(database, hash)?.toString('utf8') ?? null
}

/** The same in UTF-8, for whoever sends it on. */
export function storedSectionBytes(database: Database, hash: Uint8Array): Buffer | null {
  const row = database.row<PackedSection>('SELECT hash, codec, size, body FROM blob WHERE hash = ?', hash)
  return row === null ? null : unpackedSection(row)
}

/** Deletes those of some stored sections that nothing refers to any more. */
export function sweepSections(database: Database, hashes: Iterable<Uint8Array>): void {
  for (const hash of hashes) {
    database.run(
      `DELETE FROM blob WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM draft_section WHERE hash = ?1)
       AND NOT EXISTS (SELECT 1 FROM revision_section WHERE hash = ?1)`,
      hash,
    )
  }
}

/** Deletes every stored section that nothing refers to. */
export function sweepAllSections(database: Database): void {
  database.run(
    `DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM draft_section d WHERE d.hash = blob.hash)
     AND NOT EXISTS (SELECT 1 FROM revision_section r WHERE r.hash = blob.hash)`,
  )
}
