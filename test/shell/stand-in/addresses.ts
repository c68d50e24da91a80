/**
 * Chromium cannot be taught a scheme from outside, so `app://planner/x` is served as `http://planner.app.localhost/x`.
 * Everything the main program sees is translated back.
 */

/** The address Chromium loads for one of the main program. */
export function outward(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(address)
  const scheme = match?.[1]?.toLowerCase()
  if (match === null || scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'file') return address
  return `http://${match[2]}.${scheme}.localhost${match[3] === '' ? '/' : match[3]}`
}

/** The address the main program knows for one of Chromium. */
export function inward(address: string): string {
  const match = /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?::\d+)?(.*)$/i.exec(address)
  return match === null ? address : `${match[2]}://${match[1]}${match[3]}`
}
