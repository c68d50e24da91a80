import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ApiProblem } from '../../shared/ipc/planner-api'

/** Says that something was done. */
export function noticeDone(sentence: string): void {
  notifications.show({ message: sentence, color: 'green', icon: <IconCheck size={16} aria-hidden />, autoClose: 5000 })
}

/** Says what could not be done and what to do next; stays until it is dismissed. */
export function noticeProblem(problem: Pick<ApiProblem, 'sentence' | 'findings'>): void {
  const more = problem.findings?.slice(0, 3).join(' ') ?? ''
  notifications.show({ message: more === '' ? problem.sentence : `${problem.sentence} ${more}`, color: 'red', icon: <IconAlertTriangle size={16} aria-hidden />, autoClose: false })
}
