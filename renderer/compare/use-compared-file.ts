import { useEffect, useState } from 'react'
import type { ApiProblem, ComparedPlanFile, FileContent } from '../../shared/ipc/planner-api'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'

/** A colleague's file compared with the plan as it is now. */
export type ComparedFile = {
  readonly compared: ComparedPlanFile | null
  /** The plan it was compared with. */
  readonly mine: PlanDocument | null
  readonly problem: ApiProblem | null
  readonly isRunning: boolean
}

const nothing: ComparedFile = { compared: null, mine: null, problem: null, isRunning: false }

/** Compares a file with the plan, and again whenever the plan has changed and all of it is kept. */
export function useComparedFile(file: FileContent | null, of: { readonly plan: PlanDocument; readonly isKept: boolean; readonly joins: readonly { readonly theirId: string; readonly myId: string }[]; readonly textsOnly: boolean }): ComparedFile {
  const { client } = useApp()
  const store = usePlanStore()
  const { plan, isKept, joins, textsOnly } = of
  const [state, setState] = useState(nothing)
  useEffect(() => {
    if (file === null) {
      setState(nothing)
      return
    }
    if (!isKept) return
    let isOver = false
    setState((last) => ({ ...last, isRunning: true }))
    const compare = async (): Promise<void> => {
      const answer = await client.comparePlanFile({ fileName: file.fileName, bytesBase64: file.bytesBase64, planId: store.planId, joins, textsOnly })
      if (isOver) return
      setState(answer.ok ? { compared: answer.value, mine: plan, problem: null, isRunning: false } : { ...nothing, problem: answer.problem })
    }
    void compare()
    return () => {
      isOver = true
    }
  }, [client, store, file, plan, isKept, joins, textsOnly])
  return state
}
