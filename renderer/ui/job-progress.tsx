import { Button, Progress } from '@mantine/core'
import { useFormats } from './app-context'
import classes from './job-progress.module.css'

/** How far a long calculation is, and the way to end it; and, once it was ended or is out of date, the way to start it. */
export function JobProgress(props: {
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What is done with the parts, such as `simulated`. */
  readonly doing: string
  readonly isFresh: boolean
  readonly problem: string | null
  readonly onCancel: () => void
  readonly onStart: () => void
}) {
  const formats = useFormats()
  const { progress, problem } = props
  if (problem !== null) return <p className={classes.problem}>{problem}</p>
  if (progress !== null) {
    return (
      <div className={classes.progress} aria-live="polite">
        <span>
          {formats.whole(progress.done)} of {formats.whole(progress.total)} parts are {props.doing}.
        </span>
        <Progress value={(100 * progress.done) / progress.total} aria-label={`Parts ${props.doing}`} />
        <Button size="xs" variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    )
  }
  if (props.isFresh) return null
  return (
    <p className={classes.note}>
      Not up to date.{' '}
      <button type="button" className={classes.link} onClick={props.onStart}>
        Work it out
      </button>
    </p>
  )
}
