import { runCommandLine } from '../../electron/cli'

/** What a command answered: its exit code, and what it wrote. */
export type CommandLineRun = { readonly code: number; readonly out: string; readonly error: string }

/** Runs the command line in this process. */
export async function run(...args: readonly string[]): Promise<CommandLineRun> {
  let out = ''
  let error = ''
  const code = await runCommandLine(args, { out: (text) => void (out += text), error: (text) => void (error += text) })
  return { code, out, error }
}
