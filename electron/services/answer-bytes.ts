import type { ApiProblem } from '../../shared/ipc/planner-api'
import type { Part } from '../../shared/plan/part-schema'
import type { Result } from '../../shared/result'
import { takenPartBytes } from '../storage/part-slices'

const [before, after] = [Buffer.from('{"ok":true,"value":'), Buffer.from('}')]

/** An answer as JSON text in UTF-8. Parts that have just been read stand in it as they were stored, not written out again. */
export function answerBytes(result: Result<unknown, ApiProblem>): Buffer {
  const parts = result.ok && Array.isArray(result.value) ? takenPartBytes(result.value as readonly Part[]) : null
  return parts === null ? Buffer.from(JSON.stringify(result), 'utf8') : Buffer.concat([before, parts, after])
}
