/** Decodes bytes strictly; null where they are not text in that encoding, or the encoding is not known here. */
export function decodeText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
