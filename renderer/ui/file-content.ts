import type { ApiProblem, FileContent } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'

/** The content of a file the user picked or dropped, as it crosses to the host. */
export async function fileContentOf(file: File): Promise<Result<FileContent, ApiProblem>> {
  const read = await bytesOfFile(file)
  return read.ok ? succeeded({ fileName: file.name, bytesBase64: base64OfBytes(read.value) }) : read
}

/** The bytes of a file the user picked or dropped. */
export async function bytesOfFile(file: File): Promise<Result<Uint8Array<ArrayBuffer>, ApiProblem>> {
  if (file.size > 48 * 1024 * 1024) {
    return failed({ kind: 'file-too-large', sentence: `${file.name} is larger than 48 MB. Export fewer rows, or split the file.` })
  }
  try {
    return succeeded(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return failed({ kind: 'file-unreadable', sentence: `${file.name} cannot be read; it may be open in another program, or a folder. Close it there and try again.` })
  }
}

/** Bytes as base 64, in slices that fit a function's arguments. */
export function base64OfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** The bytes of base 64. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
