import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import type { PlanHead } from '../../shared/ipc/planner-api'
import { planDocumentSchema, planDocumentVersion, type PlanDocument } from '../../shared/plan/plan-document'
import { migratedPlanJson, planMigrations, type PlanJson } from '../../shared/plan/plan-migrations'
import type { Part } from '../../shared/plan/part-schema'
import { planSectionNames, sectionsOfPlan, type PlanSectionName } from '../../shared/plan/plan-sections'
import { damagedPlan, LibraryFailure } from './library-problem'
import { isBlockName, storePartBlocks } from './part-blocks'
import { storedPartSlices } from './part-slices'
import { packedSection, storedSection, storeSection, type SectionHashes } from './section-codec'
import type { Database } from './sqlite'

type PlanRow = Omit<PlanListing, 'partCount' | 'assemblyCount'> & { readonly summary: string }

// Every command is a row of the journal; the plan's own row changes at checkpoints only.
const planColumns = `id, name, created_at AS createdAt, trashed_at AS trashedAt, summary,
  max(updated_at, coalesce((SELECT at FROM journal WHERE plan_id = plan.id ORDER BY seq DESC LIMIT 1), 0)) AS updatedAt`

/** Every plan, the one changed last first. */
export function planListings(database: Database): readonly PlanListing[] {
  return database.all<PlanRow>(`SELECT ${planColumns} FROM plan ORDER BY updatedAt DESC, id`).map(listingOf)
}

/** One plan of the list, or null. */
export function planListing(database: Database, planId: string): PlanListing | null {
  const row = database.row<PlanRow>(`SELECT ${planColumns} FROM plan WHERE id = ?`, planId)
  return row === null ? null : listingOf(row)
}

function listingOf({ summary, ...row }: PlanRow): PlanListing {
  const { partCount = 0, assemblyCount = 0 } = JSON.parse(summary) as { readonly partCount?: number; readonly assemblyCount?: number }
  return { ...row, partCount, assemblyCount }
}

/** Stores the name, the counts and the time of a plan. SQLite's length() ends at a NUL, so none stands in a name. */
export function storePlanRow(database: Database, plan: PlanDocument, now: number): void {
  const summary = JSON.stringify({ partCount: plan.parts.length, assemblyCount: plan.assemblies.length })
  database.run(
    `INSERT INTO plan(id, name, created_at, updated_at, summary) VALUES(?1, ?2, ?3, ?3, ?4)
     ON CONFLICT(id) DO UPDATE SET name = ?2, updated_at = ?3, summary = ?4`,
    plan.id,
    plan.title.replaceAll('\0', '�'),
    now,
    summary,
  )
}

/**
 * Stores the sections of a plan that are not stored yet, and answers where all of them are.
 *
 * @param known hashes of the sections that are as they were; these are neither written out nor hashed again
 */
export function storePlanSections(database: Database, plan: PlanDocument, known: SectionHashes): SectionHashes {
  const sections = sectionsOfPlan(plan)
  return new Map(
    planSectionNames.flatMap((name): readonly (readonly [string, Uint8Array])[] => {
      const stored = [...known].filter(([each]) => sectionOf(each) === name)
      if (stored.length > 0) return stored
      if (name === 'parts') return storePartBlocks(database, plan.parts).map((block) => [block.name, block.hash])
      const packed = packedSection(JSON.stringify(sections[name]))
      storeSection(database, packed)
      return [[name, packed.hash]]
    }),
  )
}

/** The section of the plan to which stored content of this name belongs. */
export function sectionOf(name: string): string {
  return isBlockName(name) ? 'parts' : name
}

/**
 * The plan in some stored sections, taken to this program's version.
 *
 * Sections of the current version were checked before they were stored and their hash vouches for them; older ones
 * are migrated and checked again.
 *
 * @param of the plan and its sections; parts in memory of which the blocks are the same are taken, not read again
 * @throws {LibraryFailure} `plan-damaged` or `newer-plan`
 */
export function planFromSections(database: Database, of: { readonly planId: string; readonly format: number; readonly hashes: SectionHashes; readonly partsInMemory?: readonly Part[] }): PlanDocument {
  const parts = of.hashes.has('parts') ? storedValue(database, { ...of, name: 'parts' }) : storedPartSlices(database, of).all()
  return currentPlan({ ...storedHead(database, of), parts }, of)
}

/**
 * A plan as it was stored, taken to this program's version.
 *
 * @throws {LibraryFailure} `plan-damaged` or `newer-plan`
 */
export function currentPlan(document: PlanHead & { readonly parts: unknown }, of: { readonly planId: string; readonly format: number }): PlanDocument {
  const { planId, format } = of
  if (format === planDocumentVersion) return document as PlanDocument
  const migrated = migratedPlanJson(document, { migrations: planMigrations, currentVersion: planDocumentVersion })
  if (!migrated.ok) {
    if (migrated.problem.kind !== 'newer-version') throw damagedPlan(planId, migrated.problem.sentence)
    throw new LibraryFailure({ kind: 'newer-plan', planId, version: format, sentence: migrated.problem.sentence })
  }
  const parsed = planDocumentSchema.safeParse(migrated.value)
  if (!parsed.success) throw damagedPlan(planId, `${parsed.error.issues.length} of its fields are not as they should be`)
  return parsed.data
}

/**
 * Everything of a plan in some stored sections but its parts, as it is stored.
 *
 * @throws {LibraryFailure} `plan-damaged`
 */
export function storedHead(database: Database, of: { readonly planId: string; readonly format: number; readonly hashes: SectionHashes }): PlanHead {
  const sections = planSectionNames.filter((name) => name !== 'parts').map((name) => [name, storedValue(database, { ...of, name })] as const)
  const { settings: head, ...rest } = Object.fromEntries(sections) as { readonly [section: string]: unknown }
  return { format: 'lodestock-plan', version: of.format, id: of.planId, ...(head as PlanJson), ...rest } as unknown as PlanHead
}

/**
 * The value of one stored section.
 *
 * @throws {LibraryFailure} `plan-damaged`
 */
export function storedValue(database: Database, { planId, name, hashes }: { readonly planId: string; readonly name: string; readonly hashes: SectionHashes }): unknown {
  const hash = hashes.get(name)
  const text = hash === undefined ? null : storedSection(database, hash)
  if (text === null) throw damagedPlan(planId, `its ${name} cannot be read`)
  return JSON.parse(text)
}

/** The revisions of a plan, the newest first. */
export function revisionListings(database: Database, planId: string): readonly RevisionListing[] {
  return database.all<RevisionListing>(
    'SELECT id, number, parent, second_parent AS secondParent, kind, label, created_at AS createdAt FROM revision WHERE plan_id = ? ORDER BY number DESC',
    planId,
  )
}

/** Stores a revision that refers to the sections of the draft; answers its id. The draft is then based on it. */
export function storeRevision(
  database: Database,
  of: { readonly planId: string; readonly kind: RevisionListing['kind']; readonly label: string | null; readonly parent: number | null; readonly secondParent?: number | null; readonly hashes: SectionHashes; readonly now: number },
): number {
  const { planId, kind, label, parent, secondParent = null, hashes, now } = of
  const row = database.row<{ readonly id: number }>(
    `INSERT INTO revision(plan_id, number, parent, second_parent, kind, label, created_at, format)
     VALUES(?1, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE plan_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id`,
    planId,
    parent,
    secondParent,
    kind,
    label,
    now,
    planDocumentVersion,
  )
  const id = (row as { readonly id: number }).id
  for (const [name, hash] of hashes) database.run('INSERT INTO revision_section(revision_id, name, hash) VALUES(?, ?, ?)', id, name, hash)
  database.run('UPDATE draft SET base_revision = ? WHERE plan_id = ?', id, planId)
  return id
}

/** The sections of a revision. */
export function revisionSections(database: Database, revisionId: number): SectionHashes {
  return hashesOf(database.all('SELECT name, hash FROM revision_section WHERE revision_id = ?', revisionId))
}

/** Rows of names and hashes as a map of the sections among them; what else stands beside them is left out. */
export function hashesOf(rows: readonly { readonly name: string; readonly hash: Uint8Array }[]): SectionHashes {
  return new Map(rows.flatMap(({ name, hash }) => (isSectionName(name) ? [[name, hash] as const] : [])))
}

function isSectionName(name: string): boolean {
  return (planSectionNames as readonly string[]).includes(sectionOf(name))
}

/** The sections of which two states of a plan have another text. */
export function differingSections(a: SectionHashes, b: SectionHashes): readonly PlanSectionName[] {
  const names = new Set([...a.keys(), ...b.keys()])
  const differing = new Set([...names].filter((name) => Buffer.compare(a.get(name) ?? new Uint8Array(), b.get(name) ?? new Uint8Array()) !== 0).map(sectionOf))
  return planSectionNames.filter((name) => differing.has(name))
}
