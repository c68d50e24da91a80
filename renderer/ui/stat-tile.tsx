import type { ReactNode } from 'react'
import classes from './stat-tile.module.css'

/** A headline figure with its name and a line of context; `isStale` while it is being computed anew. */
export function StatTile(props: {
  readonly label: ReactNode
  readonly figure: ReactNode
  readonly context?: ReactNode
  readonly tone?: 'neutral' | 'good' | 'warn' | 'bad'
  readonly isStale?: boolean
}) {
  return (
    <div className={classes.tile} data-tone={props.tone ?? 'neutral'}>
      <div className={classes.label}>{props.label}</div>
      <div className={classes.figure} data-stale={props.isStale === true ? '' : undefined}>
        {props.figure}
        {props.isStale === true ? <span className="visually-hidden"> (being computed anew)</span> : null}
      </div>
      <div className={classes.context}>{props.context ?? '\u00a0'}</div>
    </div>
  )
}

/** Tiles side by side, as many as fit. */
export function StatTiles({ children }: { readonly children: ReactNode }) {
  return <div className={classes.tiles}>{children}</div>
}
