import { isMainThread, Worker } from 'node:worker_threads'
import { runCommandLine } from './cli'
import { serveProofs } from './command-line/proven-parts'

// A reader such as `head` that has seen enough closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// The same program is its own threads.
if (isMainThread) {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    ...(process.stderr.isTTY ? { progress: (text: string) => void process.stderr.write(`\r\u001B[K${text}`) } : {}),
    thread: (task) => new Worker(new URL(import.meta.url), { workerData: task }),
  })
} else serveProofs()
