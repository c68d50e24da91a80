import type { ApiAnswer, ApiProblem, OpenedPlan, PlannerApi, WholePlan } from '../../shared/ipc/planner-api'
import type { Part } from '../../shared/plan/part-schema'
import { succeeded, type Result } from '../../shared/result'

type Client = Pick<PlannerApi, 'openPlan' | 'planParts'>

// The host reads the next slices while the window takes one in.
const slicesAhead = 3
// Another window changes the plan while it is being read: it is read again from the start.
const mostAttempts = 4

/** Takes up a plan and fetches all its parts, slice by slice, so that the window is never held up by thousands of them. */
export async function openedWholePlan(client: Client, planId: string): ApiAnswer<WholePlan> {
  const opened = await client.openPlan({ planId })
  return opened.ok ? wholePlan(client, opened.value) : opened
}

/** The whole of a plan that was taken up. */
export async function wholePlan(client: Client, opened: OpenedPlan): ApiAnswer<WholePlan> {
  let { plan: head, sliceCount, ...receipt } = opened
  for (let attempt = 1; ; attempt++) {
    const parts = await allParts(client, { planId: head.id, seq: receipt.seq, sliceCount })
    if (parts.ok) return succeeded({ ...receipt, plan: { ...head, parts: parts.value } })
    if (parts.problem.kind !== 'out-of-step' || attempt === mostAttempts) return parts
    const again = await client.openPlan({ planId: head.id })
    if (!again.ok) return again
    ;({ plan: head, sliceCount, ...receipt } = again.value)
  }
}

async function allParts(client: Client, of: { readonly planId: string; readonly seq: number; readonly sliceCount: number }): Promise<Result<Part[], ApiProblem>> {
  const { planId, seq, sliceCount } = of
  const asked: ReturnType<Client['planParts']>[] = []
  const parts: Part[] = []
  for (let slice = 0; slice < sliceCount; slice++) {
    while (asked.length < Math.min(sliceCount, slice + slicesAhead)) asked.push(client.planParts({ planId, seq, slice: asked.length }))
    const answer = await (asked[slice] as ReturnType<Client['planParts']>)
    if (!answer.ok) return answer
    parts.push(...answer.value)
  }
  return succeeded(parts)
}
