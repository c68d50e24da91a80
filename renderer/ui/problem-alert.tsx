import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import classes from './problem-alert.module.css'

/** Something that went wrong: what, where, and what to do next. */
export function ProblemAlert(props: {
  readonly title: string
  readonly problem: Pick<ApiProblem, 'sentence' | 'findings'>
  readonly severity?: 'error' | 'warning'
  readonly actions?: ReactNode
}) {
  // The sentence often tells the first finding already.
  const findings = (props.problem.findings ?? []).filter((finding) => !props.problem.sentence.includes(finding))
  return (
    <Alert role="alert" className={classes.alert ?? ''} data-severity={props.severity ?? 'error'} color={props.severity === 'warning' ? 'yellow' : 'red'} icon={<IconAlertTriangle aria-hidden />} title={props.title}>
      <p style={{ margin: 0 }}>{props.problem.sentence}</p>
      {findings.length === 0 ? null : (
        <ul style={{ margin: '6px 0 0', paddingInlineStart: 18 }}>
          {findings.slice(0, 20).map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
          {findings.length > 20 ? <li>and {findings.length - 20} more</li> : null}
        </ul>
      )}
      {props.actions === undefined ? null : <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>{props.actions}</div>}
    </Alert>
  )
}
