// One thread of `npm run -s bench -- simulate`: lays out its parts, says so, waits for the word, simulates.
import { parentPort, workerData } from 'node:worker_threads'
import { laidOut, simulated, type SimulateShare } from './simulate-task'

const share = workerData as SimulateShare
const before = process.threadCpuUsage()
const parts = laidOut(share)
const levels = process.threadCpuUsage(before)
// Once before it counts, so that the code is compiled as it is after the first seconds of a plan.
simulated(parts.slice(0, 3), { paths: 50 })
parentPort?.postMessage({ kind: 'ready', levelsCpuSeconds: (levels.user + levels.system) / 1e6 })
parentPort?.once('message', () => {
  const start = process.threadCpuUsage()
  const sum = simulated(parts, share)
  const { user, system } = process.threadCpuUsage(start)
  parentPort?.postMessage({ kind: 'done', cpuSeconds: (user + system) / 1e6, sum })
})
