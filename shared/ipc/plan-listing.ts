/** What the list of plans shows of one; times are milliseconds since 1970, as the computer's clock had them. */
export type PlanListing = {
  /** Id of the plan. */
  readonly id: string
  /** Its title. */
  readonly name: string
  /** When it was made. */
  readonly createdAt: number
  /** When it was last changed. */
  readonly updatedAt: number
  /** When it was put into the trash, or null. */
  readonly trashedAt: number | null
  /** Number of its parts. */
  readonly partCount: number
  /** Number of its assemblies. */
  readonly assemblyCount: number
}

/** One state of a plan in its history. */
export type RevisionListing = {
  /** Id of the revision. */
  readonly id: number
  /** Its number within its plan, from 1. */
  readonly number: number
  /** The revision it was made from, or null. */
  readonly parent: number | null
  /** The other copy that was merged into it, or null. */
  readonly secondParent: number | null
  /** How it came about. */
  readonly kind: 'manual' | 'auto' | 'import' | 'restore'
  /** The name the user gave it, or null. */
  readonly label: string | null
  /** When it was made, milliseconds since 1970. */
  readonly createdAt: number
}

/** A copy of the whole library. */
export type BackupListing = {
  /** Where it lies. */
  readonly path: string
  /** When it was made, milliseconds since 1970. */
  readonly createdAt: number
  /** Size in bytes. */
  readonly size: number
}
