import type { ReactNode } from 'react'
import classes from './frame.module.css'

/** Where a screen stands. Menus and lists open inside it, so that nothing of the page lies outside its landmarks. */
export function ScreenArea({ children }: { readonly children: ReactNode }) {
  return (
    <main className={classes.screen} id="screen" tabIndex={-1}>
      {children}
      <div id="floating" />
    </main>
  )
}
