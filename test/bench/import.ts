import Papa from 'papaparse'
import { decodeText } from '../../electron/services/decode-text'
import { civilDate } from '../../shared/calendar/civil-date'
import { importedFile, importSteps, type ImportInput } from '../../shared/csv/import-file'

/** A file as an ERP exports it: 100,000 rows of nine columns, about 9 MB, decimal commas, some rows that are held or skipped. */
function largeFile(rows: number): Uint8Array {
  const lines = ['Material;Materialkurztext;Werk;Frei verwendbar;Planlieferzeit;Sicherheitsbestand;Standardpreis;Währung;Basismengeneinheit;Ursprungsland']
  for (let row = 0; row < rows; row++) {
    const stock = row % 97 === 0 ? '1.234,5' : String((row * 7) % 5000)
    const price = `${row % 90},${String(row % 100).padStart(2, '0')}`
    lines.push(`${String(row).padStart(18, '0')};Magnet NdFeB N${30 + (row % 25)}SH ${row % 60}x${row % 40}x5 vernickelt;0${101 + (row % 3)};${row % 5000 === 4999 ? '1O0' : stock};${40 + (row % 60)};${row % 800};${price};EUR;ST;${row % 2 === 0 ? 'CN' : 'JP'}`)
  }
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

type Timed<Value> = { readonly value: Value; readonly seconds: number; readonly cpuSeconds: number }

function timed<Value>(work: () => Value): Timed<Value> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = work()
  const used = process.cpuUsage(cpu)
  return { value, seconds: (performance.now() - start) / 1000, cpuSeconds: used.user / 1e6 }
}

function best<Value>(work: () => Value, runs: number): Timed<Value> {
  let fastest = timed(work)
  for (let run = 1; run < runs; run++) {
    const next = timed(work)
    if (next.cpuSeconds < fastest.cpuSeconds) fastest = next
  }
  return fastest
}

const rounded = (value: number) => Number(value.toFixed(3))

/** Reads 100,000 rows: preview, whole verdict, longest step between two chances to break off, and bare tokenising. */
export function benchImport(rows: number): object {
  const bytes = largeFile(rows)
  const text = new TextDecoder().decode(bytes)
  const input: ImportInput = { source: { kind: 'bytes', bytes }, decodeText, today: civilDate('2026-11-23'), choices: { kind: null, map: {}, answers: {} } }
  const preview = timed(() => importedFile({ ...input, mostRows: 500 }))
  const whole = best(() => importedFile(input), 3)
  const tokenised = best(() => {
    let records = 0
    Papa.parse<string[]>(text, { delimiter: ';', step: () => void records++ })
    return records
  }, 3)
  let longestStep = 0
  const steps = importSteps(input)
  for (;;) {
    const step = timed(() => steps.next())
    longestStep = Math.max(longestStep, step.cpuSeconds)
    if (step.value.done === true) break
  }
  return {
    bench: 'import', rows, megabytes: rounded(bytes.length / 1e6),
    lines: whole.value.lines, parts: whole.value.parts.length,
    previewRows: preview.value.parts.length, previewSeconds: rounded(preview.seconds), previewCpuSeconds: rounded(preview.cpuSeconds),
    verdictSeconds: rounded(whole.seconds), verdictCpuSeconds: rounded(whole.cpuSeconds),
    papaTokenisingCpuSeconds: rounded(tokenised.cpuSeconds), ratioToTokenising: rounded(whole.cpuSeconds / tokenised.cpuSeconds),
    longestStepCpuSeconds: rounded(longestStep),
  }
}
