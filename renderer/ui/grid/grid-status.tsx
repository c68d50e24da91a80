import type { ReactNode } from 'react'
import type { RefusedCell } from './edit-plan'
import classes from './data-grid.module.css'

const mostListed = 200

/** Below the cells: what happened, what was refused and why, and the facts of what is shown. */
export function GridStatus(props: {
  readonly message: string
  /** What the active cell says besides; shown while nothing else is. */
  readonly cellSentence: string
  readonly refused: readonly RefusedCell[]
  readonly facts: ReactNode
  readonly onDismiss: () => void
}) {
  const { refused } = props
  return (
    <>
      {refused.length === 0 ? null : (
        <section className={classes.refused} aria-label="Refused cells" tabIndex={0}>
          <div className={classes.refusedHead}>
            <span>{refused.length === 1 ? '1 cell was refused' : `${refused.length} cells were refused`}; the others were changed</span>
            <button type="button" className={classes.plainButton} onClick={props.onDismiss}>
              Close the list
            </button>
          </div>
          <ul>
            {refused.slice(0, mostListed).map(({ place, reason }, index) => (
              <li key={`${place} ${index}`}>
                <b>{place}</b>: {reason}.
              </li>
            ))}
            {refused.length > mostListed ? <li>and {refused.length - mostListed} more for the same kinds of reason</li> : null}
          </ul>
        </section>
      )}
      <div className={classes.status}>
        <span className={classes.message}>
          <span role="status">{props.message}</span>
          {props.message === '' ? <span>{props.cellSentence}</span> : null}
        </span>
        <span className={classes.facts}>{props.facts}</span>
      </div>
    </>
  )
}
