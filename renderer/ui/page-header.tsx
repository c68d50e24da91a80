import { Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useMoves } from './route'
import classes from './page-header.module.css'

/** The heading of a screen: names the window and takes the focus when the user has come here. */
export function PageHeader(props: { readonly title: string; readonly sentence?: ReactNode; readonly actions?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const moves = useMoves()
  useEffect(() => {
    document.title = `${props.title} · Lodestock`
  }, [props.title])
  useEffect(() => {
    // Who is led from screen to screen keeps the focus where they press.
    const isLed = document.activeElement?.closest('[data-keeps-focus]') !== null && document.activeElement !== null
    if (moves > 0 && !isLed) heading.current?.focus({ preventScroll: true })
  }, [moves])
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
          {props.title}
        </Title>
        {props.sentence === undefined ? null : <p className={classes.sentence}>{props.sentence}</p>}
      </div>
      {props.actions === undefined ? null : <div className={classes.actions}>{props.actions}</div>}
    </header>
  )
}
