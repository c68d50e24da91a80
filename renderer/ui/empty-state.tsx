import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** What stands where there is nothing yet: what belongs here, and what to do. */
export function EmptyState(props: { readonly icon?: ReactNode; readonly title: string; readonly sentence: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className={classes.box}>
      {props.icon === undefined ? null : (
        <div className={classes.icon} aria-hidden>
          {props.icon}
        </div>
      )}
      <h2 className={classes.title}>{props.title}</h2>
      <p className={classes.sentence}>{props.sentence}</p>
      {props.actions === undefined ? null : <div className={classes.actions}>{props.actions}</div>}
    </div>
  )
}
