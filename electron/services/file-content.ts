import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ApiProblem, FileContent } from '../../shared/ipc/planner-api'
import { failed, succeeded, type Result } from '../../shared/result'
import { fileErrorSentence } from '../files/file-errors'

/** The largest file that crosses between window and host, in bytes. */
export const largestContentBytes = 48 * 1024 * 1024

/** A file as it crosses to a window: read whole, and refused by its size before anything is read. */
export async function fileContentAt(path: string): Promise<Result<FileContent, ApiProblem>> {
  try {
    const { size } = await stat(path)
    if (size > largestContentBytes) {
      const megabytes = Math.ceil(size / 1024 / 1024)
      const sentence = `${path} has ${megabytes} MB; at most 48 MB can be read. Leave out columns and rows that are not needed, or split it.`
      return failed({ kind: 'file-too-large', sentence })
    }
    const bytes = await readFile(path)
    return succeeded({ fileName: basename(path), bytesBase64: bytes.toString('base64') })
  } catch (error) {
    return failed(fileProblem(path, error))
  }
}

/** The bytes of a file that a window sent, or why they are none: Node itself would skip what is no base 64. */
export function bytesOf({ fileName, bytesBase64 }: FileContent): Result<Buffer, ApiProblem> {
  const bytes = Buffer.from(bytesBase64, 'base64')
  const padding = bytesBase64.endsWith('==') ? 2 : bytesBase64.endsWith('=') ? 1 : 0
  if (bytesBase64.length % 4 === 0 && bytes.length === (bytesBase64.length / 4) * 3 - padding) return succeeded(bytes)
  return failed({ kind: 'bad-argument', sentence: `The content of ${fileName} did not arrive whole. Choose the file again.` })
}

/** A file system error as a problem of the API; one that is none is a fault of ours and is thrown on. */
export function fileProblem(path: string, error: unknown): ApiProblem {
  const code = (error as { readonly code?: unknown } | null)?.code
  if (typeof code !== 'string') throw error
  const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : code === 'ENOENT' ? 'file-missing' : code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'folder-read-only' : 'file-error'
  return { kind, sentence: fileErrorSentence(path, error) }
}
