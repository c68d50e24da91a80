import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the window's page, as it is served. */
export type BundleFile = { readonly bytes: Buffer; readonly contentType: string }

/** Headers of every answer, in every host: nothing runs, loads or is reached but what the bundle itself brings. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * The file of the bundle at the path of an address; null for anything else, a path that leads out of the folder included.
 *
 * @param folder where the built page lies
 * @param pathname the path as the address has it, percent signs and all; `/` is the page itself
 */
export async function bundleFile(folder: string, pathname: string): Promise<BundleFile | null> {
  const name = decoded(pathname)
  if (name === null || !name.startsWith('/') || /[\0\\:]/.test(name) || name.split('/').some((step) => step.startsWith('.'))) return null
  const contentType = name === '/' ? contentTypes['.html'] : contentTypes[extname(name).toLowerCase()]
  if (contentType === undefined) return null
  try {
    const root = await realpath(folder)
    // What a link inside the folder points to must lie inside as well.
    const path = await realpath(join(root, name === '/' ? 'index.html' : name))
    return path.startsWith(`${root}${sep}`) ? { bytes: await readFile(path), contentType } : null
  } catch (error) {
    if (typeof (error as { readonly code?: unknown }).code === 'string') return null
    throw error
  }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
