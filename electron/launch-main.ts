import { launched } from './launch'

process.exitCode = await launched(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
})
// What a browser or a dialog has left running must not keep the planner's name in the list of programs.
process.exit()
