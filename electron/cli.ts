import { CallError } from './command-line/call'
import { commands } from './command-line/commands'
import { commandHelp, programHelp } from './command-line/help'
import type { ExitCode, Output } from './command-line/output'
import { appVersion } from './app-version'

/**
 * Runs the command line and returns its exit code; reads no input and asks nothing.
 *
 * @param args what follows the program's name
 * @param output where results and problems go
 */
export async function runCommandLine(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.out(programHelp)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    output.out(`${appVersion}\n`)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    output.error(`error: there is no command "${name}". Commands: ${Object.keys(commands).join(', ')}. See lodestock --help.\n`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.out(commandHelp[name] ?? programHelp)
    return 0
  }
  try {
    return await command(rest, output)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    output.error(`error: ${error.message}. See lodestock ${name} --help.\n`)
    return 2
  }
}
