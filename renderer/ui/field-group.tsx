import type { ReactNode } from 'react'
import classes from './field-group.module.css'

/** Fields that belong together, under a heading and perhaps a note. */
export function FieldGroup(props: { readonly title: ReactNode; readonly note?: ReactNode; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{props.title}</legend>
      {props.note !== undefined && <p className={classes.note}>{props.note}</p>}
      <div className={classes.fields}>{props.children}</div>
    </fieldset>
  )
}

/** The mark behind the name of a field whose value nobody has proved. */
export function AssumptionMark() {
  return <span className={classes.assumption}>assumption</span>
}
