import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'

/** The ending that belongs to Lodestock. An exported plan stays `.plan.csv`, which any spreadsheet opens; under this ending a double click opens Lodestock. */
export const ownEnding = '.lodestock'

/**
 * The files that a start names: arguments that are no switches and lead to a file of a kind we read.
 *
 * @param args what followed the executable
 * @param folder in which the start was made
 */
export function filesNamed(args: readonly string[], folder: string): readonly string[] {
  return args
    .filter((one) => !one.startsWith('-') && (extname(one).toLowerCase() === ownEnding || extname(one).toLowerCase() === '.csv'))
    .map((one) => resolve(folder, one))
    .filter((path) => existsSync(path))
}
