const known = new Set<string>()

/** Notes the screens there are, so that a screen can tell whether it may lead to another without knowing it. */
export function noteScreens(ids: readonly string[]): void {
  for (const id of ids) known.add(id)
}

export function isKnownScreen(id: string): boolean {
  return known.has(id)
}
