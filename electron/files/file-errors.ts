/** A file system error in words: what happened, and what to do. */
export function fileErrorSentence(path: string, error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return `${path}: there is no such file or folder. Check the spelling and the folder you are in.`
    case 'EACCES':
    case 'EPERM':
      return `${path}: you may not open this file. Ask for access, or copy it to a folder of your own.`
    case 'EISDIR':
      return `${path}: this is a folder. Name a file in it.`
    case 'ENOSPC':
      return `${path}: the disk is full. Free some space; nothing was changed.`
    case 'EROFS':
      return `${path}: this folder is read-only. Choose another; nothing was changed.`
    default:
      return `${path}: ${error instanceof Error ? error.message : String(error)}`
  }
}
